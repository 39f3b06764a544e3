package ics

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Link is the calendar behind an address that a calendar program publishes. The address itself is a secret: whoever has it can read
// the calendar. So it is in no error, and no other host is told it.
type Link struct {
	client  *http.Client
	address string
	shelf   shelf
	options Options
	asOf    time.Time
}

// NewLink returns the calendar at an address. A copy is kept in folder, bare of everything private, so that a calendar that has not changed
// is not sent again; with "" there is none.
func NewLink(client *http.Client, address, folder string, o Options) *Link {
	return &Link{client: careful(client), address: address, shelf: shelf{folder, address}, options: o}
}

// AsOf returns when the calendar last changed, by the server's own account (Last-Modified); zero where it does not say.
// Published links lag behind by hours.
func (l *Link) AsOf() time.Time { return l.asOf }

// maxBody is far more than any calendar has: a server that goes on sending is left.
const maxBody = 256 << 20

// Events implements calendar.Source.
func (l *Link) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	c, err := l.fetch(ctx)
	if err != nil {
		return nil, err
	}
	l.asOf, _ = http.ParseTime(c.LastModified)
	return read(ctx, bytes.NewReader(c.data), w, l.options)
}

// fetch returns the calendar as the server has it now: the copy, if it is still that.
func (l *Link) fetch(ctx context.Context) (copied, error) {
	kept, hasCopy := l.shelf.load()
	response, err := l.ask(ctx, kept)
	if err != nil {
		return copied{}, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotModified && hasCopy {
		return kept, nil
	}
	if response.StatusCode != http.StatusOK {
		return copied{}, refusal(response)
	}
	body, err := readBody(response.Body)
	if err != nil {
		return copied{}, err
	}
	return l.keep(body, response.Header)
}

func (l *Link) ask(ctx context.Context, kept copied) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, l.address, nil)
	if err != nil {
		return nil, text.Errorf("ics.bad-link")
	}
	request.Header.Set("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1")
	if kept.ETag != "" {
		request.Header.Set("If-None-Match", kept.ETag)
	}
	if kept.LastModified != "" {
		request.Header.Set("If-Modified-Since", kept.LastModified)
	}
	response, err := l.client.Do(request)
	if err != nil {
		return nil, withoutAddress(err)
	}
	return response, nil
}

func readBody(body io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, maxBody+1))
	if err != nil {
		return nil, text.Errorf("ics.cut-short").Because(withoutAddress(err)).Try("ics.try-later")
	}
	if len(data) > maxBody {
		return nil, text.Errorf("ics.too-big", maxBody>>20)
	}
	return data, nil
}

// refusal puts an answer into words that has no calendar in it.
func refusal(r *http.Response) error {
	switch status := r.StatusCode; {
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return text.Errorf("ics.denied", status).Try("ics.new-link")
	case status == http.StatusNotFound, status == http.StatusGone:
		return text.Errorf("ics.gone", status).Try("ics.new-link")
	case status == http.StatusTooManyRequests, status >= 500:
		return text.Errorf("ics.server", status).Try("ics.try-later")
	default:
		return text.Errorf("ics.status", status).Try("ics.new-link")
	}
}

// withoutAddress leaves out the address that net/http puts into its errors.
func withoutAddress(err error) error {
	if inner, ok := errors.AsType[*url.Error](err); ok {
		if own, ok := errors.AsType[*text.Error](inner.Err); ok {
			return own
		}
		return inner.Err
	}
	return err
}

const maxRedirects = 10

// careful returns a client that tells another host nothing about where it comes from, and does not leave https.
func careful(client *http.Client) *http.Client {
	c := *client
	c.CheckRedirect = func(next *http.Request, before []*http.Request) error {
		last := before[len(before)-1]
		switch {
		case len(before) >= maxRedirects:
			return text.Errorf("ics.redirects")
		case last.URL.Scheme == "https" && next.URL.Scheme != "https":
			return text.Errorf("ics.downgrade")
		case next.URL.Host != last.URL.Host:
			for _, name := range []string{"Authorization", "Cookie", "If-None-Match", "If-Modified-Since"} {
				next.Header.Del(name)
			}
		}
		next.Header.Del("Referer")
		return nil
	}
	return &c
}
