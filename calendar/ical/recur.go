package ical

import (
	"slices"
	"time"
)

// maxSteps bounds the work on one rule: the days, periods and occurrences that are looked at.
const maxSteps = 1_000_000

// recurrence is a rule set going: what DTSTART tells is filled in (RFC 5545 §3.3.10), and what stays the same in each period is reckoned once.
type recurrence struct {
	rule
	start wall
	times []int // the seconds since midnight of a day's occurrences, for DAILY and rarer; within the period for the others
	nths  bool  // numbers in BYDAY mean something
	days  []int // of the period that is being looked at
}

// each calls yield with each wall time from first to last that the rule gives for a series that begins at start. DTSTART itself is always the
// first of them and counts for COUNT, also where the rule does not produce it (RFC 5545 §3.3.10). UNTIL is for the caller to look at.
// The work does not depend on how long ago the series began, unless a COUNT has to be counted through. It is taken off steps;
// where they are used up, steps is negative in the end.
func (r *rule) each(start, first, last wall, steps *int, yield func(wall) bool) {
	if *steps -= r.timesWritten(); *steps < 0 {
		return
	}
	x := newRecurrence(*r, start)
	out := x.output(first, last, steps, yield)
	if out.put(start) {
		x.run(&out)
	}
}

// eachProduced is each for an EXRULE: DTSTART is among the times only if the rule produces it.
func (r *rule) eachProduced(start, first, last wall, steps *int, yield func(wall) bool) {
	if *steps -= r.timesWritten(); *steps < 0 {
		return
	}
	x := newRecurrence(*r, start)
	out := x.output(first, last, steps, yield)
	x.run(&out)
}

// timesWritten returns how many times of day the rule names.
func (r *rule) timesWritten() int {
	return max(1, len(r.byHour)) * max(1, len(r.byMinute)) * max(1, len(r.bySecond))
}

func (x *recurrence) output(first, last wall, steps *int, yield func(wall) bool) output {
	x.countToEnd(&last)
	return output{first: first, last: last, count: x.count, previous: x.start - 1, steps: steps, yield: yield}
}

func (x *recurrence) run(out *output) {
	if x.freq >= daily {
		x.byDays(out)
	} else {
		x.byClock(out)
	}
}

func newRecurrence(r rule, start wall) *recurrence {
	x := &recurrence{rule: r, start: start}
	x.fillDays()
	x.nths = x.freq == monthly || x.freq == yearly && len(x.byWeekNo) == 0
	x.fillTimes()
	return x
}

// fillDays adds the weekday or date of DTSTART where the rule leaves them open.
func (x *recurrence) fillDays() {
	_, month, day := date(x.start.day())
	if len(x.byDay)+len(x.byMonthDay)+len(x.byYearDay) > 0 {
		return
	}
	switch {
	case x.freq == weekly, x.freq == yearly && len(x.byWeekNo) > 0:
		x.byDay = []nthWeekday{{0, weekday(x.start.day())}}
	case x.freq == monthly:
		x.byMonthDay = []int{day}
	case x.freq == yearly:
		x.byMonthDay = []int{day}
		if len(x.byMonth) == 0 {
			x.byMonth = []int{month}
		}
	}
}

// fillTimes reckons the times of day; for a rule that is more frequent than daily the seconds within its period, chosen by BYSETPOS.
func (x *recurrence) fillTimes() {
	clock := x.start.clock()
	hours, minutes, seconds := x.byHour, x.byMinute, x.bySecond
	switch {
	case x.freq <= hourly:
		hours = []int{0}
	case len(hours) == 0:
		hours = []int{clock / 3600}
	}
	switch {
	case x.freq <= minutely:
		minutes = []int{0}
	case len(minutes) == 0:
		minutes = []int{clock / 60 % 60}
	}
	switch {
	case x.freq == secondly:
		seconds = []int{0}
	case len(seconds) == 0:
		seconds = []int{clock % 60}
	}
	for _, h := range hours {
		for _, m := range minutes {
			for _, s := range seconds {
				x.times = append(x.times, h*3600+m*60+min(s, 59))
			}
		}
	}
	x.times = slices.Compact(x.times)
	if x.freq <= hourly && len(x.bySetPos) > 0 {
		all := x.times
		x.times = nil
		for _, i := range positions(x.bySetPos, len(all)) {
			x.times = append(x.times, all[i])
		}
	}
}

// positions turns BYSETPOS, whose numbers begin with 1 and count from the end with -1, into indexes of a set of n, in order.
func positions(bySetPos []int, n int) []int {
	var list []int
	for _, p := range bySetPos {
		if p < 0 {
			p += n + 1
		}
		if 1 <= p && p <= n {
			list = append(list, p-1)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// countToEnd finds the last occurrence of a rule that steps evenly, so that its COUNT need not be counted through.
func (x *recurrence) countToEnd(last *wall) {
	if x.count == 0 || len(x.byMonth)+len(x.byWeekNo)+len(x.byYearDay)+len(x.byMonthDay)+len(x.bySetPos)+len(x.rule.byHour)+len(x.rule.byMinute)+len(x.rule.bySecond) > 0 {
		return
	}
	step := int64(0)
	switch {
	case x.freq <= daily && len(x.byDay) == 0:
		step = x.unit()
	case x.freq == weekly && len(x.byDay) == 1 && x.byDay[0].day == weekday(x.start.day()):
		step = 7 * secondsPerDay
	default:
		return
	}
	if beyond := int64(*last-x.start) / (step * int64(x.interval)); int64(x.count-1) <= beyond {
		*last = min(*last, x.start+wall(step*int64(x.interval)*int64(x.count-1)))
	}
	x.count = 0
}

// unit returns the seconds of a period of a rule that is daily or more frequent.
func (x *recurrence) unit() int64 {
	return [...]int64{1, 60, 3600, secondsPerDay}[x.freq]
}

// output passes occurrences on: in order, each once, from DTSTART on, within the window, up to COUNT.
type output struct {
	first, last wall
	count       int // 0 is without end
	puts        int
	previous    wall
	steps       *int // what is left of the work that may be done
	yield       func(wall) bool
}

// put takes the next occurrence and tells whether more are wanted.
func (o *output) put(w wall) bool {
	if w <= o.previous {
		return o.step()
	}
	o.previous = w
	o.puts++
	if w > o.last || !o.step() || w >= o.first && !o.yield(w) {
		return false
	}
	return o.count == 0 || o.puts < o.count
}

// step tells whether more work may be done.
func (o *output) step() bool {
	*o.steps--
	return *o.steps >= 0
}

// byDays goes through the periods of a rule that is daily or rarer.
func (x *recurrence) byDays(out *output) {
	begin := x.period(x.start.day())
	p := begin
	if x.count == 0 && out.first > x.start {
		// One period earlier than the window, since SKIP=FORWARD reaches into the next one.
		ahead := (x.period(out.first.day()) - 1 - begin) / x.interval
		p += max(0, ahead) * x.interval
	}
	for ; x.firstDay(p) <= out.last.day() && out.step(); p += x.interval {
		*out.steps -= x.collect(p)
		if !x.emit(out) {
			return
		}
	}
}

// period numbers the year, month, week or day that holds a day.
func (x *recurrence) period(day int) int {
	switch x.freq {
	case yearly:
		y, _, _ := date(day)
		return y
	case monthly:
		y, m, _ := date(day)
		return y*12 + m - 1
	case weekly:
		return int(floorDiv(int64(day-x.weekOffset()), 7))
	}
	return day
}

// firstDay returns the day on which a period begins.
func (x *recurrence) firstDay(period int) int {
	switch x.freq {
	case yearly:
		return dayNumber(period, 1, 1)
	case monthly:
		y := int(floorDiv(int64(period), 12))
		return dayNumber(y, period-y*12+1, 1)
	case weekly:
		return period*7 + x.weekOffset()
	}
	return period
}

// weekOffset is the number of the first day after 1970-01-01 on which a week begins.
func (x *recurrence) weekOffset() int { return (int(x.weekStart) - int(time.Thursday) + 7) % 7 }

// collect finds the days of a period, in order. It tells how many it has looked at.
func (x *recurrence) collect(period int) (looked int) {
	x.days = x.days[:0]
	if x.freq == yearly && len(x.byMonth) > 0 { // the other months need not be looked at
		for _, month := range x.byMonth {
			first := dayNumber(period, month, 1)
			looked += x.collectFrom(first, first+daysInMonth(period, month))
		}
	} else {
		looked = x.collectFrom(x.firstDay(period), x.firstDay(period+1))
	}
	if x.skip != omit && x.freq >= monthly {
		x.addSkipped(period)
	}
	return looked
}

func (x *recurrence) collectFrom(first, next int) (looked int) {
	for d := first; d < next; d++ {
		if x.matches(d) {
			x.days = append(x.days, d)
		}
	}
	return next - first
}

// emit passes on the occurrences of the collected days: each day with each time, chosen by BYSETPOS.
func (x *recurrence) emit(out *output) bool {
	if len(x.bySetPos) > 0 {
		for _, i := range positions(x.bySetPos, len(x.days)*len(x.times)) {
			if !out.put(wallOf(x.days[i/len(x.times)], x.times[i%len(x.times)])) {
				return false
			}
		}
		return true
	}
	for _, d := range x.days {
		if x.count == 0 && wallOf(d+1, 0) <= out.first {
			continue
		}
		for _, t := range x.times {
			if !out.put(wallOf(d, t)) {
				return false
			}
		}
	}
	return true
}
