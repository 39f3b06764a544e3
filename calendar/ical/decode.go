package ical

import (
	"bytes"
	"strings"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// decoder reads the lines of a VEVENT, of one after another.
type decoder struct {
	*component
	wanted  wanted
	me      []string
	seen    seen
	show    showAs
	depth   int  // of components inside of the event, such as VALARM
	answers bool // the owner's own ATTENDEE line was found

	folds, escapes []byte // space to work in, from one event to the next
}

// seen are the properties that may stand once and were met; the first one counts.
type seen struct{ start, end, duration, uid, id, stamp, sequence, summary, description, location bool }

// once tells whether a property is met for the first time.
func once(seen *bool) bool {
	first := !*seen
	*seen = true
	return first
}

// wanted tells what is to be read of a VEVENT: when it is, what it is, or both.
type wanted uint8

const (
	itsTimes wanted = 1 << iota
	itsDetails
)

// read reads the lines of a VEVENT into c.
func (d *decoder) read(c *component, raw []byte, what wanted) {
	*d = decoder{component: c, wanted: what, me: d.me, folds: d.folds, escapes: d.escapes}
	for len(raw) > 0 {
		var line []byte
		line, raw = cutLine(raw)
		d.line(line)
	}
	d.finish()
}

func (d *decoder) line(line []byte) {
	switch upper(line[0]) {
	case '\r', '\n':
		return
	case 'B', 'E':
		if d.boundary(line) {
			return
		}
	case 'C', 'D', 'R', 'S', 'U':
	case 'A', 'L', 'O', 'T', 'X':
		if d.wanted&itsDetails == 0 {
			return
		}
	default:
		d.needColon(line)
		return
	}
	if d.depth > 0 || d.unwanted(line) {
		return
	}
	p, ok := parseProperty(unfoldInto(&d.folds, line))
	if !ok || len(p.name) == 0 {
		d.needColon(line)
		return
	}
	d.property(p)
}

// boundary follows the components inside of the event, such as VALARM.
func (d *decoder) boundary(line []byte) bool {
	kind, _ := boundary(line)
	switch kind {
	case 'B':
		d.depth++
	case 'E':
		d.depth = max(0, d.depth-1)
	}
	return kind != 0
}

// unwanted knows lines that nobody asks for now, so that they need not be unfolded.
func (d *decoder) unwanted(line []byte) bool {
	name := wholeName(line)
	if d.wanted == itsTimes {
		return !namedAny(name, timeLines)
	}
	return named(name, "ATTACH") || named(name, "X-ALT-DESC")
}

// needColon notes a line that says nothing, unless it is empty.
func (d *decoder) needColon(line []byte) {
	if d.wanted&itsDetails != 0 && d.depth == 0 && len(trim(line)) > 0 && bytes.IndexByte(line, ':') < 0 {
		d.flaw(text.Msg("ical.no-colon"))
	}
}

func (d *decoder) property(p property) {
	if d.wanted&itsTimes != 0 && d.timeProperty(p) {
		return
	}
	if d.wanted&itsDetails != 0 {
		d.detailProperty(p)
	}
}

// timeProperty reads what tells when the event is, and which version of it this is.
func (d *decoder) timeProperty(p property) bool {
	switch {
	case p.is("DTSTART"):
		d.moment(p, &d.start, &d.hasStart, &d.seen.start)
	case p.is("DTEND"):
		d.moment(p, &d.end, &d.hasEnd, &d.seen.end)
	case p.is("DURATION"):
		d.duration(p)
	case p.is("DTSTAMP"):
		if once(&d.seen.stamp) {
			d.stamp = p.stamp()
		}
	case p.is("SEQUENCE"):
		if once(&d.seen.sequence) {
			d.sequence = p.sequence()
		}
	case p.is("UID"):
		if once(&d.seen.uid) {
			d.uid = uidOf(p.value)
		}
	case p.is("CLASS"):
		d.class = max(d.class, classOf(trim(p.value))) // said twice, the more private counts
	default:
		return d.seriesProperty(p)
	}
	return true
}

func (d *decoder) seriesProperty(p property) bool {
	switch {
	case p.is("RRULE"):
		d.rule(p, func(s *series, r *rule) { s.rules = append(s.rules, r) })
	case p.is("EXRULE"):
		d.rule(p, func(s *series, r *rule) { s.exRules = append(s.exRules, r) })
	case p.is("RDATE"):
		d.dates(p, d.period)
	case p.is("EXDATE"):
		d.dates(p, d.exDate)
	case p.is("RECURRENCE-ID"):
		d.recurrenceID(p)
	case p.is("STATUS"):
		d.cancelled = equalFold(trim(p.value), "CANCELLED") || equalFold(trim(p.value), "CANCELED")
		return false // it is a detail, too
	default:
		return false
	}
	return true
}

// detailProperty reads what the event is, and who is there.
func (d *decoder) detailProperty(p property) {
	switch {
	case p.is("SUMMARY"):
		if once(&d.seen.summary) {
			d.details.title = strings.TrimSpace(d.text(p))
		}
	case p.is("DESCRIPTION"):
		if once(&d.seen.description) {
			d.details.description = d.text(p)
		}
	case p.is("LOCATION"):
		if once(&d.seen.location) {
			d.details.location = strings.TrimSpace(d.text(p))
		}
	case p.is("CATEGORIES"):
		d.details.categories = append(d.details.categories, p.list()...)
	case p.is("ORGANIZER"):
		d.organizer(p)
	case p.is("ATTENDEE"):
		d.attendee(p)
	case p.is("STATUS"):
		d.show.unconfirmed = equalFold(trim(p.value), "TENTATIVE")
	case p.is("TRANSP"):
		d.show.transparent = equalFold(trim(p.value), "TRANSPARENT")
	case p.is("X-MICROSOFT-CDO-BUSYSTATUS"):
		d.show.busyStatus = microsoftStatus(trim(p.value))
	case p.is("X-MICROSOFT-CDO-INTENDEDSTATUS"):
		d.show.intended = microsoftStatus(trim(p.value))
	}
}

func (d *decoder) text(p property) string { return unescapeIn(&d.escapes, p.value) }

// stamp reads DTSTAMP; one that cannot be read is older than all others.
func (p property) stamp() wall {
	m, _ := parseMoment(p.value)
	return m.wall
}

// sequence reads SEQUENCE; one that cannot be read is 0.
func (p property) sequence() int {
	n, ok := number(trim(p.value))
	if !ok || len(p.value) >= 12 {
		return 0
	}
	return n
}

func uidOf(value []byte) string { return strings.TrimSpace(unescape(value)) }

func classOf(word []byte) class {
	switch {
	case len(word) == 0:
		return unclassified
	case equalFold(word, "PUBLIC"):
		return public
	}
	return private
}

// finish draws what follows from the lines together.
func (d *decoder) finish() {
	if d.wanted&itsDetails != 0 {
		d.details.showAs = d.show.value()
		if d.details.organizerSelf && d.details.response != calendar.Declined {
			d.details.response = calendar.AsOrganizer
		}
	}
	if d.wanted&itsTimes == 0 {
		return
	}
	if !d.hasStart && d.override != nil {
		d.start, d.hasStart = d.override.id, true
	}
	d.checkEnd()
}
