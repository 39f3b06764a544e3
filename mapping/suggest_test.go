package mapping_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel"
	"ugeseddel/calendar"
	"ugeseddel/mapping"
)

func defaultRules(t testing.TB) *mapping.Rules {
	t.Helper()
	r, err := mapping.Parse("rules.yaml", ugeseddel.DefaultRules)
	require.NoError(t, err)
	examples, err := mapping.ParseExamples("examples.txt", ugeseddel.DefaultExamples)
	require.NoError(t, err)
	return r.WithExamples(examples)
}

// meeting is an hour with others.
func meeting(title string) calendar.Event {
	start := time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)
	return calendar.Event{UID: "1", Title: title, Attendees: 5, Start: start, End: start.Add(time.Hour)}
}

func TestTheDefaultRulesKnowTheTrade(t *testing.T) {
	t.Parallel()
	r := defaultRules(t)
	for title, want := range map[string]mapping.Choice{
		"SG valghalla":                      {Project: "OS2valghalla", Tag: "drift", Task: "Styregruppe og koordinationsgruppe"},
		"Udkast - Bestyrelsesmøde december": {Project: "Sekretariatsarbejde", Tag: "governance", Task: "Forberedelse af bestyrelsesmøde"},
		"kaffemøde med Syddjurs":            {Project: "Sekretariatsarbejde", Tag: "faellesskab", Task: "Medlemsdialog og onboarding"},
		"Stormøde vedr. kravspec":           {Project: "Sekretariatsarbejde", Tag: "udvikling", Task: "Rådgivning om produktudvikling"},
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Choice, title)
	}
}

func TestATitleThatSaysNothingIsNeverCertain(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"", "Event", "Nye opgaver", "Møde", "x", "🔥"} {
		require.False(t, defaultRules(t).Suggest(meeting(title), nil).Certain, title)
	}
}
