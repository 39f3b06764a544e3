package draft

import "slices"

// keep takes over those lines of the old draft that a refresh may not touch, and notes what the calendars say of them now.
func (d *Draft) keep(old []Line, pieces []*piece, read Reading) {
	found := match(old, pieces)
	for i, l := range old {
		switch p := found[i]; {
		case l.fixed() && l.Kind == FromEvent:
			l.compare(p, read)
			if p != nil {
				p.kept = append(p.kept, l)
			}
		case l.fixed():
			// The line is a person's own; no calendar knows it.
		case l.Kind == FromStanding || p != nil || read.whole(l.Event.Calendar):
			continue // made anew, or gone
		default:
			l.Unread = true
		}
		d.Lines = append(d.Lines, l)
	}
}

func (r Reading) whole(calendar string) bool { return slices.Contains(r.Whole, calendar) }

// compare notes what the calendar says of a line that stays as it is. A nil piece means that the calendar does not have it.
func (l *Line) compare(p *piece, read Reading) {
	switch {
	case p != nil:
		l.Unread = false
		if p.event.Private {
			l.forgetTitle()
		}
		now := p.seen()
		l.Now = &now
		if now.same(l.Event) {
			l.Now = nil
		}
	case read.whole(l.Event.Calendar):
		l.Unread = false
		l.Now = nil
		if !l.Event.Gone {
			l.Now = &Event{Gone: true}
		}
	default:
		l.Unread = true
	}
}

// forgetTitle makes the line one of a private event, of which nothing is kept that tells what it is about.
func (l *Line) forgetTitle() {
	l.Private, l.Title, l.Event.Title, l.Facts, l.Why = true, "", "", Facts{}, nil
}

// match finds the piece of each line, by its place among the lines; nil where there is none.
// An event that was moved to another day of the week is found by what is left over: its lines without a piece, and its pieces without a line.
func match(lines []Line, pieces []*piece) []*piece {
	found := make([]*piece, len(lines))
	used := map[*piece]bool{}
	for i := range lines {
		if p := sameDay(lines[i].Event, pieces); p != nil {
			found[i], used[p] = p, true
		}
	}
	left := func(p *piece) bool { return !used[p] }
	for i := range lines {
		l := &lines[i]
		if found[i] != nil || !l.fixed() || l.Kind != FromEvent {
			continue
		}
		p := sameEvent(l.Event, pieces, left)
		if p == nil {
			continue
		}
		used[p] = true
		for j := i; j < len(lines); j++ { // all parts of a split line go along
			if found[j] == nil && lines[j].Event.ID == l.Event.ID && lines[j].Event.Date == l.Event.Date {
				found[j] = p
			}
		}
	}
	return found
}

// sameDay finds the event on its day; where two events have one UID, the one at the same time.
func sameDay(e Event, pieces []*piece) *piece {
	onDay := func(p *piece) bool { return p.date == e.Date }
	if p := sameEvent(e, pieces, func(p *piece) bool { return onDay(p) && p.start.Equal(e.Start) }); p != nil {
		return p
	}
	return sameEvent(e, pieces, onDay)
}

func sameEvent(e Event, pieces []*piece, fits func(*piece) bool) *piece {
	for _, p := range pieces {
		if e.ID != "" && p.event.ID() == e.ID && fits(p) {
			return p
		}
	}
	return nil
}

// same tells whether the calendar says the same of both: day, time, title and answer.
func (e Event) same(o Event) bool {
	return e.Date == o.Date && e.Start.Equal(o.Start) && e.End.Equal(o.End) && e.Title == o.Title && e.Answer == o.Answer && e.Gone == o.Gone
}
