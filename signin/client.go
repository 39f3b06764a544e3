package signin

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"
)

// Client returns a client that signs the requests to the host of base, and no others. The person must have signed in before;
// otherwise the first request returns an error that says so.
func (s *Session) Client(base string) (*http.Client, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	network := s.Network
	if network == nil {
		network = http.DefaultTransport
	}
	return &http.Client{Transport: &signer{session: s, scheme: u.Scheme, host: u.Host, network: network}, Timeout: 2 * time.Minute}, nil
}

// signer adds the access token to requests, and renews it when it is used up or refused.
type signer struct {
	session      *Session
	scheme, host string
	network      http.RoundTripper

	mu    sync.Mutex
	token *oauth2.Token
}

// RoundTrip sends a signed request. When the token is refused it is renewed and the request sent again, once.
func (s *signer) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Scheme != s.scheme || !strings.EqualFold(r.URL.Host, s.host) {
		return s.network.RoundTrip(r)
	}
	token, err := s.valid(r.Context(), "")
	if err != nil {
		return nil, err
	}
	resp, err := s.send(r, token)
	if err != nil || resp.StatusCode != http.StatusUnauthorized || r.Body != nil && r.GetBody == nil {
		return resp, err
	}
	fresh, err := s.valid(r.Context(), token)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<16)) // so that the connection can be used again
	resp.Body.Close()
	return s.send(r, fresh)
}

func (s *signer) send(r *http.Request, token string) (*http.Response, error) {
	signed := r.Clone(r.Context())
	signed.Header.Set("Authorization", "Bearer "+token)
	if r.GetBody != nil {
		body, err := r.GetBody()
		if err != nil {
			return nil, err
		}
		signed.Body = body
	}
	return s.network.RoundTrip(signed)
}

// valid returns an access token other than the refused one.
func (s *signer) valid(ctx context.Context, refused string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.token.Valid() && s.token.AccessToken != refused {
		return s.token.AccessToken, nil
	}
	token, err := s.session.refresh(ctx)
	if err != nil {
		return "", err
	}
	s.token = token
	return token.AccessToken, nil
}
