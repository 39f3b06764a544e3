package caldav_test

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav"
	"ugeseddel/calendar/caldav/caldavtest"
)

var copenhagen, _ = time.LoadLocation("Europe/Copenhagen")

// week is 23 to 29 November 2026 in Copenhagen.
var week = calendar.Window{
	Start: time.Date(2026, 11, 23, 0, 0, 0, 0, copenhagen),
	End:   time.Date(2026, 11, 30, 0, 0, 0, 0, copenhagen),
}

// counter counts the requests that pass through it.
type counter struct{ n atomic.Int64 }

func (c *counter) RoundTrip(r *http.Request) (*http.Response, error) {
	c.n.Add(1)
	return http.DefaultTransport.RoundTrip(r)
}

// taken returns how many there were since the last time.
func (c *counter) taken() int { return int(c.n.Swap(0)) }

// everyServer runs the test on each real server there is.
func everyServer(t *testing.T, test func(*testing.T, *caldavtest.Server)) {
	for name, start := range map[string]func(testing.TB) *caldavtest.Server{"Radicale": caldavtest.Radicale, "Xandikos": caldavtest.Xandikos} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, start(t))
		})
	}
}

func account(s *caldavtest.Server, folder string) (caldav.Account, *counter) {
	requests := &counter{}
	return caldav.Account{
		Name: "work", URL: s.URL, User: s.User, Password: s.Password, Folder: folder, Client: &http.Client{Transport: requests},
	}, requests
}

// meeting is an event of one hour on a day of the week.
func meeting(uid string, day int, title string) string {
	return fmt.Sprintf("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ugeseddel//test//EN\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\n"+
		"DTSTART:202611%02dT090000Z\r\nDTEND:202611%02dT100000Z\r\nSUMMARY:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", uid, day, day, title)
}

func titles(events []calendar.Event) []string {
	list := []string{}
	for _, e := range events {
		list = append(list, e.Title)
	}
	return list
}

func TestRealServersAreFollowedThroughChangesWithFewRequests(t *testing.T) {
	t.Parallel()
	everyServer(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		for day := 23; day < 29; day++ {
			s.Put(t, work, fmt.Sprintf("%d.ics", day), meeting(fmt.Sprint("uid-", day), day, fmt.Sprint("Møde ", day)))
		}
		a, requests := account(s, t.TempDir())
		read := func() []string {
			events, err := caldav.New(a).Events(context.Background(), week)
			require.NoError(t, err)
			return titles(events)
		}

		require.Equal(t, []string{"Møde 23", "Møde 24", "Møde 25", "Møde 26", "Møde 27", "Møde 28"}, read())
		t.Log("first read:", requests.taken(), "requests")

		read()
		calendars := requests.taken()
		require.LessOrEqual(t, calendars, 2, "one for each calendar; Xandikos has one of its own")

		s.Delete(t, work, "23.ics")
		s.Put(t, work, "24.ics", meeting("uid-24", 24, "Flyttet"))
		require.Equal(t, []string{"Flyttet", "Møde 25", "Møde 26", "Møde 27", "Møde 28"}, read())
		require.Equal(t, calendars+1, requests.taken())
	})
}

func TestRealServersAreFoundFromAnyAddress(t *testing.T) {
	t.Parallel()
	everyServer(t, func(t *testing.T, s *caldavtest.Server) {
		work := s.MakeCalendar(t, "work", "VEVENT")
		home := s.MakeCalendar(t, "home", "VEVENT")
		s.MakeCalendar(t, "tasks", "VTODO")
		s.Put(t, work, "a.ics", meeting("a", 23, "Arbejde"))
		s.Put(t, home, "b.ics", meeting("b", 24, "Hjemme"))
		for name, tt := range map[string]struct {
			url  string
			want []string
		}{
			"the server":    {s.URL, []string{"Arbejde", "Hjemme"}},
			"the principal": {s.URL + "/alice/", []string{"Arbejde", "Hjemme"}},
			"the home set":  {s.Home, []string{"Arbejde", "Hjemme"}},
			"one calendar":  {work, []string{"Arbejde"}},
		} {
			t.Run(name, func(t *testing.T) {
				a, _ := account(s, "")
				a.URL = tt.url
				events, err := caldav.New(a).Events(context.Background(), week)
				require.NoError(t, err)
				require.Equal(t, tt.want, titles(events))
				require.Equal(t, "work", events[0].Calendar, "the name of the settings")
			})
		}
	})
}

func TestARealServerRefusesAWrongPassword(t *testing.T) {
	t.Parallel()
	s := caldavtest.Radicale(t)
	a, _ := account(s, "")
	a.Password = "wrong"
	_, err := caldav.New(a).Events(context.Background(), week)
	require.EqualError(t, err, `calendar "work" cannot be read: the server does not accept user name and password (401)`)
}
