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

	"ugeseddel/calendar"
	"ugeseddel/calendar/ical"
	"ugeseddel/text"
)

// atOnce is how many calendars of one server are read at the same time.
const atOnce = 4

// readAll reads every calendar, and returns an error, or nil, for each. A meeting that stands in two of them is one.
func (s *Source) readAll(ctx context.Context, d directory, w calendar.Window) ([]calendar.Event, []error) {
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
	return calendar.Merge(lists...), errs
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
	if err != nil || kept.Way != byQuery {
		return kept, failures, err
	}
	found, failures, err := s.client.query(ctx, kept.url, w)
	if err != nil { // then it was a bad moment to judge what the server offers
		kept.changed = false
	}
	return found, failures, err
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

// isMoved tells whether an error may mean that the calendars are elsewhere now.
func isMoved(err error) bool {
	switch status(err) {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusGone:
		return true
	}
	return false
}
