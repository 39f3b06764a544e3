package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"ugeseddel/config"
	"ugeseddel/draft"
	"ugeseddel/leantime"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// leantime opens the Leantime of the settings. Nothing is asked of it yet.
func (a *app) leantime(ctx context.Context, s config.Settings) (*leantime.Client, error) {
	token, err := a.leantimeToken(ctx, s)
	if err != nil {
		return nil, err
	}
	return a.leantimeWith(s, token)
}

// leantimeToken is the token or key from where the settings say it is, else from the environment, else what login stored.
func (a *app) leantimeToken(ctx context.Context, s config.Settings) (string, error) {
	if token := a.getenv("UGESEDDEL_LEANTIME_TOKEN"); token != "" && s.Leantime.Token.IsZero() {
		return token, nil
	}
	return a.keptSecret(ctx, s.Leantime.Token, leantimeName)
}

func (a *app) leantimeWith(s config.Settings, token string) (*leantime.Client, error) {
	if s.Leantime.URL == "" {
		return nil, text.Errorf("post.no-leantime").Try("post.no-leantime-hint")
	}
	credential := leantime.Credential{Token: token, User: s.Leantime.User, Emails: s.Me}
	return leantime.New(&http.Client{Timeout: leantimePatience}, s.Leantime.URL, credential, a.progress())
}

// leantimePatience is how long one request may take. It may be short: after a lost answer the rows are read before anything is sent again.
const leantimePatience = 20 * time.Second

// progress returns a function that is told what is being done, and says so when it lasts longer than a second.
func (a *app) progress() func(text.Message) {
	var mu sync.Mutex
	var timer *time.Timer
	return func(m text.Message) {
		mu.Lock()
		defer mu.Unlock()
		if timer != nil {
			timer.Stop()
		}
		if timer = nil; !m.IsZero() {
			timer = time.AfterFunc(time.Second, func() { fmt.Fprintln(a.errs, a.lang.Say(m)+" …") })
		}
	}
}

// tagNames returns the names of all tags, as in Leantime.
func tagNames(rules *mapping.Rules) []string {
	names := make([]string, len(rules.Tags))
	for i, t := range rules.Tags {
		names[i] = t.Name
	}
	return names
}

// tagName is the name in Leantime of the tag with that id in the rules.
func tagName(rules *mapping.Rules, id string) string {
	for _, t := range rules.Tags {
		if t.ID == id {
			return t.Name
		}
	}
	return id
}

// tagID is the id in the rules of the tag with that name in Leantime; another name stays as it is.
func tagID(rules *mapping.Rules, name string) string {
	for _, t := range rules.Tags {
		if t.Name == name {
			return t.ID
		}
	}
	return name
}

// registrations puts what a draft registers into the words of Leantime. A yearly project is there under its name with the year.
func registrations(d *draft.Draft, rules *mapping.Rules, span period, projects []string) []leantime.Registration {
	var list []leantime.Registration
	for _, r := range d.Registrations(span.From, span.To) {
		if name, ok := mapping.ProjectNamed(r.Project, projects, strconv.Itoa(r.Date.Year)); ok {
			r.Project = name
		}
		list = append(list, leantime.Registration{
			Date: r.Date, Project: r.Project, Task: r.Task, Tag: tagName(rules, r.Tag), Minutes: r.Minutes, Text: r.Text, Refs: r.Lines,
		})
	}
	return list
}

// openWork returns the person's open projects, and the open to-dos in them.
func openWork(ctx context.Context, client *leantime.Client) ([]leantime.Project, []leantime.Task, error) {
	all, err := client.Projects(ctx)
	if err != nil {
		return nil, nil, err
	}
	var open []leantime.Project
	var ids []int
	for _, p := range all {
		if !p.Closed {
			open = append(open, p)
			ids = append(ids, p.ID)
		}
	}
	tasks, err := client.Tasks(ctx, ids...)
	return open, tasks, err
}

// projectNames returns the names of those projects that time can be booked on.
func projectNames(projects []leantime.Project) []string {
	names := []string{}
	for _, p := range projects {
		if !p.Closed {
			names = append(names, p.Name)
		}
	}
	return names
}
