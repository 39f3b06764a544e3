package yamlread_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

func TestEveryMistakeIsToldAtOnceWithItsLine(t *testing.T) {
	t.Parallel()
	f := yamlread.Parse("rules.yaml", []byte("name: x\nprojct: Akme\nlanguage: danish\nrounding: 1.5\n"))
	m := f.Root().Map("name", "project", "language", "rounding")
	m["language"].OneOf("da", "en")
	m["rounding"].Int(1, 60)

	want := `rules.yaml:2:1: unknown key "projct" — did you mean "project"?
    2 | projct: Akme
      | ^^^^^^
rules.yaml:3:11: unknown value "danish"; possible here: da and en
    3 | language: danish
      |           ^^^^^^
rules.yaml:4:11: "1.5" is no whole number from 1 to 60
    4 | rounding: 1.5
      |           ^^^`
	require.EqualError(t, f.Err(), want)
}

func TestAFileThatIsNoYAMLIsExplained(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, want string }{
		"a quote that never ends": {"a: \"b\nc: d\n", "f:1:4: something is not closed"},
		"a bracket left open":     {"a: [1, 2\nb: 3\n", "something is not closed"},
		"a tab as indentation":    {"a:\n\tb: 1\n", "f:2:1: there is a tab"},
		"a colon within a text":   {"title: Møde: om drift\n", "f:1:12: a colon within a text"},
		"Latin-1":                 {"a: b\nb: m\xf8de\n", "f:2:5: the line is not UTF-8"},
		"two documents":           {"a: 1\n---\nb: 2\n", "f:2:1: the file holds more than one document"},
		"an anchor":               {"a: &x 1\nb: *x\n", "f:2:4: YAML anchors"},
		"a key that stands twice": {"a: 1\nb: 2\na: 3\n", `f:3:1: "a" stands in line 1 already`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := yamlread.Parse("f", []byte(c.data))
			f.Root().Map("a", "b", "c", "title")["b"].Text()
			require.ErrorContains(t, f.Err(), c.want)
		})
	}
}

func TestValuesReadAsTheyAreWritten(t *testing.T) {
	t.Parallel()
	f := yamlread.Parse("f", []byte("\ufefftexts: [1:1, 2026, 007, ja, \"a: b\"]\r\none: æøå\r\nnone:\r\nyes: true\r\nhours: 7,5\r\nday: 2026-11-23\r\n"))
	m := f.Root().Map("texts", "one", "none", "yes", "hours", "day")

	var texts []string
	for _, v := range m["texts"].Items() {
		texts = append(texts, v.Text())
	}
	require.Equal(t, []string{"1:1", "2026", "007", "ja", "a: b"}, texts)
	require.Equal(t, "æøå", m["one"].Text())
	require.False(t, m["none"].Exists())
	require.Empty(t, m["missing"].List())
	require.True(t, m["yes"].Bool())
	require.InDelta(t, 7.5, m["hours"].Float(0, 24), 0)
	require.Equal(t, "2026-11-23", m["day"].Date().String())
	require.NoError(t, f.Err())
}

func TestAValueOfTheWrongShapeIsAMistakeAndReadsAsNothing(t *testing.T) {
	t.Parallel()
	f := yamlread.Parse("f", []byte("a: [1]\nb: {c: 1}\nd: x\ne: 1.2.3\n"))
	m := f.Root().Map("a", "b", "d", "e")
	require.Empty(t, m["a"].Text())
	require.Empty(t, m["b"].List())
	require.Empty(t, m["d"].Map("x"))
	require.False(t, m["d"].Bool())
	require.Zero(t, m["e"].Float(0, 10))
	require.True(t, m["e"].Date().IsZero())

	var mistakes yamlread.Mistakes
	require.ErrorAs(t, f.Err(), &mistakes)
	require.Len(t, mistakes, 6)
}

func TestAMistakeAboutASecretNeverShowsTheLine(t *testing.T) {
	t.Parallel()
	f := yamlread.Parse("f", []byte("token: hemmelig\n"))
	f.Root().Map("token")["token"].SecretMistake("config.bare-secret")
	require.Error(t, f.Err())
	require.NotContains(t, f.Err().Error(), "hemmelig")
}

func TestNearestFindsTheWordThatWasMeant(t *testing.T) {
	t.Parallel()
	words := []string{"timezone", "language", "calendars"}
	require.Equal(t, "timezone", yamlread.Nearest("timezome", words))
	require.Equal(t, "calendars", yamlread.Nearest("Calendar", words))
	require.Empty(t, yamlread.Nearest("x", words))
}

func FuzzMistakesStandWithinTheFile(f *testing.F) {
	for _, seed := range []string{"a: 1", "a: [", "a:\n\t- b", "- a\n- {b: c", "æ: ø\nå: \xff", "? a\n: b", "a: &b {c: *b}", "\"", "---\n---"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		file := yamlread.Parse("f", []byte(data))
		for _, p := range file.Root().Pairs() {
			p.Key.Text()
			p.Value.Items()
			p.Value.Text()
		}
		err := file.Err()
		if err == nil {
			return
		}
		lines := strings.Count(data, "\n") + 1
		for _, m := range err.(yamlread.Mistakes) {
			require.GreaterOrEqual(t, m.Pos.Line, 1)
			require.LessOrEqual(t, m.Pos.Line, lines)
			require.NotEmpty(t, m.Say(text.Danish))
		}
	})
}

func TestAForgottenBracketIsToldWhereItWasOpened(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, want string }{
		"at the end of a list":            {"tags:\n  - id: a\n    keywords: [KL, KDF\n    hints: [x]\nskip:\n  - why: y\n", "f.yaml:3:15"},
		"of a list over two lines":        {"a:\n  keywords: [KL,\n    KDF\n  b: 1\n", "f.yaml:2:13"},
		"at the end of the file":          {"a: [1, 2\n", "f.yaml:1:4"},
		"behind a quoted one":             {"a: [\"]\", 'x]'\nb: 1\n", "f.yaml:1:4"},
		"behind a comment with a bracket": {"a: [1, # ]\nb: 1\n", "f.yaml:1:4"},
	} {
		err := yamlread.Parse("f.yaml", []byte(c.file)).Err()
		require.ErrorContains(t, err, c.want, name)
		require.ErrorContains(t, err, "not closed", name)
	}
	require.NoError(t, yamlread.Parse("f.yaml", []byte("a: [1,\n  2,\n]\nb: it's [not\nc: {x: [1, 2],\n  y: 3}\n")).Err())

	require.Error(t, yamlread.Parse("f.yaml", []byte("a: ]\n")).Err())
	err := yamlread.Parse("f.yaml", []byte("a: it's [not\n- b [\nc: \"x\" y\n")).Err()
	require.Error(t, err)
	require.NotContains(t, err.Error(), "not closed", "a bracket within a plain text opens nothing")
}
