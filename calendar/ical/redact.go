package ical

import (
	"bytes"
	"strings"
)

// Redact returns what the reader needs of a text, for a copy on the disk: of a private event only its time and that it is private,
// of any other one nothing that is not read anyway. Read finds the same in it. A text that is no calendar becomes empty.
func Redact(data []byte) []byte {
	var r redactor
	scanMended(data, func() sink {
		r = redactor{private: map[string]bool{}}
		return &r
	})
	return r.bytes()
}

// redactor writes a calendar anew. It is done in the end, since an override is as private as its series, which may stand after it.
type redactor struct {
	pieces  []piece
	private map[string]bool // UIDs
}

// piece is a component, or what stands before one.
type piece struct {
	head    []byte // BEGIN and what is always kept, whole lines
	uid     string
	secret  []byte // what a private event does not tell, whole lines
	unclear bool   // the component does not say who may see it
}

func (r *redactor) plain(text ...string) {
	r.pieces = append(r.pieces, piece{head: []byte(strings.Join(text, ""))})
}

func (r *redactor) beginCalendar() {
	r.endCalendar()
	r.plain("BEGIN:VCALENDAR\r\n")
}

func (r *redactor) endCalendar() {
	if len(r.pieces) > 0 {
		r.plain("END:VCALENDAR\r\n")
	}
}

func (r *redactor) calendarLine(line []byte) {
	if p, ok := parseProperty(line); ok && (p.is("PRODID") || p.is("METHOD")) && len(r.pieces) > 0 {
		r.plain(string(line), "\r\n")
	}
}

func (r *redactor) timezone(raw []byte) {
	if len(r.pieces) > 0 {
		r.plain("BEGIN:VTIMEZONE\r\n", string(raw), "END:VTIMEZONE\r\n")
	}
}

var (
	timeLines = []string{"UID", "DTSTART", "DTEND", "DTSTAMP", "DURATION", "SEQUENCE", "STATUS", "CLASS", "RRULE", "EXRULE", "RDATE",
		"EXDATE", "RECURRENCE-ID"}
	detailLines = []string{"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "ORGANIZER", "ATTENDEE", "TRANSP",
		"X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS"}
)

func (r *redactor) event(f found) {
	if len(r.pieces) == 0 {
		return
	}
	c := &component{calendar: newVcalendar(nil)}
	p := piece{head: []byte("BEGIN:VEVENT\r\n")}
	depth := 0
	for raw := f.raw; len(raw) > 0; {
		var line []byte
		line, raw = cutLine(raw)
		name := wholeName(line)
		switch {
		case named(name, "BEGIN"):
			depth++
		case named(name, "END"):
			depth = max(0, depth-1)
		case depth == 0:
			p.take(name, line)
		}
	}
	new(decoder).read(c, f.raw, itsTimes)
	p.uid, p.unclear = c.uid, c.class == unclassified
	if c.class == private {
		p.secret = nil
		if c.uid != "" {
			r.private[c.uid] = true
		}
	}
	r.pieces = append(r.pieces, p)
}

// take keeps a line where it belongs. Of a line without a colon only that there was one is kept.
func (p *piece) take(name, line []byte) {
	switch {
	case namedAny(name, timeLines):
		p.head = appendLine(p.head, line)
	case namedAny(name, detailLines):
		p.secret = appendLine(p.secret, line)
	case len(trim(line)) > 0 && bytes.IndexByte(line, ':') < 0:
		p.head = append(p.head, "?\r\n"...)
	}
}

func namedAny(line []byte, names []string) bool {
	for _, name := range names {
		if named(line, name) {
			return true
		}
	}
	return false
}

func appendLine(to, line []byte) []byte {
	return append(append(to, bytes.TrimRight(line, "\r\n")...), "\r\n"...)
}

func (r *redactor) bytes() []byte {
	r.endCalendar()
	var b []byte
	for _, p := range r.pieces {
		b = append(b, p.head...)
		if !p.unclear || !r.private[p.uid] {
			b = append(b, p.secret...)
		}
		if bytes.HasPrefix(p.head, []byte("BEGIN:VEVENT\r\n")) {
			b = append(b, "END:VEVENT\r\n"...)
		}
	}
	return b
}
