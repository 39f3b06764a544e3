package leantimetest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

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

// refuse writes an error of the web layer: JSON that is no JSON-RPC, called HTML.
func refuse(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", htmlType)
	w.WriteHeader(status)
	_, _ = w.Write([]byte(`{"error":` + strconv.Quote(message) + `}`))
}
