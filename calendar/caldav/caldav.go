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
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/calendar/ical"
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
	d, known := s.known()
	if known {
		events, err := s.readAll(ctx, d, w)
		if !isMoved(err) {
			return events, err
		}
	}
	d, err := s.client.discover(ctx)
	if err != nil {
		return nil, err
	}
	unkept := s.remember(d)
	events, err := s.readAll(ctx, d, w)
	if d.missing != nil {
		err = errors.Join(d.missing, err)
	}
	return events, errors.Join(err, unkept)
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

// isMoved tells whether an error may mean that the calendars are elsewhere now.
func isMoved(err error) bool {
	switch status(err) {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusGone:
		return true
	}
	return false
}

// atOnce is how many calendars of one server are read at the same time.
const atOnce = 4

// readAll reads every calendar. A meeting that stands in two of them is one.
func (s *Source) readAll(ctx context.Context, d directory, w calendar.Window) ([]calendar.Event, error) {
	lists := make([][]calendar.Event, len(d.Calendars))
	errs := make([]error, len(d.Calendars))
	me := append(s.owner(), d.Me...)
	turns := make(chan struct{}, atOnce)
	var group sync.WaitGroup
	for i, cal := range d.Calendars {
		group.Go(func() {
			turns <- struct{}{}
			lists[i], errs[i] = s.read(ctx, cal, w, me)
			<-turns
		})
	}
	group.Wait()
	return calendar.Merge(lists...), errors.Join(errs...)
}

// owner returns the addresses of the owner that the settings tell. A user name that is an e-mail address is one.
func (s *Source) owner() []string {
	var list []string
	for _, a := range append(slices.Clone(s.account.Me), s.client.user) {
		if strings.Contains(a, "@") {
			list = append(list, strings.ToLower(a))
		}
	}
	return list
}

// read brings the copy of one calendar up to date and reads the window in it.
func (s *Source) read(ctx context.Context, cal collection, w calendar.Window, me []string) ([]calendar.Event, error) {
	u, err := url.Parse(cal.URL)
	if err != nil {
		return nil, cal.told(errUnreadable)
	}
	kept := s.shelf.mirror(u)
	m, failures, err := s.fresh(ctx, kept, w)
	unkept := s.keep(kept)
	if err != nil {
		return nil, errors.Join(cal.told(err), unkept)
	}
	events, err := ical.ReadAll(m.texts(), w, ical.Options{Calendar: s.account.Name, Me: me})
	return events, errors.Join(err, s.problems(failures), unkept)
}

// fresh brings the kept copy up to date and returns it; where none can be kept, it returns the objects that touch the window.
func (s *Source) fresh(ctx context.Context, kept *mirror, w calendar.Window) (*mirror, map[string]error, error) {
	failures, err := s.client.refresh(ctx, kept)
	if err == nil && kept.Way == byQuery {
		return s.client.query(ctx, kept.url, w)
	}
	return kept, failures, err
}

// keep stores what has arrived, also after an error: the next read goes on from there.
func (s *Source) keep(m *mirror) error {
	if !m.changed {
		return nil
	}
	if err := s.shelf.keepMirror(m); err != nil {
		return s.unkept(err)
	}
	return nil
}

// unkept tells that a copy could not be stored: what was read is right, but the next read has to fetch it all again.
func (s *Source) unkept(err error) error {
	return &calendar.Problem{Calendar: s.account.Name, Where: text.Msg("caldav.copy"), What: text.Msg("caldav.unkept", err)}
}

// told says which of the account's calendars an error is about.
func (c collection) told(err error) error { return text.Errorf("caldav.calendar", c.Name).Because(err) }

// texts returns the objects of the copy for the reader of iCalendar, in order.
func (m *mirror) texts() []ical.Object {
	var list []ical.Object
	for name, o := range m.byPath {
		if !o.Due {
			list = append(list, ical.Object{Name: path.Base(name), Data: o.data})
		}
	}
	slices.SortFunc(list, func(a, b ical.Object) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// problems tells of objects that the server did not deliver.
func (s *Source) problems(failures map[string]error) error {
	var errs []error
	for name, err := range failures {
		errs = append(errs, &calendar.Problem{
			Calendar: s.account.Name,
			Where:    text.Verbatim(path.Base(name)),
			What:     text.Msg("caldav.undelivered", err),
		})
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}
