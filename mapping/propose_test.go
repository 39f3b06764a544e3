package mapping_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
)

const small = `# Vores regler
projects:
  default: Fælles
  names:
    - {name: Skov}
tags:
  - id: drift            # det daglige
    name: Drift
    keywords: [styregruppe,   # de vigtigste
      leverandør]
  - id: faellesskab
    name: Fællesskab
    keywords:
      - netværk   # og andre

skip:
  - {why: privat, keywords: [tandlæge]}
# slut
`

// decided is an event that a person decided.
func decided(n int, title, tag, project string) mapping.Labelled {
	return mapping.Labelled{Event: inWeek(n, "", title), Tags: []string{tag}, Projects: []string{project}}
}

// proposals are what follows from the decisions; every other line of the file must stay as it was.
func proposals(t *testing.T, cases ...mapping.Labelled) []mapping.Proposal {
	t.Helper()
	list, err := mapping.Propose("rules.yaml", []byte(small), nil, cases)
	require.NoError(t, err)
	for _, p := range list {
		requireOnlyAdded(t, small, string(p.Data))
		_, err := mapping.Parse("rules.yaml", p.Data)
		require.NoError(t, err)
	}
	return list
}

// requireOnlyAdded asserts that what was written is what stood there and something more.
func requireOnlyAdded(t *testing.T, before, after string) {
	t.Helper()
	rest := after
	for _, r := range before {
		_, tail, ok := strings.Cut(rest, string(r))
		require.True(t, ok, "%q is gone", string(r))
		rest = tail
	}
}

func TestThreeLikeCorrectionsMakeAProposal(t *testing.T) {
	t.Parallel()
	two := []mapping.Labelled{decided(0, "Kaffe med Ærø", "faellesskab", "Fælles"), decided(1, "Kaffe med Fanø", "faellesskab", "Fælles")}
	require.Empty(t, proposals(t, two...))

	got := proposals(t, append(two, decided(2, "Kaffe, Samsø", "faellesskab", "Fælles"), decided(3, "Besøg fra Ærø", "faellesskab", "Fælles"))...)
	require.Len(t, got, 1)
	require.Equal(t, "kaffe", got[0].Word)
	require.Equal(t, 15, got[0].Line)
	require.Contains(t, string(got[0].Data), "      - netværk   # og andre\n      - kaffe\n\nskip:")
	require.Len(t, got[0].Hits, 3)
	require.Equal(t, 3, got[0].Sure)
	require.NotEmpty(t, got[0].Under)
	require.Empty(t, got[0].Changes)
	require.Equal(t, "Besøg fra Ærø", got[0].Misses[0].Event.Title)
}

func TestAProposalGoesIntoAListThatIsWrittenOnOneLine(t *testing.T) {
	t.Parallel()
	got := proposals(t, decided(0, "Certifikater A", "drift", "Fælles"), decided(1, "Certifikater B", "drift", "Fælles"), decided(2, "Certifikater C", "drift", "Fælles"))
	require.Contains(t, string(got[0].Data), "      leverandør, certifikater]\n")
}

func TestAKeywordIsProposedForTheUsualToDo(t *testing.T) {
	t.Parallel()
	const rules = `projects: {default: Fælles}
tags: [{id: a, name: A, task: Svampe, tasks: [{name: Fugle, keywords: [ugle]}, {name: Svampe, keywords: [morkel]}, {name: Bær, keywords: [blåbær]}]}]
`
	cases := []mapping.Labelled{decided(0, "Kantarel A", "a", "Fælles"), decided(1, "Kantarel B", "a", "Fælles"), decided(2, "Kantarel C", "a", "Fælles")}
	got, err := mapping.Propose("rules.yaml", []byte(rules), nil, cases)
	require.NoError(t, err)
	require.Equal(t, "Svampe", got[0].Under)
	require.Contains(t, string(got[0].Data), "{name: Svampe, keywords: [morkel, kantarel]}")
}

func TestAProjectIsProposedAsAnException(t *testing.T) {
	t.Parallel()
	got := proposals(t, decided(0, "Bålplads A", "drift", "Skov"), decided(1, "Bålplads B", "drift", "Skov"), decided(2, "Bålplads C", "drift", "Skov"))
	require.Len(t, got, 1)
	require.Equal(t, mapping.Choice{Project: "Skov", Tag: "drift"}, got[0].Choice)
	require.Contains(t, string(got[0].Data), "exceptions:\n  - why: bålplads\n    if: {title: [bålplads]}\n    then: {project: Skov, tag: drift}\n")
}

func TestWhatIsNeverRegisteredIsProposedToBeSkipped(t *testing.T) {
	t.Parallel()
	var cases []mapping.Labelled
	for n := range 3 {
		cases = append(cases, mapping.Labelled{Event: inWeek(n, "", fmt.Sprint("Strikkecafé nr. ", n)), Skip: true})
	}
	got := proposals(t, cases...)
	require.Len(t, got, 1)
	require.True(t, got[0].Skip)
	require.Contains(t, got[0].Added, "then: {skip: true}")
}

func TestARuleThatWouldHurtMoreThanItHelpsIsNotProposed(t *testing.T) {
	t.Parallel()
	cases := []mapping.Labelled{}
	for n := range 3 {
		cases = append(cases, decided(n, "Planen", "faellesskab", "Fælles"))
	}
	for n := range 4 {
		cases = append(cases, decided(n+3, "Planen: styregruppe", "drift", "Fælles"))
	}
	for _, p := range proposals(t, cases...) {
		require.Less(t, len(p.Changes), len(p.Hits))
	}
}

func TestAnAcceptedProposalIsNotProposedAgain(t *testing.T) {
	t.Parallel()
	cases := []mapping.Labelled{decided(0, "Kaffe 1", "faellesskab", "Fælles"), decided(1, "Kaffe 2", "faellesskab", "Fælles"), decided(2, "Kaffe 3", "faellesskab", "Fælles")}
	first := proposals(t, cases...)
	require.Len(t, first, 1)
	again, err := mapping.Propose("rules.yaml", first[0].Data, nil, cases)
	require.NoError(t, err)
	require.Empty(t, again)
}
