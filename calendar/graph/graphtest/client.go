package graphtest

import (
	"net/http"
	"net/http/httptest"
)

// Client returns a client that reaches the server without a network, whatever host it asks for, and signs its requests.
// Without a network, time can be a test's own (testing/synctest).
func (s *Server) Client() *http.Client { return &http.Client{Transport: direct{s}} }

type direct struct{ server *Server }

// RoundTrip hands the request to the server itself.
func (d direct) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	received := r.Clone(r.Context())
	received.RequestURI = r.URL.RequestURI()
	received.Host = r.URL.Host
	received.Header.Set("Authorization", "Bearer "+Token)
	recorder := httptest.NewRecorder()
	d.server.ServeHTTP(recorder, received)
	resp := recorder.Result()
	resp.Request = r
	return resp, nil
}

// Sign returns a client that signs its requests and reaches a server over the network.
func Sign(client *http.Client) *http.Client {
	signed := *client
	signed.Transport = signer{client.Transport}
	return &signed
}

type signer struct{ next http.RoundTripper }

func (s signer) RoundTrip(r *http.Request) (*http.Response, error) {
	signed := r.Clone(r.Context())
	signed.Header.Set("Authorization", "Bearer "+Token)
	return s.next.RoundTrip(signed)
}
