package ics

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/calendartest"
	"ugeseddel/calendar/ical"
)

var options = Options{Calendar: "work"}

// sources are the ways in which meetings become a calendar of this package.
var sources = map[string]func(t *testing.T, meetings []calendartest.Meeting) calendar.Source{
	"a file": func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
		file := filepath.Join(t.TempDir(), "calendar.ics")
		write(t, file, calendartest.ICS(meetings))
		return Path(file, options)
	},
	"a folder with a file for each event": func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
		folder := t.TempDir()
		write(t, filepath.Join(folder, "empty.ics"), calendartest.ICS(nil))
		write(t, filepath.Join(folder, "README.txt"), "no calendar")
		for i, m := range meetings {
			write(t, filepath.Join(folder, fmt.Sprint("of ", i%2), fmt.Sprint(i, ".ICS")), m.ICS())
		}
		return Path(folder, options)
	},
	"a reader": func(_ *testing.T, meetings []calendartest.Meeting) calendar.Source {
		return Reader(iotest.HalfReader(strings.NewReader(calendartest.ICS(meetings))), options)
	},
	"a link": func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
		host := newHost(t, calendartest.ICS(meetings))
		return NewLink(host.Client(), host.URL+"/secret/calendar.ics", t.TempDir(), options)
	},
	"a link without a copy": func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
		host := newHost(t, calendartest.ICS(meetings))
		return NewLink(host.Client(), host.URL+"/secret/calendar.ics", "", options)
	},
}

func write(t *testing.T, file, data string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
	require.NoError(t, os.WriteFile(file, []byte(data), 0o600))
}

func TestEverySourceKeepsTheContract(t *testing.T) {
	t.Parallel()
	for name, newSource := range sources {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			calendartest.Run(t, newSource)
			t.Run("tells what is broken", func(t *testing.T) { calendartest.RunBroken(t, newSource) })
		})
	}
}

func week(t *testing.T) calendar.Window {
	t.Helper()
	zone := calendartest.Copenhagen(t)
	return calendar.Window{Start: date(23, zone), End: date(30, zone)}
}

func TestASeriesAndItsOverrideMayStandInDifferentFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	const head, tail = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "END:VEVENT\nEND:VCALENDAR\n"
	write(t, filepath.Join(folder, "1.ics"), head+"RECURRENCE-ID:20261124T090000Z\nDTSTART:20261124T120000Z\n"+tail)
	write(t, filepath.Join(folder, "2.ics"), head+"DTSTART:20261123T090000Z\nRRULE:FREQ=DAILY;COUNT=2\n"+tail)
	events, err := Path(folder, options).Events(t.Context(), week(t))
	require.NoError(t, err)
	require.Len(t, events, 2)
	require.Equal(t, "2026-11-24T09:00:00Z", events[1].RecurrenceID)
	require.Equal(t, 13, events[1].Start.Hour())
}

func TestAFileOfAFolderThatIsNoCalendarCostsOnlyItself(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write(t, filepath.Join(folder, "bad.ics"), "<html>")
	write(t, filepath.Join(folder, "good.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261124T090000Z\nEND:VEVENT\nEND:VCALENDAR\n")
	events, err := Path(folder, options).Events(t.Context(), week(t))
	require.Len(t, events, 1)
	problems, rest := calendar.Problems(err)
	require.NoError(t, rest)
	require.Len(t, problems, 1)
	require.ErrorContains(t, problems[0], "bad.ics")
}

func TestWhatCannotBeReadIsOneError(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "text.ics")
	write(t, file, "hello")
	for name, test := range map[string]struct {
		source calendar.Source
		want   string
	}{
		"a missing file":         {Path("missing.ics", options), "no such file or directory"},
		"a file of another kind": {Path(file, options), ical.ErrNoCalendar.Error()},
		"an empty folder":        {Path(t.TempDir(), options), "there are no .ics files in the folder"},
		"an empty input":         {Reader(strings.NewReader(""), options), ical.ErrNoCalendar.Error()},
		"an input that fails":    {Reader(iotest.ErrReader(os.ErrDeadlineExceeded), options), os.ErrDeadlineExceeded.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			events, err := test.source.Events(t.Context(), week(t))
			require.Empty(t, events)
			problems, rest := calendar.Problems(err)
			require.Empty(t, problems)
			require.ErrorContains(t, rest, test.want)
		})
	}
}

func TestReadingAFileEndsWithItsContext(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "calendar.ics")
	write(t, file, calendartest.ICS(nil))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Path(file, options).Events(ctx, week(t))
	require.ErrorIs(t, err, context.Canceled)
}
