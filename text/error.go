package text

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
)

// Error is an error whose words are in the catalogue: what happened and to what, perhaps what to do now, perhaps the error beneath.
// Its Error method speaks English, for logs and tests; a person is told with Lang.Error.
type Error struct {
	Message
	Hint Message
	Err  error
}

// Errorf makes an Error of a key and its arguments.
func Errorf(key string, args ...any) *Error { return &Error{Message: Msg(key, args...)} }

// Because adds the error beneath, which is said after a colon.
func (e *Error) Because(err error) *Error {
	e.Err = err
	return e
}

// Try adds what the person can do now.
func (e *Error) Try(key string, args ...any) *Error {
	e.Hint = Msg(key, args...)
	return e
}

func (e *Error) Error() string { return English.sentence(e) }

// Unwrap returns the error beneath.
func (e *Error) Unwrap() error { return e.Err }

// Error puts words to err: a line for each thing that went wrong, without hints. Joined errors are told one after another.
func (l Lang) Error(err error) []string {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, e := range joined.Unwrap() {
			lines = append(lines, l.Error(e)...)
		}
		return lines
	}
	return []string{l.sentence(err)}
}

// Hints returns what a person can do about err, each thing once.
func (l Lang) Hints(err error) []string {
	var hints []string
	seen := map[string]bool{}
	var walk func(error)
	walk = func(err error) {
		if e, ok := err.(*Error); ok && !e.Hint.IsZero() {
			if h := l.Say(e.Hint); !seen[h] {
				seen[h] = true
				hints = append(hints, h)
			}
		}
		switch e := err.(type) {
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				walk(inner)
			}
		case interface{ Unwrap() error }:
			walk(e.Unwrap())
		}
	}
	walk(err)
	return hints
}

func (l Lang) sentence(err error) string {
	switch e := err.(type) {
	case Speaker:
		return e.Say(l)
	case *Error:
		if e.Err == nil {
			return l.Say(e.Message)
		}
		return l.Say(e.Message) + ": " + strings.Join(l.Error(e.Err), "; ")
	}
	if m := systemMessage(err); !m.IsZero() {
		return l.Say(m)
	}
	return err.Error()
}

// systemMessage finds words for the errors of the system and the network that people meet.
func systemMessage(err error) Message {
	var dns *net.DNSError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, context.Canceled):
		return Msg("system.cancelled")
	case errors.As(err, &dns) && dns.IsNotFound:
		return Msg("system.no-host", dns.Name)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded),
		errors.As(err, &timeout) && timeout.Timeout():
		return Msg("system.timeout")
	case errors.Is(err, syscall.ECONNREFUSED):
		return Msg("system.refused")
	case errors.Is(err, fs.ErrNotExist):
		return Msg("system.no-file")
	case errors.Is(err, fs.ErrPermission):
		return Msg("system.permission")
	}
	return Message{}
}
