package caldav

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/text"
)

// answering is a server that says the same to everything.
func answering(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// secure is a server with a certificate that nobody trusts.
func secure(t *testing.T, handler http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return server
}

// failing reads the week from a server that cannot be read, and returns the error, which must not tell the password.
func failing(t *testing.T, a Account) error {
	t.Helper()
	a.Name, a.User, a.Password = "work", "alice", "sesame"
	s := New(a)
	require.NoError(t, s.connect())
	s.client.wait = func(context.Context, time.Duration) error { return nil }
	events, err := s.Events(context.Background(), week)
	require.Error(t, err)
	require.Empty(t, events)
	for _, lang := range []text.Lang{text.Danish, text.English} {
		told := strings.Join(append(lang.Error(err), lang.Hints(err)...), "\n")
		require.NotContains(t, told, "sesame")
		require.NotContains(t, told, "hemmeligt")
		require.NotEmpty(t, lang.Hints(err), told)
	}
	return err
}

func TestEachWayOfFailingIsOneClearErrorWithAHint(t *testing.T) {
	t.Parallel()
	status := func(code int, headers ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			w.WriteHeader(code)
			fmt.Fprint(w, "hemmeligt møde")
		}
	}
	tests := map[string]struct {
		handler http.HandlerFunc
		da, en  string
	}{
		"401": {status(401), "serveren godtager ikke brugernavn og adgangskode (401)", "the server does not accept user name and password (401)"},
		"403": {status(403), "brugeren har ikke lov til at læse den (403)", "the user may not read it (403)"},
		"404": {status(404), "der er ikke noget på adressen (404)", "there is nothing at the address (404)"},
		"405": {status(405), "adressen kan ikke bruges til CalDAV (405)", "the address does not speak CalDAV (405)"},
		"418": {status(418), "serveren svarer med 418", "the server answers with 418"},
		"429": {status(429), "serveren har fået for mange forespørgsler (429)", "the server has had too many requests (429)"},
		"500": {status(500), "der er en fejl på serveren (500)", "the server is in trouble (500)"},
		"503": {status(503, "Retry-After", "7200"), "der er en fejl på serveren (503)", "the server is in trouble (503)"},
		"a login page": {status(200, "Content-Type", "text/html"),
			"serveren svarer med en webside og ikke med en kalender", "the server answers with a web page and not with a calendar"},
		"a login page that says it is XML": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", "application/xml")
				fmt.Fprint(w, "\n <!DOCTYPE html><html>hemmeligt</html>")
			},
			"serveren svarer med en webside og ikke med en kalender", "the server answers with a web page and not with a calendar"},
		"other XML": {
			func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<feed><entry>hemmeligt</entry></feed>") },
			"serverens svar er ikke CalDAV", "the server's answer is not CalDAV"},
		"a circle": {
			func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/again", http.StatusFound) },
			"serveren sender os i ring", "the server sends us in circles"},
		"an empty answer": {
			func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusMultiStatus) },
			"serverens svar er ikke CalDAV", "the server's answer is not CalDAV"},
		"a cut answer": {
			func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `<multistatus xmlns="DAV:"><response>`) },
			"svaret blev afbrudt undervejs", "the answer was cut short"},
		"an answer shorter than promised": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Length", "1000")
				fmt.Fprint(w, `<multistatus xmlns="DAV:"/>`)
			},
			"svaret blev afbrudt undervejs", "the answer was cut short"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := failing(t, Account{URL: answering(t, tt.handler).URL})
			require.Equal(t, []string{tt.da}, text.Danish.Error(err))
			require.Equal(t, []string{tt.en}, text.English.Error(err))
		})
	}
}

func TestAWrongPasswordPointsToNextcloudsAppPasswords(t *testing.T) {
	t.Parallel()
	server := answering(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	require.Contains(t, text.Danish.Hints(failing(t, Account{URL: server.URL}))[0], "app-adgangskode")
}

func TestAServerThatWantsToKnowWhoAsksIsTold(t *testing.T) {
	t.Parallel()
	server := answering(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) })
	_, err := New(Account{URL: server.URL}).Events(context.Background(), week)
	require.EqualError(t, err, "the server does not give access (401)")
	require.Contains(t, text.English.Hints(err)[0], "write user and password into the settings")
}

func TestAServerThatIsNotThereIsTold(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	s := New(Account{Name: "work", URL: server.URL, Password: "sesame"})
	_, err := s.Events(context.Background(), week)
	require.Equal(t, []string{`the server cannot be reached: no server answers at the address`}, text.English.Error(err))
}

func TestASlowServerIsGivenUp(t *testing.T) {
	t.Parallel()
	done := make(chan struct{})
	server := answering(t, func(_ http.ResponseWriter, _ *http.Request) { <-done })
	t.Cleanup(func() { close(done) })
	s := New(Account{Name: "work", URL: server.URL, Client: &http.Client{Timeout: 20 * time.Millisecond}})
	_, err := s.Events(context.Background(), week)
	require.Equal(t, []string{`the server cannot be reached: the answer did not come in time`}, text.English.Error(err))
}

func TestAnAddressThatIsNoneIsTold(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"", "cloud.example.dk", "ftp://cloud.example.dk", "https://"} {
		_, err := New(Account{Name: "work", URL: address}).Events(context.Background(), week)
		require.EqualError(t, err, `the address is not one that begins with https://`)
	}
}

func TestACertificateThatIsNotTrustedIsTold(t *testing.T) {
	t.Parallel()
	server := secure(t, http.NotFoundHandler())
	require.ErrorContains(t, failing(t, Account{URL: server.URL}), "the server's certificate cannot be trusted")
}

func TestABusyServerIsAskedAgainAFewTimes(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		retryAfter string
		busy       int
		waits      []time.Duration
		fails      bool
	}{
		"once":                       {"", 1, []time.Duration{time.Second}, false},
		"twice, longer each time":    {"", 2, []time.Duration{time.Second, 2 * time.Second}, false},
		"not for ever":               {"", 99, []time.Duration{time.Second, 2 * time.Second}, true},
		"after the seconds it wants": {"5", 1, []time.Duration{5 * time.Second}, false},
		"not where it wants an hour": {"3600", 1, nil, true},
		"not where it wants tomorrow, as a date": {
			time.Now().Add(24 * time.Hour).UTC().Format(http.TimeFormat), 1, nil, true},
		"at once where the date is past": {
			time.Now().Add(-time.Hour).UTC().Format(http.TimeFormat), 1, []time.Duration{time.Second}, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, code := range []int{http.StatusTooManyRequests, http.StatusServiceUnavailable} {
				busy := tt.busy
				d := newDouble(t, quirks{before: func(w http.ResponseWriter, _ *http.Request) bool {
					if busy--; busy < 0 {
						return false
					}
					w.Header().Set("Retry-After", tt.retryAfter)
					w.WriteHeader(code)
					return true
				}})
				var waits []time.Duration
				s := d.account("")
				s.client.wait = func(_ context.Context, pause time.Duration) error {
					waits = append(waits, pause)
					return nil
				}
				_, err := s.client.resource(context.Background(), s.client.home.JoinPath("dav/"))
				require.Equal(t, tt.fails, err != nil)
				require.Equal(t, tt.waits, waits)
			}
		})
	}
}

func TestAPasswordIsNeverSentToAnotherHostNorOutOfTLS(t *testing.T) {
	t.Parallel()
	stranger := answering(t, func(_ http.ResponseWriter, r *http.Request) { t.Error("asked the stranger for", r.URL) })
	plain := stranger.URL + "/dav/"
	redirect := func(to string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusMovedPermanently) }
	}
	secure := secure(t, redirect(plain))
	named := "http://localhost:" + answering(t, redirect(plain)).URL[len("http://127.0.0.1:"):]
	tests := map[string]Account{
		"to another port":     {URL: answering(t, redirect(plain)).URL},
		"to another name":     {URL: named},
		"from https to http":  {URL: secure.URL, Client: secure.Client()},
		"with a home set":     {URL: answering(t, pointing(stranger.URL)).URL},
		"to another protocol": {URL: answering(t, redirect("ftp://127.0.0.1/")).URL},
	}
	for name, a := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := failing(t, a)
			require.ErrorContains(t, err, "and the password is not sent there")
		})
	}
}

// pointing is a server whose home set is on another one.
func pointing(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusMultiStatus)
		fmt.Fprintf(w, `<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">%s</multistatus>`,
			response200(r.URL.Path, "<C:calendar-home-set><href>"+to+"/home/</href></C:calendar-home-set>"))
	}
}

func TestTheServerItselfMayBeReachedInOtherWays(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		home, to string
		trusted  bool
	}{
		{"https://cloud.example.dk/", "https://cloud.example.dk/remote.php/dav", true},
		{"https://cloud.example.dk/", "https://CLOUD.example.dk:443/", true},
		{"http://cloud.example.dk/", "https://cloud.example.dk/", true},
		{"https://caldav.icloud.com/", "https://p42-caldav.icloud.com:443/123/", true},
		{"https://cloud.example.dk/", "http://cloud.example.dk/", false},
		{"https://cloud.example.dk/", "https://dav.example.dk/", false},
		{"https://cloud.example.dk/", "https://cloud.example.dk:8443/", false},
		{"http://cloud.example.dk/", "https://cloud.example.dk:8443/", false},
		{"https://caldav.icloud.com/", "https://icloud.com.example.dk/", false},
		{"https://caldav.icloud.com/", "http://p42-caldav.icloud.com/", false},
	} {
		home, err := url.Parse(tt.home)
		require.NoError(t, err)
		to, err := url.Parse(tt.to)
		require.NoError(t, err)
		require.Equal(t, tt.trusted, newClient(Account{}, home).trusts(to), "%s to %s", tt.home, tt.to)
	}
}

func TestAServerBehindAProxyIsReachedByHTTPSAlthoughItSaysHTTP(t *testing.T) {
	t.Parallel()
	home, err := url.Parse("https://cloud.example.dk/")
	require.NoError(t, err)
	for to, want := range map[string]string{
		"http://cloud.example.dk/remote.php/dav/":      "https://cloud.example.dk/remote.php/dav/",
		"http://cloud.example.dk:80/remote.php/dav/":   "https://cloud.example.dk/remote.php/dav/",
		"http://cloud.example.dk:8080/remote.php/dav/": "http://cloud.example.dk:8080/remote.php/dav/",
		"http://other.example.dk/remote.php/dav/":      "http://other.example.dk/remote.php/dav/",
	} {
		u, err := url.Parse(to)
		require.NoError(t, err)
		require.Equal(t, want, newClient(Account{}, home).secured(u).String())
	}
}

func TestARedirectKeepsTheMethodAndTheBody(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	moved := d.before
	d.before = func(w http.ResponseWriter, r *http.Request) bool {
		if rest, ok := strings.CutPrefix(r.URL.Path, "/old/"); ok {
			w.Header().Set("Location", "/dav/"+rest)
			w.WriteHeader(http.StatusFound)
			return true
		}
		return moved != nil && moved(w, r)
	}
	require.Equal(t, []string{"Alfa"}, titlesOf(t, d.source(Account{Name: "work", URL: d.URL + "/old/alice/"})))
}

func TestAnAnswerWithoutEndIsBounded(t *testing.T) {
	t.Parallel()
	mega := strings.Repeat(" ", 1<<20)
	server := answering(t, func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<multistatus xmlns="DAV:">`)
		for range 2 * maxAnswer >> 20 {
			if _, err := fmt.Fprint(w, mega); err != nil {
				return
			}
		}
	})
	_, err := New(Account{Name: "work", URL: server.URL + "/x"}).Events(context.Background(), week)
	require.EqualError(t, err, `the server sends more than 64 MB at once`)
}

func TestTheClientsOwnTransportSignsTheRequests(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{before: func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("Authorization") != "Bearer token" {
			w.WriteHeader(http.StatusUnauthorized)
			return true
		}
		return false
	}})
	client := &http.Client{Transport: signing{}}
	require.Empty(t, titlesOf(t, d.source(Account{Name: "google", URL: d.URL, Client: client})))
	require.Nil(t, client.CheckRedirect, "the client is left as it was")
}

type signing struct{}

func (signing) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer token")
	return http.DefaultTransport.RoundTrip(r)
}

func TestWhatTheClientsOwnTransportSaysIsPassedOn(t *testing.T) {
	t.Parallel()
	signedOut := text.Errorf("signin.none", "Google").Try("signin.try-login", "google")
	client := &http.Client{Transport: signedOutTransport{signedOut}}
	_, err := New(Account{Name: "google", URL: "https://calendar.example/", Client: client}).Events(t.Context(), week)
	require.ErrorContains(t, err, "you are not signed in to Google")
	require.NotContains(t, err.Error(), "cannot be reached")
	require.Contains(t, text.English.Hints(err), `run "ugeseddel login google"`)
}

type signedOutTransport struct{ err error }

func (s signedOutTransport) RoundTrip(*http.Request) (*http.Response, error) { return nil, s.err }

func TestOneUnreachableCalendarAmongSeveralIsNamedAndHidesNoOther(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{before: func(w http.ResponseWriter, r *http.Request) bool {
		switch {
		case r.URL.Path == "/dav/home/" && r.Header.Get("Depth") == "1":
			w.WriteHeader(http.StatusMultiStatus)
			fmt.Fprintf(w, `<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">%s%s</multistatus>`,
				response200("/dav/bad/", "<resourcetype><C:calendar/></resourcetype>"), response200("/dav/work/", "<resourcetype><C:calendar/></resourcetype>"))
			return true
		case r.URL.Path == "/dav/bad/":
			w.WriteHeader(http.StatusInternalServerError)
			return true
		}
		return false
	}})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	events, err := d.account("").Events(context.Background(), week)
	require.Equal(t, []string{"Alfa"}, titles(events))
	require.EqualError(t, err, `"bad" on the server: the server is in trouble (500)`)
	require.Equal(t, []string{`"bad" på serveren: der er en fejl på serveren (500)`}, text.Danish.Error(err))
}

func TestAHomeSetThatCannotBeListedIsToldAndHidesNoOther(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{before: func(w http.ResponseWriter, r *http.Request) bool {
		switch r.URL.Path {
		case "/dav/alice/":
			w.WriteHeader(http.StatusMultiStatus)
			fmt.Fprintf(w, `<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">%s</multistatus>`, response200(r.URL.Path,
				"<C:calendar-home-set><href>/dav/shared/</href><href>/dav/home/</href></C:calendar-home-set>"))
			return true
		case "/dav/shared/":
			w.WriteHeader(http.StatusForbidden)
			return true
		}
		return false
	}})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	s := d.account("")
	for range 2 { // it is told each time
		events, err := s.Events(context.Background(), week)
		require.Equal(t, []string{"Alfa"}, titles(events))
		require.EqualError(t, err, `the folder shared: the user may not read it (403)`)
	}
}
