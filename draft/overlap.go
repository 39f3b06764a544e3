package draft

import "ugeseddel/mapping"

// Overlap is two lines of one day that would count the same time.
type Overlap struct {
	Winner, Loser *Line // the loser gives the time, unless a person says otherwise
	Minutes       int   // how much of it
	Clear         bool  // whether the calendar or the rules say who gives way; otherwise a person should
}

// overlaps returns the overlaps of a day that nobody has decided yet.
func overlaps(lines []*Line, claims []*claim, asked workday) []Overlap {
	var found []Overlap
	for i, winner := range claims {
		for _, loser := range claims[i+1:] {
			if o, is := between(winner, loser); is {
				found = append(found, o)
			}
		}
	}
	found = append(found, besideWholeDays(wholeDayLines(lines, asked), claims, asked)...)
	var open []Overlap
	for _, o := range found {
		if !(o.Winner.fixed() && o.Loser.fixed()) && !o.Winner.Both && !o.Loser.Both {
			open = append(open, o)
		}
	}
	return open
}

func between(winner, loser *claim) (Overlap, bool) {
	common, overlap := winner.common(loser.span)
	w, l := winner.lines[0], loser.lines[0]
	inside := loser.holds(winner.span) && winner.minutes() < loser.minutes()
	return Overlap{
		Winner: w, Loser: l, Minutes: common.minutes(),
		Clear: l.soft() || l.unsure() || w.Tentative == l.Tentative && (w.Priority != l.Priority || inside),
	}, overlap
}

// besideWholeDays returns what happens beside a whole day: absence outranks the times of the day, a course or a fair gives way to them.
func besideWholeDays(whole []*Line, claims []*claim, asked workday) []Overlap {
	var found []Overlap
	for _, day := range whole {
		for _, c := range claims {
			switch l := c.lines[0]; {
			case day.Fill == mapping.FillAbsence:
				found = append(found, Overlap{Winner: day, Loser: l, Minutes: c.minutes(), Clear: l.soft()})
			case day.Fill == mapping.FillWork && c.overlaps(asked.hours):
				found = append(found, Overlap{Winner: l, Loser: day, Minutes: c.minutes(), Clear: true})
			}
		}
	}
	for i, winner := range whole {
		for _, loser := range whole[i+1:] {
			if winner.Fill != mapping.FillTime && loser.Fill != mapping.FillTime && winner.Fill != mapping.FillHalf {
				found = append(found, Overlap{Winner: winner, Loser: loser, Minutes: loser.Actual})
			}
		}
	}
	return found
}

// question sees to it that a person is asked where nothing but a guess says which of the two counts.
func (o Overlap) question() {
	if o.Clear {
		return
	}
	ask(o.Loser)
	if o.Winner.Tentative == o.Loser.Tentative && !o.Winner.wholeAbsence() {
		ask(o.Winner)
	}
}

func ask(l *Line) {
	if !l.fixed() && l.Status == Ready {
		l.Status = Check
	}
}

func (l *Line) wholeAbsence() bool { return l.Fill == mapping.FillAbsence }
