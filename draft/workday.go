package draft

import (
	"ugeseddel/day"
	"ugeseddel/mapping"
)

// workday is what one day asks of the person: so many minutes, usually between these hours.
type workday struct {
	norm  int
	hours span
}

func (s Settings) workday(date day.Date) workday {
	hours := s.Workday
	if hours == (Clock{}) {
		hours = Clock{8 * 60, 16 * 60}
	}
	return workday{s.norm(date), span{at(date, hours.From, s.zone()), at(date, hours.To, s.zone())}}
}

// busy is the time that a line with clock times takes. Of absence that runs past midnight, as from one noon to another,
// that is only what lies within the hours of work.
func (l *Line) busy(asked workday) span {
	s := span{l.Start, l.End}
	midnight, next := l.Date.In(l.Start.Location()), l.Date.Add(1).In(l.Start.Location())
	if !l.absence() || s.start.After(midnight) && s.end.Before(next) {
		return s
	}
	if within, some := s.common(asked.hours); some {
		return within
	}
	return span{s.start, s.start}
}

func (l *Line) absence() bool { return l.Fill != mapping.FillTime && l.Fill != mapping.FillWork }

// wholeDay tells whether the line takes the day as a whole: an event without clock times, or absence for at least as long as it could fill.
func (l *Line) wholeDay(asked workday) bool {
	if !l.hasClock() {
		return l.Kind == FromEvent
	}
	if !l.absence() || asked.norm == 0 {
		return false
	}
	busy, full := l.busy(asked), asked.norm
	if l.Fill == mapping.FillHalf {
		full = asked.norm / 2
	}
	return busy.minutes() >= full || busy.holds(asked.hours)
}

// actual returns the minutes that the line has by itself.
func (l *Line) actual(asked workday) int {
	switch {
	case l.wholeDay(asked) && l.Fill == mapping.FillHalf:
		return asked.norm / 2
	case l.wholeDay(asked) && l.Fill != mapping.FillTime:
		return asked.norm
	case l.hasClock():
		return l.busy(asked).minutes()
	}
	return 0
}
