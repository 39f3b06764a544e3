package mapping_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// parse reads rules that a test writes.
func parse(t testing.TB, rules string) *mapping.Rules {
	t.Helper()
	r, err := mapping.Parse("rules.yaml", []byte(rules))
	require.NoError(t, err)
	return r
}

// knowing are rules with one tag, "ja", that has the keyword.
func knowing(t testing.TB, keyword string) *mapping.Rules {
	t.Helper()
	return parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja, keywords: ['"+keyword+"']}]\n")
}

func TestAKeywordIsFoundHoweverDanishWritesIt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ keyword, title string }{
		"in capitals":                          {"nyhedsbrev", "NYHEDSBREV"},
		"decomposed, as from a Mac":            {"årsmøde", "a\u030arsmøde"},
		"å as aa":                              {"årsmøde", "aarsmøde"},
		"ø as oe":                              {"årsmøde", "årsmoede"},
		"æ as ae":                              {"fællesskab", "faellesskab"},
		"aa in the keyword":                    {"Aabenraa", "Åbenrå"},
		"with the article":                     {"styregruppe", "styregruppen"},
		"in the plural":                        {"faktura", "fakturaer"},
		"in the plural with the article":       {"faktura", "fakturaerne"},
		"in the genitive":                      {"bestyrelse", "bestyrelsens"},
		"with an apostrophe before the ending": {"OSPO", "OSPO'er"},
		"as the first part of a compound":      {"styregruppe", "styregruppemøde"},
		"as the last part of a compound":       {"møde", "styregruppemødet"},
		"in the middle of a compound":          {"koordinationsgruppe", "produktkoordinationsgruppemødet"},
		"split where it is written as one":     {"styregruppemøde", "styre gruppe møde"},
		"glued where it is written apart":      {"open source", "opensource-netværk"},
		"with a hyphen":                        {"styregruppe", "styre-gruppe"},
		"with the space after OS2":             {"OS2valghalla", "OS2 valghalla"},
		"without the space after OS2":          {"OS2 valghalla", "OS2valghalla"},
		"with a letter too few":                {"koordinationsgruppe", "kordinationsgruppe"},
		"with a letter too many":               {"koordinationsgruppe", "koordinationsgrupppe"},
		"with a wrong letter":                  {"bestyrelse", "bestyrilse"},
		"with two letters exchanged":           {"bestyrelse", "bestyrlese"},
		"mistyped within a compound":           {"styregruppe", "styergruppemøde"},
		"beside an emoji":                      {"nyhedsbrev", "📰nyhedsbrev🎉"},
		"as an abbreviation":                   {"SG", "SG iot"},
		"as an abbreviation in small letters":  {"SG", "sg iot"},
		"as an abbreviation with a hyphen":     {"SG", "SG-møde"},
		"as an abbreviation in the genitive":   {"KL", "KL's topmøde"},
		"one to one":                           {"1:1", "1:1 Pia"},
		"one to one with blanks":               {"1:1", "1 : 1 Pia"},
		"alone, though it may be no part":      {"=gave", "gaver"},
		"both of two words":                    {"budget + valg", "Valg: nyt budget"},
		"after VS":                             {"nyhedsbrev", "VS: nyhedsbrev"},
		"half a day":                           {"halv dag", "½ dag"},
	} {
		e := meeting(c.title)
		require.Equal(t, "ja", knowing(t, c.keyword).Suggest(e, nil).Tag, "%s: %q in %q", name, c.keyword, c.title)
	}
}

func TestAKeywordIsNotFoundInWordsThatOnlyLookLikeIt(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ keyword, title string }{
		"bestyrelse is not styrelse":               {"styrelse", "Bestyrelse"},
		"nor is it at the end of a compound":       {"styrelse", "Skolebestyrelsen"},
		"kl. 10 is not KL":                         {"KL", "Vi ses kl. 10"},
		"kl 10.30 is not KL":                       {"KL", "Vi ses kl 10.30"},
		"a museum is not MUS":                      {"MUS", "Museum"},
		"music is not MUS":                         {"MUS", "Musik på torvet"},
		"a democracy is not a demo":                {"demo", "Demokrati"},
		"a flyer is not a flight":                  {"fly", "Flyer"},
		"to move is not to fly":                    {"fly", "Flyt mødet"},
		"the 11th is not one to one":               {"1:1", "Fredag den 11. september"},
		"a time of day is not one to one":          {"1:1", "Start 11:15"},
		"an abbreviation is not put together":      {"SG", "S G"},
		"a word alone, mistyped in a compound":     {"=fødselsdag", "fødselsdaggskalender"},
		"short words are not mistyped":             {"møde", "møbe"},
		"a first letter is not mistyped":           {"bestyrelse", "vestyrelse"},
		"two letters are not mistyped":             {"bestyrelse", "bestirilse"},
		"half of two words is not enough":          {"budget + valg", "Nyt budget"},
		"an opgave is not a gave":                  {"=gave", "Opgaver"},
		"nor is a gaveindsamling":                  {"=gave", "Gaveindsamling"},
		"Teams boilerplate says nothing":           {"adgangskode", "Samtale"},
		"words are not made of the ends of others": {"testen", "Sidste nye test endelig"},
	} {
		e := meeting(c.title)
		e.Description = "Microsoft Teams-møde\nMøde-id: 111 222\nAdgangskode: Xy1"
		require.Empty(t, knowing(t, c.keyword).Suggest(e, nil).Tag, "%s: %q in %q", name, c.keyword, c.title)
	}
}

// ranking has two tags that differ in every way two keywords can.
const ranking = `
projects: {default: Fælles}
tags:
  - {id: kort, name: Kort, keywords: [valg]}
  - {id: lang, name: Lang, keywords: [valgaften]}
  - {id: form, name: Form, last-resort: true, keywords: [formandsmøde, mandagsmøde], hints: [møde]}
  - {id: tip, name: Tip, hints: [gennemgangen]}
  - {id: imod, name: Imod, keywords: [kampagne], against: [budget]}
  - {id: penge, name: Penge, keywords: [budget]}
  - {id: tvilling, name: Tvilling, keywords: [ballon]}
  - {id: trilling, name: Trilling, keywords: [skoven]}
exceptions:
  - {why: altid, if: {title: [pigeon]}, then: {tag: tip}}
`

func TestWhichRuleWins(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		event calendar.Event
		want  string
	}{
		"an exception before a keyword":              {meeting("Pigeon valgaften"), "tip"},
		"the title before the categories":            {inCategory("Ballon", "Valg"), "tvilling"},
		"the categories before the description":      {withDescription(inCategory("x", "Valg"), "Valgaften"), "kort"},
		"the head of the title before the rest":      {meeting("Ballon til valgaften"), "tvilling"},
		"the longer match before the shorter":        {meeting("Valgaften valg"), "lang"},
		"purpose before form":                        {meeting("Mandagsmøde, valg"), "kort"},
		"a hint before a hint for the form":          {meeting("Møde: gennemgangen"), "tip"},
		"a keyword before a hint":                    {meeting("Gennemgangen af valg"), "kort"},
		"against where the handbook says not to use": {meeting("Kampagne budget"), "penge"},
		"form where there is nothing else":           {meeting("Mandagsmøde"), "form"},
		"a word in the description, where no title":  {withDescription(meeting("x"), "om valg"), "kort"},
	} {
		require.Equal(t, c.want, parse(t, ranking).Suggest(c.event, nil).Tag, name)
	}
}

func inCategory(title, category string) calendar.Event {
	e := meeting(title)
	e.Categories = []string{category}
	return e
}

func withDescription(e calendar.Event, description string) calendar.Event {
	e.Description = description
	return e
}

func TestARealTieIsAChoiceOfTwo(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"Ballon skoven", "Skoven ballon"} {
		s := parse(t, ranking).Suggest(meeting(title), nil)
		require.False(t, s.Certain, title)
		require.NotNil(t, s.Second, title)
		require.ElementsMatch(t, []string{"tvilling", "trilling"}, []string{s.Tag, s.Second.Tag}, title)
	}
}

func TestAnExceptionLooksAtEverythingThatAnEventHas(t *testing.T) {
	t.Parallel()
	e := meeting("Gåtur i skoven")
	e.Calendar, e.Organizer, e.Location, e.ShowAs = "arbejde", "pia@example.dk", "Mødelokale 4", calendar.OOF
	for condition, fits := range map[string]bool{
		"title: [gåtur]": true, "title: [løbetur]": false, "location: [mødelokale]": true, "location: [gåtur]": false, "anywhere: [mødelokale]": true,
		"without: [gåtur]": false, "without: [løbetur]": true, "calendar: arbejde": true, "calendar: privat": false,
		"organizer: pia@": true, "organizer: bo@": false, "attendees: 5": true, "attendees: 2-4": false, "attendees: 5-": true, "attendees: -4": false,
		"minutes: 60": true, "minutes: 61-": false, "starts: 10:00-11:00": true, "starts: 10:01-24:00": false,
		"weekdays: [wednesday]": true, "weekdays: [monday, friday]": false, "all-day: false": true, "all-day: true": false,
		"recurring: true": false, "recurring: false": true, "mine: true": false, "show-as: [oof]": true, "show-as: free": false,
		"title: [gåtur], also: [skov]": true, "title: [gåtur], also: [bil]": false,
	} {
		r := parse(t, "projects: {default: Fælles}\ntags: [{id: ja, name: Ja}]\nexceptions: [{if: {"+condition+"}, then: {tag: ja}}]\n")
		require.Equal(t, fits, r.Suggest(e, nil).Tag == "ja", condition)
	}
}

func TestAnExceptionDecidesEverythingThatALineHas(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles, names: [{name: Skov}, {name: Strand}]}
tags: [{id: a, name: A}, {id: b, name: B}]
exceptions:
  - why: delt
    if: {title: [dele]}
    then: {text: Fælles dag, split: [{project: Skov, tag: a, parts: 1}, {project: Strand, tag: b, parts: 3}], priority: 2, fill: half}
  - {if: {title: [dele]}, then: {project: Skov, tag: a, task: Plante, check: true}}
  - {if: {title: [hvile]}, then: {skip: true}}
  - {if: {title: [måske hvile]}, then: {skip: true, check: true}}
`)
	s := r.Suggest(meeting("Dele"), nil)
	require.Equal(t, mapping.Choice{Project: "Skov", Tag: "a", Task: "Plante"}, s.Choice, "a later exception fills what the first left open")
	require.Equal(t, []mapping.Share{{Choice: mapping.Choice{Project: "Skov", Tag: "a", Task: "Plante"}, Parts: 1},
		{Choice: mapping.Choice{Project: "Strand", Tag: "b", Task: "B"}, Parts: 3}}, s.Shares)
	require.Equal(t, "Fælles dag", s.Note)
	require.Equal(t, 2, s.Priority)
	require.Equal(t, mapping.FillHalf, s.Fill)
	require.False(t, s.Certain)
	require.True(t, r.Suggest(meeting("Hvile"), nil).Certain)
	require.Empty(t, r.Suggest(meeting("Hvile"), nil).Choice)
}

func TestPauseAbsenceAndInternalMeetingsBelongWhereOneSettingSays(t *testing.T) {
	t.Parallel()
	r := parse(t, `
projects: {default: Fælles, internal: OS2 intern tid, names: [{name: OS2skov}]}
tags: [{id: pause, name: Pause, internal: true, keywords: [frokost]}, {id: drift, name: Drift, keywords: [drift]}]
`)
	require.Equal(t, "OS2 intern tid", r.Suggest(meeting("Frokost OS2skov"), nil).Project)
	require.Equal(t, "OS2skov", r.Suggest(meeting("Drift OS2skov"), nil).Project)
	require.Equal(t, "Fælles", r.Suggest(meeting("Drift"), nil).Project)
}

func TestOpenProjectsInLeantimeAreKnownByTheirNames(t *testing.T) {
	t.Parallel()
	r := parse(t, "projects: {default: Fælles, names: [{name: OS2årsmøde, keywords: [årsmøde]}]}\ntags: [{id: a, name: A, keywords: [plan]}]\n").
		WithProjects([]string{"OS2 display", "OS2 årsmøde 2026", "Fyrtårn 2025", "Fyrtårn 2026"})
	for title, want := range map[string]string{
		"Plan for OS2display":       "OS2 display",
		"Plan: os2 display":         "OS2 display",
		"Plan for display":          "OS2 display",
		"Plan for årsmødet":         "OS2årsmøde",
		"Plan for OS2 årsmøde 2026": "OS2årsmøde",
		"Plan for fyrtårn":          "Fyrtårn 2026",
		"Plan for fyrtårn 2025":     "Fyrtårn 2025",
		"Plan for noget andet":      "Fælles",
	} {
		require.Equal(t, want, r.Suggest(meeting(title), nil).Project, title)
	}
}

func TestTheRulesNameOfAProjectLeadsToItsNameInLeantime(t *testing.T) {
	t.Parallel()
	open := []string{"OS2 valghalla", "OS2 årsmøde 2025", "OS2 årsmøde 2026", "Lejr 2026"}
	for name, want := range map[string]string{"OS2valghalla": "OS2 valghalla", "OS2årsmøde": "OS2 årsmøde 2026", "Lejr": "Lejr 2026", "OS2iot": ""} {
		got, ok := mapping.ProjectNamed(name, open, "2026")
		require.Equal(t, want, got, name)
		require.Equal(t, want != "", ok, name)
	}
}

func TestTheToDoIsAnOpenOneThenAStandardOneThenANewOne(t *testing.T) {
	t.Parallel()
	rules := parse(t, `
projects: {default: Fælles}
tags:
  - id: drift
    name: Drift
    keywords: [drift]
    tasks: [{name: Løbende drift}, {name: Styregrupper, keywords: [styregruppe]}]
  - {id: tur, name: Ud af huset, keywords: [udflugt]}
`)
	require.Equal(t, "Styregrupper", rules.Suggest(meeting("Styregruppe"), nil).Task, "by its keyword")
	require.Equal(t, "Løbende drift", rules.Suggest(meeting("Drift og andet"), nil).Task, "by its name")
	require.Equal(t, "Ud af huset", rules.Suggest(meeting("Udflugt"), nil).Task, "a tag without standard to-dos names a new one")

	r := rules.WithTodos("Fælles", []mapping.Todo{{Name: "Drift af sensorer", Tag: "Drift"}, {Name: "Drift, men ledelse", Tag: "Ledelse"}})
	require.Equal(t, "Drift af sensorer", r.Suggest(meeting("Drift af sensorer, uge 3"), nil).Task, "an open one that fits")
	require.Equal(t, "Styregrupper", r.Suggest(meeting("Styregruppe: drift"), nil).Task, "a standard one before an open one that hardly fits")

	other := rules.WithTodos("Fælles", []mapping.Todo{{Name: "Drift af sensorer", Tag: "Ledelse"}})
	s := other.Suggest(meeting("Drift af sensorer"), nil)
	require.Equal(t, "Løbende drift", s.Task, "but never one with another tag")
	require.Contains(t, s.Why, text.Msg("mapping.other-tag", "Drift af sensorer"), "which is said")
	m := &mapping.Memory{}
	other.Remember(m, meeting("Blå drift"), mapping.Decision{Choice: mapping.Choice{Project: "Fælles", Tag: "drift", Task: "Drift af sensorer"}})
	remembered := other.Suggest(meeting("Blå drift"), m)
	require.False(t, remembered.Certain)
	require.Contains(t, remembered.Why, text.Msg("mapping.contradicts", "Drift af sensorer", "Ledelse"))
}

func TestWhatTheRestOfATitleSaysIsNotCertainWhereItsHeadIsStrange(t *testing.T) {
	t.Parallel()
	r := knowing(t, "netværk")
	require.True(t, r.Suggest(meeting("Netværk"), nil).Certain)
	require.True(t, r.Suggest(meeting("Nyt om netværk"), nil).Certain, "short words are never strange")
	require.False(t, r.Suggest(meeting("Kaninudstilling om netværk"), nil).Certain)
}
