package graph_test

import (
	"fmt"
	"testing"
	"time"

	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

// BenchmarkWeek reads a week of 60 events from the double, without a network: what the adapter itself costs, and the double's own JSON.
func BenchmarkWeek(b *testing.B) {
	s := &graphtest.Server{}
	for i := range 60 {
		start := at(b, "2026-11-16 08:00").Add(time.Duration(i) * 2 * time.Hour)
		s.Events = append(s.Events, graphtest.Meeting(fmt.Sprintf("møde %d", i), start, start.Add(time.Hour)))
	}
	c := open(b, s, graph.Settings{})
	for b.Loop() {
		if _, err := c.Events(b.Context(), week47(b)); err != nil {
			b.Fatal(err)
		}
	}
}
