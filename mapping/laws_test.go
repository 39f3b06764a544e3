package mapping_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// FuzzSuggest asserts what holds for any event: the same suggestion each time, composed or decomposed, in small or capital
// letters; every tag and project one of the rules'; and a reason for everything.
func FuzzSuggest(f *testing.F) {
	for _, title := range []string{"SG valghalla", "Udkast - Bestyrelsesmøde december", "kl. 10 1:1 m. KL's folk", "½ feriedag", "[HOLD] : ", "æøåÆØÅ é ß ﬁ",
		"Aflyst: VS: Fwd: x", "🔥🔥", "1:1", "os2", "OS2 valg halla", "\u0301\u030a", "İ ı ẞ", strings.Repeat("bestyrelse", 20)} {
		f.Add(title, "beskrivelse", "Bestyrelse", uint8(3), false)
	}
	r := defaultRules(f)
	f.Fuzz(func(t *testing.T, title, description, category string, attendees uint8, allDay bool) {
		e := withDescription(inCategory(title, category), description)
		e.Attendees, e.AllDay = int(attendees), allDay
		s := r.Suggest(e, nil)
		require.Equal(t, s, r.Suggest(e, nil), "twice the same")
		requireOfTheRules(t, r, s)
		decomposed, composed := e, e
		decomposed.Title, composed.Title = norm.NFD.String(title), norm.NFC.String(title)
		requireSameAnswer(t, r, decomposed, composed)
		if foldsAlike(title) {
			loud, quiet := e, e
			loud.Title, quiet.Title = strings.ToUpper(title), strings.ToLower(title)
			requireSameAnswer(t, r, loud, quiet)
		}
		require.NotEmpty(t, r.Explain(e, nil))
	})
}

func requireOfTheRules(t *testing.T, r *mapping.Rules, s mapping.Suggestion) {
	t.Helper()
	require.NotEmpty(t, s.Why)
	if s.Skip {
		require.Empty(t, s.Choice)
		return
	}
	require.Contains(t, r.ProjectNames(), s.Project)
	if _, ok := r.Tag(s.Tag); s.Tag != "" {
		require.True(t, ok, s.Tag)
		require.NotEmpty(t, s.Task)
	}
}

func requireSameAnswer(t *testing.T, r *mapping.Rules, a, b calendar.Event) {
	t.Helper()
	one, other := r.Suggest(a, nil), r.Suggest(b, nil)
	one.Why, other.Why = nil, nil // the reasons quote the title as it was written
	require.Equal(t, one, other, "%q and %q", a.Title, b.Title)
}

// foldsAlike tells whether a title has the letters of a Danish calendar only: elsewhere capitals do not always lead back.
func foldsAlike(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII && !strings.ContainsRune("æøåéüöÆØÅÉÜÖ", r) })
}

func TestTheOrderOfTagsAndKeywordsInTheFileChangesNoCertainAnswer(t *testing.T) {
	t.Parallel()
	r := defaultRules(t)
	turned := *r
	turned.Tags = slices.Clone(r.Tags)
	slices.Reverse(turned.Tags)
	for i, tag := range turned.Tags {
		tag.Keywords = slices.Clone(tag.Keywords)
		slices.Reverse(tag.Keywords)
		turned.Tags[i] = tag
	}
	other := turned.WithProjects(nil) // puts the words together anew
	for _, e := range sample(t) {
		a, b := r.Suggest(e.Event, nil), other.Suggest(e.Event, nil)
		require.Equal(t, a.Skip, b.Skip, e.Event.Title)
		require.Equal(t, a.Certain, b.Certain, e.Event.Title)
		if a.Certain {
			require.Equal(t, a.Choice, b.Choice, e.Event.Title)
		}
	}
}

func TestEveryReasonHasWordsInBothLanguages(t *testing.T) {
	t.Parallel()
	r := defaultRules(t)
	for _, e := range sample(t) {
		for _, why := range slices.Concat(r.Suggest(e.Event, nil).Why, r.Explain(e.Event, nil)) {
			for _, lang := range []text.Lang{text.Danish, text.English} {
				require.NotContains(t, lang.Say(why), "%!", e.Event.Title)
				require.NotContains(t, lang.Say(why), why.Key, e.Event.Title)
			}
		}
	}
}
