package graphtest

import (
	"net/http"

	"ugeseddel/internal/direct"
)

// Client returns a client that reaches the server without a network, whatever host it asks for, and signs its requests.
// Without a network, time can be a test's own (testing/synctest).
func (s *Server) Client() *http.Client { return Sign(&http.Client{Transport: direct.To(s)}) }

// Sign returns a client that signs its requests.
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
