package graph_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

func copenhagen(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Copenhagen")
	require.NoError(t, err)
	return zone
}

// at reads a local time in Copenhagen.
func at(t testing.TB, s string) time.Time {
	t.Helper()
	local, err := time.ParseInLocation("2006-01-02 15:04", s, copenhagen(t))
	require.NoError(t, err)
	return local
}

func window(t testing.TB, from, to string) calendar.Window {
	t.Helper()
	return calendar.Window{Start: at(t, from+" 00:00"), End: at(t, to+" 00:00")}
}

func week47(t testing.TB) calendar.Window { return window(t, "2026-11-16", "2026-11-23") }

func open(t testing.TB, s *graphtest.Server, settings graph.Settings) *graph.Calendar {
	t.Helper()
	settings.Name = "outlook"
	c, err := graph.New(s.Client(), settings)
	require.NoError(t, err)
	return c
}

func read(t testing.TB, s *graphtest.Server, w calendar.Window) []calendar.Event {
	t.Helper()
	events, err := open(t, s, graph.Settings{}).Events(t.Context(), w)
	require.NoError(t, err)
	return events
}

func TestMeetingIsReadWithEverythingThatRulesLookAt(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Events: []graphtest.Event{
		graphtest.Meeting("Møde om valg", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:30")),
	}}
	got := read(t, s, week47(t))
	require.Equal(t, []calendar.Event{{
		UID:        s.Events[0]["iCalUId"].(string),
		Calendar:   "outlook",
		Title:      "Møde om valg",
		Location:   "Lokale 2",
		Categories: []string{"OS2"},
		Organizer:  "mette.holm@example.dk",
		Attendees:  2,
		Start:      at(t, "2026-11-18 09:00"),
		End:        at(t, "2026-11-18 10:30"),
		ShowAs:     calendar.Busy,
		Response:   calendar.Accepted,
	}}, got)
}

func TestDescriptionIsOnlyAskedForWhereARuleLooksAtIt(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Events: []graphtest.Event{
		graphtest.Meeting("Møde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")),
	}}
	require.Empty(t, read(t, s, week47(t))[0].Description)
	require.NotContains(t, s.Requests()[0].URL.RawQuery, "body")

	unasked := &graphtest.Server{}
	unasked.AnswerNext(graphtest.Body(200, "application/json", `{"value": [{"id": "x", "bodyPreview": "uopfordret", "isAllDay": true,
		"start": {"dateTime": "2026-11-18T00:00:00.0000000", "timeZone": "UTC"}}]}`))
	require.Empty(t, read(t, unasked, week47(t))[0].Description)

	events, err := open(t, s, graph.Settings{Descriptions: true}).Events(t.Context(), week47(t))
	require.NoError(t, err)
	require.Equal(t, "Dagsorden for Møde", events[0].Description)
}

func TestWhatAnEventIsToItsOwner(t *testing.T) {
	t.Parallel()
	response := func(word string) map[string]any { return map[string]any{"response": word} }
	for name, c := range map[string]struct {
		property string
		value    any
		want     func(calendar.Event) bool
	}{
		"declined":                        {"responseStatus", response("declined"), func(e calendar.Event) bool { return e.LeaveOut() == calendar.LeftDeclined }},
		"tentative answer":                {"responseStatus", response("tentativelyAccepted"), func(e calendar.Event) bool { return e.Response == calendar.Unsure }},
		"not answered":                    {"responseStatus", response("notResponded"), func(e calendar.Event) bool { return e.Response == calendar.None }},
		"own meeting":                     {"responseStatus", response("organizer"), func(e calendar.Event) bool { return e.Response == calendar.AsOrganizer }},
		"an answer nobody knows":          {"responseStatus", response("maybeTomorrow"), func(e calendar.Event) bool { return e.Response == calendar.None }},
		"no answer at all":                {"responseStatus", nil, func(e calendar.Event) bool { return e.Response == calendar.None }},
		"organizer self":                  {"isOrganizer", true, func(e calendar.Event) bool { return e.OrganizerSelf }},
		"free":                            {"showAs", "free", func(e calendar.Event) bool { return e.LeaveOut() == calendar.LeftFree }},
		"tentative time":                  {"showAs", "tentative", func(e calendar.Event) bool { return e.ShowAs == calendar.Tentative }},
		"away":                            {"showAs", "oof", func(e calendar.Event) bool { return e.ShowAs == calendar.OOF }},
		"working elsewhere":               {"showAs", "workingElsewhere", func(e calendar.Event) bool { return e.ShowAs == calendar.Elsewhere }},
		"unknown time counts as busy":     {"showAs", "unknown", func(e calendar.Event) bool { return e.ShowAs == calendar.Busy }},
		"a time nobody knows is busy":     {"showAs", "onTheMoon", func(e calendar.Event) bool { return e.ShowAs == calendar.Busy }},
		"no subject":                      {"subject", nil, func(e calendar.Event) bool { return e.Title == "" && e.Location != "" }},
		"no organizer":                    {"organizer", nil, func(e calendar.Event) bool { return e.Organizer == "" }},
		"an organizer without address":    {"organizer", map[string]any{"emailAddress": map[string]any{"name": "Mette"}}, func(e calendar.Event) bool { return e.Organizer == "Mette" }},
		"no location":                     {"location", nil, func(e calendar.Event) bool { return e.Location == "" }},
		"no attendees":                    {"attendees", nil, func(e calendar.Event) bool { return e.Attendees == 0 }},
		"no categories":                   {"categories", nil, func(e calendar.Event) bool { return len(e.Categories) == 0 }},
		"a type nobody knows":             {"type", "wormhole", func(e calendar.Event) bool { return !e.Recurring }},
		"an id only":                      {"iCalUId", nil, func(e calendar.Event) bool { return strings.HasPrefix(e.UID, "AAkALgAA") }},
		"a property Microsoft adds later": {"mood", "cheerful", func(e calendar.Event) bool { return e.Title == "Møde" }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := graphtest.Meeting("Møde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")).With(c.property, c.value)
			events := read(t, &graphtest.Server{Events: []graphtest.Event{e}}, week47(t))
			require.Len(t, events, 1)
			require.True(t, c.want(events[0]), "%+v", events[0])
		})
	}
}

func TestOfAPrivateEventOnlyTheTimeIsKept(t *testing.T) {
	t.Parallel()
	for _, sensitivity := range []string{"private", "confidential", "personal", "secretNextYear"} {
		t.Run(sensitivity, func(t *testing.T) {
			t.Parallel()
			e := graphtest.Meeting("Tandlæge", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")).With("sensitivity", sensitivity)
			s := &graphtest.Server{Events: []graphtest.Event{e}}
			events, err := open(t, s, graph.Settings{Descriptions: true}).Events(t.Context(), week47(t))
			require.NoError(t, err)
			require.Equal(t, []calendar.Event{{
				UID: e["iCalUId"].(string), Calendar: "outlook", Private: true,
				Start: at(t, "2026-11-18 09:00"), End: at(t, "2026-11-18 10:00"),
				ShowAs: calendar.Busy, Response: calendar.Accepted,
			}}, events)
		})
	}
}

func TestCancelledEventsAreLeftOut(t *testing.T) {
	t.Parallel()
	e := graphtest.Meeting("Aflyst: Møde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")).With("isCancelled", true)
	require.Empty(t, read(t, &graphtest.Server{Events: []graphtest.Event{e}}, week47(t)))
}

func TestAllDayEventsAreTakenByTheirDatesInEveryZone(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Europe/Copenhagen", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata", "UTC"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			zone, err := time.LoadLocation(name)
			require.NoError(t, err)
			s := &graphtest.Server{Events: []graphtest.Event{
				graphtest.AllDay("søndagen før", at(t, "2026-11-15 00:00"), at(t, "2026-11-16 00:00")),
				graphtest.AllDay("ferie", at(t, "2026-11-16 00:00"), at(t, "2026-11-18 00:00")),
				graphtest.AllDay("mandagen efter", at(t, "2026-11-23 00:00"), at(t, "2026-11-24 00:00")),
			}}
			monday := time.Date(2026, 11, 16, 0, 0, 0, 0, zone)
			events := read(t, s, calendar.Window{Start: monday, End: monday.AddDate(0, 0, 7)})
			require.Len(t, events, 1)
			require.True(t, events[0].AllDay)
			require.Equal(t, monday, events[0].Start)
			require.Equal(t, monday.AddDate(0, 0, 2), events[0].End)
		})
	}
}

func TestOnlyWhatOverlapsTheWeekInThePersonsZoneIsShown(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Events: []graphtest.Event{
		graphtest.Meeting("ends as it begins", at(t, "2026-11-15 23:00"), at(t, "2026-11-16 00:00")),
		graphtest.Meeting("over the first midnight", at(t, "2026-11-15 23:30"), at(t, "2026-11-16 00:30")),
		graphtest.Meeting("just after midnight", at(t, "2026-11-16 00:30"), at(t, "2026-11-16 01:00")),
		graphtest.Meeting("reminder", at(t, "2026-11-17 12:00"), at(t, "2026-11-17 12:00")),
		graphtest.Meeting("over the last midnight", at(t, "2026-11-22 23:30"), at(t, "2026-11-23 00:30")),
		graphtest.Meeting("begins as it ends", at(t, "2026-11-23 00:00"), at(t, "2026-11-23 01:00")),
	}}
	require.Equal(t, []string{"over the first midnight", "just after midnight", "reminder", "over the last midnight"},
		titles(read(t, s, week47(t))))
}

func TestClocksAreRightInBothWeeksThatChangeThem(t *testing.T) {
	t.Parallel()
	weekly := func(days ...string) (events []graphtest.Event) {
		for _, d := range days {
			start := at(t, d+" 09:00")
			events = append(events, graphtest.Occurrence("series", "ugemøde", start, start, start.Add(time.Hour)))
		}
		return events
	}
	for _, c := range []struct{ from, to, before, after string }{
		{"2026-03-23", "2026-04-06", "2026-03-23", "2026-03-30"},
		{"2026-10-19", "2026-11-02", "2026-10-19", "2026-10-26"},
	} {
		events := read(t, &graphtest.Server{Events: weekly(c.before, c.after)}, window(t, c.from, c.to))
		require.Len(t, events, 2)
		require.Equal(t, at(t, c.before+" 09:00"), events[0].Start)
		require.Equal(t, at(t, c.after+" 09:00"), events[1].Start)
	}

	t.Run("the hour that comes twice is told apart", func(t *testing.T) {
		first := time.Date(2026, 10, 25, 0, 30, 0, 0, time.UTC)
		s := &graphtest.Server{Events: []graphtest.Event{
			graphtest.Meeting("one", first, first.Add(30*time.Minute)),
			graphtest.Meeting("two", first.Add(time.Hour), first.Add(90*time.Minute)),
		}}
		events := read(t, s, window(t, "2026-10-25", "2026-10-26"))
		require.Equal(t, []string{"one", "two"}, titles(events))
		require.Equal(t, "02:30 CEST", events[0].Start.Format("15:04 MST"))
		require.Equal(t, "02:30 CET", events[1].Start.Format("15:04 MST"))
	})
}

func TestOtherCalendarOfTheAccountIsFoundByItsName(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Calendars: map[string][]graphtest.Event{
		"Projekter": {graphtest.Meeting("Møde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00"))},
		"Ferie":     {},
	}}
	events, err := open(t, s, graph.Settings{Calendar: "projekter"}).Events(t.Context(), week47(t))
	require.NoError(t, err)
	require.Equal(t, []string{"Møde"}, titles(events))
	require.Len(t, s.Requests(), 2)

	_, err = open(t, s, graph.Settings{Calendar: "Privat"}).Events(t.Context(), week47(t))
	require.EqualError(t, err, `the account has no calendar named "Privat"`)
}

func TestCalendarThatVanishesAfterItWasFoundIsNoEmptyWeek(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	s.AnswerNext(
		graphtest.Body(200, "application/json", `{"value": [{"id": "AAMk/1", "name": "Projekter"}]}`),
		graphtest.Refusal(http.StatusNotFound, "ErrorItemNotFound", "The specified object was not found in the store."))
	_, err := open(t, s, graph.Settings{Calendar: "Projekter"}).Events(t.Context(), week47(t))
	require.ErrorContains(t, err, `the calendar "Projekter" is no longer there (404, ErrorItemNotFound`)
}

func TestSharedCalendarIsReadByItsAddress(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{
		Events:    []graphtest.Event{graphtest.Meeting("Møde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00"))},
		Calendars: map[string][]graphtest.Event{"Hold": {graphtest.Meeting("Holdmøde", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00"))}},
	}
	events, err := open(t, s, graph.Settings{Mailbox: "bo+vagt@example.dk"}).Events(t.Context(), week47(t))
	require.NoError(t, err)
	require.Equal(t, []string{"Møde"}, titles(events))
	require.Equal(t, "/v1.0/users/bo+vagt@example.dk/calendar/calendarView", s.Requests()[0].URL.Path)

	events, err = open(t, s, graph.Settings{Mailbox: "bo@example.dk", Calendar: "Hold"}).Events(t.Context(), week47(t))
	require.NoError(t, err)
	require.Equal(t, []string{"Holdmøde"}, titles(events))
}

func TestNormalWeekCostsOneRequest(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	for hour := range 60 {
		start := at(t, "2026-11-16 08:00").Add(time.Duration(hour) * 2 * time.Hour)
		s.Events = append(s.Events, graphtest.Meeting("Møde", start, start.Add(time.Hour)))
	}
	require.Len(t, read(t, s, week47(t)), 60)
	require.Len(t, s.Requests(), 1)
}

func TestCalendarIsReadOverTheNetworkUnderAPathPrefix(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{PageSize: 1, Events: []graphtest.Event{
		graphtest.Meeting("et", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")),
		graphtest.Meeting("to", at(t, "2026-11-18 11:00"), at(t, "2026-11-18 12:00")),
	}}
	server := httptest.NewServer(http.StripPrefix("/sky/graph", s))
	defer server.Close()
	for _, path := range []string{"/sky/graph", "/sky/graph/", "/sky/graph/v1.0", "/sky/graph/v1.0/"} {
		c, err := graph.New(graphtest.Sign(server.Client()), graph.Settings{BaseURL: server.URL + path})
		require.NoError(t, err)
		events, err := c.Events(t.Context(), week47(t))
		require.NoError(t, err)
		require.Equal(t, []string{"et", "to"}, titles(events))
	}
}

func TestTokenIsNeverSentInTheClear(t *testing.T) {
	t.Parallel()
	for address, fits := range map[string]bool{
		"":                           true,
		"https://graph.microsoft.us": true,
		"http://127.0.0.1:8080":      true,
		"http://localhost:8080":      true,
		"http://graph.microsoft.com": false,
		"graph.microsoft.com":        false,
		"ftp://graph.microsoft.com":  false,
	} {
		_, err := graph.New(http.DefaultClient, graph.Settings{BaseURL: address})
		require.Equal(t, fits, err == nil, address)
	}
}

func TestEndedContextEndsTheReading(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &graphtest.Server{}
		s.AnswerNext(graphtest.Refusal(503, "serviceNotAvailable", "", "Retry-After", "60"))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := open(t, s, graph.Settings{}).Events(ctx, week47(t))
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Len(t, s.Requests(), 1)
	})
}

func titles(events []calendar.Event) (titles []string) {
	for _, e := range events {
		titles = append(titles, e.Title)
	}
	return titles
}
