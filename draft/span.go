package draft

import "time"

// span is a stretch of time, half-open.
type span struct{ start, end time.Time }

// minutes are those that really pass, also in the nights when clocks change.
func (s span) minutes() int { return int(s.end.Sub(s.start) / time.Minute) }

func (s span) overlaps(t span) bool { return s.start.Before(t.end) && t.start.Before(s.end) }

func (s span) holds(t span) bool { return !t.start.Before(s.start) && !t.end.After(s.end) }

// without returns what is left of s when all of taken is taken away, in order of time.
func (s span) without(taken []span) []span {
	left := []span{s}
	for _, t := range taken {
		var still []span
		for _, piece := range left {
			still = append(still, piece.minus(t)...)
		}
		left = still
	}
	return left
}

func (s span) minus(t span) []span {
	if !s.overlaps(t) {
		return []span{s}
	}
	var left []span
	if s.start.Before(t.start) {
		left = append(left, span{s.start, t.start})
	}
	if t.end.Before(s.end) {
		left = append(left, span{t.end, s.end})
	}
	return left
}

func total(spans []span) int {
	minutes := 0
	for _, s := range spans {
		minutes += s.minutes()
	}
	return minutes
}

// common returns what s and t share, and whether they share anything.
func (s span) common(t span) (span, bool) {
	c := span{later(s.start, t.start), earlier(s.end, t.end)}
	return c, c.start.Before(c.end)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
