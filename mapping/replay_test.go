package mapping_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
)

func TestReplayCountsPrecisionAndCoverage(t *testing.T) {
	t.Parallel()
	r := knowing(t, "netværk")
	f := mapping.Measure(r.Replay([]mapping.Labelled{
		decided(0, "Netværk", "ja", "Fælles"),
		decided(1, "Netværk igen", "nej", "Fælles"),
		{Event: inWeek(2, "", "Hvad?"), Unclear: true},
		{Event: inWeek(3, "", "Netværk i baren"), Skip: true},
	}))
	require.Equal(t, mapping.Figures{Events: 4, Right: 2, Certain: 3, CertainRight: 1}, f)
	require.InDelta(t, 1.0/3, f.Precision(), 1e-9)
	require.InDelta(t, 0.75, f.Coverage(), 1e-9)
	require.InDelta(t, 0.5, f.Accuracy(), 1e-9)
	require.InDelta(t, 1, mapping.Figures{}.Precision(), 1e-9, "nothing was said wrongly")
}

func TestCompareTellsBetterWorseAndDifferent(t *testing.T) {
	t.Parallel()
	cases := []mapping.Labelled{decided(0, "Skov", "ja", "Fælles"), decided(1, "Strand", "ja", "Fælles"), decided(2, "Klit", "andet", "Fælles"), decided(3, "Hede", "andet", "Fælles")}
	before := parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja, keywords: [skov]}]\n").Replay(cases)
	after := parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja, keywords: [strand, klit]}]\n").Replay(cases)
	c := mapping.Compare(before, after)
	require.Equal(t, "Strand", c.Better[0].Before.Event.Title)
	require.Equal(t, "Skov", c.Worse[0].Before.Event.Title)
	require.Equal(t, "Klit", c.Different[0].Before.Event.Title)
	require.Equal(t, []int{1, 1, 1}, []int{len(c.Better), len(c.Worse), len(c.Different)})
}
