package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// What can come instead of an answer.
var (
	errCut     = errors.New("the answer broke off")
	errWebPage = errors.New("a web page came instead of data")
	errNoList  = errors.New("the answer is no list of events")
)

const (
	mostTries = 4
	mostBytes = 32 << 20
)

// get reads u into answer. What may pass by itself is tried again a few times, never sooner than the server asks for.
func (c *Calendar) get(ctx context.Context, u *url.URL, answer any) error {
	for try := 1; ; try++ {
		err := c.once(ctx, u, answer)
		wait, ok := patience(err, try)
		if !ok || try == mostTries {
			return err
		}
		if err := sleep(ctx, wait); err != nil {
			return err
		}
	}
}

// once is the only place that talks to Graph.
func (c *Calendar) once(ctx context.Context, u *url.URL, answer any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", "ugeseddel")
	// Both preferences must be asked for on every page. UTC, because Graph does not list Europe/Copenhagen among the zones it knows;
	// immutable ids, because the others change when an event is moved to another folder.
	req.Header.Set("Prefer", `outlook.timezone="UTC", IdType="ImmutableId"`)
	resp, err := c.client.Do(req)
	if err != nil {
		return withoutURL(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, mostBytes))
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case resp.StatusCode != http.StatusOK:
		return newRefusal(resp, body)
	case err != nil:
		return errCut
	}
	return decode(resp.Header.Get("Content-Type"), body, answer)
}

func decode(contentType string, body []byte, answer any) error {
	if strings.Contains(contentType, "html") || bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")) {
		return errWebPage
	}
	if !json.Valid(body) {
		return errCut
	}
	if json.Unmarshal(body, answer) != nil {
		return errNoList
	}
	return nil
}

// patience tells whether trying again may help, and how long to wait before.
func patience(err error, try int) (time.Duration, bool) {
	pause := time.Second << (try - 1)
	if r, ok := errors.AsType[*refusal](err); ok {
		if r.wait > 0 {
			pause = r.wait
		}
		return pause, r.passing() && pause <= longestWait
	}
	cut := errors.Is(err, errCut) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET)
	return pause, cut
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// withoutURL leaves the address out of an error of net/http: that of a further page is a secret for a while.
func withoutURL(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}
