package leantimetest

import "errors"

// What a method throws. The answer made of it depends on the version, see exception.
var (
	errDenied   = errors.New("You are not allowed to perform this action.")    //lint:ignore ST1005 as Leantime says it
	errNotFound = errors.New("The task you tried to edit could not be found.") //lint:ignore ST1005 as Leantime says it
)

// A missingField is a value that a method insists on.
type missingField string

func (m missingField) Error() string { return string(m) + " is a required field" }

// exception turns what a method threw into an answer: with codes from 3.9 on, with the exception's own text before.
func (s *Server) exception(err error) *rpcError {
	var missing missingField
	var refused *rpcError
	switch {
	case errors.As(err, &refused):
		return refused
	case !s.version.checksRights():
		return &rpcError{codeServer, "Server error", err.Error()}
	case errors.Is(err, errDenied):
		return &rpcError{codeNotAllowed, err.Error(), nil}
	case errors.Is(err, errNotFound):
		return &rpcError{codeNotFound, err.Error(), nil}
	case errors.As(err, &missing):
		return &rpcError{codeParams, err.Error(), nil}
	}
	return &rpcError{codeServer, "Server error", nil}
}
