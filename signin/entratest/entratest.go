// Package entratest is a double of Microsoft Entra's sign-in for tests. It speaks Entra's dialect, checks what Entra checks of a
// public client, and is stricter in one thing: a refresh token is good for one use, and a second use ends the sign-in.
package entratest

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
)

// ClientID is the registered app.
const ClientID = "11111111-2222-3333-4444-555555555555"

// Secret begins every token and code that the double gives, so that a test can look whether one was told.
const Secret = "hemmelig-"

// Server is one tenant's Entra. The zero value signs everybody in at once.
type Server struct {
	Scopes   []string // what is granted; nil: what is asked for
	Refuse   *Refusal // what the person, or a policy, answers instead of yes
	Pending  int      // how many times a device is told to wait
	Interval int      // seconds between a device's questions; 0 leaves it out
	Life     int      // seconds that an access token lives; 0: an hour

	AccessToken string // given each time; "": another one each time

	mu       sync.Mutex
	answers  []http.HandlerFunc
	requests []*http.Request
	grants   map[string]grant // what a code, a device code or a refresh token is good for
	used     []string
	given    int
}

// Refusal is a no in Entra's words.
type Refusal struct {
	Status   int // 0: 400
	Error    string
	Number   int // AADSTS
	Suberror string
}

// grant is what was agreed to when a code was given.
type grant struct {
	scopes, challenge, redirect string
}

// AnswerNext lets the next questions for tokens be answered by answers, one each.
func (s *Server) AnswerNext(answers ...http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers = append(s.answers, answers...)
}

// Requests returns the requests so far, with their forms read.
func (s *Server) Requests() []*http.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// ServeHTTP answers as Entra does, at the addresses of every tenant.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = r.ParseForm()
	s.requests = append(s.requests, r)
	_, endpoint, _ := strings.Cut(r.URL.Path, "/oauth2/v2.0/")
	switch r.Method + " " + endpoint {
	case "GET authorize":
		s.authorize(w, r)
	case "POST devicecode":
		s.deviceCode(w, r)
	case "POST token":
		s.token(w, r)
	default:
		http.NotFound(w, r)
	}
}

// authorize sends the browser straight back, as if the person had been signed in already.
func (s *Server) authorize(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	back, err := url.Parse(q.Get("redirect_uri"))
	switch {
	case err != nil || back.Scheme != "http" || back.Hostname() != "localhost" || back.Path != "":
		Refusal{Error: "invalid_request", Number: 50011}.write(w) // shown in the browser: the redirect is not registered
		return
	case q.Get("client_id") != ClientID:
		Refusal{Error: "unauthorized_client", Number: 700016}.write(w)
		return
	case q.Get("response_type") != "code" || q.Get("code_challenge_method") != "S256" || q.Get("state") == "":
		Refusal{Error: "invalid_request", Number: 900144}.write(w)
		return
	}
	values := url.Values{"state": {q.Get("state")}, "session_state": {"x"}}
	if s.Refuse != nil {
		values.Set("error", s.Refuse.Error)
		values.Set("error_description", s.Refuse.description())
	} else {
		values.Set("code", s.give(grant{q.Get("scope"), q.Get("code_challenge"), q.Get("redirect_uri")}))
	}
	http.Redirect(w, r, back.String()+"/?"+values.Encode(), http.StatusFound)
}

// deviceCode has no verification_uri_complete, and a message that the client is free to show.
func (s *Server) deviceCode(w http.ResponseWriter, r *http.Request) {
	if r.PostForm.Get("client_id") != ClientID {
		Refusal{Error: "unauthorized_client", Number: 700016}.write(w)
		return
	}
	body := map[string]any{
		"user_code":        "ABCD12345",
		"device_code":      s.give(grant{scopes: r.PostForm.Get("scope")}),
		"verification_uri": "https://microsoft.com/devicelogin",
		"expires_in":       900,
		"message":          "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code.",
	}
	if s.Interval > 0 {
		body["interval"] = s.Interval
	}
	write(w, http.StatusOK, body)
}

func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	if len(s.answers) > 0 {
		next := s.answers[0]
		s.answers = s.answers[1:]
		next(w, r)
		return
	}
	form := r.PostForm
	_, _, basic := r.BasicAuth()
	if basic || form.Has("client_secret") {
		Refusal{Status: http.StatusUnauthorized, Error: "invalid_client", Number: 700025}.write(w)
		return
	}
	switch form.Get("grant_type") {
	case "authorization_code":
		s.exchange(w, form)
	case "urn:ietf:params:oauth:grant-type:device_code":
		s.poll(w, form)
	case "refresh_token":
		s.refresh(w, form)
	default:
		Refusal{Error: "unsupported_grant_type", Number: 70003}.write(w)
	}
}

func (s *Server) exchange(w http.ResponseWriter, form url.Values) {
	g, ok := s.take(form.Get("code"))
	digest := sha256.Sum256([]byte(form.Get("code_verifier")))
	if !ok || g.redirect != form.Get("redirect_uri") || g.challenge != base64.RawURLEncoding.EncodeToString(digest[:]) {
		Refusal{Error: "invalid_grant", Number: 501481}.write(w)
		return
	}
	s.writeTokens(w, g)
}

func (s *Server) poll(w http.ResponseWriter, form url.Values) {
	switch {
	case s.Pending > 0:
		s.Pending--
		Refusal{Error: "authorization_pending", Number: 70016}.write(w)
	case s.Refuse != nil:
		s.Refuse.write(w)
	default:
		g, ok := s.take(form.Get("device_code"))
		if !ok {
			Refusal{Error: "bad_verification_code", Number: 70019}.write(w)
			return
		}
		s.writeTokens(w, g)
	}
}

func (s *Server) refresh(w http.ResponseWriter, form url.Values) {
	old := form.Get("refresh_token")
	if slices.Contains(s.used, old) {
		clear(s.grants) // somebody has a copy
	}
	g, ok := s.take(old)
	switch {
	case s.Refuse != nil:
		s.Refuse.write(w)
	case !ok:
		Refusal{Error: "invalid_grant", Number: 700082, Suberror: "bad_token"}.write(w)
	default:
		s.used = append(s.used, old)
		s.writeTokens(w, g)
	}
}

func (s *Server) writeTokens(w http.ResponseWriter, g grant) {
	granted := strings.Fields(g.scopes)
	if s.Scopes != nil {
		granted = slices.Clone(s.Scopes)
	}
	life := 3599
	if s.Life > 0 {
		life = s.Life
	}
	body := map[string]any{
		"token_type":     "Bearer",
		"scope":          strings.Join(slices.DeleteFunc(granted, func(scope string) bool { return scope == "offline_access" }), " "),
		"expires_in":     life,
		"ext_expires_in": life,
		"access_token":   cmp.Or(s.AccessToken, s.name("access")),
	}
	if strings.Contains(g.scopes, "offline_access") {
		body["refresh_token"] = s.give(g)
	}
	write(w, http.StatusOK, body)
}

// give makes a code or refresh token for what was agreed to.
func (s *Server) give(g grant) string {
	if s.grants == nil {
		s.grants = map[string]grant{}
	}
	code := s.name("refresh")
	s.grants[code] = g
	return code
}

func (s *Server) name(what string) string {
	s.given++
	return fmt.Sprintf("%s%s-%d", Secret, what, s.given)
}

func (s *Server) take(code string) (grant, bool) {
	g, ok := s.grants[code]
	delete(s.grants, code)
	return g, ok
}

// Answer is the refusal as an answer of the token endpoint.
func (r Refusal) Answer() http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { r.write(w) }
}

func (r Refusal) write(w http.ResponseWriter) {
	body := map[string]any{
		"error":             r.Error,
		"error_description": r.description(),
		"error_codes":       []int{r.Number},
		"timestamp":         "2026-11-23 08:00:00Z",
		"trace_id":          traceID,
		"correlation_id":    traceID,
		"error_uri":         fmt.Sprintf("https://login.microsoftonline.com/error?code=%d", r.Number),
	}
	if r.Suberror != "" {
		body["suberror"] = r.Suberror
	}
	write(w, max(r.Status, http.StatusBadRequest), body)
}

const traceID = "0000aaaa-11bb-cccc-dd22-eeeeee333333"

func (r Refusal) description() string {
	return fmt.Sprintf("AADSTS%d: %stext that may hold anything.\r\nTrace ID: %s\r\nCorrelation ID: %s\r\nTimestamp: 2026-11-23 08:00:00Z",
		r.Number, Secret, traceID, traceID)
}

func write(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
