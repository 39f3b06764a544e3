package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
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
		require.True(t, ok, "%s: no text for %q", place, key)
	}
	for _, part := range catalogue {
		for key := range part {
			base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), "-near")
			require.True(t, used[key] != "" || used[base] != "", "nothing uses the text %q", key)
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
		if err == nil && keyForm.MatchString(s) && areas[strings.SplitN(s, ".", 2)[0]] {
			keys[s] = lit.Pos()
		}
		return true
	})
	return keys
}
