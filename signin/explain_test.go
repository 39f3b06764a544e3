package signin_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/direct"
	"ugeseddel/signin"
	"ugeseddel/signin/entratest"
	"ugeseddel/text"
)

func TestEveryRefusalTellsWhoMustDoWhat(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		refusal    entratest.Refusal
		want, hint string
	}{
		"declined":               {entratest.Refusal{Error: "access_denied", Number: 65004}, "the sign-in to Microsoft was declined (access_denied, AADSTS65004", "adminconsent?client_id="},
		"declined on the device": {entratest.Refusal{Error: "authorization_declined", Number: 1}, "the sign-in to Microsoft was declined (authorization_declined", "published Outlook calendar"},
		"not approved":           {entratest.Refusal{Error: "invalid_grant", Number: 65001, Suberror: "consent_required"}, "your organisation has not approved that ugeseddel reads calendars at Microsoft (invalid_grant, AADSTS65001", "send your IT department this link: https://login.microsoftonline.com/organizations/adminconsent?client_id=" + entratest.ClientID},
		"only an administrator":  {entratest.Refusal{Error: "access_denied", Number: 90094}, "your organisation has not approved", "adminconsent"},
		"consent, by its word":   {entratest.Refusal{Error: "consent_required", Number: 1}, "your organisation has not approved", "adminconsent"},
		"consent, by suberror":   {entratest.Refusal{Error: "invalid_grant", Number: 1, Suberror: "consent_required"}, "your organisation has not approved", "adminconsent"},
		"Conditional Access":     {entratest.Refusal{Error: "access_denied", Number: 53003}, "the rules of your organisation block this sign-in to Microsoft (access_denied, AADSTS53003", "without --device"},
		"another tenant":         {entratest.Refusal{Error: "invalid_grant", Number: 50020}, "the account and the settings do not fit", "as tenant in the settings"},
		"one tenant only":        {entratest.Refusal{Error: "invalid_request", Number: 50194}, "the account and the settings do not fit", "as tenant in the settings"},
		"unknown app":            {entratest.Refusal{Error: "unauthorized_client", Number: 700016}, "the account and the settings do not fit", "as tenant in the settings"},
		"not assigned":           {entratest.Refusal{Error: "invalid_grant", Number: 50105}, "Microsoft says that you are not among those who may use ugeseddel", "assign the app to you"},
		"secret wanted":          {entratest.Refusal{Error: "invalid_client", Number: 7000218}, "ugeseddel is not registered correctly at Microsoft", "docs/it-department.md"},
		"secret unwanted":        {entratest.Refusal{Status: 401, Error: "invalid_client", Number: 700025}, "ugeseddel is not registered correctly at Microsoft", "docs/it-department.md"},
		"scope":                  {entratest.Refusal{Error: "invalid_scope", Number: 70011}, "Microsoft does not know one of the permissions", "scopes in the settings"},
		"expired":                {entratest.Refusal{Error: "expired_token", Number: 70020}, "the code was not used in time", "--device"},
		"expired, the old word":  {entratest.Refusal{Error: "code_expired", Number: 1}, "the code was not used in time", "--device"},
		"second factor":          {entratest.Refusal{Error: "interaction_required", Number: 50076}, "your sign-in to Microsoft is no longer valid (interaction_required, AADSTS50076", `run "ugeseddel login outlook"`},
		"something new":          {entratest.Refusal{Error: "quantum_error", Number: 999999}, "Microsoft refused the sign-in (quantum_error, AADSTS999999", `run "ugeseddel login outlook"`},
		"words for an error":     {entratest.Refusal{Error: entratest.Secret + " is a token", Number: 999999}, "Microsoft refused the sign-in (AADSTS999999", ""},
	} {
		check := func(t *testing.T, err error) {
			t.Helper()
			require.ErrorContains(t, err, c.want)
			require.Contains(t, strings.Join(text.English.Hints(err), "\n"), c.hint)
			requireUntold(t, err)
		}
		t.Run(name+", with a code", func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s, _ := session(t, &entratest.Server{Refuse: &c.refusal})
				check(t, s.Device(t.Context(), func(signin.Code) {}))
			})
		})
		t.Run(name+", in the browser", func(t *testing.T) {
			t.Parallel()
			entra := &entratest.Server{Refuse: &c.refusal}
			s, _ := session(t, entra)
			var page string
			err := s.Browser(t.Context(), browse(t, entra, &page))
			require.NotContains(t, page, entratest.Secret)
			require.Contains(t, page, "You are not signed in")
			requireUntold(t, err)
			if c.refusal.Suberror == "" { // which the browser is not told
				check(t, err)
			}
		})
		t.Run(name+", when it is renewed", func(t *testing.T) {
			t.Parallel()
			entra := &entratest.Server{}
			s, _ := session(t, entra)
			var page string
			require.NoError(t, s.Browser(t.Context(), browse(t, entra, &page)))
			before := stored(t, s)
			entra.Refuse = &c.refusal
			client, err := s.Client("https://graph.microsoft.com")
			require.NoError(t, err)
			_, err = client.Get("https://graph.microsoft.com/v1.0/me/calendarView")
			check(t, err)
			require.Equal(t, before, stored(t, s), "a refused token stays: the refusal may be a mistake")
		})
	}
}

func TestProviderThatIsNotThereOrNotItselfIsTold(t *testing.T) {
	t.Parallel()
	body := func(status int, contentType, body string) http.RoundTripper {
		return direct.To(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			w.Header().Set("Location", "https://evil.example/token")
			w.WriteHeader(status)
			io.WriteString(w, body)
		}))
	}
	for name, c := range map[string]struct {
		network http.RoundTripper
		want    string
	}{
		"no network":        {broken{errors.New("no route to host")}, "Microsoft cannot be reached: no route to host"},
		"a web page":        {body(200, "text/html", "<html>"+entratest.Secret), "the answer from Microsoft is no answer to a sign-in; is the address in the settings right?"},
		"not found":         {body(404, "text/html", "<html>"+entratest.Secret), "signing in to Microsoft does not work just now (404)"},
		"down":              {body(503, "application/json", ""), "signing in to Microsoft does not work just now (503)"},
		"cut":               {body(200, "application/json", `{"device_code": "`+entratest.Secret), "the answer from Microsoft is no answer to a sign-in; is the address in the settings right?"},
		"somewhere else":    {body(307, "", ""), "signing in to Microsoft does not work just now (307)"},
		"temporarily":       {body(400, "application/json", `{"error": "temporarily_unavailable"}`), "signing in to Microsoft does not work just now (temporarily_unavailable)"},
		"a form, no object": {body(400, "application/json", `["`+entratest.Secret+`"]`), "signing in to Microsoft does not work just now (400)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, _ := session(t, nil)
			s.Network = c.network
			err := s.Device(t.Context(), func(signin.Code) {})
			require.EqualError(t, err, c.want)
		})
	}
}

type broken struct{ err error }

func (b broken) RoundTrip(*http.Request) (*http.Response, error) { return nil, b.err }
