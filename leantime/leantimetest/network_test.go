package leantimetest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/leantime/leantimetest"
)

// logTimes is a batch that books one hour on each of the tasks 1 to n.
func logTimes(n int) string {
	var calls []string
	for task := 1; task <= n; task++ {
		calls = append(calls, fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"leantime.rpc.timesheets.logTime",
			"params":{"ticketId":%d,"params":{"timestamp":1795129200,"hours":1,"kind":"GENERAL_BILLABLE"}}}`, task, task))
	}
	return "[" + strings.Join(calls, ",") + "]"
}

func send(ctx context.Context, n http.RoundTripper, body string) (int, string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Authorization", "Bearer mette")
	r.Header.Set("Content-Type", "application/json")
	answer, err := n.RoundTrip(r)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(text), err
}

func TestAFaultHappensOnceToItsRequestAndDoesWhatItSays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		fault  leantimetest.Fault
		err    error
		status int
		answer string  // how it begins
		hours  float64 // booked by three calls of an hour each
	}{
		{fault: leantimetest.Fault{Kind: leantimetest.Refused}, err: syscall.ECONNREFUSED},
		{fault: leantimetest.Fault{Kind: leantimetest.DropBefore}, err: io.EOF},
		{fault: leantimetest.Fault{Kind: leantimetest.DropAfter}, err: io.EOF, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.TimeOut}, err: os.ErrDeadlineExceeded},
		{fault: leantimetest.Fault{Kind: leantimetest.TimeOutAfter}, err: os.ErrDeadlineExceeded, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.Late}, err: os.ErrDeadlineExceeded},
		{fault: leantimetest.Fault{Kind: leantimetest.Twice}, status: 200, answer: `[{"jsonrpc"`, hours: 6},
		{fault: leantimetest.Fault{Kind: leantimetest.Echo}, status: 200, answer: `[{"jsonrpc"`, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.Half, N: 2}, err: io.EOF, hours: 2},
		{fault: leantimetest.Fault{Kind: leantimetest.Half}, err: io.EOF},
		{fault: leantimetest.Fault{Kind: leantimetest.ElementFails, N: 1}, status: 200, hours: 2,
			answer: `[{"jsonrpc":"2.0","result":true,"id":1},{"jsonrpc":"2.0","error":{"code":-32000,"message":"Server error","data":null},"id":2},{`},
		{fault: leantimetest.Fault{Kind: leantimetest.TooMany}, status: 429, answer: `{"error":`},
		{fault: leantimetest.Fault{Kind: leantimetest.TooManyUntil, N: 3}, status: 429, answer: `{"error":`},
		{fault: leantimetest.Fault{Kind: leantimetest.Unauthorized}, status: 401, answer: `{"error":"Unauthorized"}`},
		{fault: leantimetest.Fault{Kind: leantimetest.Broken}, status: 500, answer: `<!DOCTYPE html>`},
		{fault: leantimetest.Fault{Kind: leantimetest.BadGateway}, status: 502, answer: `<!DOCTYPE html>`, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.Page}, status: 200, answer: `<!DOCTYPE html>`},
		{fault: leantimetest.Fault{Kind: leantimetest.PageAfter}, status: 200, answer: `<!DOCTYPE html>`, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.CutJSON, N: 5}, status: 200, answer: `[{"js`, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.Restart}, status: 200, answer: `[{"jsonrpc"`, hours: 3},
		{fault: leantimetest.Fault{Kind: leantimetest.KillBefore}, err: leantimetest.ErrKilled},
		{fault: leantimetest.Fault{Kind: leantimetest.KillAfter}, err: leantimetest.ErrKilled, hours: 3},
	} {
		t.Run(test.fault.String(), func(t *testing.T) {
			t.Parallel()
			s := leantimetest.New(leantimetest.Options{})
			s.AddUser(leantimetest.User{Token: "mette"})
			n := leantimetest.NewNetwork(s, leantimetest.Schedule{test.fault})
			status, answer, err := send(t.Context(), n, logTimes(3))
			require.ErrorIs(t, err, test.err)
			require.Equal(t, test.status, status)
			require.True(t, strings.HasPrefix(answer, test.answer), answer)
			require.Equal(t, test.hours, booked(s))
			require.Equal(t, leantimetest.Schedule{test.fault}, n.Happened())
			n.Calm()
			status, _, err = send(t.Context(), n, `{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.users.getUser"}`)
			require.NoError(t, err)
			require.Equal(t, http.StatusOK, status)
		})
	}
}

func booked(s *leantimetest.Server) float64 {
	sum := 0.0
	for _, r := range s.Rows() {
		sum += r.Hours
	}
	return sum
}

func TestALateRequestArrivesAfterAsManyOthersAsItSays(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	s.AddUser(leantimetest.User{Token: "mette"})
	n := leantimetest.NewNetwork(s, leantimetest.Schedule{{Kind: leantimetest.Late, Method: "timesheets.logTime", N: 2}})
	_, _, err := send(t.Context(), n, logTimes(2))
	require.ErrorIs(t, err, os.ErrDeadlineExceeded)
	for _, hours := range []float64{0, 2, 2} {
		_, _, err := send(t.Context(), n, `[]`)
		require.NoError(t, err)
		require.Equal(t, hours, booked(s))
	}
}

func TestAnEchoActsAgainLater(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	s.AddUser(leantimetest.User{Token: "mette"})
	n := leantimetest.NewNetwork(s, leantimetest.Schedule{{Kind: leantimetest.Echo}})
	for _, hours := range []float64{2, 6} { // the second request meets the echo of the first
		_, _, err := send(t.Context(), n, logTimes(2))
		require.NoError(t, err)
		require.Equal(t, hours, booked(s))
	}
}

func TestAHangLastsUntilTheClientGivesUp(t *testing.T) {
	t.Parallel()
	n := leantimetest.NewNetwork(leantimetest.New(leantimetest.Options{}), leantimetest.Schedule{{Kind: leantimetest.Hang}})
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	_, _, err := send(ctx, n, `[]`)
	require.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestAKilledProgramSendsNothingUntilItIsRevived(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{})
	s.AddUser(leantimetest.User{Token: "mette"})
	n := leantimetest.NewNetwork(s, leantimetest.Schedule{{Kind: leantimetest.KillBefore, At: 2}})
	for _, want := range []error{nil, leantimetest.ErrKilled, leantimetest.ErrKilled} {
		_, _, err := send(t.Context(), n, `[]`)
		require.ErrorIs(t, err, want)
	}
	n.Revive()
	_, _, err := send(t.Context(), n, `[]`)
	require.NoError(t, err)
	require.Len(t, s.Requests(), 2)
}

func TestTheSameSeedDrawsTheSameSchedule(t *testing.T) {
	t.Parallel()
	draw := func() string { return leantimetest.RandomSchedule(rand.New(rand.NewPCG(7, 0)), 5, 20).String() }
	require.Equal(t, draw(), draw())
	require.Equal(t, `leantimetest.Schedule{{Kind: leantimetest.Half, Method: "timesheets.logTime", At: 2, N: 3}, {Kind: leantimetest.Refused}}`,
		leantimetest.Schedule{{Kind: leantimetest.Half, Method: "timesheets.logTime", At: 2, N: 3}, {}}.String())
}

func TestTheSameFaultsHappenOnASocket(t *testing.T) {
	t.Parallel()
	s := leantimetest.New(leantimetest.Options{Prefix: "/leantime"})
	n := leantimetest.NewNetwork(s, leantimetest.Schedule{{Kind: leantimetest.DropBefore}, {Kind: leantimetest.TimeOut, At: 2}})
	address, stop, err := leantimetest.Listen(n)
	require.NoError(t, err)
	t.Cleanup(stop)
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	_, err = client.Post(address+"/leantime/api/jsonrpc", "application/json", strings.NewReader("[]"))
	require.True(t, errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNRESET), err)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/leantime/api/jsonrpc", strings.NewReader("[]"))
	require.NoError(t, err)
	_, err = client.Do(r)
	require.ErrorIs(t, err, context.DeadlineExceeded)
}
