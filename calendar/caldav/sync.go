package caldav

import (
	"context"
	"errors"
	"net/http"
)

// maxPages bounds how often a server may say that its list goes on.
const maxPages = 1000

// changes is what a server says about a calendar's objects.
type changes struct {
	full  bool              // etags is everything there is
	etags map[string]string // by href
	gone  []string          // hrefs of what was deleted
	token string
	ctag  string
}

// refresh brings the mirror up to date: what the server says has changed is noted, and fetched.
// What could not be delivered is in failures, and will be asked for again the next time.
func (c *client) refresh(ctx context.Context, m *mirror) (failures map[string]error, err error) {
	ch, err := c.changes(ctx, m)
	if err != nil || m.Way == byQuery {
		return nil, err
	}
	m.apply(ch)
	failures, err = c.fetch(ctx, m)
	if err == nil && (m.Token != ch.token || m.CTag != ch.ctag) {
		m.Token, m.CTag, m.changed = ch.token, ch.ctag, true
	}
	return failures, err
}

// changes asks in the best way that the server offers, and remembers which one that is.
func (c *client) changes(ctx context.Context, m *mirror) (changes, error) {
	if m.Way == bySync {
		ch, err := c.bySync(ctx, m)
		if !isNotOffered(err) {
			return ch, err
		}
	}
	if m.Way != byQuery {
		ch, err := c.byETags(ctx, m)
		switch {
		case err == nil && ch.tells():
			m.setWay(byETags)
			return ch, nil
		case err != nil && (!isNotOffered(err) || status(err) == http.StatusInternalServerError):
			return ch, err
		}
		m.setWay(byQuery)
	}
	return changes{}, nil
}

func (m *mirror) setWay(w way) {
	if m.Way != w {
		m.Way, m.changed = w, true
	}
	if w == byQuery {
		clear(m.byPath)
	}
}

// bySync asks what has changed since the last time, and for everything where that is not known, or where the answer cannot be believed.
func (c *client) bySync(ctx context.Context, m *mirror) (changes, error) {
	if m.Token == "" {
		return c.sync(ctx, m, "")
	}
	ch, err := c.sync(ctx, m, m.Token)
	switch {
	case err == nil && !m.doubts(ch):
		return ch, nil
	case err != nil && !isNotOffered(err):
		return ch, err
	}
	silent := err == nil && len(ch.etags) == 0
	all, err := c.sync(ctx, m, "")
	if err == nil && silent && m.agrees(all) {
		m.Drifts, m.changed = true, true
	}
	return all, err
}

// doubts tells whether ch may be a list of everything although it was to be of changes only: DAViCal 1.1.12 sends that, without a word,
// for a token that it does not know, and what was deleted meanwhile is then not told.
func (m *mirror) doubts(ch changes) bool {
	if len(ch.gone) > 0 || len(m.byPath) == 0 {
		return false
	}
	if len(ch.etags) == 0 {
		return ch.token != m.Token && !m.Drifts
	}
	for href, etag := range ch.etags {
		if held := m.byPath[m.path(href)]; held != nil && !held.Due && held.ETag == etag && etag != "" {
			return true
		}
	}
	return 2*len(ch.etags) >= len(m.byPath)
}

// agrees tells whether the full list is what is held already: then the server gives new tokens without a change.
func (m *mirror) agrees(all changes) bool {
	for href, etag := range all.etags {
		if held := m.byPath[m.path(href)]; held == nil || held.ETag != etag {
			return false
		}
	}
	return len(all.etags) == len(m.byPath)
}

// sync collects the pages of one sync-collection report.
func (c *client) sync(ctx context.Context, m *mirror, token string) (changes, error) {
	ch := changes{full: token == "", token: token, etags: map[string]string{}}
	for range maxPages {
		a, err := c.ask(ctx, syncCollection(m.url, ch.token))
		if err != nil {
			return changes{}, err
		}
		if a.SyncToken == "" {
			return changes{}, errNoToken
		}
		more := ch.read(m, a) && a.SyncToken != ch.token
		ch.token = a.SyncToken
		if !more {
			return ch, nil
		}
	}
	return changes{}, errCircle
}

var errNoToken = errors.New("an answer without a sync token")

// read takes over what an answer says of the objects, and tells whether there is more to come.
func (ch *changes) read(m *mirror, a answer) (more bool) {
	for _, r := range a.Responses {
		found := r.found()
		switch path := m.path(r.Href); {
		case r.truncated():
			more = true
		case !m.isMember(path) || found.Types.Collection != nil:
			ch.ctag += found.CTag
		case r.failure() == http.StatusNotFound || r.failure() == http.StatusGone:
			delete(ch.etags, r.Href)
			ch.gone = append(ch.gone, r.Href)
		default:
			ch.etags[r.Href] = found.ETag
		}
	}
	return more
}

// byETags asks whether anything has changed, and for the list of ETags if so.
func (c *client) byETags(ctx context.Context, m *mirror) (changes, error) {
	if m.CTag != "" {
		now, err := c.resourceCTag(ctx, m)
		if err != nil || now == m.CTag {
			return changes{ctag: now}, err
		}
	}
	a, err := c.ask(ctx, propfind(m.url, "1", "resourcetype", "getetag", "S:getctag"))
	if err != nil {
		return changes{}, err
	}
	ch := changes{full: true, etags: map[string]string{}}
	ch.read(m, a)
	return ch, nil
}

func (c *client) resourceCTag(ctx context.Context, m *mirror) (string, error) {
	a, err := c.ask(ctx, propfind(m.url, "0", "S:getctag"))
	if err != nil || len(a.Responses) == 0 {
		return "", err
	}
	return a.Responses[0].found().CTag, nil
}

// tells tells whether the list is of any use: without a single ETag nobody can see what has changed.
func (ch changes) tells() bool {
	for _, etag := range ch.etags {
		if etag != "" {
			return true
		}
	}
	return len(ch.etags) == 0
}

// apply notes the changes in the mirror.
func (m *mirror) apply(ch changes) {
	if ch.full {
		there := map[string]bool{}
		for href := range ch.etags {
			there[m.path(href)] = true
		}
		for path := range m.byPath {
			if !there[path] {
				m.forget(path)
			}
		}
	}
	for _, href := range ch.gone {
		m.forget(m.path(href))
	}
	for href, etag := range ch.etags {
		m.note(href, etag)
	}
}

// isNotOffered tells whether the server cannot, or will not, answer this kind of request:
// 403 valid-sync-token, 409 and 412 for a token that it has forgotten (RFC 6578 §3.2), 500 from Xandikos 0.2.8 for the same.
func isNotOffered(err error) bool {
	if errors.Is(err, errNoToken) {
		return true
	}
	switch status(err) {
	case http.StatusBadRequest, http.StatusForbidden, http.StatusMethodNotAllowed, http.StatusConflict, http.StatusGone,
		http.StatusPreconditionFailed, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity,
		http.StatusInternalServerError, http.StatusNotImplemented, http.StatusInsufficientStorage:
		return true
	}
	return false
}
