package draft

import (
	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Change is one thing that the calendar says differently since a line was decided or posted.
type Change struct {
	Line    string // its id
	What    WhatChanged
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

// ChangedSinceDeciding returns what the calendars say differently since lines were decided that are not posted yet, in the order of the lines.
func (d *Draft) ChangedSinceDeciding() []Change { return d.changes(false) }

// ChangedSincePosting returns what changed on lines that stand in Leantime, also by hand, in the order of the lines.
func (d *Draft) ChangedSincePosting() []Change { return d.changes(true) }

func (d *Draft) changes(posted bool) []Change {
	var all []Change
	for _, l := range d.Lines {
		if (l.Posted != nil) == posted {
			all = append(all, l.Changes()...)
		}
	}
	return all
}

// Changes returns what the calendar says differently of this line, and what was changed of it by hand since it was posted.
func (l Line) Changes() []Change {
	var all []Change
	add := func(what WhatChanged, m text.Message) {
		all = append(all, Change{Line: l.ID, What: what, Message: m})
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
