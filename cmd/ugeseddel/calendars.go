package main

import (
	"context"
	"errors"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav"
	"ugeseddel/calendar/ics"
	"ugeseddel/config"
	"ugeseddel/secret"
	"ugeseddel/text"
)

// namedSource is a calendar under its name in the settings.
type namedSource struct {
	name   string
	source calendar.Source
}

// sources opens the calendars of the settings, or the files and folders given on the command line; "-" is standard input.
func (a *app) sources(ctx context.Context, s config.Settings, files []string) ([]namedSource, error) {
	if len(files) > 0 {
		return a.fileSources(s, files), nil
	}
	wanted, err := a.wantedCalendars(s)
	if err != nil {
		return nil, err
	}
	var list []namedSource
	for _, c := range wanted {
		source, err := a.source(ctx, s, c)
		if err != nil {
			source = brokenSource{err}
		}
		list = append(list, namedSource{c.Name, source})
	}
	return list, nil
}

func (a *app) fileSources(s config.Settings, files []string) []namedSource {
	var list []namedSource
	for _, file := range files {
		name := filepath.Base(file)
		if file == "-" {
			list = append(list, namedSource{"-", ics.Reader(a.in, ics.Options{Calendar: "-", Me: s.Me})})
			continue
		}
		list = append(list, namedSource{name, ics.Path(file, ics.Options{Calendar: name, Me: s.Me})})
	}
	return list
}

// wantedCalendars returns the calendars that --calendar names, or all of them.
func (a *app) wantedCalendars(s config.Settings) ([]config.Calendar, error) {
	if len(s.Calendars) == 0 {
		return nil, text.Errorf("cmd.no-calendar").Try("cmd.no-calendar-hint")
	}
	if len(a.flags.calendars) == 0 {
		return s.Calendars, nil
	}
	var wanted []config.Calendar
	for _, name := range a.flags.calendars {
		i := slices.IndexFunc(s.Calendars, func(c config.Calendar) bool { return c.Name == name })
		if i < 0 {
			return nil, misused("cmd.unknown-calendar", name, calendarNames(s))
		}
		wanted = append(wanted, s.Calendars[i])
	}
	return wanted, nil
}

func calendarNames(s config.Settings) []string {
	names := make([]string, len(s.Calendars))
	for i, c := range s.Calendars {
		names[i] = c.Name
	}
	return names
}

// source opens one calendar of the settings.
func (a *app) source(ctx context.Context, s config.Settings, c config.Calendar) (calendar.Source, error) {
	folder, err := a.cacheDir()
	if err != nil {
		return nil, err
	}
	switch {
	case c.Graph != nil:
		return a.outlook(ctx, s, c)
	case c.CalDAV != nil && c.CalDAV.Google():
		return a.google(ctx, s, c, folder)
	case c.CalDAV != nil:
		password, err := a.keptSecret(ctx, c.CalDAV.Password, c.Name)
		return caldav.New(caldav.Account{
			Name: c.Name, URL: c.CalDAV.URL, User: c.CalDAV.User, Password: password, Me: s.Me, Client: httpClient(), Folder: folder,
		}), err
	case strings.Contains(c.ICS, "://"):
		return ics.NewLink(httpClient(), c.ICS, folder, ics.Options{Calendar: c.Name, Me: s.Me}), nil
	}
	return ics.Path(c.ICS, ics.Options{Calendar: c.Name, Me: s.Me}), nil
}

// cacheDir is the folder for copies of calendars.
func (a *app) cacheDir() (string, error) {
	dir, err := a.stateDir()
	return filepath.Join(dir, "calendars"), err
}

// secret reads a secret from where the settings say it is; "" where they say nothing.
func (a *app) secret(ctx context.Context, ref secret.Ref) (string, error) {
	dir, err := a.stateDir()
	if err != nil || ref.IsZero() {
		return "", err
	}
	return ref.Read(ctx, a.getenv, secret.Open(dir))
}

// httpClient is what every server is asked with.
func httpClient() *http.Client { return &http.Client{Timeout: time.Minute} }

// brokenSource is a calendar that could not even be opened: it says why when it is read, so that it does not hide the others.
type brokenSource struct{ err error }

func (b brokenSource) Events(context.Context, calendar.Window) ([]calendar.Event, error) {
	return nil, b.err
}

// readCalendars reads all sources at once. The error holds what every one of them had to say, each under its calendar's name.
func (a *app) readCalendars(ctx context.Context, sources []namedSource, w calendar.Window) (events []calendar.Event, outcomes []outcome) {
	defer a.afterASecond("cmd.reading-calendars")()
	outcomes = make([]outcome, len(sources))
	lists := make([][]calendar.Event, len(sources))
	var group sync.WaitGroup
	for i, s := range sources {
		group.Go(func() {
			list, err := s.source.Events(ctx, w)
			lists[i] = list
			outcomes[i] = newOutcome(s, err)
		})
	}
	group.Wait()
	return calendar.Merge(lists...), outcomes
}

// afterASecond tells a person at a terminal what takes so long, unless done is called within a second.
func (a *app) afterASecond(key string) (done func()) {
	if !isTerminal(a.errs) {
		return func() {}
	}
	timer := time.AfterFunc(time.Second, func() { a.say(key) })
	return func() { timer.Stop() }
}

// outcome is how reading one calendar went.
type outcome struct {
	calendar string
	problems []*calendar.Problem // events that could not be read
	failed   error               // the calendar as a whole could not be read
	asOf     time.Time           // how old it is, where its server says so: published links lag behind
}

func newOutcome(s namedSource, err error) outcome {
	o := outcome{calendar: s.name}
	o.problems, o.failed = calendar.Problems(err)
	if o.failed != nil {
		o.failed = text.Errorf("cmd.calendar-failed", s.name).Because(o.failed)
	}
	if dated, ok := s.source.(interface{ AsOf() time.Time }); ok {
		o.asOf = dated.AsOf()
	}
	return o
}

// tellOutcomes says what could not be read, and returns an error where a whole calendar could not.
func (a *app) tellOutcomes(outcomes []outcome, zone *time.Location) error {
	var failed []error
	for _, o := range outcomes {
		if !o.asOf.IsZero() {
			a.say("cmd.calendar-as-of", o.calendar, text.Stamp(o.asOf.In(zone)))
		}
		for _, p := range o.problems {
			a.tell(p)
		}
		if o.failed != nil {
			failed = append(failed, o.failed)
		}
	}
	return errors.Join(failed...)
}
