package caldav

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ugeseddel/text"
)

const (
	maxAnswer    = 64 << 20 // bytes of one answer
	maxRedirects = 5
	maxTries     = 3
	maxWait      = 20 * time.Second // a server that asks for more patience is told about instead
	usualTimeout = 60 * time.Second
)

// client speaks WebDAV with the server of one account, and with no other: a password or a token never leaves for another host.
type client struct {
	http           *http.Client // follows no redirect by itself
	home           *url.URL
	user, password string
	wait           func(context.Context, time.Duration) error
}

// answer is a multistatus together with the address that it came from in the end.
type answer struct {
	*multistatus
	from *url.URL
}

func newClient(a Account, home *url.URL) *client {
	var own http.Client
	if a.Client != nil {
		own = *a.Client
	}
	if own.Timeout == 0 {
		own.Timeout = usualTimeout
	}
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client{http: &own, home: home, user: a.User, password: a.Password, wait: wait}
}

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// ask sends r and reads the answer. Where the server is only busy, or the answer was cut, it asks a few times.
func (c *client) ask(ctx context.Context, r request) (answer, error) {
	for try := 1; ; try++ {
		a, err := c.follow(ctx, r)
		pause, again := patience(err, try)
		if !again || try == maxTries || ctx.Err() != nil {
			return a, err
		}
		if err := c.wait(ctx, pause); err != nil {
			return answer{}, err
		}
	}
}

// patience tells whether it may help to ask again, and after how long.
func patience(err error, try int) (time.Duration, bool) {
	pause := time.Duration(try) * time.Second
	r, ok := errors.AsType[*refusal](err)
	if !ok {
		return pause, errors.Is(err, errCut)
	}
	switch r.status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		pause = max(pause, r.pause)
		return pause, pause <= maxWait
	}
	return 0, false
}

// follow sends r to wherever the server wants it, method and body unchanged.
// net/http would make a GET of a PROPFIND, and take the password along within a domain.
func (c *client) follow(ctx context.Context, r request) (answer, error) {
	for range maxRedirects {
		if !c.trusts(r.url) {
			return answer{}, elsewhere(r.url)
		}
		a, location, err := c.exchange(ctx, r)
		if err != nil || location == nil {
			return a, err
		}
		r.url = location
	}
	return answer{}, errCircle
}

// exchange is one request and its answer: a multistatus, or the address to ask instead.
func (c *client) exchange(ctx context.Context, r request) (answer, *url.URL, error) {
	resp, err := c.send(ctx, r)
	if err != nil {
		return answer{}, nil, unreached(err)
	}
	defer resp.Body.Close()
	if location, err := resp.Location(); err == nil && resp.StatusCode/100 == 3 {
		return answer{}, c.secured(location), nil
	}
	if resp.StatusCode/100 != 2 {
		return answer{}, nil, c.refusal(resp)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case err != nil:
		return answer{}, nil, unreached(err)
	case len(body) > maxAnswer:
		return answer{}, nil, errHuge
	case isWebPage(resp.Header, body):
		return answer{}, nil, errWebPage
	}
	m, err := parseMultistatus(body)
	if errors.Is(err, io.ErrUnexpectedEOF) && len(body) > 0 {
		return answer{}, nil, errCut
	}
	if err != nil {
		return answer{}, nil, errUnreadable
	}
	return answer{m, r.url}, nil, nil
}

// refusal makes an error of an answer that is no success.
func (c *client) refusal(resp *http.Response) error {
	r := newRefusal(resp.StatusCode, retryAfter(resp.Header.Get("Retry-After"), time.Now()))
	if r.status == http.StatusUnauthorized && c.user == "" {
		r.words = text.Errorf("caldav.no-access").Try("caldav.no-access-hint")
	}
	return r
}

func (c *client) send(ctx context.Context, r request) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, r.method, r.url.String(), strings.NewReader(r.body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/xml; charset=utf-8")
	req.Header.Set("User-Agent", "ugeseddel")
	if r.depth != "" {
		req.Header.Set("Depth", r.depth)
	}
	if c.user != "" || c.password != "" {
		req.SetBasicAuth(c.user, c.password)
	}
	return c.http.Do(req)
}

// trusts tells whether u belongs to the account's own server: the same host, and never from https down to http.
func (c *client) trusts(u *url.URL) bool {
	switch {
	case u.Scheme == c.home.Scheme && strings.EqualFold(host(u), host(c.home)):
		return true
	case u.Scheme == "https" && c.home.Scheme == "http":
		return strings.EqualFold(u.Hostname(), c.home.Hostname()) && host(u) == u.Hostname()+":443"
	case u.Scheme == "https" && c.home.Scheme == "https": // iCloud keeps each person's calendars on a host of their own, all of them Apple's
		return strings.HasSuffix(u.Hostname(), ".icloud.com") && strings.HasSuffix(c.home.Hostname(), ".icloud.com")
	}
	return false
}

// secured makes https of http for the account's own server: behind a proxy, Nextcloud often does not know that it is reached by https.
func (c *client) secured(u *url.URL) *url.URL {
	if u.Scheme == "http" && c.home.Scheme == "https" && host(u) == c.home.Hostname()+":80" && host(c.home) == c.home.Hostname()+":443" {
		u.Scheme, u.Host = "https", c.home.Host
	}
	return u
}

// host returns host and port, the scheme's own port where there is none.
func host(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	default:
		port = "80"
	}
	return u.Hostname() + ":" + port
}
