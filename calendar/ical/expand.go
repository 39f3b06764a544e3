package ical

import (
	"ugeseddel/calendar"
	"ugeseddel/text"
)

const (
	// maxStepsOfAll bounds the work on all rules of a calendar together.
	maxStepsOfAll = 40_000_000
	// maxOccurrences bounds what one series can put into a window: more than one each minute for a month.
	maxOccurrences = 50_000
)

// expander turns groups into the events of the window.
type expander struct {
	*reader
	list  []calendar.Event
	steps int // what is left of maxStepsOfAll
}

// group adds the occurrences of all components of one UID.
func (x *expander) group(g *group) {
	if g.master == nil {
		x.orphans(g.overrides)
		return
	}
	m := g.master
	if !m.hasStart {
		m.flaw(text.Msg("ical.no-start"))
		x.problems.addFlaws(m)
		x.orphans(g.overrides)
		return
	}
	if m.series == nil && len(g.overrides) == 0 {
		x.single(m)
		return
	}
	x.series(g)
}

// single adds an event that does not recur.
func (x *expander) single(c *component) {
	if c.cancelled {
		return
	}
	x.add(c, c.ownSpan(x.home), "", false)
}

// orphans adds overrides whose series is not there, or does not have the occurrence: each is an event of its own.
func (x *expander) orphans(overrides []*component) {
	for _, c := range newestOverrides(overrides, func(m moment) key { return keyOf(m, m, x.home) }) {
		x.ownOverride(c, keyOf(c.override.id, c.override.id, x.home))
	}
}

// ownOverride adds the occurrence that an override describes.
func (x *expander) ownOverride(c *component, k key) {
	if !c.cancelled {
		x.add(c, c.ownSpan(x.home), k.String(), true)
	}
}

// add puts an occurrence into the list if it touches the window. It tells what is wrong with the component when its first one does.
func (x *expander) add(c *component, s occurrence, recurrenceID string, recurring bool) bool {
	start, end := at(s.start, x.window.Zone()), at(s.end, x.window.Zone())
	if !x.window.Overlaps(start, end) {
		return false
	}
	if len(c.flaws) > 0 {
		x.problems.addFlaws(c)
	}
	x.tellUnknownZone(c)
	x.list = append(x.list, c.event(x.options.Calendar, s, start, end, recurrenceID, recurring))
	return true
}

// tellUnknownZone tells once which zone of a component nobody knows.
func (x *expander) tellUnknownZone(c *component) {
	if c.zoneTold {
		return
	}
	c.zoneTold = true
	for _, m := range []moment{c.start, c.end} {
		if m.form == zoned && m.zone.unknown {
			x.problems.add(c.where(), text.Msg("ical.unknown-zone", m.zone.name, x.window.Zone().String()))
			return
		}
	}
}
