package ical

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/day"
)

var update = flag.Bool("update", false, "write the expected occurrences anew")

// The corpus in testdata has one small .ics file for each behaviour, and beside it a .txt file: which section or decision it shows,
// the window, and the occurrences and problems that are expected.
func TestTheCorpus(t *testing.T) {
	t.Parallel()
	for _, file := range corpus(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".ics"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			c := readCase(t, strings.TrimSuffix(file, ".ics")+".txt")
			got := c.head + show(Read(data, c.window, Options{Calendar: "test", Me: []string{"mette@example.dk"}}))
			if *update {
				require.NoError(t, os.WriteFile(c.path, []byte(got), 0o644))
				return
			}
			require.Equal(t, c.text, got)
		})
	}
}

func corpus(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.ics")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// expectation is a .txt file of the corpus.
type expectation struct {
	path, text string
	head       string // the comments and the window
	window     calendar.Window
}

func readCase(t testing.TB, path string) expectation {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	e := expectation{path: path, text: string(data)}
	for lines := bufio.NewScanner(strings.NewReader(e.text)); lines.Scan(); {
		line := lines.Text()
		e.head += line + "\n"
		if words := strings.Fields(line); len(words) == 4 && words[0] == "window" {
			e.window = window(t, words[1], words[2], words[3])
			return e
		}
	}
	require.FailNow(t, "no window", path)
	return e
}

// window reads "2026-11-23 2026-11-30 Europe/Copenhagen".
func window(t testing.TB, from, to, zone string) calendar.Window {
	t.Helper()
	location, err := time.LoadLocation(zone)
	require.NoError(t, err)
	first, err := day.Parse(from)
	require.NoError(t, err)
	last, err := day.Parse(to)
	require.NoError(t, err)
	return calendar.Window{Start: first.In(location), End: last.In(location)}
}

// show writes events and problems one a line, empty fields left out.
func show(events []calendar.Event, err error) string {
	var b strings.Builder
	for _, e := range events {
		layout := "Mon 2006-01-02T15:04:05Z07:00"
		if e.AllDay {
			layout = "Mon 2006-01-02"
		}
		fmt.Fprintf(&b, "%s / %s  %s", e.Start.Format(layout), e.End.Format(layout), e.UID)
		for _, field := range []struct{ name, value string }{
			{"occurrence", e.RecurrenceID}, {"title", e.Title}, {"description", e.Description}, {"location", e.Location},
			{"categories", strings.Join(e.Categories, "|")}, {"organizer", e.Organizer},
		} {
			if field.value != "" {
				fmt.Fprintf(&b, " %s=%q", field.name, field.value)
			}
		}
		showFlags(&b, e)
		b.WriteByte('\n')
	}
	problems, rest := calendar.Problems(err)
	for _, p := range problems {
		fmt.Fprintf(&b, "problem: %s\n", p)
	}
	if rest != nil {
		fmt.Fprintf(&b, "error: %s\n", rest)
	}
	return b.String()
}

func showFlags(b *strings.Builder, e calendar.Event) {
	if e.Attendees > 0 {
		fmt.Fprintf(b, " attendees=%d", e.Attendees)
	}
	if e.ShowAs != "" && e.ShowAs != calendar.Busy {
		fmt.Fprintf(b, " show_as=%s", e.ShowAs)
	}
	if e.Response != "" {
		fmt.Fprintf(b, " response=%s", e.Response)
	}
	if e.Private {
		b.WriteString(" private")
	}
	if e.StableID != "" {
		fmt.Fprintf(b, " id=%s", e.StableID)
	}
}
