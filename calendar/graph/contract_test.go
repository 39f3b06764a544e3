package graph_test

import (
	"testing"

	"ugeseddel/calendar"
	"ugeseddel/calendar/calendartest"
	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

func TestOutlookKeepsTheContract(t *testing.T) {
	t.Parallel()
	calendartest.Run(t, func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
		s := &graphtest.Server{}
		for _, m := range meetings {
			s.Events = append(s.Events, graphEvents(m)...)
		}
		return open(t, s, graph.Settings{})
	})
}

// graphEvents are the events that Graph would answer for a meeting: a series comes expanded.
func graphEvents(m calendartest.Meeting) []graphtest.Event {
	var events []graphtest.Event
	for i := range max(1, m.Weekly) {
		start, end := m.Start.AddDate(0, 0, 7*i), m.End.AddDate(0, 0, 7*i)
		e := graphtest.Meeting(m.Title, start, end)
		switch {
		case m.AllDay:
			e = graphtest.AllDay(m.Title, start, end)
		case m.Weekly > 1:
			e = graphtest.Occurrence(m.UID, m.Title, start, start, end)
		}
		if m.Private {
			e = e.With("sensitivity", "private")
		}
		if m.Free {
			e = e.With("showAs", "free")
		}
		events = append(events, e.With("isCancelled", m.Cancelled))
	}
	return events
}
