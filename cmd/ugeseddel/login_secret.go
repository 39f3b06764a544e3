package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"ugeseddel/config"
	"ugeseddel/secret"
	"ugeseddel/signin"
	"ugeseddel/text"
)

// loginLeantime asks for a token, tries it out, and stores it.
func (a *app) loginLeantime(ctx context.Context, s config.Settings) error {
	if s.Leantime.URL == "" {
		return text.Errorf("post.no-leantime").Try("post.no-leantime-hint")
	}
	token, err := a.askHidden(ctx, "cmd.ask-token", s.Leantime.URL)
	if err != nil {
		return err
	}
	client, err := a.leantimeWith(s, token)
	if err != nil {
		return err
	}
	account, err := client.Connect(ctx)
	if err != nil {
		return err
	}
	return a.keep(ctx, leantimeName, s.Leantime.Token, token, "cmd.login-leantime", account.Version, account.Name)
}

// loginPassword asks for the password of a CalDAV account, tries it out, and stores it.
func (a *app) loginPassword(ctx context.Context, s config.Settings, c config.Calendar) error {
	password, err := a.askHidden(ctx, "cmd.ask-password", c.CalDAV.User, c.CalDAV.URL)
	if err != nil {
		return err
	}
	if err := a.keep(ctx, c.Name, c.CalDAV.Password, password, "cmd.login-password", c.Name); err != nil {
		return err
	}
	a.tryCalendar(ctx, s, c)
	return nil
}

// loginNextcloud fetches a password for this program alone, after the person has agreed in the browser.
func (a *app) loginNextcloud(ctx context.Context, s config.Settings, c config.Calendar, how loginFlags) error {
	got, err := signin.Nextcloud(ctx, nil, c.CalDAV.URL, func(address string) {
		how.noOpen = how.noOpen || how.device || !a.hasBrowser() // the page may be opened on any computer
		a.showAddress(address, how)
	})
	if err != nil {
		return err
	}
	if err := a.keep(ctx, c.Name, c.CalDAV.Password, got.Password, "cmd.login-password", c.Name); err != nil {
		return err
	}
	if got.User != c.CalDAV.User {
		a.say("cmd.login-other-user", got.User, c.Name)
	}
	a.tryCalendar(ctx, s, c)
	return nil
}

// keep stores a secret where the settings will look for it, and says so; done and args tell what was tried before.
func (a *app) keep(ctx context.Context, name string, ref secret.Ref, value, done string, args ...any) error {
	store, err := a.store()
	if err != nil {
		return err
	}
	if ref.Keyring != "" {
		name = ref.Keyring
	}
	if err := store.Set(ctx, name, value); err != nil {
		return err
	}
	a.say(done, args...)
	a.say("cmd.login-kept", store.Where(name))
	if !ref.IsZero() && ref.Keyring == "" {
		a.say("cmd.login-unused", name)
	}
	return nil
}

// askHidden asks for a secret. On a terminal it is not shown while it is typed; otherwise it is the first line of standard input, and nothing is asked.
func (a *app) askHidden(ctx context.Context, key string, args ...any) (string, error) {
	value, err := a.readHidden(ctx, key, args...)
	if errors.Is(err, io.EOF) || err == nil && value == "" {
		return "", text.Errorf("cmd.no-secret").Try("cmd.no-secret-hint")
	}
	return value, err
}

func (a *app) readHidden(ctx context.Context, key string, args ...any) (string, error) {
	f, ok := a.in.(*os.File)
	if !ok || !isTerminal(f) {
		return a.nextAnswer(ctx, key)
	}
	before, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", err
	}
	fmt.Fprint(a.errs, a.lang.T(key, args...)+" ")
	defer fmt.Fprintln(a.errs)
	type typed struct {
		secret []byte
		err    error
	}
	answer := make(chan typed, 1)
	go func() {
		secret, err := term.ReadPassword(int(f.Fd()))
		answer <- typed{secret, err}
	}()
	select {
	case t := <-answer:
		return string(t.secret), t.err
	case <-ctx.Done():
		return "", errors.Join(ctx.Err(), term.Restore(int(f.Fd()), before))
	}
}
