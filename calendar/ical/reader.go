package ical

import (
	"bytes"
	"errors"
	"hash/maphash"
	"io"
	"unicode/utf8"

	"ugeseddel/calendar"
)

// slack is how far from a window a time as written may be and yet touch it: no zone is further from another.
const slack = 2 * secondsPerDay

// reader gathers the components of one calendar that can touch the window.
type reader struct {
	window      calendar.Window
	home        *zone
	first, last wall // the window and slack around it
	options     Options
	everything  bool // decode also what cannot touch the window: for tests

	object     string // the name of the text that is being read
	zones      map[string]*zone
	components []*component
	passed     []passed
	order      int
	problems   problems
	seed       maphash.Seed
}

// passed is a component that was not decoded, since it cannot touch the window. It still counts where another one has the same UID.
type passed struct {
	uid uint64 // a hash
	version
}

func newReader(w calendar.Window, o Options) *reader {
	return &reader{
		window: w, home: newZone(w.Zone()), options: o,
		first: wall(w.Start.Unix() - slack), last: wall(w.End.Unix() + slack),
		problems: problems{calendar: o.Calendar}, seed: maphash.MakeSeed(), zones: map[string]*zone{},
	}
}

// readObject takes in a text that is there as a whole.
func (r *reader) readObject(data []byte, name string) error {
	r.object = name
	p := &part{}
	r.scan(data, p)
	if !r.take([]*part{p}) {
		return ErrNoCalendar
	}
	return nil
}

// read takes in one text.
func (r *reader) read(source io.Reader) error {
	parts, err := r.scanBlocks(source)
	if !r.take(parts) {
		return errors.Join(ErrNoCalendar, err)
	}
	return err
}

// mayTouch tells from the times as written whether a single event can touch the window. In doubt it can.
func (r *reader) mayTouch(f found) bool {
	start, ok := writtenTime(f.marks.start.in(f.raw))
	if !ok {
		return true
	}
	end := start + secondsPerDay
	if f.marks.end.end > 0 {
		written, ok := writtenTime(f.marks.end.in(f.raw))
		if !ok {
			return true
		}
		end = max(end, written)
	}
	if f.marks.duration.end > 0 {
		l, _, err := parseDuration(valueOf(f.marks.duration.in(f.raw)))
		if err != nil {
			return true
		}
		end = max(end, start+wall(l.rough()))
	}
	return start <= r.last && end >= r.first
}

func writtenTime(line []byte) (wall, bool) {
	m, err := parseMoment(valueOf(line))
	return m.wall, err == nil
}

// valueOf returns what stands after the last colon of a line.
func valueOf(line []byte) []byte {
	line = unfold(line)
	for i := len(line) - 1; i >= 0; i-- {
		if line[i] == ':' {
			return trim(line[i+1:])
		}
	}
	return nil
}

// passBy keeps of a component only what decides between it and others.
func (r *reader) passBy(f found, order int) passed {
	p := passed{version: version{order: order}}
	if q, ok := parseProperty(unfold(f.marks.uid.in(f.raw))); ok {
		p.uid = r.hash(q.value)
	}
	if q, ok := parseProperty(unfold(f.marks.sequence.in(f.raw))); ok {
		p.sequence = q.sequence()
	}
	if q, ok := parseProperty(unfold(f.marks.stamp.in(f.raw))); ok {
		p.stamp = q.stamp()
	}
	return p
}

// hash returns a number for a UID as it is written, 0 where there is none.
func (r *reader) hash(value []byte) uint64 {
	value = bytes.TrimSpace(value)
	if len(value) == 0 {
		return 0
	}
	if bytes.IndexByte(value, '\\') >= 0 || !utf8.Valid(value) {
		return maphash.String(r.seed, uidOf(value))
	}
	return maphash.Bytes(r.seed, value)
}
