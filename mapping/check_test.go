package mapping_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// remarked are the remarks as a person reads them, each with its line.
func remarked(remarks []mapping.Remark) []string {
	var said []string
	for _, r := range remarks {
		said = append(said, fmt.Sprintf("%d: %s", r.Pos.Line, text.English.Say(r.Message)))
	}
	return said
}

func TestTheCheckFindsWhatCanNeverDecide(t *testing.T) {
	t.Parallel()
	r := parse(t, `projects: {default: Fælles}
tags:
  - {id: a, name: A, keywords: [skov, Skov, møde, "S K"]}
  - {id: b, name: B, keywords: [strand, skov, klit]}
skip:
  - {why: privat, keywords: [strand]}
exceptions:
  - {why: altid a, if: {title: [klit]}, then: {tag: a}}
  - {why: aldrig, if: {title: [KLIT]}, then: {tag: b}}
`)
	require.Equal(t, []string{
		`3: "Skov" stands in line 3 already`,
		`3: "møde" stands in too many titles to decide anything; make it a hint, or write more words`,
		`4: "skov" is a keyword both for B and for A (line 3); one of them has to go`,
		`4: "klit" is meant for B, but an event of that name becomes A`,
		`6: "strand" is a keyword both for privat and for B (line 4); one of them has to go`,
		`9: the same condition as the exception in line 8, which comes first`,
	}, remarked(r.Check(nil, nil)))
}

func TestTheCheckFindsAToDoThatTheTagDoesNotHave(t *testing.T) {
	t.Parallel()
	r := parse(t, `projects: {default: Fælles}
tags: [{id: a, name: A, tasks: [Ferie, Sygdom]}, {id: b, name: B}]
exceptions:
  - {if: {title: [x]}, then: {tag: a, task: Sygdomm}}
  - {if: {title: [y]}, then: {tag: a, task: sygdom}}
  - {if: {title: [z]}, then: {tag: b, task: Sygdom}}
`)
	require.Equal(t, []string{`4: "Sygdomm" is no to-do of A`}, remarked(r.Check(nil, nil)))
}

func TestTheCheckTakesAWordAndItsCompoundsForTwo(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles}\ntags: [{id: a, name: A, keywords: [skov, skov-, -skov, skov-, drifts- + valg, valg + -styrelse]}]\n")
	require.Equal(t, []string{`2: "skov-" stands in line 2 already`}, remarked(r.Check(nil, nil)))
}

func TestTheCheckComparesNamesWithLeantime(t *testing.T) {
	t.Parallel()
	r := parse(t, `projects: {default: Fælles, names: [{name: Skov}, {name: Lejr}]}
tags:
  - {id: a, name: A, tasks: [Plante, Fælde]}
  - {id: b, name: B}
`)
	in := &mapping.Leantime{Projects: []string{"fælles", "Lejr 2026"}, Tags: []string{"A"}, Todos: []string{"Plante"}}
	require.Equal(t, []string{
		`1: Leantime has no open project "Skov"`,
		`3: Leantime has no to-do "Fælde"`,
		`4: no open to-do in Leantime has the tag "B"`,
	}, remarked(r.Check(in, nil)))
}

func TestTheCheckFindsWordsThatStandInTooManyEvents(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles}\ntags: [{id: a, name: A, keywords: [ugens, plan]}]\n")
	var seen []calendar.Event
	for i := range 40 {
		seen = append(seen, meeting(fmt.Sprint("Ugens sag ", i)))
	}
	require.Equal(t, []string{`2: "ugens" stands in 40 of 40 events; it says too much to decide anything`}, remarked(r.Check(nil, seen)))
	require.Empty(t, r.Check(nil, seen[:39]), "too few to say")
}
