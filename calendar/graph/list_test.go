package graph_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

func busyWeek(t *testing.T, meetings int) []graphtest.Event {
	t.Helper()
	var events []graphtest.Event
	for i := range meetings {
		start := at(t, "2026-11-16 08:00").Add(time.Duration(i) * time.Hour)
		events = append(events, graphtest.Meeting(fmt.Sprintf("møde %d", i), start, start.Add(time.Hour)))
	}
	return events
}

func TestAllPagesAreReadAlsoAfterEmptyOnes(t *testing.T) {
	t.Parallel()
	for _, gaps := range []bool{false, true} {
		s := &graphtest.Server{Events: busyWeek(t, 25), PageSize: 10, Gaps: gaps}
		require.Len(t, read(t, s, week47(t)), 25)
		for _, r := range s.Requests() {
			require.Equal(t, `outlook.timezone="UTC", IdType="ImmutableId"`, r.Header.Get("Prefer"))
		}
	}
}

func TestEventThatMovedToThePageAfterCountsOnce(t *testing.T) {
	t.Parallel()
	events := busyWeek(t, 3)
	s := &graphtest.Server{Events: append(events, events[1]), PageSize: 2}
	require.Equal(t, []string{"møde 0", "møde 1", "møde 2"}, titles(read(t, s, week47(t))))
}

func TestLinkToAnotherHostIsNotFollowed(t *testing.T) {
	t.Parallel()
	for _, link := range []string{
		"https://evil.example/v1.0/me/calendarView?$skip=1",
		"https://graph.microsoft.com@evil.example/v1.0/me/calendarView",
		"http://graph.microsoft.com/v1.0/me/calendarView?$skip=1",
		"//evil.example/next",
		"https://graph.microsoft.com:444/v1.0/me/calendarView?$skip=1",
	} {
		s := &graphtest.Server{}
		s.AnswerNext(graphtest.Body(200, "application/json", fmt.Sprintf(`{"value": [], "@odata.nextLink": %q}`, link)))
		_, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
		require.EqualError(t, err, "Microsoft Graph pointed to another server; ugeseddel does not go there, because your access would go with it")
		require.Len(t, s.Requests(), 1)
	}
}

func TestRedirectIsNotFollowed(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	s.AnswerNext(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://login.example/", http.StatusFound)
	})
	_, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
	require.EqualError(t, err, "a web page came instead of the calendar")
	require.Len(t, s.Requests(), 1)
}

func TestServerThatGoesInCirclesIsNoticed(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	circle := graphtest.Body(200, "application/json", `{"value": [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/calendarView?$skip=1"}`)
	s.AnswerNext(circle, circle, circle)
	_, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
	require.EqualError(t, err, "the answer of Microsoft Graph has no end")
	require.Len(t, s.Requests(), 2)
}

func TestPagesThatGrewTooOldAreReadOnceMoreFromTheStart(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Events: busyWeek(t, 3), PageSize: 2}
	first := graphtest.Body(200, "application/json", `{"value": [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/calendarView?$skiptoken=old"}`)
	s.AnswerNext(first, graphtest.Refusal(http.StatusGone, "SyncStateNotFound", "The sync state generation is not found"))
	require.Len(t, read(t, s, week47(t)), 3)
}

func TestFirstPagesAreKeptWhenALaterOneFails(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	s.AnswerNext(
		graphtest.Body(200, "application/json", `{"@odata.nextLink": "https://graph.microsoft.com/next", "value": [
			{"id": "1", "subject": "Møde", "start": {"dateTime": "2026-11-18T08:00:00.0000000", "timeZone": "UTC"}, "end": {"dateTime": "2026-11-18T09:00:00.0000000", "timeZone": "UTC"}}]}`),
		graphtest.Refusal(http.StatusForbidden, "ErrorAccessDenied", "Access is denied."))
	events, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
	require.Equal(t, []string{"Møde"}, titles(events))
	require.ErrorContains(t, err, "does not let ugeseddel read your calendar")
}

func TestFiveCalendarsReadAtOnceAllArriveThoughGraphRefusesTheFifth(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &graphtest.Server{Events: busyWeek(t, 3), Delay: 100 * time.Millisecond}
		var group sync.WaitGroup
		for range 5 {
			group.Go(func() {
				events, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
				if err != nil || len(events) != 3 {
					t.Errorf("%d events, %v", len(events), err)
				}
			})
		}
		group.Wait()
		require.Len(t, s.Requests(), 6, "one of the five was refused and came again")
	})
}
