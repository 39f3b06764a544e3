package mapping_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
)

// sample is a made-up fortnight of a secretariat with the right answers, one a line:
// title | right tag, skip or ask | project, if another than the default | what else the event has.
func sample(t testing.TB) []mapping.Labelled {
	t.Helper()
	data, err := os.ReadFile("testdata/sample.txt")
	require.NoError(t, err)
	var cases []mapping.Labelled
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cases = append(cases, sampled(strings.Split(line+" | | |", "|")))
	}
	return cases
}

func sampled(columns []string) mapping.Labelled {
	for i := range columns {
		columns[i] = strings.TrimSpace(columns[i])
	}
	e := meeting(columns[0])
	for _, fact := range strings.Fields(columns[3]) {
		give(&e, fact)
	}
	one := mapping.Labelled{Event: e, Skip: columns[1] == "skip", Unclear: columns[1] == "ask"}
	if !one.Skip && !one.Unclear {
		one.Tags, one.Projects = strings.Split(columns[1], "/"), []string{"Sekretariatsarbejde"}
	}
	if columns[2] != "" {
		one.Projects = strings.Split(columns[2], "/")
	}
	return one
}

// give sets what a word of the last column says of the event.
func give(e *calendar.Event, fact string) {
	switch fact {
	case "alone":
		e.Attendees, e.OrganizerSelf = 0, true
	case "all-day":
		e.AllDay, e.Start = true, e.Start.Truncate(24*time.Hour)
		e.End = e.Start.Add(24 * time.Hour)
	case "free":
		e.ShowAs = calendar.Free
	case "oof":
		e.ShowAs = calendar.OOF
	}
}

func TestTheDefaultRulesOnASampleOfTheTrade(t *testing.T) {
	t.Parallel()
	answers := defaultRules(t).Replay(sample(t))
	for _, a := range answers {
		if !a.IsRight {
			t.Logf("%q: %+v", a.Event.Title, a.Suggestion.Choice)
		}
	}
	f := mapping.Measure(answers)
	require.GreaterOrEqual(t, f.Accuracy(), 0.95)
	require.GreaterOrEqual(t, f.Precision(), 0.98)
	require.GreaterOrEqual(t, f.Coverage(), 0.60)
}
