package leantimetest_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/leantime/leantimetest"
)

// post sends body to s with a header such as "Authorization: Bearer mette" and returns status and answer.
func post(t *testing.T, s http.RoundTripper, credential, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(body))
	require.NoError(t, err)
	name, value, _ := strings.Cut(credential, ": ")
	r.Header.Set(name, value)
	r.Header.Set("Content-Type", "application/json")
	answer, err := s.RoundTrip(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(text)
}

const mette = "Authorization: Bearer mette"

func TestARepeatedLogTimeAddsUpAndPutsItsTextInFront(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	s.AddUser(leantimetest.User{First: "Mette", Token: "mette"})
	call := `{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.timesheets.logTime","params":{"ticketId":1,
		"params":{"timestamp":1795129200,"hours":1.5,"kind":"GENERAL_BILLABLE","description":"møde"}}}`
	for range 2 {
		status, answer := post(t, s, mette, call)
		require.Equal(t, http.StatusOK, status)
		require.Equal(t, `{"jsonrpc":"2.0","result":true,"id":1}`, answer)
	}
	rows := s.Rows()
	require.Len(t, rows, 1)
	require.Equal(t, 3.0, rows[0].Hours)
	require.Equal(t, "2026-11-19 23:00:00\nmøde\n--\n\nmøde", rows[0].Text)
}

func TestTheLoginPageStatesTheVersionAndEveryOtherAddressLeadsThere(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{Version: "3.5.12", Prefix: "/leantime"})
	for _, path := range []string{"/auth/login", "/nowhere", "/api"} {
		answer, err := http.Get(s.Start(t) + path)
		require.NoError(t, err)
		defer answer.Body.Close()
		page, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		require.Contains(t, string(page), `<meta name="leantime-version" content="3.5.12">`)
	}
}

// Recordings 010 to 013, 047, 049 to 053, and the notes on forms and plain text.
func TestCallsComeInManyForms(t *testing.T) {
	t.Parallel()
	call := `{"jsonrpc":"2.0","id":3,"method":"leantime.rpc.tickets.getTicket","params":{"id":1}}`
	form := "jsonrpc=2.0&id=3&method=leantime.rpc.tickets.getTicket&params=%7B%22id%22%3A1%7D"
	ok := `{"jsonrpc":"2.0","result":{"id":1,`
	for name, test := range map[string]struct {
		verb, path, contentType, body string
		status                        int
		answer                        string
	}{
		"a trailing slash":                {"POST", "/api/jsonrpc/", "application/json", call, 200, ok},
		"capitals":                        {"POST", "/api/Jsonrpc", "application/json", call, 200, ok},
		"no content type":                 {"POST", "/api/jsonrpc", "", call, 200, ok},
		"a form":                          {"POST", "/api/jsonrpc", "application/x-www-form-urlencoded", form, 200, ok},
		"JSON that says it is a form":     {"POST", "/api/jsonrpc", "application/x-www-form-urlencoded", call, 200, `{"jsonrpc":"2.0","error":{"code":-32602,`},
		"a query with params in base64":   {"GET", "/api/jsonrpc?jsonrpc=2.0&id=4&method=leantime.rpc.tickets.getTicketTypes&params=e30%3D", "", "", 200, `{"jsonrpc":"2.0","result":["task",`},
		"PUT":                             {"PUT", "/api/jsonrpc", "application/json", call, 404, "{\n    \"message\": \"Can't find valid method for put in"},
		"DELETE":                          {"DELETE", "/api/jsonrpc", "", "", 200, `{"jsonrpc":"2.0","error":{"code":-32600,`},
		"another path leads to the login": {"POST", "/jsonrpc", "application/json", call, 303, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := leantimetest.New(leantimetest.Options{})
			s.AddUser(leantimetest.User{Token: "mette", Role: leantimetest.Admin})
			s.AddTask(leantimetest.Task{Project: s.AddProject(leantimetest.Project{})})
			r, err := http.NewRequest(test.verb, "http://leantime.example"+test.path, strings.NewReader(test.body))
			require.NoError(t, err)
			r.Header.Set("Authorization", "Bearer mette")
			r.Header.Set("Content-Type", test.contentType)
			answer, err := s.RoundTrip(r)
			require.NoError(t, err)
			text, err := io.ReadAll(answer.Body)
			require.NoError(t, err)
			require.Equal(t, test.status, answer.StatusCode, string(text))
			require.True(t, strings.HasPrefix(string(text), test.answer), string(text))
		})
	}
}

func TestPlainTextIsNotTrimmed(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	s.AddUser(leantimetest.User{Token: "mette"})
	r, err := http.NewRequest(http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(
		`{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.timesheets.logTime","params":{"ticketId":1,
		"params":{"timestamp":1795129200,"hours":1,"kind":"TESTING","description":" t "}}}`))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer mette")
	r.Header.Set("Content-Type", "text/plain")
	_, err = s.RoundTrip(r)
	require.NoError(t, err)
	require.Equal(t, " t ", s.Rows()[0].Text)
}

func TestARestartForgetsTheLimits(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{Limit: 1})
	s.AddUser(leantimetest.User{Token: "mette"})
	for _, want := range []int{http.StatusOK, http.StatusTooManyRequests} {
		status, _ := post(t, s, mette, `[]`)
		require.Equal(t, want, status)
	}
	s.Restart()
	status, _ := post(t, s, mette, `[]`)
	require.Equal(t, http.StatusOK, status)
}

func TestNewToDosMailTheOthersOnTheProject(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	for _, name := range []string{"mette", "jens", "karen"} {
		s.AddUser(leantimetest.User{Token: name})
	}
	s.AddProject(leantimetest.Project{Members: []int{1, 2, 3}})
	post(t, s, mette, `{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.tickets.addTicket","params":{"values":{"headline":"x","projectId":1}}}`)
	require.Equal(t, 2, s.MailsSent())
	require.Equal(t, []leantimetest.Request{{Methods: []string{"tickets.addTicket"}, Status: http.StatusOK}}, s.Requests())
}

func TestTwoRowsOfKindsThatDifferOnlyInCaseAreOne(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	user := s.AddUser(leantimetest.User{Token: "mette"})
	at := time.Date(2026, time.November, 19, 23, 0, 0, 0, time.UTC)
	s.AddRow(leantimetest.Row{User: user, Task: 1, WorkDate: at, Hours: 1, Kind: "general_billable"})
	post(t, s, mette, `{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.timesheets.logTime","params":{"ticketId":1,
		"params":{"timestamp":1795129200,"hours":1,"kind":"GENERAL_BILLABLE"}}}`)
	require.Len(t, s.Rows(), 1)
}

// Recordings 259 and 263.
func TestOnlyTheLimitOfRequestsSaysWhenToComeBack(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)
	s := leantimetest.New(leantimetest.Options{Version: "3.9.6", Clock: func() time.Time { return now }})
	s.AddUser(leantimetest.User{Token: "mette"})
	refused := func(token string, after int) http.Header {
		for range after {
			post(t, s, "Authorization: Bearer "+token, `[]`)
		}
		now = now.Add(2500 * time.Millisecond)
		r, err := http.NewRequest(http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(`[]`))
		require.NoError(t, err)
		r.Header.Set("Authorization", "Bearer "+token)
		answer, err := s.RoundTrip(r)
		require.NoError(t, err)
		require.Equal(t, http.StatusTooManyRequests, answer.StatusCode)
		return answer.Header
	}
	limited := refused("mette", 10)
	require.Equal(t, "58", limited.Get("Retry-After"))
	require.Equal(t, "10", limited.Get("X-RateLimit-Limit"))
	require.Equal(t, "0", limited.Get("X-RateLimit-Remaining"))
	require.Empty(t, refused("wrong", 20).Get("Retry-After"))
}
