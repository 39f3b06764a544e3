package leantimetest

import (
	"errors"
	"math"
	"strings"
)

const rpcPrefix = "leantime.rpc."

// The error codes of Leantime's JSON-RPC.
const (
	codeParse      = -32700
	codeRequest    = -32600
	codeMethod     = -32601
	codeParams     = -32602
	codeServer     = -32000
	codeNotAllowed = -32001
	codeNotFound   = -32002
)

// An rpcError is the error member of an answer.
type rpcError struct {
	code    int
	message string
	data    any
}

func (e *rpcError) Error() string { return e.message }

// MarshalJSON writes code, message and data; data is always there, mostly null.
func (e *rpcError) MarshalJSON() ([]byte, error) {
	return object{{"code", e.code}, {"message", e.message}, {"data", e.data}}.MarshalJSON()
}

func invalidRequest(why string) *rpcError { return &rpcError{codeRequest, "Invalid Request", why} }
func noMethod(why string) *rpcError       { return &rpcError{codeMethod, "Method not found", why} }
func badParams(why string) *rpcError      { return &rpcError{codeParams, "Invalid params", why} }

// errCrash stands for the answer 500 to the whole request.
var errCrash = errors.New("server error")

// methodsOf lists the methods that payload calls, for the log and for faults.
func methodsOf(payload any) []string {
	calls, batch := payload.([]any)
	if !batch {
		calls = []any{payload}
	}
	var methods []string
	for _, call := range calls {
		if fields, ok := call.(map[string]any); ok {
			method, _ := fields["method"].(string)
			methods = append(methods, strings.TrimPrefix(method, rpcPrefix))
		}
	}
	return methods
}

// answer runs a call, or the calls of a batch one after the other, each on its own. The answer to a notification is nil.
func (s *Server) answer(who *User, payload any) (any, error) {
	switch payload := payload.(type) {
	case map[string]any:
		return s.answerOne(who, payload), nil
	case []any:
		if len(payload) == 0 {
			return s.answerOne(who, nil), nil
		}
		return s.answerBatch(who, payload)
	}
	return nil, errCrash
}

func (s *Server) answerBatch(who *User, calls []any) (any, error) {
	answers := make([]any, len(calls))
	for i, c := range calls {
		fields, ok := c.(map[string]any)
		if !ok {
			return nil, errCrash
		}
		answers[i] = s.answerOne(who, fields)
	}
	return answers, nil
}

// answerOne runs one call. A notification gets no answer unless it could not be dispatched; before 3.9 also where it failed.
func (s *Server) answerOne(who *User, fields map[string]any) any {
	id := callID(fields["id"])
	m, c, refused := s.dispatch(who, fields)
	if refused != nil {
		return reply(nil, refused, id)
	}
	result, err := m.run(s, c)
	if err != nil {
		if id == nil && s.version.checksRights() {
			return nil
		}
		return reply(nil, s.exception(err), id)
	}
	if id == nil {
		return nil
	}
	return reply(s.wrapped(result), nil, id)
}

func reply(result any, err *rpcError, id any) object {
	if err != nil {
		return object{{"jsonrpc", "2.0"}, {"error", err}, {"id", id}}
	}
	return object{{"jsonrpc", "2.0"}, {"result", result}, {"id", id}}
}

// callID returns the id to answer with, nil for a notification. Fractions are cut off.
func callID(id any) any {
	if f, ok := id.(float64); ok {
		return int(math.Trunc(f))
	}
	return id
}

// wrapped puts a scalar result into an array where the version does so.
func (s *Server) wrapped(result any) any {
	switch result.(type) {
	case bool, int, float64, string:
		if s.version.wraps() {
			return []any{result}
		}
	}
	return result
}
