package text

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
)

func TestEveryTextIsThereInBothLanguagesWithTheSameArguments(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, part := range catalogue {
		for key, e := range part {
			require.False(t, seen[key], "%s stands in two parts", key)
			seen[key] = true
			require.NotEmpty(t, e.da, key)
			require.NotEmpty(t, e.en, key)
			require.Equal(t, arguments(e.da), arguments(e.en), key)
		}
	}
}

func TestEveryKeyThatTheProgramUsesIsInTheCatalogueAndNoOther(t *testing.T) {
	t.Parallel()
	used := usedKeys(t)
	for key, place := range used {
		_, ok := lookUp(key)
		_, isCommand := lookUp(key + ".short")
		require.True(t, ok || isCommand, "%s: no text for %q", place, key)
	}
	for _, part := range catalogue {
		for key := range part {
			require.True(t, used[key] != "" || used[madeFrom.ReplaceAllString(key, "")] != "", "nothing uses the text %q", key)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?[a-zA-Z]`)

// arguments counts how many arguments the words mention.
func arguments(words string) int {
	most, next := 0, 0
	for _, m := range verb.FindAllStringSubmatch(strings.ReplaceAll(words, "%%", ""), -1) {
		next++
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		most = max(most, next)
	}
	return most
}

// madeFrom is what the program itself adds to a key.
var madeFrom = regexp.MustCompile(`(\.one|-near|\.short|\.long|\.example)$`)

var isFileName = regexp.MustCompile(`^[^.]+\.(yaml|exe|md|ics|json|csv)$`)

var keyForm = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)

// usedKeys finds every string literal in the program that has the form of a key, with its place.
func usedKeys(t *testing.T) map[string]string {
	t.Helper()
	keys := map[string]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || isCatalogue(path) {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		for key, pos := range keysIn(file) {
			keys[key] = set.Position(pos).String()
		}
		return nil
	})
	require.NoError(t, err)
	return keys
}

func isCatalogue(path string) bool {
	return filepath.Dir(path) == filepath.Join("..", "text") && !strings.HasSuffix(path, "text.go") && !strings.HasSuffix(path, "error.go")
}

// keysIn returns the literals that have the form of a key and begin with the name of one of the catalogue's areas.
func keysIn(file *ast.File) map[string]token.Pos {
	areas := map[string]bool{}
	for _, part := range catalogue {
		for key := range part {
			areas[strings.SplitN(key, ".", 2)[0]] = true
		}
	}
	keys := map[string]token.Pos{}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return true
		}
		s, err := strconv.Unquote(lit.Value)
		if err == nil && keyForm.MatchString(s) && !isFileName.MatchString(s) && areas[strings.SplitN(s, ".", 2)[0]] {
			keys[s] = lit.Pos()
		}
		return true
	})
	return keys
}

func TestValuesAreSaidInTheWayOfTheLanguage(t *testing.T) {
	t.Parallel()
	wednesday := day.Date{Year: 2026, Month: time.November, Day: 18}
	at := time.Date(2026, time.November, 18, 13, 5, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		value  any
		da, en string
	}{
		"hours with a comma or a dot":       {Hours(75), "1,25", "1.25"},
		"whole hours without decimals":      {Hours(120), "2", "2"},
		"a third of an hour":                {Hours(20), "0,33", "0.33"},
		"a clock":                           {Clock(at), "13:05", "13:05"},
		"a long date":                       {Long(wednesday), "onsdag 18. november", "Wednesday 18 November"},
		"a short date":                      {Short(wednesday), "ons 18/11", "Wed 18 Nov"},
		"a moment":                          {Stamp(at), "ons 18/11 13:05", "Wed 18 Nov 13:05"},
		"a weekday whose name has an ø":     {Short(day.Date{Year: 2026, Month: 11, Day: 21}), "lør 21/11", "Sat 21 Nov"},
		"a list of one":                     {List{"a"}, "a", "a"},
		"a list of three":                   {List{"a", "b", Hours(30)}, "a, b og 0,5", "a, b and 0.5"},
		"texts in a list":                   {[]string{"a", "b"}, "a og b", "a and b"},
		"a message within a message":        {Msg("system.timeout"), "svaret kom ikke i tide", "the answer did not come in time"},
		"an error":                          {fs.ErrNotExist, "filen findes ikke", "there is no such file"},
		"a percent sign is no verb":         {"100 %d", "100 %d", "100 %d"},
		"decomposed letters are left alone": {"a\u030a", "a\u030a", "a\u030a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.da, Danish.T("text.verbatim", c.value))
			require.Equal(t, c.en, English.T("text.verbatim", c.value))
		})
	}
}

func TestHoursForColumnsAlwaysHaveTwoDecimals(t *testing.T) {
	t.Parallel()
	require.Equal(t, "7,50", Danish.Hours(450))
	require.Equal(t, "37.00", English.Hours(37*60))
}

func TestOneHourIsSaidInTheSingular(t *testing.T) {
	t.Parallel()
	require.Equal(t, "din egen 1 time bliver", Danish.T("leantime.keeps-own", Hours(60)))
	require.Equal(t, "dine egne 1,5 timer bliver", Danish.T("leantime.keeps-own", Hours(90)))
	require.Equal(t, "posted as 1 hour on OS2, Drift", English.T("draft.changed-hand", Hours(60), "OS2", "Drift"))
}

func TestAnErrorIsToldWithWhatLiesBeneathAndWhatToDo(t *testing.T) {
	t.Parallel()
	refused := Errorf("config.unreadable", "a.yaml").Because(fs.ErrPermission).Try("cmd.no-state-hint")
	both := errors.Join(refused, Errorf("cmd.no-state").Because(fs.ErrNotExist).Try("cmd.no-state-hint"))

	require.Equal(t, []string{
		"indstillingerne i a.yaml kan ikke læses: adgang nægtet",
		"der er ingen mappe til kladder på denne computer: filen findes ikke",
	}, Danish.Error(both))
	require.Equal(t, []string{"set UGESEDDEL_STATE to a folder"}, English.Hints(both), "the same hint is given once")
	require.ErrorIs(t, both, fs.ErrPermission)
}
