package caldav

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav/caldavtest"
	"ugeseddel/text"
)

// counter counts the requests that pass through it.
type counter struct{ n atomic.Int64 }

func (c *counter) RoundTrip(r *http.Request) (*http.Response, error) {
	c.n.Add(1)
	return http.DefaultTransport.RoundTrip(r)
}

// taken returns how many there were since the last time.
func (c *counter) taken() int { return int(c.n.Swap(0)) }

// onRealServers runs the test on each real server there is.
func onRealServers(t *testing.T, test func(*testing.T, *caldavtest.Server)) {
	t.Helper()
	for name, start := range map[string]func(testing.TB) *caldavtest.Server{"Radicale": caldavtest.Radicale, "Xandikos": caldavtest.Xandikos} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, start(t))
		})
	}
}

func accountOn(s *caldavtest.Server, folder string) (Account, *counter) {
	requests := &counter{}
	return Account{
		Name: "work", URL: s.URL, User: s.User, Password: s.Password, Folder: folder, Client: &http.Client{Transport: requests},
	}, requests
}

func TestRealServersAreFollowedThroughChangesWithFewRequests(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		for day := 23; day < 29; day++ {
			s.Put(t, work, fmt.Sprintf("%d.ics", day), meeting(fmt.Sprint("uid-", day), day, fmt.Sprint("Møde ", day)))
		}
		a, requests := accountOn(s, t.TempDir())
		require.Equal(t, []string{"Møde 23", "Møde 24", "Møde 25", "Møde 26", "Møde 27", "Møde 28"}, titlesOf(t, New(a)))
		require.LessOrEqual(t, requests.taken(), 7)

		known, ok := newShelf(a.Folder, a.Name).directory()
		require.True(t, ok)
		calendars := len(known.Calendars) // Xandikos has one of its own

		titlesOf(t, New(a))
		require.Equal(t, calendars, requests.taken())

		s.Delete(t, work, "23.ics")
		s.Put(t, work, "24.ics", meeting("uid-24", 24, "Flyttet"))
		require.Equal(t, []string{"Flyttet", "Møde 25", "Møde 26", "Møde 27", "Møde 28"}, titlesOf(t, New(a)))
		require.Equal(t, calendars+1, requests.taken())
	})
}

func TestRealServersAreFoundFromAnyAddress(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		home := s.MakeCalendar(t, "home", "VEVENT")
		s.MakeCalendar(t, "tasks", "VTODO")
		s.Put(t, work, "a.ics", meeting("a", 23, "Arbejde"))
		s.Put(t, home, "b.ics", meeting("b", 24, "Hjemme"))
		for name, tt := range map[string]struct {
			url  string
			want []string
		}{
			"the server":                     {s.URL, []string{"Arbejde", "Hjemme"}},
			"the principal":                  {s.URL + "/alice/", []string{"Arbejde", "Hjemme"}},
			"the home set":                   {s.Home, []string{"Arbejde", "Hjemme"}},
			"one calendar":                   {work, []string{"Arbejde"}},
			"one calendar without the slash": {strings.TrimSuffix(work, "/"), []string{"Arbejde"}},
		} {
			t.Run(name, func(t *testing.T) {
				a, _ := accountOn(s, "")
				a.URL = tt.url
				events, err := New(a).Events(context.Background(), week)
				require.NoError(t, err)
				require.Equal(t, tt.want, titles(events))
				require.Equal(t, "work", events[0].Calendar, "the name of the settings")
			})
		}
	})
}

func TestARealServerThatDoesNotKnowTheSyncTokenIsReadAnew(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		for day := 23; day < 29; day++ {
			s.Put(t, work, fmt.Sprintf("%d.ics", day), meeting(fmt.Sprint("uid-", day), day, fmt.Sprint("Møde ", day)))
		}
		a, _ := accountOn(s, t.TempDir())
		a.URL = work
		titlesOf(t, New(a))
		s.Delete(t, work, "23.ics")
		forgetToken(t, a, work)
		require.Equal(t, []string{"Møde 24", "Møde 25", "Møde 26", "Møde 27", "Møde 28"}, titlesOf(t, New(a)))
	})
}

// forgetToken puts a sync token into the local copy that the server has never given.
func forgetToken(t *testing.T, a Account, calendar string) {
	t.Helper()
	shelf := newShelf(a.Folder, a.Name)
	u, err := url.Parse(calendar)
	require.NoError(t, err)
	m := shelf.mirror(u)
	require.NotEmpty(t, m.Token)
	m.Token = "http://example.dk/never-given"
	require.NoError(t, shelf.keepMirror(m))
}

func TestOneBadEventOnARealServerCostsOnlyItself(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		s.Put(t, work, "good.ics", meeting("good", 23, "Godt"))
		s.Put(t, work, "bad.ics", strings.Replace(meeting("bad", 24, "Hemmeligt"), "DTEND:20261124T100000Z", "DTEND:20261124T080000Z", 1))
		a, _ := accountOn(s, t.TempDir())
		for range 2 { // from the server, and from the copy
			events, err := New(a).Events(context.Background(), week)
			problems, rest := calendar.Problems(err)
			require.NoError(t, rest)
			require.Contains(t, titles(events), "Godt")
			require.Len(t, problems, 1)
			require.Contains(t, problems[0].Say(text.English), "bad")
			require.NotContains(t, problems[0].Say(text.English), "Hemmeligt")
		}
	})
}

func TestPrivateEventsOfARealServerAreOnlyATime(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		s.Put(t, work, "private.ics", strings.Replace(meeting("private", 23, "Hemmeligt"), "END:VEVENT", "CLASS:PRIVATE\r\nEND:VEVENT", 1))
		a, _ := accountOn(s, t.TempDir())
		events, err := New(a).Events(context.Background(), week)
		require.NoError(t, err)
		require.Len(t, events, 1)
		require.True(t, events[0].Private)
		require.Empty(t, events[0].Title)
		for _, file := range filesIn(t, a.Folder) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			require.NotContains(t, string(content), "Hemmeligt")
		}
	})
}

func TestARealServerRefusesAWrongPassword(t *testing.T) {
	t.Parallel()
	s := caldavtest.Radicale(t)
	a, _ := accountOn(s, "")
	a.Password = "wrong"
	_, err := New(a).Events(context.Background(), week)
	require.EqualError(t, err, `the server does not accept user name and password (401)`)
}
