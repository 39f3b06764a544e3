package draft_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/draft"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// written is the file of a week with two meetings on Monday and one on Tuesday that nobody has decided anything about.
func written(t *testing.T) (*draft.Draft, string) {
	t.Helper()
	d := fresh(sure,
		event("a", "Styregruppe: OS2iot", "2026-11-16 08:00", "2026-11-16 08:50"),
		event("b", "Møde", "2026-11-16 09:00", "2026-11-16 09:50"),
		event("c", "Opkald", "2026-11-17 10:00", "2026-11-17 11:00"))
	return d, string(d.Encode(text.Danish))
}

// edited reads the file after a person replaced some words in the line of that title.
func edited(t *testing.T, title, old, new string) *draft.Draft {
	t.Helper()
	_, file := written(t)
	at := strings.Index(file, "title: "+title)
	require.Positive(t, at)
	start := strings.LastIndex(file[:at], "  - id:")
	before, rest := file[:start], file[start:]
	require.Contains(t, rest, old)
	d, err := draft.Decode("uge.yaml", []byte(before+strings.Replace(rest, old, new, 1)), settings())
	require.NoError(t, err)
	return d
}

func titled(t *testing.T, d *draft.Draft, title string) draft.Line {
	t.Helper()
	for _, l := range d.Lines {
		if l.Title == title {
			return l
		}
	}
	t.Fatalf("no line %q", title)
	return draft.Line{}
}

func TestWhatAPersonChangesInTheFileIsADecision(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		old, new string
		want     func(*testing.T, draft.Line)
	}{
		"another project": {"project: Sekretariatsarbejde", "project: OS2ai", func(t *testing.T, l draft.Line) {
			require.Equal(t, "OS2ai", l.Project)
		}},
		"other minutes, which are not rounded again": {"minutes: 45", "minutes: 90", func(t *testing.T, l draft.Line) {
			require.Equal(t, 90, l.Minutes)
			require.Zero(t, l.Rounded)
		}},
		"another time, from which the minutes follow": {"time: 09:00-09:50", "time: 9.00 - 11.00", func(t *testing.T, l draft.Line) {
			require.Equal(t, 120, l.Minutes)
			require.Equal(t, "11:00", l.End.Format("15:04"))
		}},
		"another day": {"date: 2026-11-16", "date: 2026-11-18", func(t *testing.T, l draft.Line) {
			require.Equal(t, "2026-11-18", l.Date.String())
		}},
		"skipped": {"status: ready", "status: skip", func(t *testing.T, l draft.Line) {
			require.Equal(t, draft.Skip, l.Status)
		}},
		"a note": {"status: ready", "note: Dagsorden\n    status: ready", func(t *testing.T, l draft.Line) {
			require.Equal(t, "Dagsorden", l.Words())
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := edited(t, "Møde", c.old, c.new)
			l := titled(t, d, "Møde")
			require.Equal(t, draft.Decided, l.Decision)
			c.want(t, l)
			require.Equal(t, draft.Undecided, titled(t, d, "Opkald").Decision)

			next := draft.Refresh(d, d.Week, read(event("b", "Møde", "2026-11-16 13:00", "2026-11-16 15:00")), sure, settings())
			kept := titled(t, next, "Møde")
			require.Equal(t, l.Entry, kept.Entry)
			require.NotEmpty(t, kept.Changes())
		})
	}
}

func TestALineWithoutIdIsAPersonsOwn(t *testing.T) {
	t.Parallel()
	_, file := written(t)
	file += "  - {date: 2026-11-19, time: 13:00-14:20, title: Læsning, project: OS2ai, tag: kompetence, task: Faglig opdatering}\n"
	d, err := draft.Decode("uge.yaml", []byte(file), settings())
	require.NoError(t, err)
	l := titled(t, d, "Læsning")
	require.Equal(t, draft.FromHand, l.Kind)
	require.Equal(t, draft.Ready, l.Status)
	require.Equal(t, 75, l.Minutes)
	require.Equal(t, l.Entry, titled(t, draft.Refresh(d, d.Week, read(), sure, settings()), "Læsning").Entry)
}

func TestAnEditorsLineEndingsAreNoDecision(t *testing.T) {
	t.Parallel()
	d, file := written(t)
	got, err := draft.Decode("uge.yaml", []byte("\ufeff"+strings.ReplaceAll(file, "\n", "\r\n")), settings())
	require.NoError(t, err)
	same(t, d, got)
}

func TestPeoplesCommentsStay(t *testing.T) {
	t.Parallel()
	d, file := written(t)
	file = "# min uge\n" + file
	file = strings.Replace(file, "    project: Sekretariatsarbejde", "    # spørg Ida\n    project: Sekretariatsarbejde # eller OS2iot?", 1)
	file = strings.Replace(file, "  - id: "+d.Lines[1].ID, "  # formiddag\n  - id: "+d.Lines[1].ID+" # vigtig", 1)
	file += "# slut\n"

	got, err := draft.Decode("uge.yaml", []byte(file), settings())
	require.NoError(t, err)
	again := string(got.Encode(text.Danish))
	for _, comment := range []string{"# min uge\n", "    # spørg Ida\n    project: Sekretariatsarbejde # eller OS2iot?\n", "  # formiddag\n  - id: " + d.Lines[1].ID + " # vigtig\n", "# slut\n"} {
		require.Equal(t, 1, strings.Count(again, comment), "%q in\n%s", comment, again)
	}

	// also those of a line that is gone
	next := draft.Refresh(got, got.Week, read(), sure, settings())
	require.Contains(t, string(next.Encode(text.Danish)), "# spørg Ida\n")
	once, err := draft.Decode("uge.yaml", next.Encode(text.Danish), settings())
	require.NoError(t, err)
	require.Equal(t, string(next.Encode(text.Danish)), string(once.Encode(text.Danish)))
}

func TestEveryMistakeInTheFileIsToldWithItsPlace(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/mistakes.yaml")
	require.NoError(t, err)
	_, err = draft.Decode("2026-W47.yaml", data, settings())
	require.Error(t, err)
	var got bytes.Buffer
	for _, l := range []text.Lang{text.Danish, text.English} {
		got.WriteString(strings.Join(l.Error(err), "\n") + "\n")
	}
	if *update {
		require.NoError(t, os.WriteFile("testdata/mistakes.txt", got.Bytes(), 0o600))
	}
	want, err := os.ReadFile("testdata/mistakes.txt")
	require.NoError(t, err)
	require.Equal(t, string(want), got.String())
}

func FuzzDecodeNeverFailsWithoutAPlace(f *testing.F) {
	mistakes, err := os.ReadFile("testdata/mistakes.yaml")
	require.NoError(f, err)
	f.Add(mistakes)
	f.Add([]byte(""))
	f.Add([]byte("- week"))
	f.Add(newRandomWeek(3).draft().Encode(text.Danish))
	f.Add(newRandomWeek(11).draft().Encode(text.English))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := draft.Decode("uge.yaml", data, settings())
		if err != nil {
			requirePlaces(t, err, data)
			return
		}
		again := d.Encode(text.Danish)
		second, err := draft.Decode("uge.yaml", again, settings())
		require.NoError(t, err, "%s", again)
		same(t, d, second)
	})
}

// requirePlaces requires that every mistake stands on a line of the file.
func requirePlaces(t *testing.T, err error, data []byte) {
	t.Helper()
	mistakes, ok := err.(yamlread.Mistakes)
	require.True(t, ok)
	require.NotEmpty(t, mistakes)
	for _, m := range mistakes {
		require.Positive(t, m.Pos.Line)
		require.LessOrEqual(t, m.Pos.Line, bytes.Count(data, []byte("\n"))+1)
	}
}
