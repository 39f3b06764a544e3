package leantimetest

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"strconv"
)

// RoundTrip answers r in the same process, without a socket, whatever its host is. It makes a Server the transport of an
// http.Client, which tests with thousands of runs are glad of.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if r.Body == nil {
		r.Body = http.NoBody
	}
	defer r.Body.Close()
	incoming := r.Clone(r.Context())
	incoming.RemoteAddr = "127.0.0.1:1"
	a := &answer{header: http.Header{}, status: http.StatusOK}
	s.ServeHTTP(a, incoming)
	return a.response(r), nil
}

// An answer takes in what a handler writes.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header returns the headers to be set.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader notes the status.
func (a *answer) WriteHeader(status int) { a.status = status }

// Write notes a part of the body.
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }

func (a *answer) response(r *http.Request) *http.Response {
	return &http.Response{
		StatusCode: a.status, Status: strconv.Itoa(a.status) + " " + http.StatusText(a.status), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: a.header, Body: io.NopCloser(&a.body), ContentLength: int64(a.body.Len()), Request: r,
	}
}

// Cleaner is the part of *testing.T that Start needs.
type Cleaner interface {
	Helper()
	Cleanup(func())
}

// Start serves s on loopback until the test t ends and returns the base URL with the prefix, such as
// http://127.0.0.1:4711/leantime. It panics where there is no loopback.
func (s *Server) Start(t Cleaner) string {
	t.Helper()
	address, stop, err := Listen(s)
	if err != nil {
		panic(err)
	}
	t.Cleanup(stop)
	return address + s.prefix
}

// Listen serves h, a Server or a Network, on a free port of loopback. It returns the address without a path, such as
// http://127.0.0.1:4711, and what stops it.
func Listen(h http.Handler) (address string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	server := &http.Server{Handler: h}
	go func() { _ = server.Serve(l) }()
	return "http://" + l.Addr().String(), func() { _ = server.Close() }, nil
}
