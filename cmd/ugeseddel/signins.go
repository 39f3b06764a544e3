package main

import (
	"cmp"
	"context"
	"errors"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav"
	"ugeseddel/calendar/graph"
	"ugeseddel/config"
	"ugeseddel/secret"
	"ugeseddel/signin"
)

// store is where the secrets are kept that a person entrusted to ugeseddel.
func (a *app) store() (*secret.Store, error) {
	dir, err := a.stateDir()
	return secret.Open(dir), err
}

// keptSecret reads a secret from where the settings say it is; where they say nothing, what login stored under name, or "".
func (a *app) keptSecret(ctx context.Context, ref secret.Ref, name string) (string, error) {
	store, err := a.store()
	if err != nil {
		return "", err
	}
	if !ref.IsZero() {
		return ref.Read(ctx, a.getenv, store)
	}
	value, err := store.Get(ctx, name)
	if errors.Is(err, secret.ErrNone) {
		return "", nil
	}
	return value, err
}

// signsIn tells whether a calendar belongs to an account that a person signs in to, instead of giving a password.
func signsIn(c config.Calendar) bool { return c.Graph != nil || c.CalDAV != nil && c.CalDAV.Google() }

// session is the person's sign-in for such a calendar.
func (a *app) session(ctx context.Context, c config.Calendar) (*signin.Session, error) {
	store, err := a.store()
	if err != nil {
		return nil, err
	}
	session := &signin.Session{Name: c.Name, Store: store, Lang: a.lang}
	if c.Graph != nil {
		session.Provider = signin.Microsoft(signin.Microsoft365{
			ClientID: c.Graph.ClientID, Tenant: c.Graph.Tenant, Authority: c.Graph.Authority, BaseURL: c.Graph.BaseURL,
			Scopes: c.Graph.Scopes, Shared: c.Graph.Mailbox != "",
		})
		return session, nil
	}
	clientSecret, err := a.secret(ctx, c.CalDAV.ClientSecret)
	session.Provider = signin.Google(c.CalDAV.ClientID, clientSecret)
	return session, err
}

// outlook opens a calendar in Microsoft 365. Descriptions are read only where the rules look at them.
func (a *app) outlook(ctx context.Context, s config.Settings, c config.Calendar) (calendar.Source, error) {
	session, err := a.session(ctx, c)
	if err != nil {
		return nil, err
	}
	client, err := session.Client(cmp.Or(c.Graph.BaseURL, graph.DefaultBaseURL))
	if err != nil {
		return nil, err
	}
	rules, err := a.rules(s) // a mistake in them is told by the commands that need them
	return graph.New(client, graph.Settings{
		Name: c.Name, BaseURL: c.Graph.BaseURL, Calendar: c.Graph.Calendar, Mailbox: c.Graph.Mailbox,
		Descriptions: err == nil && rules.ReadDescriptions(), Approval: session.Provider.Approval,
	})
}

// google opens a Google account's calendars.
func (a *app) google(ctx context.Context, s config.Settings, c config.Calendar, folder string) (calendar.Source, error) {
	session, err := a.session(ctx, c)
	if err != nil {
		return nil, err
	}
	address := caldav.Google(c.CalDAV.User)
	client, err := session.Client(address)
	return caldav.New(caldav.Account{Name: c.Name, URL: address, Me: s.Me, Client: client, Folder: folder}), err
}
