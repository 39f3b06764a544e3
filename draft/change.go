package draft

import (
	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Change is one thing that the calendar says differently since a line was decided or posted.
type Change struct {
	Line    string // its id
	What    WhatChanged
	Posted  bool // since it was posted, not only since it was decided
	Message text.Message
}

// WhatChanged names a kind of change.
type WhatChanged string

// The kinds of change.
const (
	ChangedGone   WhatChanged = "gone" // cancelled, or moved out of the week
	ChangedBack   WhatChanged = "back" // it was gone, and is there again
	ChangedDay    WhatChanged = "day"  // moved to another day
	ChangedTime   WhatChanged = "time" // moved, or longer, or shorter
	ChangedTitle  WhatChanged = "title"
	ChangedAnswer WhatChanged = "answer" // another answer to the invitation
	ChangedByHand WhatChanged = "hand"   // the line was changed after it was posted
)

// Changes returns what the calendars say differently since the lines were decided or posted, in the order of the lines.
func (d *Draft) Changes() []Change {
	var all []Change
	for i := range d.Lines {
		all = append(all, d.Lines[i].Changes()...)
	}
	return all
}

// ChangedSincePosting returns the changes to lines that stand in Leantime, including those made by hand.
func (d *Draft) ChangedSincePosting() []Change {
	var all []Change
	for _, c := range d.Changes() {
		if c.Posted {
			all = append(all, c)
		}
	}
	return all
}

// Changes returns what the calendar says differently of this line, and what was changed of it by hand since it was posted.
func (l Line) Changes() []Change {
	var all []Change
	add := func(what WhatChanged, m text.Message) {
		all = append(all, Change{Line: l.ID, What: what, Posted: l.Posted != nil, Message: m})
	}
	if l.Now != nil {
		l.compareNow(add)
	}
	if l.Posted != nil && *l.Posted != l.Entry {
		add(ChangedByHand, text.Msg("draft.changed-hand", text.Hours(l.Posted.Minutes), l.Posted.Project, l.Posted.Task))
	}
	return all
}

func (l Line) compareNow(add func(WhatChanged, text.Message)) {
	was, is := l.Event, *l.Now
	if is.Gone {
		add(ChangedGone, text.Msg("draft.changed-gone"))
		return
	}
	if was.Gone {
		add(ChangedBack, text.Msg("draft.changed-back"))
	}
	if was.Date != is.Date {
		add(ChangedDay, text.Msg("draft.changed-day", text.Short(was.Date), text.Short(is.Date)))
	}
	if !was.Start.Equal(is.Start) || !was.End.Equal(is.End) {
		add(ChangedTime, text.Msg("draft.changed-time", was.clock(), is.clock()))
	}
	if was.Title != is.Title {
		add(ChangedTitle, text.Msg("draft.changed-title", was.Title, is.Title))
	}
	if was.Answer != is.Answer {
		add(ChangedAnswer, text.Msg("draft.changed-answer", answer(was.Answer), answer(is.Answer)))
	}
}

// TakeCalendar records that the person wants what the calendar says now: the day, the time and the title, and the minutes that follow from them.
// A line whose event is gone is skipped.
func (d *Draft) TakeCalendar(id string) error {
	return d.decide(id, func(l *Line) error {
		switch {
		case l.Now == nil:
		case l.Now.Gone:
			l.Status = Skip
		default:
			l.takeTimes(*l.Now, d.Settings)
		}
		return nil
	})
}

// seeNow makes what the calendar says now what the person knows of the event.
func (l *Line) seeNow() {
	switch {
	case l.Now == nil:
	case l.Now.Gone:
		l.Event.Gone = true // the rest stays, so that the event is found should it come back
	default:
		l.Event = *l.Now
	}
	l.Now = nil
}

func (l *Line) takeTimes(now Event, s Settings) {
	l.Date, l.Start, l.End, l.Title = now.Date, now.Start, now.End, now.Title
	l.Actual = l.actual(s.workday(l.Date))
	l.Minutes = s.Step.Nearest(l.Actual)
	l.Rounded = l.Minutes - l.Actual
	l.Tentative = now.Answer == string(calendar.Unsure)
}

// clock says when on its day the event is.
func (e Event) clock() text.Message {
	if e.Start.IsZero() {
		return text.Msg("draft.all-day")
	}
	return text.Msg("draft.clock", text.Clock(e.Start), text.Clock(e.End))
}

func answer(response string) text.Message {
	switch calendar.Response(response) {
	case calendar.Accepted:
		return text.Msg("draft.answer-accepted")
	case calendar.Declined:
		return text.Msg("draft.answer-declined")
	case calendar.Unsure:
		return text.Msg("draft.answer-tentative")
	case calendar.AsOrganizer:
		return text.Msg("draft.answer-organizer")
	}
	return text.Msg("draft.answer-none")
}
