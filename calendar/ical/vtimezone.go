package ical

import (
	"bytes"
	"cmp"
	"slices"
)

// observance is a STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5).
type observance struct {
	start    moment
	from, to int // offsets in seconds east of UTC
	rules    []rule
	dates    []moment

	hasStart, hasFrom, hasTo bool
}

// Between these times the transitions of a VTIMEZONE are reckoned: no calendar of ours goes further.
var (
	dawn    = wallOf(dayNumber(1900, 1, 1), 0)
	horizon = wallOf(dayNumber(2150, 1, 1), 0)
)

const (
	// maxTransitions bounds how often one observance of a hostile VTIMEZONE can begin.
	maxTransitions = 2000
	// maxZoneSteps bounds the work on all rules of one VTIMEZONE.
	maxZoneSteps = 50_000
)

// parseVTimezone reads a VTIMEZONE. Without a usable observance it is none.
func parseVTimezone(raw []byte) (*zone, bool) {
	var z zone
	var all []observance
	steps := maxZoneSteps
	for _, o := range parseObservances(raw) {
		if o.usable() {
			all = append(all, o)
			z.transitions = append(z.transitions, o.transitions(&steps)...)
		}
	}
	if len(all) == 0 {
		return nil, false
	}
	earliest := slices.MinFunc(all, func(a, b observance) int { return cmp.Compare(a.start.wall, b.start.wall) })
	z.first = earliest.from
	slices.SortStableFunc(z.transitions, func(a, b transition) int { return cmp.Compare(a.at, b.at) })
	return &z, true
}

// transitions returns when the observance begins, each time. The times are told by the clock as it was before.
// The work is taken off steps.
func (o observance) transitions(steps *int) []transition {
	onsets := []wall{o.start.wall}
	for _, r := range o.rules {
		r.each(o.start.wall, max(o.start.wall, dawn), o.lastOnset(r), steps, func(w wall) bool {
			onsets = append(onsets, w)
			return len(onsets) < maxTransitions
		})
	}
	for _, m := range o.dates {
		onsets = append(onsets, m.wall)
	}
	list := make([]transition, 0, len(onsets))
	for _, w := range onsets {
		list = append(list, transition{at: int64(w) - int64(o.from), offset: o.to})
	}
	return list
}

func (o observance) lastOnset(r rule) wall {
	switch {
	case !r.hasUntil:
		return horizon
	case r.until.form == utc:
		return min(horizon, r.until.wall+wall(o.from))
	}
	return min(horizon, r.until.wall)
}

// parseObservances reads what the reader needs of each STANDARD and DAYLIGHT.
func parseObservances(raw []byte) []observance {
	var list []observance
	var o *observance
	for len(raw) > 0 {
		var line []byte
		line, raw = cutLine(raw)
		p, ok := parseProperty(unfold(line))
		switch {
		case !ok:
		case p.is("BEGIN") && (equalFold(trim(p.value), "STANDARD") || equalFold(trim(p.value), "DAYLIGHT")):
			list = append(list, observance{})
			o = &list[len(list)-1]
		case p.is("END"):
			o = nil
		case o != nil:
			o.read(p)
		}
	}
	return list
}

func (o *observance) read(p property) {
	switch {
	case p.is("DTSTART"):
		m, err := parseMoment(p.value)
		o.start, o.hasStart = m, err == nil
	case p.is("TZOFFSETFROM"):
		offset, err := parseOffset(p.value)
		o.from, o.hasFrom = offset, err == nil
	case p.is("TZOFFSETTO"):
		offset, err := parseOffset(p.value)
		o.to, o.hasTo = offset, err == nil
	case p.is("RRULE"):
		if r, flaws := parseRule(p.value); r != nil && len(flaws) == 0 {
			o.rules = append(o.rules, *r)
		}
	case p.is("RDATE"):
		for value := range bytes.SplitSeq(p.value, []byte(",")) {
			if m, err := parseMoment(value); err == nil {
				o.dates = append(o.dates, m)
			}
		}
	}
}

// usable tells whether the observance says when it begins and what it changes the clock to.
func (o *observance) usable() bool {
	if !o.hasFrom {
		o.from = o.to
	}
	return o.hasStart && o.hasTo
}
