package ical

import (
	"maps"
	"slices"
	"sort"

	"ugeseddel/text"
)

// run is the expansion of one series.
type run struct {
	*expander
	master *component
	clock  *zone // by which the rules run

	excluded map[key]bool       // by EXDATE, near the window
	replaced map[key]*component // by an override
	futures  []change           // THISANDFUTURE, by the key from which on they hold
	several  bool               // there is more than one rule, or RDATEs: an occurrence can be named twice
	done     map[key]bool       // occurrences that can come again: of several rules, in the hour that the clock leaves out, at other hours of a date
	count    int
	limit    int // of count
	stopped  bool
}

// change is an override with THISANDFUTURE: from its occurrence on, the series is as the override says.
type change struct {
	from  key
	to    *component
	shift wall // from the occurrence's original time to the override's
	clock *zone
}

// series adds the occurrences of a master and its overrides.
func (x *expander) series(g *group) {
	s := &run{expander: x, master: g.master, clock: g.master.start.clockIn(x.home), done: map[key]bool{}}
	s.takeOverrides(g.overrides)
	s.exclude(g.overrides)
	if !g.master.cancelled {
		s.expand()
	}
	for _, k := range inOrder(s.replaced) {
		c := s.replaced[k]
		if c != nil && !(s.master.cancelled && s.master.sequence > c.sequence) {
			x.ownOverride(c, k)
		}
	}
	s.tellBroken()
}

// keyAt returns the key of the occurrence that begins at w by the rule.
func (s *run) keyAt(w wall) key {
	if s.master.start.isDate() {
		return key{int64(w.day()), true}
	}
	return key{s.clock.instant(w), false}
}

func (s *run) keyOf(m moment) key { return keyOf(m, s.master.start, s.home) }

// takeOverrides sorts out which override stands for which occurrence.
func (s *run) takeOverrides(overrides []*component) {
	s.replaced = newestOverrides(overrides, s.canonicalKey)
	for _, k := range inOrder(s.replaced) {
		if c := s.replaced[k]; c.override.future {
			s.futures = append(s.futures, s.change(k, c))
		}
	}
}

// inOrder returns the keys of overrides from the first to the last.
func inOrder(overrides map[key]*component) []key {
	return slices.SortedFunc(maps.Keys(overrides), key.compare)
}

// newestOverrides keeps the newest override for each occurrence.
func newestOverrides(overrides []*component, keyOf func(moment) key) map[key]*component {
	newest := make(map[key]*component, len(overrides))
	for _, c := range overrides {
		k := keyOf(c.override.id)
		if other := newest[k]; other == nil || c.newerThan(other) {
			newest[k] = c
		}
	}
	return newest
}

// canonicalKey is the key of the occurrence that a RECURRENCE-ID names. Where it is a date in a series with times,
// that is the first occurrence of that date.
func (s *run) canonicalKey(m moment) key {
	k := s.keyOf(m)
	if !k.isDate || s.master.start.isDate() {
		return k
	}
	midnight := wallOf(int(k.at), 0)
	s.walls(midnight, midnight+secondsPerDay-1, func(w wall) bool {
		k = key{s.clock.instant(w), false}
		return false
	})
	return k
}

// change says what an override with THISANDFUTURE means for the occurrences after it. They keep to the clock that the override is on.
func (s *run) change(k key, c *component) change {
	clock := s.clock
	if c.start.form == zoned {
		clock = c.start.clockIn(s.home)
	}
	original := wall(k.at * secondsPerDay)
	if !k.isDate {
		original = s.clock.wall(k.at)
	} else if !s.master.start.isDate() { // a date on which the series has no occurrence
		k = key{s.clock.instant(original), false}
	}
	start := c.start.wall
	if !c.start.isDate() {
		start = clock.wall(c.start.instant(s.home))
	}
	return change{from: k, to: c, shift: start - original, clock: clock}
}

// exclude looks at EXDATE: each takes away an occurrence, or those of a date. It also takes away an override that is older than the master.
func (s *run) exclude(overrides []*component) {
	if s.master.series == nil {
		return
	}
	s.excluded = map[key]bool{}
	first, last := s.reach()
	for _, m := range s.master.series.exDates {
		k := s.keyOf(m)
		if first-slack <= m.wall && m.wall <= last+slack {
			s.excluded[k] = true
		}
		if c := s.replaced[k]; c != nil && s.master.sequence > c.sequence {
			s.replaced[k] = nil
			s.excluded[k] = true
		}
	}
}

func (k key) compare(other key) int {
	switch {
	case k.at < other.at:
		return -1
	case k.at > other.at:
		return 1
	}
	return 0
}

// isExcluded tells whether an EXDATE names the occurrence or its date.
func (s *run) isExcluded(k key, w wall) bool {
	if len(s.excluded) == 0 {
		return false
	}
	return s.excluded[k] || s.excluded[key{int64(w.day()), true}]
}

// reach returns the first and last wall time at which an occurrence can begin by the rule and touch the window.
func (s *run) reach() (first, last wall) {
	longest, earliest, latest := s.master.rough(s.home), wall(0), wall(0)
	for _, c := range s.futures {
		longest = max(longest, c.to.rough(s.home))
		earliest, latest = min(earliest, c.shift), max(latest, c.shift)
	}
	if s.master.series != nil {
		for _, d := range s.master.series.dates {
			longest = max(longest, int64(d.length.rough()))
		}
	}
	return s.first - wall(longest) - latest, s.last - earliest
}

// expand adds the occurrences by rules and RDATEs, but for those that are excluded or replaced.
func (s *run) expand() {
	series := s.master.series
	s.several = series != nil && (len(series.rules) > 1 || len(series.dates) > 0)
	s.limit = min(maxOccurrences, max(fewOccurrences, s.room))
	first, last := s.reach()
	s.excludeByRules(first, last)
	s.addDates()
	s.walls(first, last, func(w wall) bool { return s.occur(w) })
	s.room -= s.count
	if s.stopped {
		s.problems.add(s.master.where(), text.Msg("ical.too-many", s.limit))
	}
}

// walls calls yield with the wall times from first to last at which the rules let an occurrence begin.
func (s *run) walls(first, last wall, yield func(wall) bool) {
	start := s.master.start.wall
	if s.master.series == nil || len(s.master.series.rules) == 0 {
		if first <= start && start <= last {
			yield(start)
		}
		return
	}
	for _, r := range s.master.series.rules {
		steps := s.stepsOfRule()
		before := steps
		r.each(start, first, min(last, max(start, s.latest(r))), &steps, func(w wall) bool {
			return w > start && s.beyond(r, w) || yield(w)
		})
		s.work(before, steps)
	}
}

// latest returns a wall time after which UNTIL lets nothing begin.
func (s *run) latest(r *rule) wall {
	switch {
	case !r.hasUntil:
		return s.last + maxLength
	case r.until.isDate():
		return r.until.wall + secondsPerDay - 1 // that day included
	}
	return r.until.wall + slack
}

// beyond tells exactly whether an occurrence is after UNTIL. Of a series of days only the date of UNTIL counts.
func (s *run) beyond(r *rule, w wall) bool {
	switch {
	case !r.hasUntil || r.until.isDate():
		return false
	case s.master.start.isDate() || r.until.form == floating:
		return w > r.until.wall
	}
	return s.clock.instant(w) > r.until.instant(s.home)
}

// occur adds the occurrence that begins at w by the rule, and tells whether more are wanted.
func (s *run) occur(w wall) bool {
	k := s.keyAt(w)
	if s.done[k] {
		return true
	}
	if s.several || k.isDate || s.clock.wall(k.at) != w {
		s.done[k] = true
	}
	if k.isDate {
		w = wallOf(w.day(), 0)
	}
	if _, replaced := s.replaced[k]; replaced || s.isExcluded(k, w) {
		return true
	}
	s.addOccurrence(k, w, nil)
	s.stopped = s.count >= s.limit
	return !s.stopped
}

// addOccurrence adds an occurrence of the series, as the master or a change has it. An RDATE can have an end of its own.
func (s *run) addOccurrence(k key, w wall, own *period) {
	c, clock, shift := s.master, s.clock, wall(0)
	if f := s.changeAt(k); f != nil {
		c, clock, shift = f.to, f.clock, f.shift
	}
	w += shift
	if c.cancelled {
		return
	}
	o := c.spanFrom(clock, w, s.home)
	if own != nil {
		o = own.span(o, clock, w, s.home)
	}
	if s.add(entry{c, o, k, true}) {
		s.count++
	}
}

// changeAt returns the change that holds for an occurrence, or nil: the last one that begins with it or before it.
func (s *run) changeAt(k key) *change {
	n := sort.Search(len(s.futures), func(i int) bool { return s.futures[i].from.compare(k) > 0 })
	if n == 0 {
		return nil
	}
	return &s.futures[n-1]
}

// excludeByRules takes away what EXRULE produces. RFC 5545 has done away with it; old files have it.
func (s *run) excludeByRules(first, last wall) {
	if s.master.series == nil {
		return
	}
	for _, r := range s.master.series.exRules {
		steps := s.stepsOfRule()
		before, n := steps, 0
		r.eachProduced(s.master.start.wall, first, min(last, s.latest(r)), &steps, func(w wall) bool {
			if !s.beyond(r, w) {
				s.excluded[s.keyAt(w)] = true
			}
			n++
			return n < maxOccurrences
		})
		s.work(before, steps)
	}
}

// work takes what a rule has cost off what may be done, and tells if it was too much.
func (s *run) work(before, left int) {
	s.steps -= before - left
	if left < 0 {
		s.problems.add(s.master.where(), text.Msg("ical.too-much-work"))
	}
}

// tellBroken tells of a rule that cannot be read also where nothing is left of the series: it may hide occurrences.
func (s *run) tellBroken() {
	if s.master.broken && s.master.start.wall <= s.last {
		s.problems.addFlaws(s.master)
	}
}
