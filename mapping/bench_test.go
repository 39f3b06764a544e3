package mapping_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel"
	"ugeseddel/calendar"
	"ugeseddel/mapping"
)

// manyKeywords are rules with n keywords, made of the syllables of no language, so that they are as long as real ones.
func manyKeywords(t testing.TB, n int) *mapping.Rules {
	t.Helper()
	var b strings.Builder
	b.WriteString("projects: {default: Fælles}\ntags:\n  - id: drift\n    name: Drift\n    keywords:\n")
	for i := range n {
		fmt.Fprintf(&b, "      - %s\n", madeUp(i))
	}
	r, err := mapping.Parse("rules.yaml", []byte(b.String()))
	require.NoError(t, err)
	return r
}

var syllables = []string{"ba", "kel", "ri", "mos", "tun", "ve", "dorf", "sy", "lak", "pin"}

// madeUp is a word for a number: another for each below 10,000.
func madeUp(i int) string {
	return syllables[i%10] + syllables[i/10%10] + syllables[i/100%10] + syllables[i/1000%10] + "er"
}

// manyEvents are n events with titles and descriptions of ordinary length; few hold a keyword, as in life.
func manyEvents(n int) []calendar.Event {
	events := make([]calendar.Event, n)
	for i := range events {
		title := fmt.Sprintf("Opfølgning på %s og budget %d for %s", madeUp(i%900), i, madeUp(i*7%5000))
		events[i] = inWeek(i%52, fmt.Sprint("series-", i%3000), title)
		events[i].Description = "Dagsorden:\n1. Siden sidst\n2. Økonomi og kommende arbejde\n3. Eventuelt\n" + strings.Repeat("Vi mødes som sædvanlig. ", 8)
		events[i].Location = "Mødelokale 4.12"
	}
	return events
}

func manyMemories(n int) *mapping.Memory {
	m := &mapping.Memory{}
	for i := range n {
		m.Entries = append(m.Entries, mapping.Remembered{Title: "opfølgning på " + madeUp(i) + " hos " + madeUp(i*3+1), Series: fmt.Sprint("series-", i),
			Choice: drift, Times: 3, Last: dayOf(i)})
	}
	return m
}

// BenchmarkSuggest is the speed the rules are asked for: 10,000 events against 500 keywords and 2,000 memories.
func BenchmarkSuggest(b *testing.B) {
	r := manyKeywords(b, 500)
	benchmarkSuggest(b, r, manyMemories(2000))
}

// BenchmarkSuggestManyKeywords shows that ten times the keywords cost about the same: the text is read once.
func BenchmarkSuggestManyKeywords(b *testing.B) {
	r := manyKeywords(b, 5000)
	benchmarkSuggest(b, r, manyMemories(2000))
}

// BenchmarkSuggestByTheDefaultRules is the same with the secretariat's own rules.
func BenchmarkSuggestByTheDefaultRules(b *testing.B) {
	r := defaultRules(b)
	benchmarkSuggest(b, r, manyMemories(2000))
}

func benchmarkSuggest(b *testing.B, r *mapping.Rules, m *mapping.Memory) {
	events := manyEvents(10_000)
	b.ResetTimer()
	for b.Loop() {
		for _, e := range events {
			r.Suggest(e, m)
		}
	}
}

// BenchmarkLearn is what the examples cost once, where a title is not decided by a keyword.
func BenchmarkLearn(b *testing.B) {
	for b.Loop() {
		defaultRules(b).Suggest(calendar.Event{Title: "Hvad?"}, nil)
	}
}

// BenchmarkParse is what the default rules cost at every start.
func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		_, err := mapping.Parse("rules.yaml", ugeseddel.DefaultRules)
		require.NoError(b, err)
	}
}
