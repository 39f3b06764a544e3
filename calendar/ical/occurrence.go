package ical

import (
	"time"

	"ugeseddel/calendar"
)

// occurrence is when an event takes place, in seconds since 1970 UTC.
type occurrence struct {
	start, end int64
	allDay     bool
}

// key tells the occurrences of a series apart: by the instant at which they begin by the rule, or by the date where they last all day.
type key struct {
	at     int64 // an instant, or a day's number
	isDate bool
}

// keyOf returns the key of a time within a series that begins at start. A time of another form than the series' is put into its form:
// floating times are meant on the series' clock, and of a time in a series of days only the date counts.
func keyOf(m, start moment, home *zone) key {
	switch {
	case m.isDate():
		return key{int64(m.wall.day()), true}
	case start.isDate():
		return key{int64(dateOf(m, home).day()), true}
	case m.form == floating:
		return key{start.clockIn(home).instant(m.wall), false}
	}
	return key{m.instant(home), false}
}

// dateOf returns the date that a time means in a series of days: as it is written; a time in UTC that is no midnight there, by the clock of home.
func dateOf(m moment, home *zone) wall {
	if m.form == utc && m.wall.clock() != 0 {
		return home.wall(int64(m.wall))
	}
	return m.wall
}

// String is the recurrence id of the occurrence: its original start in UTC, or its date.
func (k key) String() string {
	if k.isDate {
		return time.Unix(k.at*secondsPerDay, 0).UTC().Format(time.DateOnly)
	}
	return time.Unix(k.at, 0).UTC().Format(time.RFC3339)
}

// ownSpan returns when the component's own first occurrence takes place.
func (c *component) ownSpan(home *zone) occurrence {
	return c.spanFrom(c.start.clockIn(home), c.start.wall, home)
}

// spanFrom returns when an occurrence takes place that begins when clock shows w. It is as long as the first one: exactly where that has a DTEND,
// by the calendar where it lasts days (RFC 5545 §3.8.5.3, §3.3.6).
func (c *component) spanFrom(clock *zone, w wall, home *zone) occurrence {
	if c.start.isDate() {
		day := w.day()
		return occurrence{home.instant(wallOf(day, 0)), home.instant(wallOf(day+c.days(home), 0)), true}
	}
	start := clock.instant(w)
	switch {
	case c.hasEnd:
		own := c.start.instant(home)
		return occurrence{start, start + max(0, c.end.instant(home)-own), false}
	case c.length.days > 0:
		return occurrence{start, clock.instant(w+wall(c.length.days*secondsPerDay)) + c.length.seconds, false}
	}
	return occurrence{start, start + c.length.seconds, false}
}

// days returns how many days an event lasts that lasts all day: at least one.
func (c *component) days(home *zone) int {
	begin := c.start.wall.day()
	n := 0
	switch {
	case c.hasEnd && c.end.isDate():
		n = c.end.wall.day() - begin
	case c.hasEnd: // a time: the day that it falls into counts
		end := c.end.clockIn(home).wall(c.end.instant(home))
		n = int(ceilDiv(int64(end), secondsPerDay)) - begin
	case c.hasLen:
		n = int(ceilDiv(c.length.rough(), secondsPerDay))
	}
	return max(1, n)
}

// rough returns how long the event lasts at the most, in seconds.
func (c *component) rough(home *zone) int64 {
	s := c.ownSpan(home)
	return s.end - s.start + secondsPerDay
}

// event makes the calendar's event of an entry. Of a private one only its time leaves the reader.
func (e entry) event(calendarName string, zone *time.Location) calendar.Event {
	c, o := e.component, e.occurrence
	made := calendar.Event{
		UID: c.uid, RecurrenceID: e.recurrenceID(), Calendar: calendarName,
		AllDay: o.allDay, Start: at(o.start, zone), End: at(o.end, zone), Recurring: e.recurring, Private: c.class == private,
	}
	if !made.Private {
		d := &c.details
		made.ShowAs, made.Response = d.showAs, d.response
		made.Title, made.Description, made.Location, made.Categories = d.title, d.description, d.location, d.categories
		made.Organizer, made.OrganizerSelf, made.Attendees = d.organizer, d.organizerSelf, d.attendees
	}
	if c.uid == "" || c.calendar.unstableUIDs() {
		made.StableID = made.Fingerprint()
	}
	return made
}
