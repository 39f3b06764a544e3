package leantimetest_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

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
