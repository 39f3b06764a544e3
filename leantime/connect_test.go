package leantime

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/leantime/leantimetest"
	"ugeseddel/text"
)

// as makes a client with another credential.
func (w *world) as(credential Credential) *Client {
	w.t.Helper()
	c, err := New(&http.Client{Transport: w.net}, "https://leantime.test", credential, nil)
	require.NoError(w.t, err)
	c.wait = func(_ context.Context, d time.Duration) { w.waited += d }
	return c
}

func TestVersionsOutsideTheKnownAreRefusedOrNoted(t *testing.T) {
	t.Parallel()
	for v, want := range map[string]string{
		"3.4.9": "Leantime 3.4.9 is too old", "3.9.0": "personal tokens do not work in Leantime 3.9.0",
		"3.9.1": "ask for an update to 3.9.2", "3.5.0": "", "3.9.2": "", "3.9.8": "",
	} {
		_, err := newWorld(t, v).client().Connect(t.Context())
		if want == "" {
			require.NoError(t, err, v)
			continue
		}
		require.ErrorContains(t, err, want, v)
	}
	for _, v := range []string{"3.9.9", "3.10.0", "4.0.0"} {
		account, err := newWorld(t, v).client().Connect(t.Context())
		require.NoError(t, err, v)
		require.Len(t, account.Notes, 1, v)
		require.Contains(t, english(account.Notes[0]), v+" is newer than 3.9.8")
	}
}

func TestTokenBooksOnThePersonWhoseItIs(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		w.server.AddUser(leantimetest.User{First: "Jens", Email: "jens@example.dk", Token: "token-of-jens"})
		account, err := w.client().Connect(t.Context())
		require.NoError(t, err)
		require.Equal(t, w.mette, account.PersonID)
		require.Equal(t, "Mette Østergård", account.Name)
	})
}

func TestAnotherTimeZoneInLeantimeIsNoted(t *testing.T) {
	t.Parallel()
	for zone, notes := range map[string]int{"Europe/Copenhagen": 0, "Europe/Berlin": 0, "America/New_York": 1} {
		w := newWorld(t, "3.9.8")
		there, err := time.LoadLocation(zone)
		require.NoError(t, err)
		w.server = leantimetest.New(leantimetest.Options{Zone: there})
		w.server.AddUser(leantimetest.User{Email: "mette@example.dk", Token: "token-of-mette"})
		w.net = w.server
		require.Len(t, w.plan().Notes, notes, zone)
	}
}

func TestOldVersionsNeedAnAddressToKnowWhoseTokenItIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.5.12")
	_, err := w.as(Credential{Token: "token-of-mette"}).Connect(t.Context())
	require.ErrorContains(t, err, "does not tell whose token it is")
	require.NotEmpty(t, text.Danish.Hints(err))
	_, err = w.as(Credential{Token: "token-of-mette", Emails: []string{"nobody@example.dk"}}).Connect(t.Context())
	require.ErrorContains(t, err, "does not tell whose token it is")
}

func TestRolesWithoutTimeOfTheirOwnAreRefused(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		w.server.AddUser(leantimetest.User{First: "Rita", Email: "rita@example.dk", Role: leantimetest.ReadOnly, Token: "token-of-rita"})
		_, err := w.as(Credential{Token: "token-of-rita", Emails: []string{"rita@example.dk"}}).Connect(t.Context())
		require.ErrorContains(t, err, "may not book time")
	})
}

func TestKeyBooksOnAPersonOnlyWithAManagersRoleAndAUser(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		manager := w.server.AddUser(leantimetest.User{First: "robot", Role: leantimetest.Manager, Key: "lt_manager_secret"})
		editor := w.server.AddUser(leantimetest.User{First: "robot", Role: leantimetest.Editor, Key: "lt_editor_secret"})
		w.server.ChangeProject(w.iot, func(p *leantimetest.Project) { p.Members = append(p.Members, manager, editor) })
		w.server.ChangeProject(w.intern, func(p *leantimetest.Project) { p.Members = []int{manager} })
		task := w.task(w.iot, "Drift", tagDrift)
		ofMette := Credential{Token: "lt_manager_secret", User: "mette@example.dk"}

		_, err := w.as(Credential{Token: "lt_manager_secret"}).Connect(t.Context())
		require.ErrorContains(t, err, "an account of its own")
		_, err = w.as(Credential{Token: "lt_manager_secret", User: "nobody@example.dk"}).Plan(t.Context(), week47, nil, Options{})
		require.Error(t, err)
		if w.client().mustVersion(t).atLeast(9) {
			_, err = w.as(Credential{Token: "lt_editor_secret", User: "mette@example.dk"}).Connect(t.Context())
			require.ErrorContains(t, err, "does not have the role Manager")
		}

		c := w.as(ofMette)
		elsewhere := meeting(17, 60, "Drift")
		elsewhere.Project = "Sekretariatsarbejde"
		p, err := c.Plan(t.Context(), week47, []Registration{meeting(16, 60, "Drift"), elsewhere}, Options{Tags: tags})
		require.NoError(t, err)
		proof, err := c.Apply(t.Context(), p)
		require.NoError(t, err)
		require.True(t, proof.Verified)
		hours, _ := w.row(on(16), task)
		require.Equal(t, 1.0, hours)
		require.Equal(t, []Verb{Create, Blocked}, verbs(proof.Actions), "Mette is not on the second project")
	})
}

func TestAdministratorsKeyPostsOnlyWhereThePersonIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	w.server.AddUser(leantimetest.User{First: "robot", Role: leantimetest.Admin, Key: "lt_admin_secret"})
	w.server.ChangeProject(w.intern, func(p *leantimetest.Project) { p.Members = nil })
	elsewhere := meeting(17, 60, "Drift")
	elsewhere.Project = "Sekretariatsarbejde"
	p, err := w.as(Credential{Token: "lt_admin_secret", User: "mette@example.dk"}).Plan(t.Context(), week47, []Registration{meeting(16, 60, "Drift"), elsewhere}, Options{Tags: tags})
	require.NoError(t, err)
	require.Equal(t, []Verb{Create, Blocked}, verbs(p.Actions))
}

func TestAWeekOfFortyRegistrationsTakesSixRequestsAndThenThree(t *testing.T) {
	t.Parallel()
	for _, v := range versions {
		w := newWorld(t, v)
		limited := leantimetest.New(leantimetest.Options{Version: v})
		limited.AddUser(leantimetest.User{Email: "mette@example.dk", Token: "token-of-mette"})
		limited.AddProject(leantimetest.Project{Name: "OS2iot", Members: []int{1}})
		limited.AddTask(leantimetest.Task{Project: 1, Headline: "Kendt", Tags: tagDrift, Status: 3})
		count := 0
		w.server, w.net = limited, roundTrips(func(r *http.Request) (*http.Response, error) { count++; return limited.RoundTrip(r) })
		var regs []Registration
		for i := range 40 {
			regs = append(regs, meeting(16+i%5, 15*(1+i%4), []string{"Kendt", "Ny", "Nyere", "Nyest", "A", "B", "C", "D"}[i/5]))
		}
		proof := w.post(regs...)
		require.True(t, proof.Verified)
		require.Len(t, proof.Actions, 40)
		require.Len(t, proof.Created, 7)
		require.LessOrEqual(t, count, 6, v)
		count = 0
		w.post(regs...)
		require.LessOrEqual(t, count, 3, v)
		require.Zero(t, w.waited)
	}
}

type roundTrips func(*http.Request) (*http.Response, error)

func (f roundTrips) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestTooManyRequestsAreWaitedFor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		header string
		want   time.Duration
	}{
		"seconds":  {"58", 58 * time.Second},
		"missing":  {"", 2 * time.Second},
		"nonsense": {"soon", 2 * time.Second},
		"negative": {"-3", 2 * time.Second},
		"zero":     {"0", time.Second},
	} {
		w := newWorld(t, "3.9.8")
		refused := false
		w.net = roundTrips(func(r *http.Request) (*http.Response, error) {
			if r.Method == http.MethodPost && !refused {
				refused = true
				resp := &http.Response{StatusCode: http.StatusTooManyRequests, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(`{"error":"Too many requests per minute."}`))}
				if c.header != "" {
					resp.Header.Set("Retry-After", c.header)
				}
				return resp, nil
			}
			return w.server.RoundTrip(r)
		})
		_, err := w.client().Connect(t.Context())
		require.NoError(t, err, name)
		require.Equal(t, c.want, w.waited, name)
	}
}

func TestAVeryLongWaitIsLeftToThePerson(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	w.faults(leantimetest.Schedule{{Kind: leantimetest.TooMany, At: 2, N: 3600}})
	_, err := w.client().Connect(t.Context())
	var e *Error
	require.True(t, errors.As(err, &e))
	require.Equal(t, TooMany, e.Kind)
	require.Zero(t, w.waited)
}

func TestWrongTokenIsTriedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	_, err := w.as(Credential{Token: "nonsense"}).Connect(t.Context())
	var e *Error
	require.True(t, errors.As(err, &e))
	require.Equal(t, Unauthorized, e.Kind)
	require.Len(t, w.server.Requests(), 1)
	require.NotContains(t, err.Error(), "nonsense")
}

func TestTokenThatEndsInTheMiddleStopsAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	w.task(w.iot, "Drift", tagDrift)
	p := w.plan(meeting(16, 60, "Drift"))
	w.server.ExpireToken("token-of-mette")
	before := len(w.server.Requests())
	_, err := p.client.Apply(t.Context(), p)
	require.ErrorContains(t, err, "does not know the token")
	require.Len(t, w.server.Requests(), before+1)
	require.Empty(t, w.server.Rows())
}

func TestAnswersThatAreNotLeantimesAreSaidSo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		want    string
	}{
		"another program": {func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>Hej</html>")) }, "no Leantime that tells its version"},
		"a redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://login.example.dk/?secret=1", http.StatusFound)
		}, "points on to https://login.example.dk (HTTP 302)"},
		"not found": {http.NotFound, "no Leantime at the address (HTTP 404)"},
		"broken":    {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "could not answer (HTTP 502)"},
		"a login page instead of the API": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte(`<meta name="leantime-version" content="3.9.8">`))
		}, "a web page"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(c.handler)
			defer server.Close()
			client, err := New(server.Client(), server.URL+"/under/here/", Credential{Token: "t"}, nil)
			require.NoError(t, err)
			client.wait = func(context.Context, time.Duration) {}
			_, err = client.Connect(t.Context())
			require.ErrorContains(t, err, c.want)
			require.NotContains(t, err.Error(), "secret")
			require.NotEmpty(t, text.Danish.Hints(err))
		})
	}
}

func TestServerThatIsNotThereIsSaidSoWithoutItsAddress(t *testing.T) {
	t.Parallel()
	client, err := New(http.DefaultClient, "http://user:secret@127.0.0.1:1", Credential{Token: "t"}, nil)
	require.NoError(t, err)
	client.wait = func(context.Context, time.Duration) {}
	_, err = client.Connect(t.Context())
	require.ErrorContains(t, err, "no server answers")
	require.NotContains(t, err.Error(), "secret")
}

func TestSettingsThatCannotBeRightAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ url, token string }{{"leantime.dk", "t"}, {"ftp://leantime.dk", "t"}, {"", "t"}, {"https://leantime.dk", ""}, {"https://leantime.dk", "a b"}} {
		_, err := New(http.DefaultClient, c.url, Credential{Token: c.token}, nil)
		require.Error(t, err, c)
	}
}

func TestProjectsAndOpenTasksAreListed(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		w.task(w.iot, "Drift", tagDrift+", noget")
		w.server.AddTask(leantimetest.Task{Project: w.iot, Headline: "Færdig", Status: 0})
		w.task(w.intern, "Intern", "")
		c := w.client()
		projects, err := c.Projects(t.Context())
		require.NoError(t, err)
		require.Len(t, projects, 2)
		tasks, err := c.Tasks(t.Context(), w.iot, w.intern)
		require.NoError(t, err)
		require.Len(t, tasks, 2)
		require.Equal(t, "Drift", tasks[0].Title)
		require.Equal(t, []string{tagDrift, "noget"}, tasks[0].Tags)
	})
}

func TestATokenIsSentUnencryptedWithinAPrivateNetworkOnly(t *testing.T) {
	t.Parallel()
	for address, allowed := range map[string]bool{
		"http://127.0.0.1:8080": true, "http://[::1]": true, "http://localhost:8080/leantime": true, "https://leantime.example.dk": true,
		"http://192.168.1.4:8080": true, "http://leantime:8080": true, "http://leantime.test": true,
		"http://leantime.example.dk": false, "http://8.8.8.8": false, "http://localhost.example.dk": false,
	} {
		_, err := New(http.DefaultClient, address, Credential{Token: "t"}, nil)
		if allowed {
			require.NoError(t, err, address)
		} else {
			require.ErrorContains(t, err, "http://", address)
		}
	}
}
