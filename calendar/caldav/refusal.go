package caldav

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"ugeseddel/text"
)

// refusal is an answer that is no success. Nothing of its body is told to anybody: servers repeat there what they were sent.
type refusal struct {
	status int
	pause  time.Duration // how long the server asks to wait (RFC 9110 §10.2.3)
	words  *text.Error
}

func (r *refusal) Error() string { return r.words.Error() }

// Say puts words to the refusal.
func (r *refusal) Say(l text.Lang) string { return l.Say(r.words.Message) }

// Unwrap returns the words, which carry the hint.
func (r *refusal) Unwrap() error { return r.words }

// What can go wrong with an answer apart from its status.
var (
	errCut        = text.Errorf("caldav.cut").Try("caldav.later-hint")
	errHuge       = text.Errorf("caldav.huge", maxAnswer>>20).Try("caldav.ask-hint")
	errWebPage    = text.Errorf("caldav.web-page").Try("caldav.address-hint")
	errUnreadable = text.Errorf("caldav.unreadable").Try("caldav.address-hint")
	errCircle     = text.Errorf("caldav.circle").Try("caldav.address-hint")
)

// elsewhere is the error of a server that sends us to another one, or out of TLS.
func elsewhere(u *url.URL) error {
	to := url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}
	err := text.Errorf("caldav.elsewhere", to.String())
	if u.Scheme != "https" {
		return err.Try("caldav.ask-hint")
	}
	return err.Try("caldav.elsewhere-hint", to.String())
}

func isElsewhere(err error) bool {
	e, ok := errors.AsType[*text.Error](err)
	return ok && e.Key == "caldav.elsewhere"
}

// unreached makes an error of what net/http says, without the address and the method that it repeats.
func unreached(err error) error {
	switch certificate, ok := errors.AsType[*tls.CertificateVerificationError](err); {
	case ok:
		return text.Errorf("caldav.certificate").Because(certificate.Err).Try("caldav.certificate-hint")
	case errors.Is(err, context.Canceled):
		return err
	case ownWords(err) != nil:
		return ownWords(err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return errCut
	}
	if around, ok := errors.AsType[*url.Error](err); ok && !around.Timeout() {
		err = around.Err
	}
	return text.Errorf("caldav.unreached").Because(err).Try("caldav.unreached-hint")
}

// ownWords returns what the client's own transport has to say, that the person must sign in first for instance, or nil.
func ownWords(err error) error {
	if around, ok := errors.AsType[*url.Error](err); ok {
		if own, ok := around.Err.(*text.Error); ok {
			return own
		}
	}
	return nil
}

// newRefusal makes an error of a status that is no success.
func newRefusal(status int, pause time.Duration) *refusal {
	r := &refusal{status: status, pause: pause}
	switch {
	case status == http.StatusUnauthorized:
		r.words = text.Errorf("caldav.unauthorized").Try("caldav.unauthorized-hint")
	case status == http.StatusForbidden:
		r.words = text.Errorf("caldav.forbidden").Try("caldav.forbidden-hint")
	case status == http.StatusNotFound || status == http.StatusGone:
		r.words = text.Errorf("caldav.not-found", status).Try("caldav.address-hint")
	case status == http.StatusMethodNotAllowed || status == http.StatusNotImplemented:
		r.words = text.Errorf("caldav.no-caldav", status).Try("caldav.address-hint")
	case status == http.StatusTooManyRequests:
		r.words = text.Errorf("caldav.too-many").Try("caldav.later-hint")
	case status >= 500:
		r.words = text.Errorf("caldav.server", status).Try("caldav.later-hint")
	default:
		r.words = text.Errorf("caldav.status", status).Try("caldav.ask-hint")
	}
	if pause > 0 {
		r.words.Try("caldav.wait-hint", text.Stamp(time.Now().Add(pause)))
	}
	return r
}

// retryAfter reads seconds or a date; 0 where there is neither.
func retryAfter(s string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(s); err == nil {
		return time.Duration(min(max(seconds, 0), 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(s); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}

// isWebPage tells whether the answer is meant for a browser: a login page, or the front page of the server.
func isWebPage(h http.Header, body []byte) bool {
	start := strings.ToLower(string(bytes.TrimSpace(body[:min(len(body), 200)])))
	return strings.HasPrefix(h.Get("Content-Type"), "text/html") || strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html")
}

// status returns the HTTP status of a refusal, and 0 of any other error.
func status(err error) int {
	if r, ok := errors.AsType[*refusal](err); ok {
		return r.status
	}
	return 0
}
