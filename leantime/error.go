package leantime

import (
	"errors"
	"fmt"
	"net/url"

	"ugeseddel/text"
)

// Kind says what sort of failure an Error is, for decisions.
type Kind string

// The kinds of failure.
const (
	Unreachable  Kind = "unreachable"  // no answer, or one cut short: whether Leantime acted is not known
	Unauthorized Kind = "unauthorized" // the token or key is not valid (401)
	TooMany      Kind = "too-many"     // asked too often (429)
	NotLeantime  Kind = "not-leantime" // an answer, but not one of Leantime's API: a login page, another program
	Refused      Kind = "refused"      // Leantime understood and said no
	Failed       Kind = "failed"       // Leantime, or what stands before it, broke (5xx, code -32000)
	Unsuitable   Kind = "unsuitable"   // the version, the account or the settings cannot be used for posting
)

// Error is what went wrong with Leantime. It never holds a token, a key or the text of a registration.
type Error struct {
	Kind   Kind
	Status int    // of HTTP; 0 without an answer
	Code   int    // of JSON-RPC; 0 where there is none
	Method string // of JSON-RPC, without its prefix; "" where there is none
	err    *text.Error

	retryAfter string // of a TooMany, as sent: seconds, a date, nothing or nonsense
}

// Error says it in English, for logs and tests.
func (e *Error) Error() string { return e.Say(text.English) }

// Say puts it into words.
func (e *Error) Say(l text.Lang) string { return l.Error(e.err)[0] }

// Unwrap returns the message with its hint, and the error beneath.
func (e *Error) Unwrap() error { return e.err }

func unreachable(err error) *Error {
	var inURL *url.Error
	if errors.As(err, &inURL) {
		err = inURL.Err // without the address, which may hold a secret
	}
	return &Error{Kind: Unreachable, err: text.Errorf("leantime.unreachable").Because(err).Try("leantime.unreachable-try")}
}

func unsuitable(key string, args ...any) *Error {
	return &Error{Kind: Unsuitable, err: text.Errorf(key, args...)}
}

// rpcError is the error member of an answer. Data holds the exception's text up to 3.8 and is null from 3.9 on.
type rpcError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data"`
}

// The codes of Leantime's JSON-RPC errors (3.9.8).
const (
	codeMethodNotFound = -32601
	codeParams         = -32602
	codeServer         = -32000
	codeNotAllowed     = -32001
	codeNotFound       = -32002
)

func (e rpcError) typed(method string) *Error {
	said := e.Message
	if data, ok := e.Data.(string); ok && data != "" {
		said = data
	}
	failure := &Error{Kind: Refused, Status: 200, Code: e.Code, Method: method}
	switch e.Code {
	case codeNotAllowed:
		failure.err = text.Errorf("leantime.not-allowed", method).Try("leantime.not-allowed-try")
	case codeNotFound:
		failure.err = text.Errorf("leantime.not-found", method)
	case codeServer:
		failure.Kind = Failed
		failure.err = text.Errorf("leantime.server-error", method, firstLine(said))
	default:
		failure.err = text.Errorf("leantime.rpc-error", method, firstLine(said), e.Code)
	}
	return failure
}

// firstLine is enough of a server's message to recognise it by.
func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' || i > 120 {
			return s[:i]
		}
	}
	return s
}

// refusal reads a result that is a refusal though it comes without an error member, as addTicket without a headline gives.
type refusal struct {
	Type    string `json:"type"`
	Msg     string `json:"msg"`
	Status  string `json:"status"`
	Message string `json:"message"`
}

func (r refusal) typed(method string) *Error {
	if r.Type != "error" && r.Status != "error" {
		return nil
	}
	return rpcError{Message: fmt.Sprint(r.Msg, r.Message)}.typed(method)
}
