package signin_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/direct"
	"ugeseddel/secret"
	"ugeseddel/signin"
	"ugeseddel/signin/entratest"
	"ugeseddel/text"
)

const calendars = "https://graph.microsoft.com"

// signedIn is a session with a sign-in, and a calendar that notes how each request was signed.
func signedIn(t *testing.T, entra *entratest.Server, calendar http.HandlerFunc) *signin.Session {
	t.Helper()
	s, _ := session(t, entra)
	s.Network = hosts{"graph.microsoft.com": direct.To(calendar), "": direct.To(entra)}
	require.NoError(t, s.Device(t.Context(), func(signin.Code) {}))
	return s
}

func get(ctx context.Context, client *http.Client, address string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func TestRequestsAreSignedForTheCalendarsHostAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var signatures []string
		note := func(_ http.ResponseWriter, r *http.Request) {
			signatures = append(signatures, r.Header.Get("Authorization"))
		}
		s := signedIn(t, &entratest.Server{}, note)
		s.Network.(hosts)["evil.example"] = direct.To(http.HandlerFunc(note))
		client, err := s.Client(calendars)
		require.NoError(t, err)
		for _, address := range []string{calendars + "/v1.0/me", "https://evil.example/", "http://graph.microsoft.com/v1.0/me", calendars + "/v1.0/me"} {
			_, err := get(t.Context(), client, address)
			require.NoError(t, err)
		}
		require.True(t, strings.HasPrefix(signatures[0], "Bearer "+entratest.Secret+"access"))
		require.Equal(t, []string{signatures[0], "", "", signatures[0]}, signatures)
	})
}

func TestRefusedTokenIsRenewedOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		refusals, want, calls int
	}{
		"one refusal": {1, 200, 2},
		"for good":    {9, 401, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var signatures, bodies []string
				s := signedIn(t, &entratest.Server{}, func(w http.ResponseWriter, r *http.Request) {
					body, _ := io.ReadAll(r.Body)
					bodies = append(bodies, string(body))
					signatures = append(signatures, r.Header.Get("Authorization"))
					if len(signatures) <= c.refusals {
						w.WriteHeader(http.StatusUnauthorized)
					}
				})
				client, err := s.Client(calendars)
				require.NoError(t, err)
				resp, err := client.Post(calendars+"/v1.0/me", "text/xml", bytes.NewReader([]byte("<report/>")))
				require.NoError(t, err)
				resp.Body.Close()
				require.Equal(t, c.want, resp.StatusCode)
				require.Len(t, signatures, c.calls)
				require.NotEqual(t, signatures[0], signatures[1])
				require.Equal(t, []string{"<report/>", "<report/>"}, bodies)
			})
		})
	}
}

func TestUsedUpTokenIsRenewedEachTimeWithTheNewestRefreshToken(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := signedIn(t, &entratest.Server{Life: 60}, func(http.ResponseWriter, *http.Request) {})
		client, err := s.Client(calendars)
		require.NoError(t, err)
		last := stored(t, s)
		for range 5 {
			_, err := get(t.Context(), client, calendars)
			require.NoError(t, err)
			require.NotEqual(t, last, stored(t, s))
			last = stored(t, s)
			time.Sleep(2 * time.Minute)
		}
	})
}

func TestRenewalOutlivesTheRequestThatBeganIt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		entra := &entratest.Server{}
		s := signedIn(t, entra, func(http.ResponseWriter, *http.Request) {})
		ctx, interrupt := context.WithCancel(t.Context())
		network := s.Network
		s.Network = roundTrip(func(r *http.Request) (*http.Response, error) {
			resp, err := network.RoundTrip(r)
			if strings.HasSuffix(r.URL.Path, "/token") {
				interrupt() // when the provider has replaced the token already
			}
			return resp, err
		})
		client, err := s.Client(calendars)
		require.NoError(t, err)
		_, err = get(ctx, client, calendars)
		require.ErrorIs(t, err, context.Canceled)

		_, err = get(t.Context(), client, calendars)
		require.NoError(t, err, "a later request is not harmed")
		other, err := (&signin.Session{Name: s.Name, Provider: s.Provider, Store: s.Store, Network: network}).Client(calendars)
		require.NoError(t, err)
		_, err = get(t.Context(), other, calendars)
		require.NoError(t, err, "nor is the next run of the program")
	})
}

func TestInterruptionEndsTheWaitForAProviderThatFails(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		entra := &entratest.Server{}
		s := signedIn(t, entra, func(http.ResponseWriter, *http.Request) {})
		for range 9 {
			entra.AnswerNext(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
		}
		client, err := s.Client(calendars)
		require.NoError(t, err)
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		began := time.Now()
		_, err = get(ctx, client, calendars)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		require.Equal(t, time.Millisecond, time.Since(began))
	})
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestRenewalIsTriedAgainWhereTheProviderFailsForAMoment(t *testing.T) {
	t.Parallel()
	down := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }
	for failures, want := range map[int]string{2: "", 3: "signing in to Microsoft does not work just now (503)"} {
		synctest.Test(t, func(t *testing.T) {
			entra := &entratest.Server{}
			s := signedIn(t, entra, func(http.ResponseWriter, *http.Request) {})
			for range failures {
				entra.AnswerNext(down)
			}
			client, err := s.Client(calendars)
			require.NoError(t, err)
			_, err = get(t.Context(), client, calendars)
			if want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, want)
			_, err = get(t.Context(), client, calendars)
			require.NoError(t, err, "the sign-in was not lost")
		})
	}
}

func TestManyAtOnceNeverUseARefreshTokenTwice(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	s, dir := session(t, entra)
	var page string
	require.NoError(t, s.Browser(t.Context(), browse(t, entra, &page)))
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			other := &signin.Session{Name: s.Name, Provider: s.Provider, Store: secret.Open(dir), Network: hosts{
				"graph.microsoft.com": direct.To(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})), "": direct.To(entra)}}
			client, err := other.Client(calendars)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := get(t.Context(), client, calendars); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

// otherProcess tells the test's own program, run once more, where to find the provider and the store.
const otherProcess = "UGESEDDEL_TEST_OTHER_PROCESS"

func TestTwoProcessesAtOnceNeverUseARefreshTokenTwice(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	server := httptest.NewServer(entra)
	defer server.Close()
	dir := t.TempDir()
	s := overNetwork(server.URL, dir)
	require.NoError(t, s.Browser(t.Context(), func(address string) {
		resp, err := http.Get(address)
		if err != nil {
			t.Error(err)
			return
		}
		resp.Body.Close()
	}))
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			program := exec.CommandContext(t.Context(), os.Args[0])
			program.Env = append(os.Environ(), otherProcess+"="+server.URL+" "+dir)
			if output, err := program.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, output)
			}
		})
	}
	group.Wait()
	renewals := 0
	for _, r := range entra.Requests() {
		if r.PostForm.Get("grant_type") == "refresh_token" {
			renewals++
		}
	}
	require.Equal(t, 6, renewals)
}

func overNetwork(authority, dir string) *signin.Session {
	return &signin.Session{
		Name:     "outlook",
		Provider: signin.Microsoft(signin.Microsoft365{ClientID: entratest.ClientID, Authority: authority}),
		Store:    secret.Open(dir),
		Lang:     text.English,
	}
}

// readOnce is the other process: it asks for something that needs the sign-in, and tells whether that worked.
func readOnce() int {
	authority, dir, _ := strings.Cut(os.Getenv(otherProcess), " ")
	client, err := overNetwork(authority, dir).Client(authority)
	if err == nil {
		_, err = get(context.Background(), client, authority+"/anything")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
