package leantimetest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// suffer lets fault happen to r: what the server does of it, and what the client hears.
func (n *Network) suffer(fault Fault, r *http.Request, body []byte) (*http.Response, error) {
	if fault.Kind.acts() {
		return n.after(fault, r, body)
	}
	switch fault.Kind {
	case Refused:
		return nil, &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	case TimeOut:
		return nil, os.ErrDeadlineExceeded
	case Hang:
		<-r.Context().Done()
		return nil, r.Context().Err()
	case Late:
		n.postpone(r, body, fault.N)
		return nil, os.ErrDeadlineExceeded
	case TooMany, TooManyUntil:
		return n.tooMany(fault, r), nil
	case Unauthorized:
		return reject(r, http.StatusUnauthorized, `{"error":"Unauthorized"}`), nil
	case Broken:
		return reject(r, http.StatusInternalServerError, brokenPage), nil
	case Page:
		return reject(r, http.StatusOK, brokenPage), nil
	case KillBefore:
		n.kill()
		return nil, ErrKilled
	}
	return nil, io.EOF // DropBefore
}

// acts tells whether the server gets to see the request before the client hears of it.
func (k Kind) acts() bool {
	switch k {
	case DropAfter, TimeOutAfter, Twice, Half, ElementFails, BadGateway, PageAfter, CutJSON, Restart, KillAfter, Echo:
		return true
	}
	return false
}

// after lets the server act, as far as fault has it, and then says what the client hears.
func (n *Network) after(fault Fault, r *http.Request, body []byte) (*http.Response, error) {
	switch fault.Kind {
	case Half:
		return nil, n.half(fault.N, r, body)
	case ElementFails:
		return n.withoutElement(fault.N, r, body)
	case Echo:
		n.postpone(r, body, fault.N)
	case Restart:
		if s, ok := n.server.(interface{ Restart() }); ok {
			s.Restart()
		}
	}
	answer, err := n.server.RoundTrip(withBody(r, body))
	if err != nil {
		return nil, err
	}
	switch fault.Kind {
	case DropAfter:
		return nil, io.EOF
	case TimeOutAfter:
		return nil, os.ErrDeadlineExceeded
	case Twice:
		return n.server.RoundTrip(withBody(r, body))
	case BadGateway:
		return reject(r, http.StatusBadGateway, brokenPage), nil
	case PageAfter:
		return reject(r, http.StatusOK, brokenPage), nil
	case CutJSON:
		return cut(answer, fault.N)
	case KillAfter:
		n.kill()
		return nil, ErrKilled
	}
	return answer, nil // Restart, Echo
}

const brokenPage = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Leantime</title></head><body>Login</body></html>\n"

func (n *Network) kill() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.killed = true
}

// postpone keeps r on its way; that its client gives up does not stop it.
func (n *Network) postpone(r *http.Request, body []byte, requests int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	late := withBody(r.WithContext(context.WithoutCancel(r.Context())), body)
	n.late = append(n.late, lateRequest{late, n.calls[""] + max(1, requests)})
}

func (n *Network) tooMany(fault Fault, r *http.Request) *http.Response {
	answer := reject(r, http.StatusTooManyRequests, `{"error":"Too many requests per minute."}`)
	switch {
	case fault.Kind == TooManyUntil:
		until := n.clock().Add(time.Duration(fault.N) * time.Second)
		answer.Header.Set("Retry-After", until.UTC().Format(http.TimeFormat))
	case fault.N > 0:
		answer.Header.Set("Retry-After", strconv.Itoa(fault.N))
	}
	return answer
}

// half lets the server act on the first elements of a batch; a single call counts as a batch of one.
func (n *Network) half(elements int, r *http.Request, body []byte) error {
	if batch := elementsOf(body); len(batch) > 1 {
		kept, err := json.Marshal(batch[:min(elements, len(batch))])
		if err != nil {
			return err
		}
		body = kept
	}
	if elements > 0 {
		if _, err := n.server.RoundTrip(withBody(r, body)); err != nil {
			return err
		}
	}
	return io.EOF
}

// withoutElement lets the server act on all elements but one, and answers that one with an error.
func (n *Network) withoutElement(element int, r *http.Request, body []byte) (*http.Response, error) {
	batch := elementsOf(body)
	element = min(element, len(batch)-1)
	var failed struct {
		ID any `json:"id"`
	}
	if element < 0 || json.Unmarshal(batch[element], &failed) != nil {
		return nil, io.EOF // no JSON-RPC
	}
	report, err := encode(reply(nil, &rpcError{codeServer, "Server error", nil}, failed.ID))
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(bytes.TrimSpace(body), []byte("[")) {
		return replace(reject(r, http.StatusOK, ""), report), nil
	}
	text, answer, err := n.others(slices.Delete(slices.Clone(batch), element, element+1), r)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode == http.StatusOK {
		answers := elementsOf(text)
		text, err = json.Marshal(slices.Insert(answers, min(element, len(answers)), json.RawMessage(report)))
	}
	return replace(answer, text), err
}

// others sends a batch that may be empty and returns its answer with the body read.
func (n *Network) others(batch []json.RawMessage, r *http.Request) ([]byte, *http.Response, error) {
	if len(batch) == 0 {
		return []byte("[]"), reject(r, http.StatusOK, ""), nil
	}
	body, err := json.Marshal(batch)
	if err != nil {
		return nil, nil, err
	}
	answer, err := n.server.RoundTrip(withBody(r, body))
	if err != nil {
		return nil, nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return text, answer, err
}

// elementsOf returns the elements of a JSON list; anything else is the one element of itself.
func elementsOf(body []byte) []json.RawMessage {
	var batch []json.RawMessage
	if json.Unmarshal(body, &batch) != nil {
		return []json.RawMessage{body}
	}
	return batch
}

func cut(answer *http.Response, bytes int) (*http.Response, error) {
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	return replace(answer, body[:min(bytes, max(0, len(body)-1))]), nil
}

func reject(r *http.Request, status int, body string) *http.Response {
	a := &answer{header: http.Header{"Content-Type": {htmlType}}, status: status}
	a.body.WriteString(body)
	return a.response(r)
}

func replace(answer *http.Response, body []byte) *http.Response {
	answer.Body, answer.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return answer
}
