package graph_test

import (
	"testing"

	"ugeseddel/calendar"
	"ugeseddel/calendar/calendartest"
	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

func TestOutlookKeepsTheContractOfASource(t *testing.T) {
	t.Parallel()
	for name, double := range map[string]func() *graphtest.Server{
		"on one page":              func() *graphtest.Server { return &graphtest.Server{} },
		"on many, with empty ones": func() *graphtest.Server { return &graphtest.Server{PageSize: 1, Gaps: true} },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			newSource := func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
				s := double()
				for _, m := range meetings {
					s.Events = append(s.Events, occurrences(m)...)
				}
				return open(t, s, graph.Settings{Descriptions: true})
			}
			calendartest.Run(t, newSource)
			calendartest.RunBroken(t, newSource)
		})
	}
}

// occurrences are a meeting as Graph expands it.
func occurrences(m calendartest.Meeting) []graphtest.Event {
	var events []graphtest.Event
	for i := range max(1, m.Weekly) {
		start, end := m.Start.AddDate(0, 0, 7*i), m.End.AddDate(0, 0, 7*i)
		e := graphtest.Meeting(m.Title, start, end)
		switch {
		case m.AllDay:
			e = graphtest.AllDay(m.Title, start, end)
		case m.Weekly > 1:
			e = graphtest.Occurrence("series", m.Title, start, start, end)
		}
		events = append(events, e.With("iCalUId", m.UID).With("isCancelled", m.Cancelled).
			With("sensitivity", either(m.Private, "private", "normal")).
			With("showAs", either(m.Free, "free", "busy")))
		if m.Broken {
			events[i]["end"] = nil
		}
	}
	return events
}

func either(yes bool, one, other string) string {
	if yes {
		return one
	}
	return other
}
