package ical

import "slices"

// byClock goes through the periods of a rule that is hourly, minutely or secondly. Where a day, an hour or a minute does not fit,
// it is leapt over as a whole.
func (x *recurrence) byClock(out *output) {
	base := floorDiv(int64(x.start), x.unit()) * x.unit()
	step := x.unit() * int64(x.interval)
	align := func(t int64) int64 { return base + ceilDiv(t-base, step)*step }

	p := base
	if x.count == 0 && out.first > x.start {
		p = max(base, align(int64(out.first)-x.unit()))
	}
	for p <= int64(out.last) && out.step() {
		if next := x.nextFit(p); next > p {
			p = align(next)
			continue
		}
		for _, t := range x.times {
			if !out.put(wall(p + int64(t))) {
				return
			}
		}
		p += step
	}
}

// nextFit returns p where its day, hour, minute and second fit the rule, else when the next day, hour, minute or second begins.
func (x *recurrence) nextFit(p int64) int64 {
	w := wall(p)
	day, clock := w.day(), w.clock()
	switch {
	case !x.matches(day):
		return int64(wallOf(day+1, 0))
	case !fits(x.byHour, clock/3600):
		return floorDiv(p, 3600)*3600 + 3600
	case x.freq <= minutely && !fits(x.byMinute, clock/60%60):
		return floorDiv(p, 60)*60 + 60
	case x.freq == secondly && !fits(x.bySecond, clock%60):
		return p + 1
	}
	return p
}

func fits(list []int, n int) bool { return len(list) == 0 || slices.Contains(list, n) }
