package mapping_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
	"ugeseddel/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// explained are rules small enough that the reasoning can be followed by eye.
const explained = `projects: {default: Fælles, names: [{name: OS2skov, keywords: [skov]}]}
prefixes: {ignored: [VS], cancelled: [Aflyst]}
tags:
  - {id: drift, name: Drift, keywords: [styregruppe], against: [ny skov]}
  - {id: styring, name: Styring, keywords: [bestyrelse], hints: [regnskab], tasks: [{name: Bestyrelsesmøder, keywords: [bestyrelsesmøde]}]}
  - {id: internt, name: Internt, internal: true, last-resort: true, hints: [møde]}
skip: [{why: privat, keywords: [tandlæge]}]
exceptions: [{why: lange ture, if: {title: [tur], minutes: 60-}, then: {tag: styring, check: true}}]
otherwise: [{why: alene, if: {attendees: 0-1}, then: {tag: drift}}]
`

func TestExplanationsAsAPersonReadsThem(t *testing.T) {
	t.Parallel()
	r := parse(t, explained)
	m := &mapping.Memory{}
	r.Remember(m, inWeek(0, "", "Blå tirsdag"), mapping.Decision{Choice: mapping.Choice{Project: "OS2skov", Tag: "drift", Task: "Blåt"}})
	for _, lang := range []text.Lang{text.Danish, text.English} {
		var b strings.Builder
		for _, title := range []string{"VS: Styregruppe for skoven", "Bestyrelsesmøde om regnskab", "Styregruppe, ny skov", "Tur med bestyrelse", "Møde", "Hvad?",
			"Aflyst: Styregruppe", "Tandlæge", "Blå onsdag", "Bestyrrelse"} {
			for _, line := range r.Explain(meeting(title), m) {
				b.WriteString(lang.Say(line) + "\n")
			}
			b.WriteString("\n")
		}
		golden(t, "explain."+string(lang)+".txt", b.String())
	}
}

// golden compares with a file in testdata, or writes it where -update is given.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o600))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}
