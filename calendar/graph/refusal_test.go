package graph_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
	"ugeseddel/text"
)

// secretWords stand in every refusal's message, where Graph may quote an event, and must never be told.
const secretWords = "Tandlæge med Bo"

func TestEveryRefusalTellsWhoMustDoWhat(t *testing.T) {
	t.Parallel()
	const id = "request-id 11111111-2222-4333-8444-555555555555"
	settings := graph.Settings{Approval: "https://login.example/organizations/adminconsent?client_id=app"}
	shared := graph.Settings{Mailbox: "bo@example.dk", Approval: settings.Approval}
	for name, c := range map[string]struct {
		settings   graph.Settings
		answer     http.HandlerFunc
		want, hint string
	}{
		"zone unknown":        {settings, graphtest.Refusal(400, "TimeZoneNotSupportedException", secretWords), "Microsoft Graph does not know the time zone UTC (400, TimeZoneNotSupportedException, " + id + ")", "tell us"},
		"request wrong":       {settings, graphtest.Refusal(400, "BadRequest", secretWords), "Microsoft Graph did not understand the request (400, BadRequest, " + id + ")", "tell us"},
		"token refused":       {settings, graphtest.Refusal(401, "InvalidAuthenticationToken", secretWords), "Microsoft wants you to sign in again (401, InvalidAuthenticationToken, " + id + ")", `run "ugeseddel login outlook"`},
		"claims challenge":    {settings, graphtest.Refusal(401, "InvalidAuthenticationToken", secretWords, "WWW-Authenticate", `Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="`), "Microsoft wants you to sign in again (401, InvalidAuthenticationToken, " + id + ")", `run "ugeseddel login outlook"`},
		"claims asked for":    {settings, graphtest.Refusal(403, "insufficient_claims", secretWords), "Microsoft wants you to sign in again (403, insufficient_claims, " + id + ")", `run "ugeseddel login outlook"`},
		"not approved":        {settings, graphtest.Refusal(403, "ErrorAccessDenied", secretWords), "Microsoft does not let ugeseddel read your calendar (403, ErrorAccessDenied, " + id + ")", "your IT department must approve Calendars.Read for ugeseddel: https://login.example/organizations/adminconsent?client_id=app"},
		"policy":              {settings, graphtest.Refusal(403, "ErrorAccessDenied", "Access to OData is disabled."), "your organisation keeps ugeseddel out of the mailbox (403, ErrorAccessDenied, " + id + ")", "your IT department must let ugeseddel into the mailbox"},
		"not shared":          {shared, graphtest.Refusal(403, "ErrorAccessDenied", secretWords), "there is no calendar of bo@example.dk, or it is not shared with you (403, ErrorAccessDenied, " + id + ")", "ask bo@example.dk to share the calendar"},
		"shared, not found":   {shared, graphtest.Refusal(404, "ErrorItemNotFound", secretWords), "there is no calendar of bo@example.dk, or it is not shared with you (404, ErrorItemNotFound, " + id + ")", "Calendars.Read.Shared"},
		"no mailbox":          {settings, graphtest.Refusal(404, "MailboxNotEnabledForRESTAPI", secretWords), "the account has no mailbox in Microsoft 365: it lacks a licence, is closed, or lives on the organisation's own server (404, MailboxNotEnabledForRESTAPI, " + id + ")", "ask your IT department"},
		"not found":           {settings, graphtest.Refusal(404, "Request_ResourceNotFound", secretWords), "Microsoft Graph cannot find the calendar (404, Request_ResourceNotFound, " + id + ")", "ask your IT department"},
		"patience too long":   {settings, graphtest.Refusal(429, "TooManyRequests", secretWords, "Retry-After", "600"), "Microsoft Graph is too busy; it asks for 600 seconds of patience (429, TooManyRequests, " + id + ")", "try again"},
		"something new":       {settings, graphtest.Refusal(418, "imATeapot", secretWords), "Microsoft Graph refused the request (418, imATeapot, " + id + ")", ""},
		"a code that is text": {settings, graphtest.Refusal(403, secretWords, secretWords), "Microsoft does not let ugeseddel read your calendar (403, " + id + ")", "your IT department"},
		"no envelope":         {settings, graphtest.Body(403, "application/json", `{"error": "`+secretWords+`"}`), "Microsoft does not let ugeseddel read your calendar (403)", "your IT department"},
		"old spelling": {settings, graphtest.Body(404, "application/json", `{"error": {"code": "ErrorItemNotFound", "innererror": {"requestId": "r-1", "code": "MailboxNotEnabledForRESTAPI"}}}`),
			"the account has no mailbox in Microsoft 365: it lacks a licence, is closed, or lives on the organisation's own server (404, ErrorItemNotFound, request-id r-1)", "ask your IT department"},
		"a login page":   {settings, graphtest.Body(200, "text/html", "<html>"+secretWords), "a web page came instead of the calendar", "network login or a proxy"},
		"another's JSON": {settings, graphtest.Body(200, "application/json", `{"status": "`+secretWords+`"}`), "the answer of graph.microsoft.com is no calendar", ""},
		"no list":        {settings, graphtest.Body(200, "application/json", `{"value": "`+secretWords+`"}`), "the answer of graph.microsoft.com is no calendar", ""},
		"null":           {settings, graphtest.Body(200, "application/json", `{"value": null}`), "the answer of graph.microsoft.com is no calendar", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := &graphtest.Server{}
			s.AnswerNext(c.answer)
			events, err := open(t, s, c.settings).Events(t.Context(), week47(t))
			require.Empty(t, events)
			require.EqualError(t, err, c.want)
			require.Contains(t, strings.Join(text.English.Hints(err), "\n"), c.hint)
			told := strings.Join(append(text.Danish.Error(err), text.Danish.Hints(err)...), "\n")
			require.NotContains(t, told, secretWords)
			require.NotContains(t, told, graphtest.Token)
			require.Len(t, s.Requests(), 1, "nothing of this passes by itself")
		})
	}
}

func TestWhatPassesByItselfIsTriedAgainAfterTheTimeTheServerAsksFor(t *testing.T) {
	t.Parallel()
	date := func(d time.Duration) []string {
		now := time.Now()
		return []string{"Date", now.UTC().Format(http.TimeFormat), "Retry-After", now.Add(d).UTC().Format(http.TimeFormat)}
	}
	for name, c := range map[string]struct {
		status  int
		headers []string
		want    time.Duration
	}{
		"a fraction of a second": {429, []string{"Retry-After", "2.128"}, 2128 * time.Millisecond},
		"whole seconds":          {503, []string{"Retry-After", "30"}, 30 * time.Second},
		"a date":                 {429, date(20 * time.Second), 20 * time.Second},
		"a date gone by":         {429, date(-20 * time.Second), time.Second},
		"nothing":                {429, nil, time.Second},
		"nonsense":               {500, []string{"Retry-After", "soon"}, time.Second},
		"less than nothing":      {502, []string{"Retry-After", "-5"}, time.Second},
		"no number":              {504, []string{"Retry-After", "NaN"}, time.Second},
		"bandwidth":              {509, nil, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &graphtest.Server{Events: busyWeek(t, 2)}
				s.AnswerNext(graphtest.Refusal(c.status, "TooManyRequests", "", c.headers...))
				began := time.Now()
				require.Len(t, read(t, s, week47(t)), 2)
				require.Equal(t, c.want, time.Since(began))
			})
		})
	}
}

func TestTryingAgainHasAnEnd(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"down":             {graphtest.Refusal(503, "serviceNotAvailable", secretWords), "Microsoft Graph is not working just now (503, serviceNotAvailable, request-id 11111111-2222-4333-8444-555555555555)"},
		"too busy":         {graphtest.Refusal(429, "TooManyRequests", secretWords), "Microsoft Graph is too busy (429, TooManyRequests, request-id 11111111-2222-4333-8444-555555555555)"},
		"a gateway's page": {graphtest.Body(502, "text/html", "<html>"+secretWords), "Microsoft Graph is not working just now (502)"},
		"nothing at all":   {graphtest.Body(504, "", ""), "Microsoft Graph is not working just now (504)"},
		"a cut answer":     {graphtest.Body(200, "application/json", `{"value": [{"subject": "`+secretWords), "the answer of Microsoft Graph broke off each time"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &graphtest.Server{}
				for range 9 {
					s.AnswerNext(c.answer)
				}
				_, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
				require.EqualError(t, err, c.want)
				require.Len(t, s.Requests(), 4)
			})
		})
	}
}

func TestAnswerThatBreaksOffOnTheWayIsAskedForAgain(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{Events: busyWeek(t, 2)}
	s.AnswerNext(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.Write([]byte(`{"value": [`))
	})
	server := httptest.NewServer(s)
	defer server.Close()
	c, err := graph.New(graphtest.Sign(server.Client()), graph.Settings{BaseURL: server.URL})
	require.NoError(t, err)
	events, err := c.Events(t.Context(), week47(t))
	require.NoError(t, err)
	require.Len(t, events, 2)
}
