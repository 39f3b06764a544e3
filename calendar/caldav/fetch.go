package caldav

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"ugeseddel/calendar"
	"ugeseddel/calendar/ical"
	"ugeseddel/text"
)

const (
	batch     = 500 // objects asked for at once
	maxHalved = 40  // how often a batch may be halved in one read to find the object that spoils it
)

// fetch brings in the objects that are due. What the server would not deliver is in failures by its path, and stays due.
func (c *client) fetch(ctx context.Context, m *mirror) (failures map[string]error, err error) {
	f := fetcher{client: c, mirror: m, failures: map[string]error{}}
	due := m.due()
	for len(due) > 0 && err == nil {
		n := min(batch, len(due))
		err = f.fetch(ctx, due[:n])
		due = due[n:]
	}
	return f.failures, err
}

type fetcher struct {
	*client
	*mirror
	failures map[string]error
	halved   int
}

// fetch asks for one batch. Where a whole answer is spoilt, by an object too large or impossible to write as XML,
// the batch is halved until that object alone is left.
func (f *fetcher) fetch(ctx context.Context, paths []string) error {
	left, err := f.multiget(ctx, paths)
	if err == nil && len(left) > 0 && len(left) < len(paths) {
		left, err = f.multiget(ctx, left)
	}
	switch {
	case err == nil:
		f.fail(left, errNotSent)
		return nil
	case !spoilt(err):
		return err
	case len(paths) == 1:
		f.fail(paths, err)
		return nil
	case f.halved == maxHalved:
		return err
	}
	f.halved++
	half := len(paths) / 2
	if err := f.fetch(ctx, paths[:half]); err != nil {
		return err
	}
	return f.fetch(ctx, paths[half:])
}

var errNotSent = text.Errorf("caldav.not-sent")

func (f *fetcher) fail(paths []string, err error) {
	for _, path := range paths {
		f.failures[path] = err
	}
}

// spoilt tells whether an answer may have failed because of a single object.
func spoilt(err error) bool {
	for _, e := range []error{errCut, errHuge, errUnreadable} {
		if errors.Is(err, e) {
			return true
		}
	}
	switch status(err) {
	case http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusInternalServerError, http.StatusInsufficientStorage:
		return true
	}
	return false
}

// multiget asks for objects and keeps what comes. It returns the paths that the answer says nothing about.
func (f *fetcher) multiget(ctx context.Context, paths []string) (left []string, err error) {
	hrefs := make([]string, len(paths))
	for i, path := range paths {
		hrefs[i] = f.byPath[path].Href
	}
	a, err := f.ask(ctx, multiget(f.mirror.url, hrefs))
	if err != nil {
		return nil, err
	}
	answered := map[string]bool{}
	for _, r := range a.Responses {
		path := f.path(r.Href)
		if f.byPath[path] != nil {
			answered[path] = true
			f.keep(path, r)
		}
	}
	for _, path := range paths {
		if !answered[path] {
			left = append(left, path)
		}
	}
	return left, nil
}

// keep takes one object out of an answer.
func (f *fetcher) keep(path string, r response) {
	code, found := r.failure(), r.found()
	switch {
	case code == http.StatusNotFound || code == http.StatusGone:
		f.forget(path)
	case code != 0:
		f.failures[path] = text.Errorf("caldav.object-status", code)
	case found.Data == "":
		f.failures[path] = errNotSent
	default:
		o := f.byPath[path]
		o.data, o.Due, f.changed = ical.Redact([]byte(found.Data)), false, true
		o.Size = len(o.data)
		if found.ETag != "" {
			o.ETag = found.ETag
		}
	}
}

// query asks for the objects with an event in the window, where the server offers nothing better. Nothing of them is kept.
// A day is added on both sides: where the events have no zone, the server does not know the person's.
func (c *client) query(ctx context.Context, u *url.URL, w calendar.Window) (*mirror, map[string]error, error) {
	a, err := c.ask(ctx, timeRange(u, w.Start.AddDate(0, 0, -1), w.End.AddDate(0, 0, 1)))
	if err != nil {
		return nil, nil, err
	}
	f := fetcher{client: c, mirror: newMirror(u), failures: map[string]error{}}
	for _, r := range a.Responses {
		path := f.path(r.Href)
		if f.isMember(path) {
			f.note(r.Href, "")
			f.keep(path, r)
		}
	}
	return f.mirror, f.failures, nil
}
