package leantimetest

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"
)

// ErrKilled is what every request meets after the program was killed, until Revive.
var ErrKilled = errors.New("leantimetest: the program was killed")

// A Network lies between a client and a server and lets the faults of its schedule happen. It is an http.RoundTripper for
// tests in one process, and an http.Handler before a Server for those with sockets.
type Network struct {
	mu       sync.Mutex
	server   http.RoundTripper
	clock    func() time.Time
	pending  Schedule
	happened Schedule
	calls    map[string]int // requests so far, by method; "" is all
	late     []lateRequest
	killed   bool
}

// A lateRequest is still on its way.
type lateRequest struct {
	request *http.Request
	due     int // the request before which it arrives
}

// NewNetwork returns a network to server, mostly a *Server, with the faults of schedule.
func NewNetwork(server http.RoundTripper, schedule Schedule) *Network {
	n := &Network{server: server, clock: time.Now, pending: slices.Clone(schedule), calls: map[string]int{}}
	if s, ok := server.(*Server); ok {
		n.clock = s.clock
	}
	return n
}

// Happened returns the faults that have happened, in order.
func (n *Network) Happened() Schedule {
	n.mu.Lock()
	defer n.mu.Unlock()
	return slices.Clone(n.happened)
}

// Revive lets requests through again after a kill, as when the program is started anew.
func (n *Network) Revive() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.killed = false
}

// Settle lets every late request arrive now.
func (n *Network) Settle() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.deliver(func(lateRequest) bool { return true })
}

// Calm lets every late request arrive and takes all faults that have not happened off the schedule.
func (n *Network) Calm() {
	n.Settle()
	n.mu.Lock()
	defer n.mu.Unlock()
	n.pending, n.killed = nil, false
}

// RoundTrip takes r to the server and its answer back, as far as the schedule lets it.
func (n *Network) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	body, err := bodyOf(r)
	if err != nil {
		return nil, err
	}
	fault, found, err := n.next(body)
	if err != nil {
		return nil, err
	}
	if !found {
		return n.server.RoundTrip(withBody(r, body))
	}
	return n.suffer(fault, r, body)
}

// next counts the request, lets late ones arrive before it and takes its fault off the schedule.
func (n *Network) next(body []byte) (Fault, bool, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.killed {
		return Fault{}, false, ErrKilled
	}
	methods := n.methodsIn(body)
	for _, method := range methods {
		n.calls[method]++
	}
	n.deliver(func(l lateRequest) bool { return l.due <= n.calls[""] })
	i := slices.IndexFunc(n.pending, func(f Fault) bool {
		return slices.Contains(methods, f.Method) && n.calls[f.Method] == max(1, f.At)
	})
	if i < 0 {
		return Fault{}, false, nil
	}
	fault := n.pending[i]
	n.pending = slices.Delete(n.pending, i, i+1)
	n.happened = append(n.happened, fault)
	return fault, true, nil
}

// methodsIn returns what a request counts as: once for each method that it calls, and once for all. Without faults to
// come, nobody asks for the methods.
func (n *Network) methodsIn(body []byte) []string {
	if len(n.pending) == 0 {
		return []string{""}
	}
	payload, _ := decode(body)
	methods := append(methodsOf(payload), "")
	slices.Sort(methods)
	return slices.Compact(methods)
}

func (n *Network) deliver(due func(lateRequest) bool) {
	var waiting []lateRequest
	for _, l := range n.late {
		if !due(l) {
			waiting = append(waiting, l)
			continue
		}
		if answer, err := n.server.RoundTrip(l.request); err == nil {
			_ = answer.Body.Close()
		}
	}
	n.late = waiting
}

// ServeHTTP lets the same faults happen to a client on a socket: a lost connection is closed, a time-out is silence until
// the client gives up.
func (n *Network) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, err := n.RoundTrip(r)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		<-r.Context().Done()
	}
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer answer.Body.Close()
	for name, values := range answer.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(answer.StatusCode)
	_, _ = io.Copy(w, answer.Body)
}

func bodyOf(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	defer r.Body.Close()
	return io.ReadAll(r.Body)
}

func withBody(r *http.Request, body []byte) *http.Request {
	c := r.Clone(r.Context())
	c.Body, c.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return c
}
