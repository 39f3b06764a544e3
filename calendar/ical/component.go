package ical

import (
	"slices"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// component is a VEVENT: a single event, a series, or an override of one occurrence of a series.
type component struct {
	calendar *vcalendar
	place    place
	order    int // among all components, as they were read

	uid      string
	sequence int
	stamp    wall // DTSTAMP
	start    moment
	hasStart bool
	end      moment
	hasEnd   bool
	length   length // DURATION
	hasLen   bool
	series   *series   // nil unless it has an RRULE, RDATE or EXDATE
	override *override // nil unless it has a RECURRENCE-ID

	cancelled bool
	class     class
	details   details
	flaws     []text.Message // what is wrong with it
	broken    bool           // a rule of it cannot be read, so that occurrences may be missing
	zoneTold  bool
}

// series is what makes a component recur.
type series struct {
	rules, exRules []*rule
	dates          []period
	exDates        []moment
}

// period is an RDATE: a time of its own, perhaps with an end of its own.
type period struct {
	start  moment
	end    moment
	hasEnd bool
	length length
	hasLen bool
}

// override tells which occurrence a component stands for.
type override struct {
	id     moment // the start that the occurrence had by the series' rule
	future bool   // it stands for all later ones, too: RANGE=THISANDFUTURE
}

// class is who may see an event (RFC 5545 §3.8.1.3).
type class uint8

const (
	unclassified class = iota
	public
	private // also confidential, and any word that is not known
)

// details are what an event tells beside its time.
type details struct {
	title, description, location string
	categories                   []string
	organizer                    string
	organizerSelf                bool
	attendees                    int
	response                     calendar.Response
	showAs                       calendar.ShowAs
}

// newerThan tells which of two components for the same thing counts: the higher SEQUENCE, then the later DTSTAMP (RFC 5546 §2.1.5),
// then the one that stands later.
func (c *component) newerThan(other *component) bool {
	return c.version().newerThan(other.version())
}

// version is what decides between two components for the same thing.
type version struct {
	sequence int
	stamp    wall
	order    int
}

func (c *component) version() version { return version{c.sequence, c.stamp, c.order} }

func (v version) newerThan(other version) bool {
	switch {
	case v.sequence != other.sequence:
		return v.sequence > other.sequence
	case v.stamp != other.stamp:
		return v.stamp > other.stamp
	}
	return v.order > other.order
}

// mayTouch tells from the times as written whether an occurrence can be between first and last. In doubt it can.
func (c *component) mayTouch(first, last wall) bool {
	length := max(secondsPerDay, wall(c.length.rough()))
	if c.hasEnd {
		length = max(length, c.end.wall-c.start.wall)
	}
	if !c.hasStart || c.broken || c.start.wall <= last && c.start.wall+length >= first || c.override != nil && c.override.future {
		return true
	}
	if c.override != nil || c.series == nil || c.start.wall > last && len(c.series.dates) == 0 {
		return false
	}
	goesOn := func(r *rule) bool { return !r.hasUntil || r.until.wall+length+slack >= first }
	return len(c.series.dates) > 0 || slices.ContainsFunc(c.series.rules, goesOn)
}

// flaw notes something that is wrong with the component.
func (c *component) flaw(m text.Message) { c.flaws = append(c.flaws, m) }
