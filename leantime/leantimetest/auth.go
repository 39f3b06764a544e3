package leantimetest

import (
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A credential is a personal token or an API key. Tokens and keys are told apart: one is not taken for the other.
type credential struct {
	user    int
	key     bool
	expired bool
}

// badLoginsPerMinute is the default of LEAN_RATELIMIT_AUTH, per client address.
const badLoginsPerMinute = 20

// A counter counts within the minute that its first event began.
type counter struct {
	start time.Time
	n     int
}

// admit answers for r and returns nil where it has no business: too many bad logins, a bad login, too many requests.
// Limits count HTTP requests: a batch is one.
func (s *Server) admit(w http.ResponseWriter, r *http.Request) *User {
	address, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		address = r.RemoteAddr
	}
	logins := "login " + address
	if s.count(logins).n >= badLoginsPerMinute && s.version.checksRights() {
		refuse(w, http.StatusTooManyRequests, "Too many failed authentication attempts. Try again later.")
		return nil
	}
	who := s.authenticated(r)
	if who == nil {
		s.add(logins)
		refuse(w, http.StatusUnauthorized, "Unauthorized")
		return nil
	}
	if !s.withinLimit(w, address+" "+strconv.Itoa(who.ID)) {
		return nil
	}
	return who
}

// authenticated finds the account of the credentials in r; a right token beside a wrong key is enough.
func (s *Server) authenticated(r *http.Request) *User {
	if scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " "); ok && strings.EqualFold(scheme, "bearer") {
		if c := s.credentials[token]; c != nil && !c.key && !c.expired && s.version.takesBearer() {
			return s.user(c.user)
		}
	}
	if c := s.credentials[r.Header.Get("x-api-key")]; c != nil && c.key {
		return s.user(c.user)
	}
	return nil
}

func (s *Server) withinLimit(w http.ResponseWriter, who string) bool {
	if s.limit < 0 {
		return true
	}
	c := s.add(who)
	if c.n <= s.limit {
		return true
	}
	wait := strconv.Itoa(int((c.start.Add(time.Minute).Sub(s.clock()) + time.Second - 1) / time.Second))
	for name, value := range map[string]string{
		"X-RateLimit-Limit": strconv.Itoa(s.limit), "X-RateLimit-Remaining": strconv.Itoa(s.limit - c.n + 1),
		"X-RateLimit-Retry-After": wait, "Retry-After": wait,
	} {
		w.Header().Set(name, value)
	}
	refuse(w, http.StatusTooManyRequests, "Too many requests per minute.")
	return false
}

// count returns the counter of name for the current minute.
func (s *Server) count(name string) counter {
	c := s.counters[name]
	if now := s.clock(); c.n == 0 || !now.Before(c.start.Add(time.Minute)) {
		return counter{start: now}
	}
	return c
}

func (s *Server) add(name string) counter {
	c := s.count(name)
	c.n++
	s.counters[name] = c
	return c
}
