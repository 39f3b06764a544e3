package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// answerer gives the answer to a question, named by its key in the catalogue. At the end of the answers the error is io.EOF.
type answerer interface {
	answer(ctx context.Context, question string) (string, error)
}

// ask puts a question and returns the answer without blanks around it.
func (a *app) ask(ctx context.Context, key string, args ...any) (string, error) {
	fmt.Fprint(a.errs, a.lang.T(key, args...)+" ")
	answer, err := a.nextAnswer(ctx, key)
	if err != nil {
		fmt.Fprintln(a.errs)
	}
	return answer, err
}

// nextAnswer returns the answer to a question that was shown, or need not be, without blanks around it.
func (a *app) nextAnswer(ctx context.Context, key string) (string, error) {
	if a.answers == nil {
		a.answers = newTyped(a.in)
	}
	answer, err := a.answers.answer(ctx, key)
	return strings.TrimSpace(answer), err
}

// yes puts a question that is answered with yes or no; anything else, and the end of the answers, is no.
func (a *app) yes(ctx context.Context, key string, args ...any) (bool, error) {
	answer, err := a.ask(ctx, key, args...)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	return isYes(answer), err
}

// isYes tells whether an answer is a yes, in either language.
func isYes(answer string) bool {
	return slices.Contains([]string{"j", "ja", "y", "yes"}, strings.ToLower(answer))
}

// typed is what a person types, line by line. An interruption gets through while it waits.
type typed struct {
	lines chan string
	err   error
}

func newTyped(in io.Reader) *typed {
	t := &typed{lines: make(chan string)}
	go func() {
		defer close(t.lines)
		r := bufio.NewReader(in)
		for {
			line, err := r.ReadString('\n')
			if line != "" {
				t.lines <- line
			}
			if err != nil {
				t.err = err
				return
			}
		}
	}()
	return t
}

func (t *typed) answer(ctx context.Context, _ string) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case line, ok := <-t.lines:
		if !ok {
			return "", t.err
		}
		return line, nil
	}
}
