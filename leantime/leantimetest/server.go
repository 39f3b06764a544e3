// Package leantimetest is an in-memory Leantime for tests and for the demo. It answers the calls that ugeseddel makes as the
// real servers were seen to do (3.5.12 and 3.9.8 by running them, those between by their source), traps included:
// hours that add up when a call is repeated, dates that land at noon, `true` for what was never stored.
package leantimetest

import (
	"cmp"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the default zone is there on every machine
)

// Newest is the version of Leantime that a Server speaks when nothing else is asked for.
const Newest = "3.9.8"

// Options say which Leantime a Server is. The zero value is the newest one in Copenhagen, as it is installed.
type Options struct {
	Version  string           // as stated on the login page; it decides the dialect, of which 3.2 is the oldest
	Clock    func() time.Time // tells the time for limits and stamps; nil is time.Now
	Zone     *time.Location   // the server's LEAN_DEFAULT_TIMEZONE; nil is Europe/Copenhagen
	Language string           // the server's LEAN_LANGUAGE: "da-DK" reads d/m/Y, everything else m/d/Y
	Prefix   string           // the path that it is served under, such as "/leantime"
	Limit    int              // requests per user and minute; 0 is the version's own default, -1 is none
}

// Server is one Leantime with its data. It is an http.Handler, and an http.RoundTripper that answers in the same process.
// All its methods may be called at the same time as requests are served.
type Server struct {
	mu       sync.Mutex
	version  version
	clock    func() time.Time
	zone     *time.Location
	danish   bool
	prefix   string
	limit    int
	counters map[string]counter

	users       []*User
	credentials map[string]*credential
	projects    []*Project
	tasks       []*Task
	rows        []*Row
	lastTask    int
	lastRow     int
	mails       int
	requests    []Request
}

// New starts an empty Leantime. It panics where the version cannot be read.
func New(o Options) *Server {
	zone := o.Zone
	if zone == nil {
		zone = copenhagen()
	}
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	v := mustParseVersion(cmp.Or(o.Version, Newest))
	return &Server{
		version: v, clock: clock, zone: zone, danish: o.Language == "da-DK",
		prefix: strings.TrimSuffix(o.Prefix, "/"), limit: cmp.Or(o.Limit, v.requestsPerMinute()),
		counters: map[string]counter{}, credentials: map[string]*credential{},
	}
}

var copenhagen = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Copenhagen")
	if err != nil {
		panic(err) // the zone data is linked in
	}
	return zone
})

// ServeHTTP answers the JSON-RPC endpoint and the login page; every other address leads to the login page, as in Leantime.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path, served := strings.CutPrefix(r.URL.Path, s.prefix)
	switch path = strings.ToLower(strings.TrimSuffix(path, "/")); {
	case served && path == "/api/jsonrpc":
		s.serveRPC(w, r)
	case served && path == "/auth/login":
		s.serveLogin(w)
	default:
		http.Redirect(w, r, s.prefix+"/auth/login", http.StatusSeeOther)
	}
}

func (s *Server) serveLogin(w http.ResponseWriter) {
	w.Header().Set("Content-Type", htmlType)
	fmt.Fprintf(w, loginPage, s.version)
}

const (
	htmlType  = "text/html; charset=UTF-8"
	jsonType  = "application/json"
	loginPage = `<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
    <title>Leantime</title>
    <meta name="leantime-version" content="%s">
</head>
<body><h1>Login</h1></body>
</html>
`
)

// Restart forgets what a real server keeps in memory only: the counters behind its limits.
func (s *Server) Restart() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.counters)
}

// Request is one HTTP request as the server logged it.
type Request struct {
	Methods []string // the methods called, without "leantime.rpc.", in order; several in a batch
	Status  int      // the HTTP status answered
}

// Requests returns the API requests in the order in which they arrived.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

func (s *Server) now() string { return stamp(s.clock().UTC()) }
