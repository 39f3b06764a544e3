package ical

import (
	"bytes"
)

// The scanner looks at the bytes of a calendar before anything is decoded: it finds where events begin and end, and notes in passing
// the few lines that tell when an event is. So an event that cannot touch the window costs no more than being passed by.

var byteOrderMark = []byte("\xEF\xBB\xBF")

// sink gets what the scanner finds, in the order of the text. What it keeps it has to copy.
type sink interface {
	beginCalendar()
	calendarLine(line []byte) // unfolded
	timezone(raw []byte)
	event(found)
}

// found is a VEVENT that the scanner has found.
type found struct {
	raw   []byte // its lines, without BEGIN and END
	marks marks
	line  int // the number of its BEGIN line
	noEnd bool
}

// mark is a content line, by its place in the raw lines of its component.
type mark struct{ begin, end int }

func (m mark) in(raw []byte) []byte { return raw[m.begin:m.end] }

// marks are the lines that tell when an event is, the first of each name; the empty mark is none.
type marks struct {
	uid, start, end, duration, sequence, stamp mark
	series                                     bool // it has an RRULE, RDATE or RECURRENCE-ID
}

// scanner cuts a text into its components. The text must have no CR that is a line break by itself.
type scanner struct {
	text []byte
	to   sink

	line, pos int // in text: where the current content line begins, and the next one
	lines     int // line breaks so far
	crlf      int // of them with a CR

	open      string // the component that is open beneath VCALENDAR
	depth     int    // of components inside of that
	begin     int    // in text: where it begins, after its BEGIN line
	beginLine int    // the number of its BEGIN line
	marks     marks
}

// run scans the whole text.
func (s *scanner) run() {
	for s.next() {
		switch line := s.text[s.line:s.pos]; s.open {
		case "VEVENT":
			s.takeOfEvent(line)
		case "":
			s.takeOutside(line)
		default:
			s.takeOfOther(line)
		}
	}
	s.line = len(s.text)
	s.close(true)
}

// next goes on to the next content line, its folds still in it.
func (s *scanner) next() bool {
	s.line = s.pos
	for at := s.pos; at < len(s.text); {
		i := bytes.IndexByte(s.text[at:], '\n')
		if i < 0 {
			s.pos = len(s.text)
			return true
		}
		at += i + 1
		s.lines++
		if i > 0 && s.text[at-2] == '\r' {
			s.crlf++
		}
		if at == len(s.text) || s.text[at] > ' ' || !continues(s.text[at:]) {
			s.pos = at
			return true
		}
	}
	s.pos = len(s.text)
	return s.line < s.pos
}

// takeOfEvent is called for almost every line of a calendar.
func (s *scanner) takeOfEvent(line []byte) {
	switch line[0] | 0x20 {
	case 'b', 'e':
		if kind, name := boundary(line); kind != 0 {
			s.takeBoundary(kind, name)
		}
	case 'd', 'r', 'u', 's':
		if s.depth == 0 {
			s.note(line)
		}
	}
}

// note marks a line that tells when the event is.
func (s *scanner) note(line []byte) {
	m := mark{s.line - s.begin, s.pos - s.begin}
	var space [16]byte
	switch string(nameOf(line, &space)) {
	case "DTSTART":
		first(&s.marks.start, m)
	case "DTEND":
		first(&s.marks.end, m)
	case "DTSTAMP":
		first(&s.marks.stamp, m)
	case "DURATION":
		first(&s.marks.duration, m)
	case "UID":
		first(&s.marks.uid, m)
	case "SEQUENCE":
		first(&s.marks.sequence, m)
	case "RRULE", "RDATE", "RECURRENCE-ID":
		s.marks.series = true
	}
}

func first(to *mark, m mark) {
	if to.end == 0 {
		*to = m
	}
}

// boundary reads a BEGIN or END line: 'B' or 'E' and the name of the component; 0 for any other line.
func boundary(line []byte) (kind byte, name []byte) {
	const longest = 200
	line = unfold(line)
	var value []byte
	switch {
	case len(line) > longest:
		return 0, nil
	case len(line) > 6 && equalFold(line[:6], "BEGIN:"):
		value = line[6:]
	case len(line) > 4 && equalFold(line[:4], "END:"):
		value = line[4:]
	case named(line, "BEGIN"), named(line, "END"):
		p, _ := parseProperty(line)
		value = p.value
	default:
		return 0, nil
	}
	return upper(line[0]), trim(value)
}

// outer are the components that stand on their own: where one begins, whatever was open is closed.
var outer = []string{"VEVENT", "VCALENDAR", "VTIMEZONE", "VTODO", "VJOURNAL", "VFREEBUSY"}

// takeBoundary follows the components inside of the open one, up to its own end.
func (s *scanner) takeBoundary(kind byte, name []byte) {
	if kind == 'B' {
		if i := indexFold(outer, name); i >= 0 {
			s.close(true)
			s.openComponent(outer[i])
			return
		}
		s.depth++
		return
	}
	switch {
	case equalFold(name, s.open):
		s.close(false)
	case equalFold(name, "VCALENDAR"):
		s.close(true)
	case s.depth > 0:
		s.depth--
	}
}

func (s *scanner) takeOutside(line []byte) {
	line = bytes.TrimPrefix(unfold(line), byteOrderMark)
	if len(line) == 0 {
		return
	}
	switch line[0] | 0x20 {
	case 'b':
		if kind, name := boundary(line); kind == 'B' {
			s.openComponent(string(bytes.ToUpper(name)))
		}
	case 'p', 'm':
		s.to.calendarLine(line)
	}
}

func (s *scanner) takeOfOther(line []byte) {
	if c := line[0] | 0x20; c != 'b' && c != 'e' {
		return
	}
	if kind, name := boundary(line); kind != 0 {
		s.takeBoundary(kind, name)
	}
}

func (s *scanner) openComponent(name string) {
	if name == "VCALENDAR" {
		s.to.beginCalendar()
		return
	}
	s.open, s.depth, s.marks = name, 0, marks{}
	s.begin, s.beginLine = s.pos, s.lines
}

// close ends the open component; missing tells that it has no END of its own.
func (s *scanner) close(missing bool) {
	name, raw := s.open, s.text[min(s.begin, s.line):s.line]
	s.open = ""
	switch name {
	case "VTIMEZONE":
		s.to.timezone(raw)
	case "VEVENT":
		s.to.event(found{raw: raw, marks: s.marks, line: s.beginLine, noEnd: missing})
	}
}
