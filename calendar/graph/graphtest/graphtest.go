// Package graphtest is a double of Microsoft Graph's calendars for tests: it pages, throttles, projects and refuses as Microsoft's
// documentation says and as recorded answers show, and answers 400 to a request that the real one would only misunderstand.
package graphtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Token is the access token that the double accepts.
const Token = "graphtest-access-token"

// mostAtOnce is how many requests Graph handles at once for an app and a mailbox.
const mostAtOnce = 4

// Server is one account's Graph. The zero value is an empty calendar.
type Server struct {
	Events    []Event            // the main calendar, and what /users/ADDRESS/calendar shows
	Calendars map[string][]Event // further calendars by name
	PageSize  int                // the most events on a page, whatever $top asks for; 0: what $top asks for
	Gaps      bool               // put an empty page between any two
	Delay     time.Duration      // how long an answer takes

	mu       sync.Mutex
	answers  []http.HandlerFunc
	requests []*http.Request
	busy     atomic.Int32
}

// AnswerNext lets the next requests be answered by answers, one each, before the calendar answers again.
func (s *Server) AnswerNext(answers ...http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers = append(s.answers, answers...)
}

// Requests returns the requests so far, in their order.
func (s *Server) Requests() []*http.Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]*http.Request(nil), s.requests...)
}

// ServeHTTP answers as Graph does.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer s.busy.Add(-1)
	tooMany := s.busy.Add(1) > mostAtOnce
	scripted := s.note(r)
	time.Sleep(s.Delay)
	switch {
	case scripted != nil:
		scripted(w, r)
	case tooMany:
		Refuse(w, http.StatusTooManyRequests, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
	case r.Header.Get("Authorization") != "Bearer "+Token:
		Refuse(w, http.StatusUnauthorized, "InvalidAuthenticationToken", "Access token is empty.")
	default:
		s.routes().ServeHTTP(w, r)
	}
}

// note keeps the request and takes the next scripted answer, if any.
func (s *Server) note(r *http.Request) http.HandlerFunc {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r)
	if len(s.answers) == 0 {
		return nil
	}
	next := s.answers[0]
	s.answers = s.answers[1:]
	return next
}

func (s *Server) routes() http.Handler {
	main := func(w http.ResponseWriter, r *http.Request) { s.view(w, r, s.Events) }
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1.0/me/calendarView", main)
	mux.HandleFunc("GET /v1.0/me/calendar/calendarView", main)
	mux.HandleFunc("GET /v1.0/users/{user}/calendarView", main)
	mux.HandleFunc("GET /v1.0/users/{user}/calendar/calendarView", main)
	for _, owner := range []string{"/v1.0/me", "/v1.0/users/{user}"} {
		mux.HandleFunc("GET "+owner+"/calendars", s.calendars)
		mux.HandleFunc("GET "+owner+"/calendars/{id}/calendarView", s.named)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		Refuse(w, http.StatusBadRequest, "BadRequest", "Resource not found for the segment.")
	})
	return mux
}

// calendars lists the account's calendars; an id holds signs that an address must escape.
func (s *Server) calendars(w http.ResponseWriter, r *http.Request) {
	var list []map[string]any
	for name := range s.Calendars {
		list = append(list, map[string]any{"id": calendarID(name), "name": name})
	}
	answer(w, map[string]any{"value": list})
}

func (s *Server) named(w http.ResponseWriter, r *http.Request) {
	for name, events := range s.Calendars {
		if r.PathValue("id") == calendarID(name) {
			s.view(w, r, events)
			return
		}
	}
	Refuse(w, http.StatusNotFound, "ErrorItemNotFound", "The specified object was not found in the store.")
}

func calendarID(name string) string { return "AAMk/" + name + "+=" }

// Refuse writes an error as Graph does.
func Refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("request-id", requestID)
	w.WriteHeader(status)
	inner := map[string]string{"date": "2026-11-23T08:00:00", "request-id": requestID, "client-request-id": requestID}
	json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"code": code, "message": message, "innerError": inner}})
}

const requestID = "11111111-2222-4333-8444-555555555555"

// Refusal returns an answer that refuses, with headers as pairs of name and value.
func Refusal(status int, code, message string, headers ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		Refuse(w, status, code, message)
	}
}

// Body returns an answer of any kind.
func Body(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}
}

func answer(w http.ResponseWriter, body map[string]any) {
	w.Header().Set("Content-Type", "application/json; odata.metadata=minimal")
	json.NewEncoder(w).Encode(body)
}

// preferences are the values of the Prefer headers, which may stand in one header or in several.
func preferences(r *http.Request) map[string]string {
	found := map[string]string{}
	for _, header := range r.Header.Values("Prefer") {
		for part := range strings.SplitSeq(header, ",") {
			name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
			found[strings.ToLower(name)] = strings.Trim(value, `"`)
		}
	}
	return found
}
