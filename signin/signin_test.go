package signin_test

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"

	"ugeseddel/internal/direct"
	"ugeseddel/secret"
	"ugeseddel/signin"
	"ugeseddel/signin/entratest"
	"ugeseddel/text"
)

func TestMain(m *testing.M) {
	keyring.MockInitWithError(keyring.ErrUnsupportedPlatform) // never the keyring of whoever runs the tests
	if os.Getenv(otherProcess) != "" {
		os.Exit(readOnce())
	}
	os.Exit(m.Run())
}

// session is a person who signs in to the double, which is reached without a network.
func session(t testing.TB, entra *entratest.Server) (*signin.Session, string) {
	t.Helper()
	dir := t.TempDir()
	return &signin.Session{
		Name:     "outlook",
		Provider: signin.Microsoft(signin.Microsoft365{ClientID: entratest.ClientID}),
		Store:    secret.Open(dir),
		Lang:     text.English,
		Network:  direct.To(entra),
	}, dir
}

// browse does what a browser does: the provider's pages from the double, the last one from this computer.
func browse(t testing.TB, entra *entratest.Server, page *string) func(address string) {
	return func(address string) {
		t.Helper()
		client := &http.Client{Transport: hosts{"localhost": http.DefaultTransport, "": direct.To(entra)}}
		resp, err := client.Get(address)
		if err != nil {
			t.Error(err)
			return
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Error(err)
		}
		*page = string(body)
	}
}

// hosts is a network of several transports by the name of the host; "" is any other.
type hosts map[string]http.RoundTripper

func (h hosts) RoundTrip(r *http.Request) (*http.Response, error) {
	if transport, ok := h[r.URL.Hostname()]; ok {
		return transport.RoundTrip(r)
	}
	return h[""].RoundTrip(r)
}

func stored(t testing.TB, s *signin.Session) string {
	t.Helper()
	token, err := s.Store.Get(t.Context(), s.Name)
	require.NoError(t, err)
	return token
}

// requireUntold fails if an error tells a token, a code, or a provider's own words.
func requireUntold(t testing.TB, err error) {
	t.Helper()
	for _, lang := range []text.Lang{text.Danish, text.English} {
		told := strings.Join(append(lang.Error(err), lang.Hints(err)...), "\n")
		require.NotContains(t, told, entratest.Secret)
	}
	require.NotContains(t, err.Error(), entratest.Secret)
}

func TestBrowserSignsInAndOnlyTheRefreshTokenIsKept(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	s, dir := session(t, entra)
	var page string
	require.NoError(t, s.Browser(t.Context(), browse(t, entra, &page)))
	require.Contains(t, page, "You are signed in")
	require.NotContains(t, page, entratest.Secret)

	require.Contains(t, stored(t, s), entratest.Secret+"refresh")
	files, err := filepath.Glob(filepath.Join(dir, "secrets", "*.secret"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	data, err := os.ReadFile(files[0])
	require.NoError(t, err)
	require.Equal(t, stored(t, s), string(data))

	authorize := entra.Requests()[0].URL
	require.Equal(t, "/organizations/oauth2/v2.0/authorize", authorize.Path)
	require.Equal(t, "Calendars.Read offline_access", authorize.Query().Get("scope"))
}

func TestDeviceSignsInAfterWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		entra := &entratest.Server{Pending: 3, Interval: 5}
		s, _ := session(t, entra)
		var shown signin.Code
		began := time.Now()
		require.NoError(t, s.Device(t.Context(), func(c signin.Code) { shown = c }))
		require.Equal(t, signin.Code{Address: "https://microsoft.com/devicelogin", Code: "ABCD12345", Until: began.Add(15 * time.Minute)}, shown)
		require.Contains(t, stored(t, s), entratest.Secret+"refresh")
		require.Equal(t, 20*time.Second, time.Since(began))
		require.Len(t, entra.Requests(), 5, "one question each time, not one with and one without Basic authentication")
	})
}

func TestWaitingForADeviceOutlivesFailedQuestions(t *testing.T) {
	t.Parallel()
	for name, failed := range map[string]http.HandlerFunc{
		"503": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) },
		"a gateway": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadGateway)
			io.WriteString(w, "<html>")
		},
		"too many":        func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) },
		"asked too often": entratest.Refusal{Error: "slow_down"}.Answer(),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				entra := &entratest.Server{Pending: 1}
				entra.AnswerNext(failed)
				s, _ := session(t, entra)
				require.NoError(t, s.Device(t.Context(), func(signin.Code) {}))
			})
		})
	}
}

func TestWaitingForADeviceOutlivesAnAnswerThatNeverComes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		entra := &entratest.Server{}
		s, _ := session(t, entra)
		silent := true
		s.Network = roundTrip(func(r *http.Request) (*http.Response, error) {
			if silent && strings.HasSuffix(r.URL.Path, "/token") {
				silent = false
				<-r.Context().Done()
				return nil, r.Context().Err()
			}
			return direct.To(entra).RoundTrip(r)
		})
		require.NoError(t, s.Device(t.Context(), func(signin.Code) {}))
	})
}

func TestCodeThatNobodyTypesEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s, _ := session(t, &entratest.Server{Pending: 1e6})
		err := s.Device(t.Context(), func(signin.Code) {})
		require.EqualError(t, err, "the code was not used in time")
	})
}

func TestInterruptedSignInEnds(t *testing.T) {
	t.Parallel()
	t.Run("device", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			s, _ := session(t, &entratest.Server{Pending: 1e6})
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			require.ErrorIs(t, s.Device(ctx, func(signin.Code) {}), context.DeadlineExceeded)
		})
	})
	t.Run("browser", func(t *testing.T) {
		s, _ := session(t, &entratest.Server{})
		ctx, cancel := context.WithCancel(t.Context())
		require.ErrorIs(t, s.Browser(ctx, func(string) { cancel() }), context.Canceled)
	})
	t.Run("nobody in the browser", func(t *testing.T) {
		s, _ := session(t, &entratest.Server{})
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		err := s.Browser(ctx, func(string) {})
		require.EqualError(t, err, "no answer came from the browser in time; you are not signed in to Microsoft")
		require.Contains(t, strings.Join(text.English.Hints(err), ""), "https://login.microsoftonline.com/organizations/adminconsent?client_id=")
	})
}

func TestDeviceCodeIsReadHoweverItsNumbersAreWritten(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s, _ := session(t, nil)
		s.Network = direct.To(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "devicecode") {
				io.WriteString(w, `{"device_code": "d", "user_code": "u", "verification_uri": "https://x", "expires_in": "60", "interval": "7"}`)
				return
			}
			w.Header().Set("Content-Type", "application/json")
			io.WriteString(w, `{"access_token": "a", "refresh_token": "r", "expires_in": "3600"}`)
		}))
		began := time.Now()
		var until time.Time
		require.NoError(t, s.Device(t.Context(), func(c signin.Code) { until = c.Until }))
		require.Equal(t, began.Add(time.Minute), until)
		require.Equal(t, 7*time.Second, time.Since(began))
	})
}

func TestOnlyTheAnswerToThisSignInCounts(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	s, _ := session(t, entra)
	var statuses []int
	var page string
	err := s.Browser(t.Context(), func(address string) {
		_, port, _ := strings.Cut(address, "localhost%3A")
		base := "http://127.0.0.1:" + port[:strings.IndexByte(port, '&')]
		for _, path := range []string{"/", "/?code=stolen", "/?code=stolen&state=guessed", "/favicon.ico", "/?error=access_denied"} {
			resp, err := http.Get(base + path)
			if err != nil {
				t.Error(err)
				return
			}
			resp.Body.Close()
			statuses = append(statuses, resp.StatusCode)
		}
		browse(t, entra, &page)(address)
	})
	require.NoError(t, err)
	require.Equal(t, []int{404, 404, 404, 404, 404}, statuses)
	require.Contains(t, page, "You are signed in")
}

func TestAnswerCountsOnce(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	s, _ := session(t, entra)
	var again string
	err := s.Browser(t.Context(), func(address string) {
		var last string
		client := &http.Client{
			Transport:     direct.To(entra),
			CheckRedirect: func(r *http.Request, _ []*http.Request) error { last = r.URL.String(); return http.ErrUseLastResponse },
		}
		if _, err := client.Get(address); err != nil {
			t.Error(err)
			return
		}
		for range 2 {
			resp, err := http.Get(last)
			if err != nil {
				t.Error(err)
				return
			}
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			again = string(body)
		}
	})
	require.NoError(t, err)
	require.Contains(t, again, "this sign-in has been used already")
}

func TestSignInThatDoesNotLastOrMayNotReadIsNotKept(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		entra *entratest.Server
		edit  func(*signin.Session)
		want  string
	}{
		"too little granted": {&entratest.Server{Scopes: []string{"User.Read"}}, func(*signin.Session) {},
			"Microsoft did not grant what is needed: Calendars.Read"},
		"no refresh token": {&entratest.Server{}, func(s *signin.Session) { s.Provider.Config.Scopes = []string{"Calendars.Read"} },
			"Microsoft gave access for an hour only"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := session(t, c.entra)
			c.edit(s)
			var page string
			require.EqualError(t, s.Browser(t.Context(), browse(t, c.entra, &page)), c.want)
			require.Contains(t, page, "You are not signed in")
			_, err := s.Store.Get(t.Context(), s.Name)
			require.ErrorIs(t, err, secret.ErrNone)
		})
	}
}

func TestPermissionsAreKnownUnderTheirLongNames(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{Scopes: []string{"https://graph.microsoft.com/User.Read", "https://graph.microsoft.com/calendars.read"}}
	s, _ := session(t, entra)
	var page string
	require.NoError(t, s.Browser(t.Context(), browse(t, entra, &page)))
}

func TestForgottenSignInIsGone(t *testing.T) {
	t.Parallel()
	entra := &entratest.Server{}
	s, _ := session(t, entra)
	var page string
	require.NoError(t, s.Browser(t.Context(), browse(t, entra, &page)))
	require.NoError(t, s.Store.Delete(t.Context(), s.Name))

	client, err := s.Client("https://graph.microsoft.com")
	require.NoError(t, err)
	_, err = client.Get("https://graph.microsoft.com/v1.0/me/calendarView")
	require.ErrorContains(t, err, "you are not signed in to Microsoft")
	require.Equal(t, []string{`run "ugeseddel login outlook"`}, text.English.Hints(err))
}
