package calendartest

import (
	"context"

	"ugeseddel/calendar"
)

// Fake is a calendar in memory.
type Fake struct {
	List []calendar.Event // everything it holds, expanded
	Err  error            // what it says beside the events, every time
}

// Events implements calendar.Source.
func (f *Fake) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var events []calendar.Event
	for _, e := range f.List {
		if w.Overlaps(e.Start, e.End) {
			e.Start, e.End = e.Start.In(w.Zone()), e.End.In(w.Zone())
			events = append(events, e)
		}
	}
	calendar.Sort(events)
	return events, f.Err
}

// Holding returns a fake that holds meetings.
func Holding(meetings []Meeting) *Fake {
	f := &Fake{}
	for _, m := range meetings {
		if !m.Cancelled {
			f.List = append(f.List, m.events()...)
		}
	}
	return f
}

// events returns the occurrences of a meeting.
func (m Meeting) events() []calendar.Event {
	var list []calendar.Event
	for i := range max(1, m.Weekly) {
		e := calendar.Event{
			UID: m.UID, Title: m.Title, AllDay: m.AllDay, Private: m.Private, Recurring: m.Weekly > 1,
			Start: m.Start.AddDate(0, 0, 7*i), End: m.End.AddDate(0, 0, 7*i),
		}
		if e.Recurring {
			e.RecurrenceID = e.Start.UTC().Format("2006-01-02T15:04:05Z")
		}
		if m.Free {
			e.ShowAs = calendar.Free
		}
		if m.Private {
			e.Title = ""
		}
		list = append(list, e)
	}
	return list
}
