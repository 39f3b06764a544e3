package leantime

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"ugeseddel/text"
)

// maxAnswer is more than a project with tens of thousands of to-dos needs, in bytes.
const maxAnswer = 64 << 20

// A call is one method of the API: what to ask, and where the result goes. After sending, err tells how it went.
type call struct {
	method string // without the prefix, as "tickets.getAll"
	params any
	into   json.Unmarshaler // nil: the result does not matter
	err    error
}

// errNoAnswer is a call's error where the answer to a batch has nothing about it: whether Leantime acted is not known.
var errNoAnswer = unreachable(io.ErrUnexpectedEOF)

type request struct {
	Version string `json:"jsonrpc"`
	ID      int    `json:"id"`
	Method  string `json:"method"`
	Params  any    `json:"params"`
}

type answer struct {
	ID     integer         `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *rpcError       `json:"error"`
}

// once sends the calls as one batch, which Leantime counts as one request (3.5 to 3.9.8) and executes in order, each by itself.
// The error is about the request as a whole; what became of each call is in its err.
func (c *Client) once(ctx context.Context, calls ...*call) error {
	if len(calls) == 0 {
		return nil // an empty batch is an error to Leantime
	}
	requests := make([]request, len(calls))
	for i, one := range calls {
		one.err = errNoAnswer
		requests[i] = request{"2.0", i + 1, "leantime.rpc." + one.method, one.params}
	}
	body, err := json.Marshal(requests)
	if err != nil {
		return err
	}
	reply, err := c.exchange(ctx, http.MethodPost, "api/jsonrpc", body)
	if err != nil {
		return err
	}
	return distribute(reply, calls)
}

// distribute gives each call its answer. A batch that Leantime could not even begin gets one answer, which is not in a list.
func distribute(reply []byte, calls []*call) error {
	var answers []answer
	if err := json.Unmarshal(reply, &answers); err != nil {
		var one answer
		if json.Unmarshal(reply, &one) != nil || one.Error == nil {
			return notJSON(http.StatusOK)
		}
		return one.Error.typed("")
	}
	for _, a := range answers {
		if i := int(a.ID) - 1; i >= 0 && i < len(calls) {
			calls[i].err = calls[i].take(a)
		}
	}
	return nil
}

func (one *call) take(a answer) error {
	if a.Error != nil {
		return a.Error.typed(one.method)
	}
	var no refusal
	if json.Unmarshal(a.Result, &no) == nil {
		if err := no.typed(one.method); err != nil {
			return err
		}
	}
	if one.into == nil {
		return nil
	}
	if err := one.into.UnmarshalJSON(a.Result); err != nil {
		return &Error{Kind: NotLeantime, Status: http.StatusOK, Method: one.method, err: text.Errorf("leantime.odd-answer", one.method)}
	}
	return nil
}

// exchange is the only place that speaks HTTP. It returns the body of a 2xx answer that is JSON (or, for GET, a page).
func (c *Client) exchange(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	defer c.say(text.Message{})
	req, err := http.NewRequestWithContext(ctx, method, c.base.JoinPath(path).String(), bytes.NewReader(body))
	if err != nil {
		return nil, unreachable(err)
	}
	if method == http.MethodPost {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Accept", "application/json")
		c.credential.sign(req)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, unreachable(err)
	}
	defer resp.Body.Close()
	reply, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err := badStatus(resp, reply); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, unreachable(err)
	}
	if len(reply) > maxAnswer {
		return nil, &Error{Kind: NotLeantime, Status: resp.StatusCode, err: text.Errorf("leantime.too-long")}
	}
	if method == http.MethodPost && !json.Valid(reply) {
		return nil, notJSON(resp.StatusCode)
	}
	return reply, nil
}

// badStatus makes an error of an answer that is not 2xx. Leantime's own bodies for 401 and 429 say that they are HTML, and are JSON.
func badStatus(resp *http.Response, body []byte) error {
	e := &Error{Status: resp.StatusCode}
	switch status := resp.StatusCode; {
	case status == http.StatusUnauthorized:
		e.Kind, e.err = Unauthorized, text.Errorf("leantime.unauthorized").Try("leantime.unauthorized-try")
	case status == http.StatusTooManyRequests && strings.Contains(string(body), "failed authentication"):
		e.Kind, e.err = Unauthorized, text.Errorf("leantime.locked-out").Try("leantime.locked-out-try")
	case status == http.StatusTooManyRequests:
		e.Kind, e.err = TooMany, text.Errorf("leantime.too-many").Try("leantime.too-many-try")
		e.retryAfter = resp.Header.Get("Retry-After")
	case status >= 500:
		e.Kind, e.err = Failed, text.Errorf("leantime.status", status).Try("leantime.status-try")
	case status >= 300 && status < 400:
		e.Kind, e.err = NotLeantime, text.Errorf("leantime.moved", status, host(resp.Header.Get("Location"))).Try("leantime.url-try")
	case status < 200 || status >= 400:
		e.Kind, e.err = NotLeantime, text.Errorf("leantime.not-leantime", status).Try("leantime.url-try")
	default:
		return nil
	}
	return e
}

func notJSON(status int) *Error {
	return &Error{Kind: NotLeantime, Status: status, err: text.Errorf("leantime.not-json").Try("leantime.url-try")}
}

// uncertain tells whether Leantime may have acted although err came back.
func uncertain(err error) bool {
	var e *Error
	return !errors.As(err, &e) || e.Kind == Unreachable || e.Kind == Failed || e.Kind == NotLeantime
}
