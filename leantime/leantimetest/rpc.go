package leantimetest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"math"
	"net/http"
	"net/url"
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

func (s *Server) serveRPC(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, Request{})
	log := &s.requests[len(s.requests)-1]
	sw := &statusWriter{ResponseWriter: w, log: log}
	who := s.admit(sw, r)
	if who == nil {
		return
	}
	payload, err := read(r)
	if err == nil {
		log.Methods = methodsOf(payload)
		payload, err = s.answer(who, payload)
	}
	s.writeAnswer(sw, r.Method, payload, err)
}

// writeAnswer writes the reply to a payload that was answered, or err where it could not even be read.
func (s *Server) writeAnswer(w http.ResponseWriter, verb string, payload any, err error) {
	var refused *rpcError
	switch {
	case errors.As(err, &refused):
		payload = reply(nil, refused, 0)
	case errors.Is(err, errNoSuchVerb):
		writeBody(w, http.StatusNotFound, jsonType, []byte("{\n    \"message\": \"Can't find valid method for "+
			strings.ToLower(verb)+" in Leantime\\\\Domain\\\\Api\\\\Controllers\\\\Jsonrpc\"\n}"))
		return
	case err != nil:
		writeBody(w, http.StatusInternalServerError, jsonType, []byte("{\n    \"message\": \"Server Error\"\n}"))
		return
	case payload == nil:
		writeBody(w, http.StatusOK, htmlType, nil) // a notification
		return
	}
	body, err := encode(payload)
	if err != nil {
		panic(err) // answers are made of values that JSON has
	}
	contentType := jsonType
	if s.version.wraps() {
		contentType += "; charset=utf-8"
	}
	writeBody(w, http.StatusOK, contentType, body)
}

func writeBody(w http.ResponseWriter, status int, contentType string, body []byte) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// A statusWriter notes the status in the log.
type statusWriter struct {
	http.ResponseWriter
	log *Request
}

// WriteHeader notes status before it is sent.
func (w *statusWriter) WriteHeader(status int) {
	w.log.Status = status
	w.ResponseWriter.WriteHeader(status)
}

var errNoSuchVerb = errors.New("no such verb")

// read takes the call out of a request: a JSON body, form fields, or a query with params in base64.
func read(r *http.Request) (any, error) {
	switch r.Method {
	case http.MethodPost:
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		return readBody(r.Header.Get("Content-Type"), body)
	case http.MethodGet:
		return readQuery(r.URL.Query())
	case http.MethodDelete:
		return nil, invalidRequest("The JSON-RPC API only supports POST/GET requests")
	}
	return nil, errNoSuchVerb
}

func readBody(contentType string, body []byte) (any, error) {
	if strings.HasPrefix(contentType, "application/x-www-form-urlencoded") {
		values, _ := url.ParseQuery(string(body))
		return fields(values), nil
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, noMethod("Could not get any parameters from body")
	}
	v, err := decode(body)
	if err != nil {
		return nil, &rpcError{codeParse, "Parse error", "Could not parse JSON. Error Syntax error"}
	}
	if strings.Contains(contentType, "/json") {
		return trimmed(v), nil
	}
	return v, nil
}

func readQuery(values url.Values) (any, error) {
	call := fields(values)
	if params, err := base64.StdEncoding.DecodeString(values.Get("params")); err == nil {
		call["params"] = string(params)
	}
	return call, nil
}

func fields(values url.Values) map[string]any {
	call := map[string]any{}
	for name := range values {
		call[name] = values.Get(name)
	}
	return call
}

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
