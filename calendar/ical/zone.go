package ical

import (
	"math"
	"sort"
	"time"
)

// zone tells how far a clock is from UTC at any instant, from the IANA data or from a VTIMEZONE.
type zone struct {
	location    *time.Location // nil for a VTIMEZONE
	first       int            // the offset before the first transition of a VTIMEZONE
	transitions []transition   // of a VTIMEZONE, in order

	last span // the span that was asked for last: most questions are near each other
}

// transition is an instant from which on an offset holds.
type transition struct {
	at     int64
	offset int
}

// span is a time without a transition.
type span struct {
	from, until int64
	offset      int
}

var utcZone = &zone{location: time.UTC, last: span{math.MinInt64, math.MaxInt64, 0}}

func newZone(location *time.Location) *zone { return &zone{location: location} }

// offset returns the seconds east of UTC at an instant.
func (z *zone) offset(instant int64) int {
	if instant < z.last.from || instant >= z.last.until {
		z.last = z.span(instant)
	}
	return z.last.offset
}

func (z *zone) span(instant int64) span {
	if z.location == nil {
		return z.spanOfTable(instant)
	}
	t := at(instant, z.location)
	_, offset := t.Zone()
	s := span{math.MinInt64, math.MaxInt64, offset}
	begin, end := t.ZoneBounds()
	if !begin.IsZero() {
		s.from = begin.Unix()
	}
	if !end.IsZero() {
		s.until = end.Unix()
	}
	return s
}

func (z *zone) spanOfTable(instant int64) span {
	next := sort.Search(len(z.transitions), func(i int) bool { return z.transitions[i].at > instant })
	s := span{math.MinInt64, math.MaxInt64, z.first}
	if next > 0 {
		s.from, s.offset = z.transitions[next-1].at, z.transitions[next-1].offset
	}
	if next < len(z.transitions) {
		s.until = z.transitions[next].at
	}
	return s
}

// instant returns when the clock shows w. A time that it shows twice is the first; one that it leaves out is reckoned
// with the offset before the gap (RFC 5545 §3.3.5).
func (z *zone) instant(w wall) int64 {
	before, after := z.offset(int64(w)-secondsPerDay), z.offset(int64(w)+secondsPerDay)
	early := int64(w) - int64(before)
	between := z.offset(early) // another one only where the clock changes now
	if between == before {
		return early
	}
	for _, offset := range []int{between, after} {
		if late := int64(w) - int64(offset); z.offset(late) == offset {
			return late
		}
	}
	return early
}

// wall returns what the clock shows at an instant.
func (z *zone) wall(instant int64) wall { return wall(instant + int64(z.offset(instant))) }
