package mapping_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// kinds has a tag for a product's board, for learning, for staffing and for absence.
const kinds = `
projects: {default: Fælles}
prefixes: {cancelled: [Aflyst, Udsat, Aflysning]}
tags:
  - {id: lære, name: Lære, keywords: [kursus]}
  - {id: hold, name: Hold, keywords: [bemanding]}
  - {id: gruppe, name: Gruppe, keywords: [koordinationsgruppe], hints: [gruppe]}
  - {id: fri, name: Fri, itself: true, keywords: [ferie, syg]}
  - {id: form, name: Form, last-resort: true, hints: [status]}
skip: [{why: privat, keywords: [tandlæge]}]
exceptions: [{why: læring, if: {head: [eksamen]}, then: {tag: lære}}]
`

func TestAWordCountsForWhatItIsInItsCompound(t *testing.T) {
	t.Parallel()
	r := parse(t, kinds)
	for title, want := range map[string]struct {
		tag     string
		certain bool
	}{
		"Kursus":                     {"lære", true},
		"Kursusdagen":                {"lære", true},
		"Kursus-workshop":            {"lære", true},
		"Kursusmateriale":            {"lære", false},
		"Kursus-app":                 {"lære", false},
		"Kursusmateriale: bemanding": {"hold", false},
		"Standbemanding":             {"hold", false},
		"Kordinationsgruppe":         {"gruppe", false},
	} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, want.tag, s.Tag, title)
		require.Equal(t, want.certain, s.Certain, title)
	}
}

func TestAHyphenMakesWholeCompoundsOfItsKind(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja, keywords: [drifts-, -styrelse, FU-]}, {id: nej, name: Nej, keywords: [alarm]}]\n")
	for title, want := range map[string]struct {
		tag     string
		certain bool
	}{
		"Driftsmappe":         {"ja", true},
		"drifts-app":          {"ja", true},
		"Driftsalarm":         {"ja", false},
		"Produktdriftsmappen": {"", false},
		"bedriftsmappe":       {"", false},
		"Kirkestyrelsen":      {"ja", true},
		"Bestyrelsen":         {"", false},
		"Kirke-styrelsen":     {"ja", true},
		"Styrelsen":           {"", false},
		"FU, dagsorden":       {"", false},
		"styrelsesbesøg":      {"", false},
		"FU-dagsorden":        {"ja", true},
		"Fundament":           {"", false},
		"drift, svar":         {"", false},
	} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, want.tag, s.Tag, title)
		require.Equal(t, want.certain, s.Certain, title)
	}
}

func TestAWordThatOnlyTellsWhenIsNotTheEvent(t *testing.T) {
	t.Parallel()
	r := parse(t, kinds)
	for title, want := range map[string]string{
		"Ferie": "fri", "Sommerferie": "fri", "Status før ferien": "form", "Status i ferien": "form", "Status efter tandlæge": "form",
		"Efter kursus": "lære", "Eksamen": "lære", "Status om eksamen": "form",
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Tag, title)
	}
}

func TestAnExceptionAsksForTheExactWord(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja}]\nexceptions: [{if: {title: [transport, ledergruppe]}, then: {tag: ja}}]\n")
	for title, want := range map[string]string{"Transport": "ja", "Transportdag": "ja", "Ledergruppe": "ja", "Transportnetværk": "", "Transport-app": "", "Ledergrupe": ""} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Tag, title)
	}
}

func TestOneWordThatOnlyAsksIsLookedAt(t *testing.T) {
	t.Parallel()
	r := parse(t, kinds)
	for title, certain := range map[string]bool{"Kursus": true, "Kursus?": false, "Kursus?? ": false, "Kursus i Aarhus?": true, "Eksamen": true, "Eksamen?": false} {
		require.Equal(t, certain, r.Suggest(meeting(title), nil).Certain, title)
	}
}

func TestAProjectIsKnownWithoutAListOfItsWords(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles, names: [{name: OS2iot, hints: [sensor]}]}
tags: [{id: drift, name: Drift}, {id: møde, name: Møde, last-resort: true, keywords: [morgenmøde], hints: [status]}]
otherwise: [{why: et projekt, if: {names-project: true}, then: {tag: drift}}]
`).WithProjects([]string{"OS2årsmøde 2026", "Fælles sprog", "Digitaliseringsdage - 2026"})
	for title, want := range map[string]mapping.Choice{
		"OS2 iot":             {Project: "OS2iot", Tag: "drift", Task: "Drift"},
		"Årsmøde, status":     {Project: "OS2årsmøde 2026", Tag: "drift", Task: "Drift"},
		"Fælles sprog":        {Project: "Fælles sprog", Tag: "drift", Task: "Drift"},
		"OS2iot morgenmøde":   {Project: "OS2iot", Tag: "drift", Task: "Drift"},
		"Morgenmøde":          {Project: "Fælles", Tag: "møde", Task: "Møde"},
		"Status":              {Project: "Fælles", Tag: "møde", Task: "Møde"},
		"Sensorer":            {Project: "OS2iot"},
		"Digitaliseringsdage": {Project: "Digitaliseringsdage - 2026", Tag: "drift", Task: "Drift"},
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Choice, title)
	}
}

func TestAHintOfAProjectCountsForWorkOnProjectsOnly(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles, names: [{name: OS2iot, hints: [sensor]}]}
tags: [{id: drift, name: Drift, keywords: [fejl]}, {id: lære, name: Lære, project-hints: false, keywords: [kursus]}]
`)
	for title, want := range map[string]string{"Fejl: sensor": "OS2iot", "Kursus: sensor": "Fælles", "Kursus: OS2iot": "OS2iot"} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Project, title)
	}
}

func TestAWordAloneMaySayLess(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles}
prefixes: {ignored: [VS]}
tags: [{id: a, name: A, keywords: [oplæg]}]
exceptions: [{if: {title: [oplæg], words: 1}, then: {check: true}}]
`)
	for title, certain := range map[string]bool{"Oplæg": false, "VS: Oplæg!": false, "Oplæg i Vejle": true} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, "a", s.Tag, title)
		require.Equal(t, certain, s.Certain, title)
	}
}

func TestAnEventWithoutAStartBeginsAtNoTime(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles}
tags: [{id: a, name: A}]
exceptions: [{if: {title: [kald], starts: -8:59}, then: {tag: a}}, {if: {title: [tur], weekdays: [monday]}, then: {tag: a}}]
`)
	early := meeting("Kald")
	early.Start = early.Start.Add(-2 * time.Hour)
	wholeDay := early
	wholeDay.AllDay, wholeDay.Start = true, early.Start.Truncate(24*time.Hour)
	require.Equal(t, "a", r.Suggest(early, nil).Tag)
	require.Equal(t, "", r.Suggest(wholeDay, nil).Tag)
	require.Equal(t, "", r.Suggest(calendar.Event{Title: "Kald"}, nil).Tag)
	require.Equal(t, "", r.Suggest(calendar.Event{Title: "Tur"}, nil).Tag, "the year 1 began on a Monday")
}

func TestTheUsualToDoIsTakenWhereNoWordTellsAny(t *testing.T) {
	t.Parallel()
	const tags = "projects: {default: Fælles}\ntags: [{id: a, name: A, keywords: [skov], %s tasks: [Fugle, {name: Planter, keywords: [bøg]}, Svampe]}]\n"
	for task, want := range map[string]string{"": "Fugle", "task: Svampe,": "Svampe"} {
		r := parse(t, fmt.Sprintf(tags, task))
		require.Equal(t, want, r.Suggest(meeting("Skov"), nil).Task)
		require.Equal(t, "Planter", r.Suggest(meeting("Bøg"), nil).Task)
	}
	_, err := mapping.Parse("r.yaml", []byte(fmt.Sprintf(tags, "task: Svamp,")))
	require.ErrorContains(t, err, `unknown value "Svamp" — did you mean "Svampe"?`)
}

func TestAProjectIsNamedInTheTitle(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles, names: [{name: OS2iot}]}\ntags: [{id: drift, name: Drift}]\notherwise: [{if: {names-project: true}, then: {tag: drift}}]\n")
	require.Equal(t, "drift", r.Suggest(meeting("OS2iot"), nil).Tag)
	require.Equal(t, "", r.Suggest(withDescription(meeting("Hvad?"), "OS2iot"), nil).Tag)
}

func TestACancelledEventIsKnownWhereverItSaysSo(t *testing.T) {
	t.Parallel()
	r := parse(t, kinds)
	for title, want := range map[string]bool{
		"AFLYST!! Kursus": true, "Kursus - aflyst": true, "Kursus (aflyst)": true, "*aflyst* kursus": true, "Kursus AFLYST pga. sne": true, "Udsat – kursus": true,
		"Kursus aflyst?": false, "Aflysning af kursus": false, "Hvis et aflyst kursus gentages": false,
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Skip, title)
	}
}

func TestACrowdIsHardlyAtRest(t *testing.T) {
	t.Parallel()
	for attendees, certain := range map[int]bool{0: true, 4: true, 5: false} {
		e := meeting("Ferie")
		e.Attendees = attendees
		require.Equal(t, certain, parse(t, kinds).Suggest(e, nil).Certain, attendees)
	}
}

func TestAReasonInTheRulesIsSaidInThePersonsLanguage(t *testing.T) {
	t.Parallel()
	rules, err := mapping.Parse("r.yaml", []byte(`
projects: {default: P}
tags: [{id: a, name: A}]
skip:
  - {why: {da: privat ærinde, en: private errand}, keywords: [tandlæge]}
  - {why: kun ét sprog, keywords: [frisør]}
`))
	require.NoError(t, err)
	said := func(l text.Lang, title string) string {
		var all []string
		for _, why := range rules.Suggest(calendar.Event{Title: title}, nil).Why {
			all = append(all, l.Say(why))
		}
		return strings.Join(all, "\n")
	}
	require.Contains(t, said(text.Danish, "Tandlæge"), "privat ærinde")
	require.Contains(t, said(text.English, "Tandlæge"), "private errand")
	require.Contains(t, said(text.English, "Frisør"), "kun ét sprog")

	_, err = mapping.Parse("r.yaml", []byte("projects: {default: P}\nskip:\n  - {why: {}, keywords: [x]}\n  - {why: {sv: x}, keywords: [y]}\n"))
	require.ErrorContains(t, err, "r.yaml:3:11")
	require.ErrorContains(t, err, `unknown key "sv"`)
}
