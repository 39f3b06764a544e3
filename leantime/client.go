package leantime

import (
	"context"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"ugeseddel/text"
)

// A Credential says who asks.
type Credential struct {
	Token  string   // a personal token, or an API key, which begins with lt_
	User   string   // with an API key: the e-mail address of the person to book on
	Emails []string // the person's own addresses, for versions up to 3.7, which do not tell whose a token is
}

func (k Credential) isKey() bool { return strings.HasPrefix(k.Token, "lt_") }

func (k Credential) sign(req *http.Request) {
	if k.isKey() {
		req.Header.Set("x-api-key", k.Token)
	} else {
		req.Header.Set("Authorization", "Bearer "+k.Token)
	}
}

// A Client speaks to one Leantime with one credential. Make it with New. It is not for use by several goroutines at once.
type Client struct {
	http       *http.Client
	base       *url.URL
	credential Credential
	progress   func(text.Message)
	wait       func(context.Context, time.Duration)
	fresh      time.Duration // how long what was read may be acted on without reading again

	account *Account
	version version
}

// New makes a client for the Leantime at baseURL, which may have a path. Authentication, recording and faults in tests can be put
// around httpClient's transport; its cookies are not used and redirects are not followed, since Leantime's API has neither.
// Progress, which may be nil, is told what is being done before anything that may take a while, and the zero Message when it is over.
func New(httpClient *http.Client, baseURL string, credential Credential, progress func(text.Message)) (*Client, error) {
	base, err := url.Parse(strings.TrimSpace(baseURL))
	if err != nil || base.Host == "" || base.Scheme != "https" && base.Scheme != "http" {
		return nil, unsuitable("leantime.bad-url")
	}
	if base.Scheme == "http" && !nearby(base.Hostname()) {
		return nil, unsuitable("leantime.unencrypted", base.Host)
	}
	credential.Token = strings.TrimSpace(credential.Token)
	if credential.Token == "" || strings.ContainsAny(credential.Token, " \t\r\n") {
		return nil, badCredential("leantime.bad-token")
	}
	plain := *httpClient
	plain.Jar = nil
	plain.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	if plain.Timeout == 0 {
		plain.Timeout = time.Minute
	}
	if progress == nil {
		progress = func(text.Message) {}
	}
	return &Client{http: &plain, base: base, credential: credential, progress: progress, wait: sleep, fresh: 5 * time.Second}, nil
}

// nearby tells whether a host is reached without the public internet, where a token may go unencrypted: this computer, an address of a
// private network, or a name that only means something there.
func nearby(host string) bool {
	if address, err := netip.ParseAddr(host); err == nil {
		return address.IsLoopback() || address.IsPrivate() || address.IsLinkLocalUnicast()
	}
	_, domain, isQualified := strings.Cut(host, ".")
	return !isQualified || slices.Contains([]string{"local", "localhost", "internal", "test"}, domain[strings.LastIndex(domain, ".")+1:])
}

func (c *Client) say(m text.Message) { c.progress(m) }

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "/"
	}
	return u.Scheme + "://" + u.Host
}
