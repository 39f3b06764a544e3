package signin

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"ugeseddel/text"
)

// browserTime is how long a person may take in the browser.
const browserTime = 10 * time.Minute

// Browser signs the person in with their browser. show is given the address that it must open; the answer comes back to
// an address on this computer that exists only meanwhile.
func (s *Session) Browser(ctx context.Context, show func(address string)) error {
	ctx, cancel := context.WithTimeout(ctx, browserTime)
	defer cancel()
	listeners, port, err := listen(ctx)
	if err != nil {
		return text.Errorf("signin.no-listener").Because(err).Try("signin.try-device", s.Name)
	}
	v := s.newVisit(port)
	server := &http.Server{Handler: v.handler(ctx), ReadHeaderTimeout: 10 * time.Second}
	for _, l := range listeners {
		go server.Serve(l)
	}
	defer closeSoon(ctx, server)
	show(v.address())
	select {
	case err := <-v.done:
		return err
	case <-ctx.Done():
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return text.Errorf("signin.no-answer", s.Provider.Name).Try("signin.try-approve", s.Provider.Approval)
		}
		return ctx.Err()
	}
}

// listen takes a free port on this computer, for IPv4 and, where there is one, for IPv6: the registered address says localhost,
// and which of the two the browser tries first is its own business.
func listen(ctx context.Context) ([]net.Listener, int, error) {
	var config net.ListenConfig
	v4, err := config.Listen(ctx, "tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, 0, err
	}
	port := v4.Addr().(*net.TCPAddr).Port
	v6, err := config.Listen(ctx, "tcp6", net.JoinHostPort("::1", strconv.Itoa(port)))
	if err != nil {
		return []net.Listener{v4}, port, nil
	}
	return []net.Listener{v4, v6}, port, nil
}

// closeSoon lets the browser have its last page.
func closeSoon(ctx context.Context, server *http.Server) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}

// visit is one person's way through the browser, whose answer it waits for.
type visit struct {
	session  *Session
	config   oauth2.Config
	state    string // tells this sign-in's answer from one that somebody else sends
	verifier string
	once     sync.Once
	done     chan error
}

func (s *Session) newVisit(port int) *visit {
	v := &visit{
		session:  s,
		config:   s.Provider.Config,
		state:    rand.Text(),
		verifier: oauth2.GenerateVerifier(),
		done:     make(chan error, 1),
	}
	// As it is registered but for the port, which Microsoft and Google leave open for programs on a computer (RFC 8252 §7.3).
	v.config.RedirectURL = "http://localhost:" + strconv.Itoa(port)
	return v
}

func (v *visit) address() string {
	options := append([]oauth2.AuthCodeOption{oauth2.S256ChallengeOption(v.verifier)}, v.session.Provider.Options...)
	return v.config.AuthCodeURL(v.state, options...)
}

// handler takes the browser's answer, once. What does not carry the state is somebody else's and changes nothing.
// The context is that of the sign-in: the browser may leave before its answer is dealt with.
func (v *visit) handler(ctx context.Context) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		query := r.URL.Query()
		if r.Method != http.MethodGet || r.URL.Path != "/" ||
			subtle.ConstantTimeCompare([]byte(query.Get("state")), []byte(v.state)) != 1 {
			http.NotFound(w, r)
			return
		}
		err := error(text.Errorf("signin.used"))
		v.once.Do(func() {
			err = v.finish(ctx, query)
			v.done <- err
		})
		showPage(w, v.session.Lang, err)
	}
}

// finish gets tokens for the code in the browser's answer, or explains its refusal.
func (v *visit) finish(ctx context.Context, query url.Values) error {
	code := query.Get("code")
	if code == "" {
		return v.session.explainAnswer(answer{Error: query.Get("error"), Description: query.Get("error_description")})
	}
	token, err := v.config.Exchange(v.session.with(ctx), code, oauth2.VerifierOption(v.verifier))
	if err != nil {
		return v.session.explain(err)
	}
	return v.session.keep(ctx, token)
}
