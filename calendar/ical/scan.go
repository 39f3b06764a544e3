package ical

import (
	"bytes"
	"errors"
	"io"
)

// The scanner looks at the bytes of a calendar before anything is decoded. It reads them in pieces, finds where events begin and end, and
// notes in passing the few lines that tell when an event is. So an event that cannot touch the window costs no more than being passed by.

const (
	pieceSize = 256 << 10
	// maxHeld bounds how much of one event is held: with a million EXDATEs it is smaller.
	maxHeld = 64 << 20
)

var byteOrderMark = []byte("\xEF\xBB\xBF")

// scanner cuts a text into its components.
type scanner struct {
	source io.Reader
	held   []byte // what was read and is still needed
	begin  int    // in held: where the open component begins, after its BEGIN line

	lineBegin int // in held: the line that was returned last
	pos       int // in held: the line after it
	eof       bool
	err       error // of the source, but for io.EOF

	lines     int // line breaks so far
	beginLine int // the number of the line on which the open component begins
	open      string
	depth     int  // of components inside of the open one
	tooLong   bool // a part of the open component was let go
	marks     marks

	to sink
}

// sink gets what the scanner finds, in the order of the text. What it keeps it has to copy.
type sink interface {
	beginCalendar()
	calendarLine(line []byte) // unfolded
	timezone(raw []byte)
	event(found)
}

// found is a VEVENT that the scanner has found.
type found struct {
	raw     []byte // its lines, without BEGIN and END
	marks   marks
	line    int  // the number of its BEGIN line
	tooLong bool // and so raw is not whole
	noEnd   bool
}

// mark is a content line, by its place after the BEGIN line of its component.
type mark struct{ begin, end int }

func (m mark) in(raw []byte) []byte { return raw[m.begin:m.end] }

// marks are the lines that tell when an event is, the first of each name; the empty mark is none.
type marks struct {
	uid, start, end, duration, sequence, stamp mark
	series                                     bool // it has an RRULE, RDATE or RECURRENCE-ID
}

func (s *scanner) run() error {
	if s.held == nil {
		s.held = make([]byte, 0, pieceSize)
	}
	for {
		line := s.next()
		if len(line) == 0 {
			break
		}
		s.take(line)
	}
	s.close(true)
	return s.err
}

// next returns the next content line with its folds, and nothing at the end.
func (s *scanner) next() []byte {
	s.lineBegin = s.pos
	for at := s.pos; ; {
		i := bytes.IndexByte(s.held[at:], '\n')
		end := at + i + 1
		switch {
		case i >= 0 && end+2 < len(s.held) && s.held[end] > ' ': // almost always
			s.lines++
			s.pos = end
			return s.held[s.lineBegin:end]
		case (i < 0 || end+2 >= len(s.held)) && !s.eof: // continues looks at up to three bytes
			at = max(0, at-s.fill())
		case i < 0:
			s.pos = len(s.held)
			return s.held[s.lineBegin:]
		default:
			s.lines++
			if !continues(s.held[end:]) {
				s.pos = end
				return s.held[s.lineBegin:end]
			}
			at = end
		}
	}
}

// fill reads on, after letting go what is no longer needed: all before the open component, or before the line where none is open.
// It returns by how much the rest moved towards the front.
func (s *scanner) fill() (moved int) {
	moved = s.lineBegin
	if s.open != "" && !s.tooLong {
		moved = s.begin
	}
	if moved == 0 && len(s.held) > maxHeld-pieceSize {
		s.tooLong = true
		moved = len(s.held)
	}
	s.held = s.held[:copy(s.held, s.held[moved:])]
	s.begin, s.lineBegin = max(0, s.begin-moved), max(0, s.lineBegin-moved)
	if len(s.held) > cap(s.held)-pieceSize/2 {
		s.held = append(make([]byte, 0, 2*cap(s.held)), s.held...)
	}
	n, err := io.ReadAtLeast(s.source, s.held[len(s.held):cap(s.held)], 1)
	fresh := s.held[len(s.held) : len(s.held)+n]
	s.held = s.held[:len(s.held)+n]
	if err != nil {
		s.eof = true
		if !errors.Is(err, io.EOF) {
			s.err = err
		}
	}
	s.mendLineBreaks(fresh)
	return moved
}

// mendLineBreaks makes an LF of each CR that is a line break by itself.
func (s *scanner) mendLineBreaks(fresh []byte) {
	for at := 0; at < len(fresh); {
		i := bytes.IndexByte(fresh[at:], '\r')
		if i < 0 {
			return
		}
		at += i + 1
		if at == len(fresh) {
			fresh = s.readByte(fresh)
		}
		if at == len(fresh) || fresh[at] != '\n' {
			fresh[at-1] = '\n'
		}
	}
}

// readByte reads on by one byte, for a CR at the end of what was read.
func (s *scanner) readByte(fresh []byte) []byte {
	var next [1]byte
	n, _ := io.ReadFull(s.source, next[:])
	s.held = append(s.held, next[:n]...)
	return s.held[len(s.held)-len(fresh)-n:]
}

// take looks at one content line.
func (s *scanner) take(line []byte) {
	switch s.open {
	case "VEVENT":
		s.takeOfEvent(line)
	case "":
		s.takeOutside(line)
	default:
		s.takeOfOther(line)
	}
}

// takeOfEvent is called for almost every line of a calendar.
func (s *scanner) takeOfEvent(line []byte) {
	switch line[0] | 0x20 {
	case 'b', 'e':
		if kind, name := boundary(line); kind != 0 {
			s.takeBoundary(kind, name)
		}
	case 'd', 'r', 'u', 's':
		if s.depth == 0 && !s.tooLong {
			s.note(line)
		}
	}
}

// note marks a line that tells when the event is.
func (s *scanner) note(line []byte) {
	end := s.pos - s.begin
	m := mark{end - len(line), end}
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
	s.open, s.depth, s.tooLong, s.marks = name, 0, false, marks{}
	s.begin, s.beginLine = s.pos, s.lines
}

// close ends the open component; missing tells that it has no END of its own.
func (s *scanner) close(missing bool) {
	if s.open == "" {
		return
	}
	name, raw := s.open, s.held[s.begin:s.lineBegin]
	s.open = ""
	switch {
	case name == "VTIMEZONE" && !s.tooLong:
		s.to.timezone(raw)
	case name == "VEVENT":
		s.to.event(found{raw: raw, marks: s.marks, line: s.beginLine, tooLong: s.tooLong, noEnd: missing})
	}
}
