// Package direct lets a client reach a handler without a network, for tests that keep their own time (testing/synctest).
package direct

import (
	"net/http"
	"net/http/httptest"
)

// To is a transport that hands each request to the handler, whatever host it asks for.
func To(handler http.Handler) http.RoundTripper { return transport{handler} }

type transport struct{ handler http.Handler }

// RoundTrip hands the request to the handler itself.
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	received := r.Clone(r.Context())
	received.RequestURI = r.URL.RequestURI()
	if received.Body == nil {
		received.Body = http.NoBody
	}
	recorder := httptest.NewRecorder()
	t.handler.ServeHTTP(recorder, received)
	resp := recorder.Result()
	resp.Request = r
	return resp, nil
}
