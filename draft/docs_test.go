package draft_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

var block = regexp.MustCompile("(?s)```(yaml|text)\n(.*?)```")

// docs returns the examples of docs/draft.md in their order.
func docs(t *testing.T) (yaml, other []string) {
	t.Helper()
	data, err := os.ReadFile("../docs/draft.md")
	require.NoError(t, err)
	for _, m := range block.FindAllStringSubmatch(string(data), -1) {
		if m[1] == "yaml" {
			yaml = append(yaml, m[2])
		} else {
			other = append(other, m[2])
		}
	}
	return yaml, other
}

func TestTheExampleInTheDocsIsADraftAsItIsWritten(t *testing.T) {
	t.Parallel()
	suggest := func(e calendar.Event) mapping.Suggestion {
		if strings.HasPrefix(e.Title, "Styregruppe") {
			return mapping.Suggestion{Certain: true, Known: true, Choice: mapping.Choice{Project: "OS2valghalla", Tag: "drift", Task: "Styregruppe og koordinationsgruppe"},
				Why: []text.Message{text.Verbatim("»styregruppe« i titlen")}}
		}
		return mapping.Suggestion{Choice: mapping.Choice{Project: "Sekretariatsarbejde"}}
	}
	d := fresh(suggest,
		event("a1@example.dk", "Styregruppemøde OS2valghalla", "2026-11-16 09:00", "2026-11-16 10:20"),
		event("b2@example.dk", "Nye opgaver", "2026-11-16 13:00", "2026-11-16 13:50"))
	written := string(d.Encode(text.Danish))
	yaml, _ := docs(t)
	require.Equal(t, yaml[0], written[strings.Index(written, "week:"):])
}

func TestTheHandEditsInTheDocsAreUnderstood(t *testing.T) {
	t.Parallel()
	yaml, _ := docs(t)
	d, err := draft.Decode("2026-W47.yaml", []byte(yaml[1]), settings())
	require.NoError(t, err)
	require.Len(t, d.Lines, 3)
	for _, l := range d.Lines {
		require.Equal(t, draft.Decided, l.Decision, l.Title)
	}
	require.Equal(t, 75, titled(t, d, "Nye opgaver").Minutes)
	require.Equal(t, draft.Skip, titled(t, d, "Styregruppemøde OS2valghalla").Status)
	require.Equal(t, 30, titled(t, d, "Telefon med leverandør").Minutes)
}

func TestTheMistakesInTheDocsAreToldLikeThat(t *testing.T) {
	t.Parallel()
	yaml, other := docs(t)
	_, err := draft.Decode("2026-W47.yaml", []byte(yaml[2]), settings())
	require.Error(t, err)
	require.Equal(t, other[0], strings.Join(text.Danish.Error(err), "\n")+"\n")
}

func TestTheSettingsInTheDocsAreSettings(t *testing.T) {
	t.Parallel()
	yaml, _ := docs(t)
	for _, settings := range yaml[3:] {
		_, err := config.Parse("config.yaml", "", []byte(settings))
		require.NoError(t, err)
	}
}
