package leantimetest_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A fact is something that a real Leantime was seen to do; testdata/facts.txt says how one is written.
type fact struct {
	name    string // the recordings' numbers and what they show
	setting map[string]string
	steps   []string
	rows    []string
}

func TestItDoesWhatRealServersWereRecordedToDo(t *testing.T) {
	t.Parallel()
	facts := readFacts(t, "testdata/facts.txt")
	require.GreaterOrEqual(t, recordingsIn(facts), 250, "facts have been lost")
	for _, f := range facts {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, f.setting)
			for _, step := range f.steps {
				w.play(t, step)
			}
			if f.rows != nil {
				require.Equal(t, f.rows, w.rows())
			}
		})
	}
}

var recordingNumbers = regexp.MustCompile(`^(\d{3} )+`)

// recordingsIn counts the recordings that facts cite.
func recordingsIn(facts []fact) int {
	cited := map[string]bool{}
	for _, f := range facts {
		for _, number := range strings.Fields(recordingNumbers.FindString(f.name)) {
			cited[number] = true
		}
	}
	return len(cited)
}

func readFacts(t *testing.T, name string) []fact {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	var facts []fact
	setting := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = repeated.ReplaceAllStringFunc(strings.TrimRight(line, "\n"), repeat)
		switch rest, indented := strings.CutPrefix(line, "  "); {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "server "):
			setting = settingOf(line)
		case !indented:
			facts = append(facts, fact{name: line, setting: setting})
		case strings.HasPrefix(rest, "= "):
			f := &facts[len(facts)-1]
			f.rows = append([]string{}, f.rows...)
			if rest != "= none" {
				f.rows = append(f.rows, rest[2:])
			}
		default:
			facts[len(facts)-1].steps = append(facts[len(facts)-1].steps, rest)
		}
	}
	return facts
}

var repeated = regexp.MustCompile(`\pL×\d+`)

// repeat writes a letter as often as æ×300 says.
func repeat(text string) string {
	letter, count, _ := strings.Cut(text, "×")
	n, _ := strconv.Atoi(count)
	return strings.Repeat(letter, n)
}

// settingOf reads "server 3.9.8 language=da-DK".
func settingOf(line string) map[string]string {
	words := strings.Fields(line)
	setting := map[string]string{"version": words[1]}
	for _, word := range words[2:] {
		name, value, _ := strings.Cut(word, "=")
		setting[name] = value
	}
	return setting
}
