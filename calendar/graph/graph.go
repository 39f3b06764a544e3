// Package graph reads an Outlook calendar in Microsoft 365 through Microsoft Graph: the person's own, another one of the account,
// or one that somebody shares. It only ever reads, and asks for no more fields than an Event has.
package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// DefaultBaseURL is Graph in Microsoft's global cloud; national clouds have addresses of their own.
const DefaultBaseURL = "https://graph.microsoft.com"

// Settings say which calendar is read. The zero value is the person's own.
type Settings struct {
	Name         string // the calendar's name in the settings, which every event carries
	BaseURL      string // where Graph is; "" is DefaultBaseURL
	Calendar     string // the name of another calendar of the account; "" is the main one
	Mailbox      string // the address of somebody who shares a calendar; "" is the person's own
	Descriptions bool   // also read the beginnings of the descriptions (bodyPreview); left out unless a rule looks at them
	Approval     string // the address where an IT department can approve the app, for the hint that asks for it
}

// Calendar is a calendar.Source.
type Calendar struct {
	settings Settings
	client   *http.Client
	base     *url.URL
}

// New makes a source of the calendar. The client signs the requests and should sign none that goes to another host;
// its redirects are not followed.
func New(client *http.Client, s Settings) (*Calendar, error) {
	address := strings.TrimSuffix(cmp.Or(s.BaseURL, DefaultBaseURL), "/")
	base, err := url.Parse(strings.TrimSuffix(address, "/v1.0"))
	if err != nil || base.Host == "" || base.Scheme != "https" && !loopback(base) {
		return nil, text.Errorf("graph.address", s.BaseURL)
	}
	base = base.JoinPath("v1.0")
	own := *client
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Calendar{s, &own, base}, nil
}

// loopback tells whether an address is on this computer, where a token need not be hidden from the network.
func loopback(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// Events yields the events that overlap w as calendar.Source says. A refusal is never an empty week: whatever Graph answers
// instead of events is an error that tells the person who must do what.
func (c *Calendar) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	view, err := c.view(ctx, w)
	if err != nil {
		return nil, err
	}
	items, err := c.list(ctx, view)
	events, problems := c.decode(items, w)
	calendar.Sort(events)
	return events, errors.Join(append(problems, err)...)
}

// decode turns what Graph sent into the window's events. What came twice, because the calendar moved under the paging, counts once.
func (c *Calendar) decode(items []json.RawMessage, w calendar.Window) (events []calendar.Event, problems []error) {
	type key struct {
		id    string
		start time.Time
	}
	seen := map[key]bool{}
	for i, item := range items {
		e, shown, err := c.event(i, item, w.Zone())
		if err != nil {
			problems = append(problems, err)
		}
		k := key{e.ID(), e.Start}
		if shown && !seen[k] && w.Overlaps(e.Start, e.End) {
			seen[k] = true
			events = append(events, e)
		}
	}
	return events, problems
}

// fields are what is asked of an event. An Event's count of attendees costs their names too, which are not kept.
const fields = "id,iCalUId,subject,start,end,isAllDay,isCancelled,isOrganizer,showAs,sensitivity,type,seriesMasterId," +
	"originalStart,responseStatus,organizer,attendees,categories,location"

// pageSize is enough for a week in one request; Graph allows up to 1000.
const pageSize = "250"

// view returns the address of the window's first page.
//
// A day more on either side is asked for: Graph matches an all-day event in a zone of its own choice, and zones differ by up to a day.
func (c *Calendar) view(ctx context.Context, w calendar.Window) (*url.URL, error) {
	owner, err := c.owner(ctx)
	if err != nil {
		return nil, err
	}
	selected := fields
	if c.settings.Descriptions {
		selected += ",bodyPreview"
	}
	u := owner.JoinPath("calendarView")
	u.RawQuery = url.Values{
		"startDateTime": {instant(w.Start.AddDate(0, 0, -1))},
		"endDateTime":   {instant(w.End.AddDate(0, 0, 1))},
		"$top":          {pageSize},
		"$select":       {selected},
	}.Encode()
	return u, nil
}

func instant(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05Z") }

// owner returns the address whose calendarView is the calendar's. A calendar that is known by its name is looked up first.
func (c *Calendar) owner(ctx context.Context) (*url.URL, error) {
	account := c.base.JoinPath("me")
	if c.settings.Mailbox != "" {
		account = c.base.JoinPath("users", url.PathEscape(c.settings.Mailbox))
	}
	switch {
	case c.settings.Calendar != "":
		return c.named(ctx, account)
	case c.settings.Mailbox != "":
		return account.JoinPath("calendar"), nil // what is shared is a calendar, seldom the whole account
	}
	return account, nil
}

// named finds another calendar of the account by its name.
func (c *Calendar) named(ctx context.Context, account *url.URL) (*url.URL, error) {
	u := account.JoinPath("calendars")
	u.RawQuery = url.Values{"$top": {"100"}, "$select": {"id,name"}}.Encode()
	items, err := c.list(ctx, u)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, item := range items {
		var found struct{ ID, Name string }
		if err := json.Unmarshal(item, &found); err != nil {
			continue
		}
		if strings.EqualFold(found.Name, c.settings.Calendar) {
			return account.JoinPath("calendars", url.PathEscape(found.ID)), nil
		}
		names = append(names, found.Name)
	}
	return nil, text.Errorf("graph.no-calendar", c.settings.Calendar).Try("graph.try-calendar", names)
}
