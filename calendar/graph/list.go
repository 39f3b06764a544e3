package graph

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"ugeseddel/text"
)

// page is one answer of many. That it has no value tells that it is no list at all.
type page struct {
	Value    *[]json.RawMessage `json:"value"`
	NextLink string             `json:"@odata.nextLink"`
}

// mostPages is far more than any week has, so that a server that goes in circles is noticed.
const mostPages = 200

// list reads all pages of a list. Where the server forgets its place between two pages (410 Gone) it starts once more.
func (c *Calendar) list(ctx context.Context, first *url.URL) ([]json.RawMessage, error) {
	items, err := c.follow(ctx, first)
	if r, ok := errors.AsType[*refusal](err); ok && r.status == http.StatusGone {
		items, err = c.follow(ctx, first)
	}
	return items, c.explain(err)
}

// follow reads the pages one after another. An empty page may have a next one; only the missing link is the end.
func (c *Calendar) follow(ctx context.Context, next *url.URL) (items []json.RawMessage, err error) {
	seen := map[string]bool{}
	for len(seen) < mostPages && !seen[next.String()] {
		seen[next.String()] = true
		var p page
		if err := c.get(ctx, next, &p); err != nil {
			return items, err
		}
		if p.Value == nil {
			return items, errNoList
		}
		items = append(items, *p.Value...)
		if p.NextLink == "" {
			return items, nil
		}
		if next, err = c.sameHost(p.NextLink); err != nil {
			return items, err
		}
	}
	return items, text.Errorf("graph.endless")
}

// sameHost checks a link to the next page, which is followed as it stands: one to another host would take the sign-in there.
func (c *Calendar) sameHost(link string) (*url.URL, error) {
	u, err := c.base.Parse(link)
	if err != nil || u.Scheme != c.base.Scheme || !strings.EqualFold(u.Host, c.base.Host) {
		return nil, text.Errorf("graph.foreign-link")
	}
	return u, nil
}
