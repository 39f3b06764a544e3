package mapping_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
	"ugeseddel/text"
)

const (
	taughtRules = `
projects: {default: Fælles, names: [{name: OS2skov}]}
tags:
  - {id: pleje, name: Pleje, keywords: [gødning], hints: [skov]}
  - {id: salg, name: Salg, keywords: [auktion]}
  - {id: rest, name: Rest, last-resort: true, hints: [møde]}
skip: [{why: privat, keywords: [tandlæge]}]
exceptions: [{why: altid salg, if: {title: [kvittering]}, then: {tag: salg}}]
otherwise: [{why: et møde, if: {attendees: 2-}, then: {tag: rest}}]
`
	lessons = `# hvad skoven lærer os
pleje
  3 Hugst i den gamle plantage
  3 Hugstplan, plantagen ved søen
  3 Udtynding af plantagen
  3 Gødning, hugst og udtynding i skoven
salg
  3 Tilbud på brænde
  3 Tilbudsrunde, tømmer
  3 Priser på brænde og tømmer

skip
  0 Badminton
  0 Badmintontur
`
)

// taught are rules with a few examples.
func taught(t testing.TB) *mapping.Rules {
	t.Helper()
	x, err := mapping.ParseExamples("lessons.txt", []byte(lessons))
	require.NoError(t, err)
	return parse(t, taughtRules).WithExamples(x)
}

func TestTitlesLikeTheExamplesAreSuggestedAsThey(t *testing.T) {
	t.Parallel()
	r := taught(t)
	for title, want := range map[string]string{
		"Plantagehugst":       "pleje",
		"PLANTAGEN, UDTYNDET": "pleje",
		"Tømmerpriser":        "salg",
		"Brændetilbud":        "salg",
		"Zzz":                 "rest", // nothing is known of it: the guess of the rules stays
	} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, want, s.Tag, title)
		require.False(t, s.Certain, title)
	}
	e := meeting("Badmintonturnering")
	e.Attendees = 0
	s := r.Suggest(e, nil)
	require.True(t, s.Skip)
	require.False(t, s.Certain, "examples alone leave nothing out unseen")
}

func TestAnExampleIsNamedAsTheReason(t *testing.T) {
	t.Parallel()
	said := func(l text.Lang) string {
		var all []string
		for _, why := range taught(t).Suggest(meeting("Ny hugst i plantagen"), nil).Why {
			all = append(all, l.Say(why))
		}
		return strings.Join(all, "\n")
	}
	require.Equal(t, `"plantagen" is known from the examples of Pleje, such as "Hugstplan, plantagen ved søen" (lessons.txt:4)`, said(text.English))
	require.Contains(t, said(text.Danish), `"plantagen" kendes fra eksemplerne på Pleje, som "Hugstplan, plantagen ved søen" (lessons.txt:4)`)
}

func TestTheExampleWithTheSameWordIsTheNearest(t *testing.T) {
	t.Parallel()
	x, err := mapping.ParseExamples("x.txt", []byte("pleje\n  3 Planteskole\n  3 Planteskole\n  3 Ny plantage ved åen\nsalg\n  3 Tømmer\n"))
	require.NoError(t, err)
	why := parse(t, taughtRules).WithExamples(x).Suggest(meeting("Plantasjer"), nil).Why
	require.Contains(t, text.English.Say(why[0]), `such as "Planteskole"`, "none has the word itself")
	why = parse(t, taughtRules).WithExamples(x).Suggest(meeting("Plantage"), nil).Why
	require.Contains(t, text.English.Say(why[0]), `such as "Ny plantage ved åen"`)
}

func TestTheExplanationTellsWhatTheExamplesSpeakFor(t *testing.T) {
	t.Parallel()
	var all []string
	for _, line := range taught(t).Explain(meeting("Gødning til plantagen"), nil) {
		all = append(all, text.English.Say(line))
	}
	require.Contains(t, strings.Join(all, "\n"), "the examples speak for Pleje with the weight ")
	require.NotContains(t, strings.Join(all, "\n"), "the examples speak for Salg")
}

func TestAKeywordComesBeforeTheExamples(t *testing.T) {
	t.Parallel()
	r := taught(t)
	for title, want := range map[string]struct {
		tag     string
		certain bool
	}{
		"Auktion":               {"salg", true},
		"Auktion over fuglene":  {"salg", true},
		"Gødning til plantagen": {"pleje", true},
		"Auktion, hugst, udtynding, plantage, plantagehugst": {"salg", false}, // the examples speak against it
		"Kvittering for hugst i plantagen":                   {"salg", true},  // an exception is not doubted
	} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, want.tag, s.Tag, title)
		require.Equal(t, want.certain, s.Certain, title)
	}
}

func TestAHintAndTheExamplesTogetherAreSure(t *testing.T) {
	t.Parallel()
	r := taught(t)
	require.True(t, r.Suggest(meeting("Skov: hugst og udtynding i plantagen"), nil).Certain)
	require.False(t, r.Suggest(meeting("Hugst og udtynding i plantagen"), nil).Certain, "examples alone")
	require.False(t, r.WithExamples(nil).Suggest(meeting("Skov: hugst og udtynding i plantagen"), nil).Certain, "a hint alone")
}

func TestANameDoesNotTellWhatAnEventIs(t *testing.T) {
	t.Parallel()
	x, err := mapping.ParseExamples("x.txt", []byte(`
pleje
  2 Hugst med Bo
  2 Bo: plantage, hugst
  2 Plantage
salg
  2 Tømmer, pris
  2 Pris på tømmer, Ida
`))
	require.NoError(t, err)
	const names = "lists: {folk: [Bo, Ida]}\n"
	with := parse(t, names+"names: [folk]\n"+taughtRules).WithExamples(x)
	without := parse(t, names+taughtRules).WithExamples(x)
	require.Equal(t, "salg", with.Suggest(meeting("Bo: tømmer"), nil).Tag)
	require.Equal(t, "rest", with.Suggest(meeting("Cecilie"), nil).Tag, "nothing is known of it")
	require.Equal(t, "pleje", without.Suggest(meeting("Bo"), nil).Tag, "but for the list, Bo would mean felling")

	_, err = mapping.Parse("r.yaml", []byte("names: [nogen]\n"+taughtRules))
	require.ErrorContains(t, err, `r.yaml:1:9: there is no list "nogen"`)
}

func TestExamplesKeepAnEventThatAHintWouldLeaveOut(t *testing.T) {
	t.Parallel()
	x, err := mapping.ParseExamples("x.txt", []byte("pleje\n"+strings.Repeat("  2 Plantage, hugst og udtynding\n", 9)+"skip\n  0 Fest\n  0 Fester\n"))
	require.NoError(t, err)
	r := parse(t, strings.Replace(taughtRules, "keywords: [tandlæge]", "keywords: [tandlæge], hints: [fest]", 1)).WithExamples(x)
	for title, want := range map[string]struct{ skip, certain bool }{
		"Fest": {true, true}, "Tandlæge": {true, true}, "Fest: plantage, hugst og udtynding": {false, false}, "Tandlæge: plantage, hugst og udtynding": {true, true},
	} {
		s := r.Suggest(meeting(title), nil)
		require.Equal(t, want.skip, s.Skip, title)
		require.Equal(t, want.certain, s.Certain, title)
	}
}

func TestAMistakeAmongTheExamplesIsToldWithItsLine(t *testing.T) {
	t.Parallel()
	_, err := mapping.ParseExamples("x.txt", []byte("\ufeff  3 For tidligt\r\npleje\r\n  Hugst\r\n  3\r\n  -1 Hugst\r\n4 Hugst\r\nsalg:\r\n  2 S\xf8\r\n"))
	require.ErrorContains(t, err, "x.txt:1:3: above the examples must stand what they are examples of")
	require.ErrorContains(t, err, "x.txt:3:3: an example is a number of attendees and a title")
	require.ErrorContains(t, err, "x.txt:4:3")
	require.ErrorContains(t, err, "x.txt:5:3")
	require.ErrorContains(t, err, "x.txt:6:1: here the id of a tag, or skip, stands alone")
	require.ErrorContains(t, err, "x.txt:7:1")
	require.ErrorContains(t, err, "x.txt:8:1")

	empty, err := mapping.ParseExamples("x.txt", nil)
	require.NoError(t, err)
	require.Equal(t, "rest", parse(t, taughtRules).WithExamples(empty).Suggest(meeting("Plantage"), nil).Tag)
}

func TestExamplesOfAnUnknownTagAreNotUsed(t *testing.T) {
	t.Parallel()
	x, err := mapping.ParseExamples("x.txt", []byte("fiskeri\n  3 Plantage\n  3 Plantagen\npleje\n  3 Skov\npleie\n  3 Skov\n"))
	require.NoError(t, err)
	r := parse(t, "examples: x.txt\n"+strings.TrimSpace(taughtRules)+"\n").WithExamples(x)
	require.Equal(t, "x.txt", r.ExamplesIn[0].Text)
	require.NotEqual(t, "fiskeri", r.Suggest(meeting("Plantage"), nil).Tag)
	require.Equal(t, []string{
		`1: the rules have no tag "fiskeri"; the examples below it are not used`,
		`6: the rules have no tag "pleie"; the examples below it are not used. Did you mean "pleje"?`,
	}, remarked(r.Check(nil, nil)))
}

// many are examples of two tags, each word often enough to weigh much.
func many(t testing.TB, rules string) *mapping.Rules {
	t.Helper()
	x, err := mapping.ParseExamples("x.txt", []byte("pleje\n"+strings.Repeat("  4 Plantage, hugst og udtynding\n", 300)+
		"salg\n"+strings.Repeat("  4 Tømmer og brænde\n", 300)+"skip\n"+strings.Repeat("  4 Klub, fodbold og badminton\n", 300)))
	require.NoError(t, err)
	return parse(t, rules).WithExamples(x)
}

func TestWhatExceptionsDecidedStaysWhateverTheExamplesSay(t *testing.T) {
	t.Parallel()
	r := many(t, `
projects: {default: Fælles}
tags: [{id: pleje, name: Pleje, hints: [skov]}, {id: salg, name: Salg}]
exceptions:
  - {why: min to-do, if: {title: [plantage]}, then: {task: Min egen}}
  - {why: holdes, if: {title: [klub]}, then: {keep: true}}
`)
	s := r.Suggest(meeting("Plantage: tømmer og brænde"), nil)
	require.Equal(t, mapping.Choice{Project: "Fælles", Tag: "salg", Task: "Min egen"}, s.Choice)

	s = r.Suggest(meeting("Skov: klub, fodbold og badminton"), nil)
	require.False(t, s.Skip)
	require.Equal(t, "pleje", s.Tag)
	require.True(t, r.Suggest(meeting("Skov: fodbold og badminton"), nil).Skip, "but for the exception it would be left out")
}

func TestExamplesDecideATieBetweenTheTwoAndItStaysAChoice(t *testing.T) {
	t.Parallel()
	r := many(t, `
projects: {default: Fælles}
tags: [{id: pleje, name: Pleje, keywords: [alfa]}, {id: salg, name: Salg, keywords: [beta]}, {id: tur, name: Tur}]
`)
	for title, want := range map[string][2]string{
		"Alfa beta: plantage": {"pleje", "salg"}, "Alfa beta: tømmer": {"salg", "pleje"}, "Alfa beta: fodbold og badminton i klub": {"pleje", "salg"},
	} {
		s := r.Suggest(meeting(title), nil)
		require.ElementsMatch(t, want, [2]string{s.Tag, s.Second.Tag}, title)
		require.False(t, s.Certain, title)
		require.Equal(t, "mapping.tie", s.Why[1].Key, title)
	}
	require.Equal(t, "salg", r.Suggest(meeting("Alfa beta: tømmer"), nil).Tag)
	require.Equal(t, "pleje", r.Suggest(meeting("Alfa beta: plantage"), nil).Tag)
}

func TestExamplesSayNothingAgainstATagWithoutAny(t *testing.T) {
	t.Parallel()
	r := many(t, "projects: {default: Fælles}\ntags: [{id: pleje, name: Pleje}, {id: tur, name: Tur, keywords: [udflugt]}, {id: salg, name: Salg, keywords: [auktion]}]\n")
	require.True(t, r.Suggest(meeting("Udflugt til plantage"), nil).Certain)
	require.False(t, r.Suggest(meeting("Auktion i plantage"), nil).Certain)
}

func TestOnlyAKeywordInTheHeadIsNeverOutranked(t *testing.T) {
	t.Parallel()
	r := many(t, "projects: {default: Fælles}\ntags: [{id: pleje, name: Pleje}, {id: salg, name: Salg, keywords: [auktionen]}]\n")
	for title, want := range map[string]string{
		"Auktionen: plantage, hugst, udtynding":    "salg",
		"Auktoinen: plantage, hugst, udtynding":    "pleje", // mistyped
		"Skovauktionen: plantage, hugst udtynding": "pleje", // only the last part of another word
		"Plantage, hugst, udtynding: auktionen":    "pleje",
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Tag, title)
	}
}

func TestWhatNoExampleKnowsGetsNoOpinion(t *testing.T) {
	t.Parallel()
	r := defaultRules(t)
	for _, title := range []string{"ckkzcxhb", "qxwvzzkq jjqqxx", "Pia", "Ann-Sofie", "Zbqwxk"} {
		for _, why := range r.Suggest(meeting(title), nil).Why {
			require.NotContains(t, why.Key, "mapping.example", title)
		}
	}
}

func TestAQuestionOfOneWordIsNotLeftOutForCertain(t *testing.T) {
	t.Parallel()
	r := many(t, "projects: {default: Fælles}\ntags: [{id: pleje, name: Pleje}]\nskip: [{why: privat, keywords: [tandlæge], hints: [klub]}]\n")
	for title, certain := range map[string]bool{"Tandlæge": true, "Tandlæge?": false, "Klub": true, "Klub?": false} {
		s := r.Suggest(meeting(title), nil)
		require.True(t, s.Skip, title)
		require.Equal(t, certain, s.Certain, title)
	}
}
