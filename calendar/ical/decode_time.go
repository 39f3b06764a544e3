package ical

import (
	"bytes"

	"ugeseddel/text"
)

// moment reads DTSTART or DTEND.
func (d *decoder) moment(p property, to *moment, has, seen *bool) {
	if !once(seen) {
		d.flaw(text.Msg("ical.twice", string(bytes.ToUpper(p.name))))
		return
	}
	m, ok := d.readMoment(p)
	if !ok {
		d.flaw(text.Msg("ical.bad-time", string(bytes.ToUpper(p.name)), decode(cut(p.value))))
		return
	}
	*to, *has = m, true
}

// readMoment reads a property's value in the zone of its TZID.
func (d *decoder) readMoment(p property) (moment, bool) {
	m, err := parseMoment(p.value)
	if err != nil {
		again, ok := p.lastColon()
		if !ok {
			return moment{}, false
		}
		p = again
		if m, err = parseMoment(p.value); err != nil {
			return moment{}, false
		}
	}
	return d.inZone(m, p.param("TZID")), true
}

// inZone puts a time without a zone of its own into the one that TZID names. A time in UTC stays what it is.
func (d *decoder) inZone(m moment, tzid []byte) moment {
	if m.form == floating && len(tzid) > 0 {
		m.form = zoned
		m.zone = d.calendar.zoneRef(tzid)
	}
	return m
}

// cut shortens what is repeated in a message.
func cut(value []byte) []byte { return value[:min(len(value), 60)] }

func (d *decoder) duration(p property) {
	if !once(&d.seen.duration) {
		d.flaw(text.Msg("ical.twice", "DURATION"))
		return
	}
	l, negative, err := parseDuration(p.value)
	switch {
	case err != nil:
		d.flaw(text.Msg("ical.bad-duration", decode(cut(p.value))))
	case negative && l != length{}:
		d.flaw(text.Msg("ical.negative-duration", decode(cut(p.value))))
	default:
		d.length, d.hasLen = l, true
	}
}

// checkEnd leaves out an end that cannot be one.
func (d *decoder) checkEnd() {
	if !d.hasStart || !d.hasEnd || d.start.form != d.end.form {
		return
	}
	if sameClock := d.start.zone == d.end.zone; sameClock && d.end.wall < d.start.wall {
		d.flaw(text.Msg("ical.end-before-start"))
		d.hasEnd = false
	}
}

func (d *decoder) recurring() *series {
	if d.component.series == nil {
		d.component.series = &series{}
	}
	return d.component.series
}

func (d *decoder) rule(p property, add func(*series, *rule)) {
	r, flaws := parseRule(p.value)
	d.flaws = append(d.flaws, flaws...)
	s := d.recurring()
	if r == nil {
		d.broken = true
		return
	}
	add(s, r)
}

// dates reads a list of RDATE or EXDATE values.
func (d *decoder) dates(p property, add func([]byte, []byte) bool) {
	if again, ok := p.lastColon(); ok {
		p = again
	}
	tzid := p.param("TZID")
	bad := 0
	for value := range bytes.SplitSeq(p.value, []byte(",")) {
		if len(trim(value)) > 0 && !add(value, tzid) {
			bad++
		}
	}
	if bad > 0 {
		d.flaw(text.Msg("ical.bad-dates", bad, string(bytes.ToUpper(p.name))))
	}
}

func (d *decoder) exDate(value, tzid []byte) bool {
	m, err := parseMoment(value)
	if err != nil {
		return false
	}
	s := d.recurring()
	s.exDates = append(s.exDates, d.inZone(m, tzid))
	return true
}

// period reads an RDATE value: a date, a time, or start/end or start/duration.
func (d *decoder) period(value, tzid []byte) bool {
	begin, end, isPeriod := bytes.Cut(value, []byte("/"))
	m, err := parseMoment(begin)
	if err != nil {
		return false
	}
	r := period{start: d.inZone(m, tzid)}
	if isPeriod {
		if !d.periodEnd(&r, end, tzid) {
			return false
		}
	}
	s := d.recurring()
	s.dates = append(s.dates, r)
	return true
}

func (d *decoder) periodEnd(r *period, end, tzid []byte) bool {
	if l, negative, err := parseDuration(end); err == nil {
		r.length, r.hasLen = l, !negative
		return !negative
	}
	m, err := parseMoment(end)
	r.end, r.hasEnd = d.inZone(m, tzid), err == nil
	return err == nil
}

func (d *decoder) recurrenceID(p property) {
	if !once(&d.seen.id) {
		d.flaw(text.Msg("ical.twice", "RECURRENCE-ID"))
		return
	}
	m, ok := d.readMoment(p)
	if !ok {
		d.flaw(text.Msg("ical.bad-time", "RECURRENCE-ID", decode(cut(p.value))))
		return
	}
	d.override = &override{id: m, future: equalFold(p.param("RANGE"), "THISANDFUTURE")}
}
