package draft

import "ugeseddel/mapping"

// written is what ugeseddel wrote on a line besides its Suggested entry.
type written struct {
	time  span
	title string
}

// editedSince tells whether a person changed the line in the file since ugeseddel wrote it.
func (l *Line) editedSince(was written) bool {
	if l.Kind == FromHand || l.Both || l.Always {
		return l.Decision == Undecided
	}
	return l.Entry != l.Suggested || l.movedSince(was) || l.Kind == FromEvent && l.Title != was.title
}

func (l *Line) movedSince(was written) bool {
	moved := !l.Start.Equal(was.time.start) || !l.End.Equal(was.time.end)
	return moved || l.Kind == FromEvent && l.Date != l.Event.Date
}

// takeEdits makes a decision of what a person changed in the file. A new time without new minutes gives the minutes that follow from it.
func (l *Line) takeEdits(was written, step Step) {
	typed := l.Minutes != l.Suggested.Minutes
	switch {
	case typed:
		l.Rounded = 0
	case l.Both || l.movedSince(was) && l.hasClock():
		if l.hasClock() && l.movedSince(was) {
			l.Actual = l.clock()
		}
		l.Minutes = step.Nearest(l.Actual)
		l.Rounded = l.Minutes - l.Actual
	}
	if l.Always {
		l.Status = Skip
	}
	l.decideByHand()
}

// makeOwn makes a line that a person added to the file one of their own. Where no minutes are given, those of the clock count.
func (l *Line) makeOwn(step Step, typed bool) {
	l.Kind, l.Event, l.Left, l.Fill = FromHand, Event{}, "", mapping.FillTime
	if !typed {
		l.Minutes = step.Nearest(l.clock())
	}
	l.Actual, l.Rounded = l.Minutes, 0
	l.decideByHand()
}

// decideByHand records a decision. A line that still said that it needs one is ready, as far as it can be.
func (l *Line) decideByHand() {
	l.Decision = Decided
	l.seeNow()
	if l.Status == Check || l.Status == "" {
		l.Status = l.decidedStatus()
	}
}
