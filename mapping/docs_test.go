package mapping_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
)

var (
	exampleRules = regexp.MustCompile("(?s)```yaml (?:rules|regler)\n(.*?)```\n\n\\|[^\n]*\n\\|---\\|---\\|\n((?:\\|[^\n]*\n)+)")
	exampleRow   = regexp.MustCompile(`(?m)^\| (.*) \| ([^|]*) \|$`)
)

func TestTheExamplesInTheDocumentationAreTrue(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"../docs/rules.md", "../docs/regler.md"} {
		data, err := os.ReadFile(page)
		require.NoError(t, err)
		examples := exampleRules.FindAllStringSubmatch(string(data), -1)
		require.Len(t, examples, strings.Count(string(data), "```yaml "), "every example of %s has its table", page)
		for _, example := range examples {
			r := parse(t, example[1])
			for _, row := range exampleRow.FindAllStringSubmatch(example[2], -1) {
				s := r.Suggest(documented(t, row[1]), nil)
				require.Equal(t, strings.TrimSpace(row[2]), becomes(s), "%s: %s", page, row[1])
			}
		}
	}
}

// documented is the event of a row: a title, or JSON.
func documented(t *testing.T, row string) calendar.Event {
	t.Helper()
	if !strings.HasPrefix(row, "{") {
		return meeting(row)
	}
	e, err := calendar.ParseEvent([]byte(row), time.UTC)
	require.NoError(t, err)
	return e
}

func becomes(s mapping.Suggestion) string {
	if s.Skip {
		return "skip"
	}
	return strings.TrimSpace(strings.Join([]string{s.Project, s.Tag, s.Task}, ", "))
}
