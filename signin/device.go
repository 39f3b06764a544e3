package signin

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/oauth2"

	"ugeseddel/text"
)

// Code is what a person types on another device, and where.
type Code struct {
	Address, Code string
	Until         time.Time
}

// Device signs the person in without a browser on this computer. show is given the code; then the answer is waited for.
func (s *Session) Device(ctx context.Context, show func(Code)) error {
	if !s.Provider.HasDevice() {
		return text.Errorf("signin.no-device", s.Provider.Name).Try("signin.try-no-open", s.Name)
	}
	ctx = s.with(ctx)
	code, err := s.deviceCode(ctx)
	if err != nil {
		return s.explain(err)
	}
	show(Code{code.VerificationURI, code.UserCode, code.Expiry})
	token, err := s.poll(ctx, code)
	switch {
	case err == nil:
		return s.keep(ctx, token)
	case ctx.Err() != nil:
		return ctx.Err()
	case !time.Now().Before(code.Expiry): // the library's own deadline, which the provider's answer seldom beats
		return text.Errorf("signin.too-late").Try("signin.try-login-device", s.Name)
	}
	return s.explain(err)
}

// poll waits for the person to type the code. The library gives up at the first answer that it does not know, also at one 503,
// so the question is taken up again as long as the code lasts, each time a little slower.
func (s *Session) poll(ctx context.Context, code *oauth2.DeviceAuthResponse) (*oauth2.Token, error) {
	for {
		token, err := s.Provider.Config.DeviceAccessToken(ctx, code)
		if err == nil || !passing(err) || ctx.Err() != nil || !time.Now().Before(code.Expiry) {
			return token, err
		}
		code.Interval += 5
	}
}

// The values of RFC 8628 §3.2 where a provider leaves them out.
const (
	defaultInterval = 5
	defaultLife     = 15 * time.Minute
)

// deviceCode asks for a code. The library's own request (x/oauth2 v0.37.0) ignores the context, leaves the body open,
// and cannot read a number that is sent as text.
func (s *Session) deviceCode(ctx context.Context) (*oauth2.DeviceAuthResponse, error) {
	config := s.Provider.Config
	form := url.Values{"client_id": {config.ClientID}, "scope": {strings.Join(config.Scopes, " ")}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, config.Endpoint.DeviceAuthURL, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	resp, err := s.network().Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, &oauth2.RetrieveError{Response: resp, Body: body}
	}
	return readCode(body)
}

func readCode(body []byte) (*oauth2.DeviceAuthResponse, error) {
	var read struct {
		DeviceCode      string  `json:"device_code"`
		UserCode        string  `json:"user_code"`
		VerificationURI string  `json:"verification_uri"`
		ExpiresIn       seconds `json:"expires_in"`
		Interval        seconds `json:"interval"`
	}
	if err := json.Unmarshal(body, &read); err != nil || read.DeviceCode == "" {
		return nil, errNotUnderstood
	}
	code := &oauth2.DeviceAuthResponse{
		DeviceCode:      read.DeviceCode,
		UserCode:        read.UserCode,
		VerificationURI: read.VerificationURI,
		Expiry:          time.Now().Add(defaultLife),
		Interval:        defaultInterval,
	}
	if read.ExpiresIn > 0 {
		code.Expiry = time.Now().Add(time.Duration(read.ExpiresIn) * time.Second)
	}
	if read.Interval > 0 {
		code.Interval = int64(read.Interval)
	}
	return code, nil
}

// seconds is a number that some providers send as text. What is no number is none.
type seconds int

// UnmarshalJSON reads 900 and "900".
func (s *seconds) UnmarshalJSON(data []byte) error {
	n, _ := strconv.Atoi(strings.Trim(string(data), `"`))
	*s = seconds(n)
	return nil
}
