package leantime

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var friday = place{taskID: 5, workDate: "2026-11-19 23:00:00"}

func TestMarkIsReadBackAsItWasWritten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		minutes int
		base    float64
		want    string
	}{
		{90, 0, "[ugeseddel 1.5 "},
		{45, 1.5, "[ugeseddel 0.75+1.5 "},
		{-30, 0.333333333, "[ugeseddel -0.5+0.333333333 "},
		{25, 0, "[ugeseddel 0.4167 "},
	} {
		text := friday.block("Møde", c.minutes, c.base)
		require.Contains(t, text, c.want)
		marks, whole := friday.marks(text)
		require.True(t, whole)
		require.Len(t, marks, 1)
		require.Equal(t, c.minutes, marks[0].minutes)
		require.Equal(t, c.base, marks[0].base)
	}
}

func TestMarkOfAnotherPlaceOrWithOtherNumbersIsNotBelieved(t *testing.T) {
	t.Parallel()
	text := friday.block("Møde", 90, 0)
	for name, moved := range map[string]struct {
		at   place
		text string
	}{
		"moved to another day":   {place{5, "2026-11-18 23:00:00"}, text},
		"moved to another to-do": {place{6, friday.workDate}, text},
		"hours changed":          {friday, strings.Replace(text, "1.5", "2.5", 1)},
		"seal changed":           {friday, strings.Replace(text, "1.5 ", "1.5 a", 1)},
		"cut off":                {friday, text[:len(text)-4]},
		"capitals":               {friday, strings.ToUpper(text)},
	} {
		marks, whole := moved.at.marks(moved.text)
		require.Empty(t, marks, name)
		require.False(t, whole, name)
	}
}

func TestTextIsTakenApartIntoOursAndThePersons(t *testing.T) {
	t.Parallel()
	ours := friday.block("Møde\nOpfølgning", 90, 0)
	logged := func(block, old string) string { return friday.workDate + "\n" + block + "\n--\n\n" + old }
	for name, c := range map[string]struct {
		text string
		want words
	}{
		"ours alone":                   {ours, words{ours: "Møde\nOpfølgning"}},
		"below the person's":           {"Eget\n" + ours, words{own: "Eget", ours: "Møde\nOpfølgning"}},
		"below two lines":              {"Eget\n\nmere\n" + ours, words{own: "Eget\n\nmere", ours: "Møde\nOpfølgning"}},
		"logged before the person's":   {logged(ours, "Eget"), words{own: "Eget", ours: "Møde\nOpfølgning"}},
		"logged twice":                 {logged(ours, ours), words{}},
		"logged twice over the own":    {logged(ours, logged(ours, "Eget")), words{own: "Eget"}},
		"with a line of the person's":  {ours + "\nmere", words{own: "mere", ours: "Møde\nOpfølgning"}},
		"edited by the person":         {strings.Replace(ours, "Møde", "Mødet", 1), words{own: "Mødet\nOpfølgning", edited: true}},
		"edited, with something after": {strings.Replace(ours, "Opf", "opf", 1) + " ja", words{own: "Møde\nopfølgning ja", edited: true}},
	} {
		marks, whole := friday.marks(c.text)
		require.True(t, whole, name)
		got := takeApart(c.text, marks)
		if len(marks) > 1 || c.want.edited {
			got.ours = ""
		}
		require.Equal(t, c.want, got, name)
	}
}

func TestWhatThePersonEditedIsKeptByEveryLaterChange(t *testing.T) {
	t.Parallel()
	text := strings.Replace(friday.block("Møde", 90, 0), "Møde", "Mit eget ord", 1)
	for range 3 {
		marks, whole := friday.marks(text)
		require.True(t, whole)
		text = friday.rewrite(takeApart(text, marks), "Andet", 60, 0)
	}
	require.True(t, strings.HasPrefix(text, "Mit eget ord [ugeseddel 1 "), text)
	require.Equal(t, 1, strings.Count(text, "["))
}

func TestTitleThatLooksLikeAMarkIsNone(t *testing.T) {
	t.Parallel()
	text := friday.block(tidy("  Test af [ugeseddel 1.5 abcdef]\u0000 \r\n"), 60, 0)
	marks, whole := friday.marks(text)
	require.True(t, whole)
	require.Len(t, marks, 1)
}

// What a person wrote comes back unchanged when our part is taken out again, however it came in.
func FuzzOwnTextSurvivesRaisingAndTakingBack(f *testing.F) {
	f.Add("Eget", "Møde", 90, 1.5)
	f.Add("a\n\nb\n", "to\nlinjer", 15, 0.25)
	f.Add("2026-11-19 23:00:00\nx\n--\n\ny", "x", 15, 0.333333)
	f.Fuzz(func(t *testing.T, own, ours string, minutes int, base float64) {
		own, ours = tidy(own), tidy(ours)
		if own == "" || ours == "" || minutes <= 0 || minutes > 1440 || base <= 0 || base > 24 || base < 1e-6 {
			t.Skip()
		}
		for _, text := range []string{
			friday.rewrite(words{own: own}, ours, minutes, base),
			friday.workDate + "\n" + friday.block(ours, minutes, base) + "\n--\n\n" + own,
		} {
			marks, whole := friday.marks(text)
			require.True(t, whole)
			require.Len(t, marks, 1)
			require.Equal(t, base, marks[0].base)
			require.Equal(t, words{own: own, ours: ours}, takeApart(text, marks))
		}
	})
}
