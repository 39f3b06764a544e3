package graph

import (
	"encoding/json"
	"math"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// refusal is an answer of Graph other than 200, as far as it may be told to others: never its message, which can quote an event.
type refusal struct {
	status    int
	codes     []string      // from the general to the more specific
	blocked   bool          // an application access policy of the tenant keeps the app out of the mailbox
	requestID string        // by which Microsoft's support finds the request
	wait      time.Duration // what Retry-After asks for; 0 where it asks for nothing
}

func (r *refusal) Error() string { return "Microsoft Graph: " + r.detail() }

// longestWait is how long the person is let wait for a server that asks for patience.
const longestWait = 90 * time.Second

// passing tells whether the same request may succeed a little later.
func (r *refusal) passing() bool {
	switch r.status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout, 509: // 509: bandwidth limit exceeded
		return true
	}
	return false
}

func (r *refusal) is(code string) bool {
	return slices.ContainsFunc(r.codes, func(c string) bool { return strings.EqualFold(c, code) })
}

// detail is what an IT department or Microsoft's support need to know.
func (r *refusal) detail() string {
	words := []string{strconv.Itoa(r.status)}
	if len(r.codes) > 0 {
		words = append(words, r.codes[0])
	}
	if r.requestID != "" {
		words = append(words, "request-id "+r.requestID)
	}
	return strings.Join(words, ", ")
}

// problem is Graph's error, or the innererror within it; both spellings of the field and of the request's id occur.
type problem struct {
	Code        string   `json:"code"`
	Message     string   `json:"message"`
	RequestID   string   `json:"request-id"`
	RequestID2  string   `json:"requestId"`
	InnerError  *problem `json:"innerError"`
	InnerError2 *problem `json:"innererror"`
}

// harmless is the form of codes and ids. Whatever else stands in their place, a gateway's words for instance, is not told.
var harmless = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,80}$`)

// newRefusal reads as much of an error's body as is there: it may be HTML, empty, cut, or lack any of its fields.
func newRefusal(resp *http.Response, body []byte) *refusal {
	r := &refusal{
		status:    resp.StatusCode,
		requestID: resp.Header.Get("request-id"),
		wait:      retryAfter(resp.Header, time.Now()),
	}
	var envelope struct{ Error *problem }
	_ = json.Unmarshal(body, &envelope) // what could be read of it is in there
	for p, depth := envelope.Error, 0; p != nil && depth < 10; depth++ {
		r.add(p)
		if p.InnerError == nil {
			p.InnerError = p.InnerError2
		}
		p = p.InnerError
	}
	if !harmless.MatchString(r.requestID) {
		r.requestID = ""
	}
	return r
}

func (r *refusal) add(p *problem) {
	if harmless.MatchString(p.Code) {
		r.codes = append(r.codes, p.Code)
	}
	for _, id := range []string{p.RequestID, p.RequestID2} {
		if id != "" {
			r.requestID = id
		}
	}
	r.blocked = r.blocked || strings.Contains(p.Message, "OData is disabled") // the only mark that Exchange gives it
}

// retryAfter reads the header as RFC 9110 §10.2.3 has it, seconds or a date, and as Graph sends it: with a fraction of a second.
// A date is compared with the server's own clock where it tells it.
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds >= 0 {
		return time.Duration(math.Min(seconds, 1e6) * float64(time.Second))
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date
	}
	return max(0, at.Sub(now))
}
