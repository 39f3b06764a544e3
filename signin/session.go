package signin

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/oauth2"

	"ugeseddel/secret"
	"ugeseddel/text"
)

// Session is a person's sign-in to a provider.
type Session struct {
	Name     string // the calendar's name, under which the sign-in is stored
	Provider Provider
	Store    *secret.Store
	Lang     text.Lang         // of the page that the browser shows in the end
	Network  http.RoundTripper // nil: http.DefaultTransport
}

// answerTime is how long a provider may take for one answer.
const answerTime = 30 * time.Second

// network returns a client for the provider. x/oauth2 v0.37.0 asks for a device code without a context, and sends tokens wherever
// an answer redirects it, so the client has a time limit and follows nothing.
func (s *Session) network() *http.Client {
	return &http.Client{
		Transport:     s.Network,
		Timeout:       answerTime,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// with puts the client where x/oauth2 looks for it.
func (s *Session) with(ctx context.Context) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, s.network())
}

// keep stores a new sign-in, if it is one that lasts and may read calendars.
func (s *Session) keep(ctx context.Context, token *oauth2.Token) error {
	if token.RefreshToken == "" {
		return text.Errorf("signin.not-lasting", s.Provider.Name).Try("signin.try-not-lasting")
	}
	granted, _ := token.Extra("scope").(string)
	if missing := s.Provider.missing(granted); len(missing) > 0 {
		return text.Errorf("signin.too-little", s.Provider.Name, missing).Try("signin.try-approve", s.Provider.Approval)
	}
	return s.Store.Set(ctx, s.Name, token.RefreshToken)
}

// refresh gets an access token. The stored refresh token is read, used and replaced while no other process can do the same:
// many providers take a token that is used twice for a stolen one, and end the sign-in.
func (s *Session) refresh(ctx context.Context) (*oauth2.Token, error) {
	var token *oauth2.Token
	err := s.Store.Update(ctx, s.Name, func(old string) (string, error) {
		var err error
		if token, err = s.renew(ctx, old); err != nil {
			return "", err
		}
		return token.RefreshToken, nil
	})
	if errors.Is(err, secret.ErrNone) {
		return nil, text.Errorf("signin.none", s.Provider.Name).Try("signin.try-login", s.Name)
	}
	return token, err
}

const mostTries = 3

// renew asks for an access token. A question that was sent is waited for even if the person interrupts: the provider may have
// replaced the refresh token already, and the new one must not be lost.
func (s *Session) renew(ctx context.Context, refreshToken string) (*oauth2.Token, error) {
	whole := s.with(context.WithoutCancel(ctx))
	for try := 1; ; try++ {
		source := s.Provider.Config.TokenSource(whole, &oauth2.Token{RefreshToken: refreshToken})
		token, err := source.Token()
		if err == nil || !passing(err) || try == mostTries {
			return token, s.explain(err)
		}
		select {
		case <-time.After(time.Second << (try - 1)):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
