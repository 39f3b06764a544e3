// Package caldav reads the calendars of an account on a CalDAV server (RFC 4791), such as Nextcloud, Radicale or Google.
//
// Finding them is discover.go. Of each calendar there is a local copy (mirror.go, shelf.go), brought up to date with a few requests (sync.go, fetch.go);
// which events recur when is always worked out here, never by the server.
package caldav

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Account is one CalDAV account as the settings describe it. All its calendars that hold events are read as one.
type Account struct {
	Name     string       // the calendar's name in the settings
	URL      string       // of the server, the principal, the home set or one calendar
	User     string       // for basic authentication; "" where the Client authenticates
	Password string       //
	Me       []string     // the owner's own addresses, beside those that the server knows
	Client   *http.Client // how to reach the server: its time limit, its authentication; nil is an ordinary one
	Folder   string       // where local copies are kept; "" keeps them in memory only
}

// Google returns the address of a Google account's calendars; user is its e-mail address.
func Google(user string) string {
	const root = "https://apidata.googleusercontent.com/caldav/v2/"
	if user == "" {
		return root
	}
	return root + url.PathEscape(user) + "/user"
}

// Source is an Account that can be read.
type Source struct {
	account Account
	shelf   *shelf

	mu     sync.Mutex
	client *client // nil until the first read
}

// New makes a Source of an account. Nothing is sent yet.
func New(a Account) *Source {
	return &Source{account: a, shelf: newShelf(a.Folder, a.Name)}
}

// listAge is how long the list of calendars is believed: a calendar that is new on the server is seen that much later.
const listAge = 12 * time.Hour

// Events returns the occurrences in w of all calendars of the account, as calendar.Source says. The account's name is not in its errors;
// where only one of its calendars cannot be read, the error names that one, and the others are returned beside it.
func (s *Source) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.connect(); err != nil {
		return nil, err
	}
	if d, ok := s.known(); ok {
		events, errs := s.readAll(ctx, d, w)
		if !slices.ContainsFunc(errs, isMoved) {
			return events, errors.Join(errs...)
		}
	}
	d, err := s.client.discover(ctx)
	if err != nil {
		return nil, err
	}
	unkept := s.remember(d)
	events, errs := s.readAll(ctx, d, w)
	return events, errors.Join(append(errs, d.missing, unkept)...)
}

// remember keeps what discovery found, unless something was missing: then the next read looks again.
func (s *Source) remember(d directory) error {
	if d.missing != nil {
		return nil
	}
	d.Account, d.Found = s.fingerprint(), time.Now()
	if err := s.shelf.keepDirectory(d); err != nil {
		return s.unkept(err)
	}
	return nil
}

func (s *Source) connect() error {
	if s.client != nil {
		return nil
	}
	u, err := url.Parse(strings.TrimSpace(s.account.URL))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return text.Errorf("caldav.no-address").Try("caldav.address-hint")
	}
	a := s.account
	if u.User != nil && a.User == "" {
		a.User = u.User.Username()
		a.Password, _ = u.User.Password()
	}
	u.User, u.Fragment = nil, ""
	s.client = newClient(a, u)
	return nil
}

func (s *Source) fingerprint() string { return fingerprint(s.account.URL, s.account.User) }

// known returns what an earlier discovery found, if it was of the same account and not too long ago.
func (s *Source) known() (directory, bool) {
	d, ok := s.shelf.directory()
	age := time.Since(d.Found)
	return d, ok && d.Account == s.fingerprint() && age >= 0 && age < listAge
}
