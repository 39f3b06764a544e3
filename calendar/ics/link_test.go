package ics

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

func date(day int, zone *time.Location) time.Time {
	return time.Date(2026, time.November, day, 0, 0, 0, 0, zone)
}

// host publishes a calendar at /secret/calendar.ics, under an ETag and a date.
type host struct {
	*httptest.Server
	mu       sync.Mutex
	data     string
	requests []*http.Request
	statuses []int
	answer   http.HandlerFunc // in place of the calendar
}

const lastModified = "Mon, 23 Nov 2026 06:00:00 GMT"

func newHost(t *testing.T, data string) *host {
	t.Helper()
	h := &host{data: data}
	h.Server = httptest.NewTLSServer(h)
	t.Cleanup(h.Close)
	return h
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.requests = append(h.requests, r)
	if h.answer != nil {
		h.answer(w, r)
		return
	}
	if r.Method != http.MethodGet || r.URL.Path != "/secret/calendar.ics" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("ETag", `"1"`)
	w.Header().Set("Last-Modified", lastModified)
	if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == lastModified {
		h.statuses = append(h.statuses, http.StatusNotModified)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.statuses = append(h.statuses, http.StatusOK)
	_, _ = w.Write([]byte(h.data))
}

const published = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261124T090000Z\r\nDURATION:PT1H\r\nSUMMARY:Møde\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261125T090000Z\r\nDURATION:PT1H\r\nCLASS:PRIVATE\r\nSUMMARY:Tandlæge\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func TestACalendarThatHasNotChangedIsNotSentAgain(t *testing.T) {
	t.Parallel()
	h, folder := newHost(t, published), t.TempDir()
	var lists [][]calendar.Event
	for range 2 { // two runs of the program
		link := NewLink(h.Client(), h.URL+"/secret/calendar.ics", folder, options)
		events, err := link.Events(t.Context(), week(t))
		require.NoError(t, err)
		require.Equal(t, "2026-11-23T06:00:00Z", link.AsOf().Format(time.RFC3339))
		lists = append(lists, events)
	}
	require.Equal(t, []int{http.StatusOK, http.StatusNotModified}, h.statuses)
	require.Equal(t, lists[0], lists[1])
	require.Len(t, lists[0], 2)
}

func TestTheCopyHoldsNothingPrivateAndNotTheAddress(t *testing.T) {
	t.Parallel()
	h, folder := newHost(t, published), t.TempDir()
	_, err := NewLink(h.Client(), h.URL+"/secret/calendar.ics", folder, options).Events(t.Context(), week(t))
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	data, err := os.ReadFile(files[0])
	require.NoError(t, err)
	require.NotContains(t, files[0]+string(data), "secret")
	require.NotContains(t, string(data), "Tandlæge")
	require.Contains(t, string(data), "Møde")
	info, err := os.Stat(files[0])
	require.NoError(t, err)
	require.Zero(t, info.Mode().Perm()&0o077)
}

func TestADamagedCopyIsFetchedAnew(t *testing.T) {
	t.Parallel()
	h, folder := newHost(t, published), t.TempDir()
	link := NewLink(h.Client(), h.URL+"/secret/calendar.ics", folder, options)
	for _, damage := range []string{"", "{}", "no JSON\nBEGIN:VCALENDAR"} {
		require.NoError(t, os.WriteFile(link.shelf.file(), []byte(damage), 0o600))
		events, err := link.Events(t.Context(), week(t))
		require.NoError(t, err)
		require.Len(t, events, 2)
	}
	require.Equal(t, []int{200, 200, 200}, h.statuses)
}

func TestAnAnswerThatIsNoCalendarSaysWhatToDo(t *testing.T) {
	t.Parallel()
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	body := func(s string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(s)) }
	}
	for name, test := range map[string]struct {
		answer     http.HandlerFunc
		want, hint string
	}{
		"a login page":       {body("\n<!DOCTYPE html><html><title>Log ind</title>"), "a web page instead of a calendar", "get the link anew"},
		"another text":       {body("hello"), "BEGIN:VCALENDAR is missing", ""},
		"nothing":            {body(""), "BEGIN:VCALENDAR is missing", ""},
		"401":                {status(401), "does not give access (status 401)", "get the link anew"},
		"403":                {status(403), "does not give access (status 403)", "get the link anew"},
		"404":                {status(404), "no longer behind the link (status 404)", "get the link anew"},
		"410":                {status(410), "no longer behind the link (status 410)", "get the link anew"},
		"429":                {status(429), "cannot answer now (status 429)", "try again later"},
		"503":                {status(503), "cannot answer now (status 503)", "try again later"},
		"304 without a copy": {status(304), "unexpectedly (status 304)", "get the link anew"},
		"a circle":           {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "redirects in a circle", ""},
		"a downgrade": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://"+r.Host+"/", http.StatusFound)
		}, "without encryption", ""},
		"an answer cut short": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			_, _ = w.Write([]byte(published[:100]))
		}, "cut short", "try again later"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHost(t, "")
			h.answer = test.answer
			_, err := NewLink(h.Client(), h.URL+"/secret/calendar.ics", t.TempDir(), options).Events(t.Context(), week(t))
			require.ErrorContains(t, err, test.want)
			require.NotContains(t, err.Error(), "secret")
			require.Contains(t, strings.Join(text.English.Hints(err), ""), test.hint)
		})
	}
}

func TestAServerThatIsNotThereIsNotNamedByItsAddress(t *testing.T) {
	t.Parallel()
	h := newHost(t, "")
	h.Close()
	_, err := NewLink(h.Client(), h.URL+"/secret/calendar.ics", "", options).Events(t.Context(), week(t))
	require.Error(t, err)
	require.NotContains(t, err.Error(), "secret")
	_, err = NewLink(h.Client(), "https://host/secret\x7f", "", options).Events(t.Context(), week(t))
	require.EqualError(t, err, "the link is no valid address")
}

func TestAnotherHostLearnsNothing(t *testing.T) {
	t.Parallel()
	other := newHost(t, published)
	other.answer = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(published)) }
	h := newHost(t, "")
	h.answer = func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, strings.Replace(other.URL, "127.0.0.1", "localhost", 1)+"/moved.ics", http.StatusFound)
	}
	client := other.Client()
	transport := client.Transport.(*http.Transport).Clone()
	transport.TLSClientConfig.InsecureSkipVerify = true // the test's certificates are for one host
	client.Transport = transport
	address := strings.Replace(h.URL, "https://", "https://mette:hemmelig@", 1) + "/secret/calendar.ics"
	events, err := NewLink(client, address, t.TempDir(), options).Events(t.Context(), week(t))
	require.NoError(t, err)
	require.Len(t, events, 2)
	require.NotEmpty(t, h.requests[0].Header.Get("Authorization"))
	require.Len(t, other.requests, 1)
	require.Empty(t, other.requests[0].Header.Get("Authorization"))
	require.Empty(t, other.requests[0].Header.Get("Referer"))
}
