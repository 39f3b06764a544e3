package caldav

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav/caldavtest"
	"ugeseddel/calendar/ical"
	"ugeseddel/day"
)

// fromTheCorpus are the files of calendar/ical that both servers take and give back with the same meaning. Others they refuse, mend, or spoil.
var fromTheCorpus = []string{
	"all-day-several-days", "class-private-series-with-override", "exdate-over-the-change-of-the-clock", "night-of-25-hours-series",
	"override-becomes-all-day", "override-in-another-zone", "override-moved-into-the-window", "override-moved-out-of-the-window",
	"partstat-declined", "rdate-and-exdate", "rrule-monthly-last-friday", "rrule-since-decades", "single-floating", "single-longer-than-the-window",
	"status-cancelled", "text-decomposed-letters", "text-escapes", "thisandfuture-shift", "transp-transparent", "zone-iana-name-with-a-cut-vtimezone",
}

func TestRealServersGiveTheOccurrencesThatWerePutIntoThem(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		a, _ := accountOn(s, t.TempDir())
		a.URL, a.Me = work, []string{"mette@example.dk"}
		for _, name := range fromTheCorpus {
			t.Run(name, func(t *testing.T) {
				file := filepath.Join("..", "ical", "testdata", name)
				data, err := os.ReadFile(file + ".ics")
				require.NoError(t, err)
				w := windowOf(t, file+".txt")
				want, err := ical.Read(data, w, ical.Options{Calendar: a.Name, Me: a.Me})
				require.NoError(t, err)
				s.Put(t, work, name+".ics", string(data))
				defer s.Delete(t, work, name+".ics")
				got, err := New(a).Events(t.Context(), w)
				require.NoError(t, err)
				require.Equal(t, want, got)
			})
		}
	})
}

// windowOf reads the window out of what the corpus expects of a file: "window 2026-11-23 2026-11-30 Europe/Copenhagen".
func windowOf(t *testing.T, file string) calendar.Window {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		if words := strings.Fields(line); len(words) == 4 && words[0] == "window" {
			zone, err := time.LoadLocation(words[3])
			require.NoError(t, err)
			first, err := day.Parse(words[1])
			require.NoError(t, err)
			last, err := day.Parse(words[2])
			require.NoError(t, err)
			return calendar.Window{Start: first.In(zone), End: last.In(zone)}
		}
	}
	require.FailNow(t, "no window in "+file)
	return calendar.Window{}
}
