package graph

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/text"
)

// wire is an event of Graph v1.0. Every field of it may be null; further ones are ignored.
type wire struct {
	ID             string
	ICalUID        string `json:"iCalUId"`
	SeriesMasterID string `json:"seriesMasterId"`
	Type           string
	OriginalStart  string
	Start, End     *dateTime
	IsAllDay       bool
	IsCancelled    bool
	IsOrganizer    bool
	Subject        string
	BodyPreview    string
	ShowAs         string
	Sensitivity    string
	ResponseStatus struct{ Response string }
	Location       struct{ DisplayName string }
	Organizer      struct {
		EmailAddress struct{ Name, Address string }
	}
	Attendees  []struct{} // only how many
	Categories []string
}

// dateTime is a time of day without an offset, with seven digits after the second, in the zone that it names.
type dateTime struct{ DateTime, TimeZone string }

// event turns the i-th item of the answer into an Event, and tells whether it is one to be shown. A cancelled one is not.
func (c *Calendar) event(i int, item json.RawMessage, zone *time.Location) (e calendar.Event, shown bool, err error) {
	var w wire
	if json.Unmarshal(item, &w) != nil {
		return e, false, c.problem(text.Msg("graph.item", i+1), "graph.unreadable")
	}
	if w.IsCancelled {
		return e, false, nil
	}
	start, end, wrong := w.span(zone)
	if wrong != "" {
		return e, false, c.problem(w.where(i), wrong)
	}
	e = w.identity(start)
	e.Calendar, e.AllDay, e.Start, e.End = c.settings.Name, w.IsAllDay, start, end
	e.ShowAs, e.Response, e.Recurring = w.showAs(), w.response(), w.recurring()
	if w.private() {
		e.Private = true
		return e, true, nil
	}
	e.Title, e.Location = w.Subject, w.Location.DisplayName
	e.Organizer, e.OrganizerSelf = w.organizer(), w.IsOrganizer
	e.Attendees, e.Categories = len(w.Attendees), w.Categories
	if c.settings.Descriptions {
		e.Description = w.BodyPreview
	}
	if e.UID == "" {
		e.StableID = e.Fingerprint()
	}
	return e, true, nil
}

// where tells which event it is without telling its title.
func (w *wire) where(i int) text.Message {
	if id := cmp.Or(w.ICalUID, w.ID); id != "" {
		return text.Msg("graph.event", id)
	}
	return text.Msg("graph.item", i+1)
}

func (c *Calendar) problem(where text.Message, what string) error {
	return &calendar.Problem{Calendar: c.settings.Name, Where: where, What: text.Msg(what)}
}

// span returns when the event is, in zone, or the key of what is wrong with it.
func (w *wire) span(zone *time.Location) (start, end time.Time, wrong string) {
	if w.IsAllDay {
		return w.days(zone)
	}
	start, ok := w.Start.in(zone)
	if !ok {
		return start, end, "graph.no-start"
	}
	end, ok = w.End.in(zone)
	if !ok {
		return start, end, "graph.no-end"
	}
	if end.Before(start) {
		return start, end, "graph.ends-before"
	}
	return start, end, ""
}

// days returns the midnights of an all-day event. Graph sends the same dates whatever zone is asked for, so the zone beside them
// means nothing and nothing is converted.
func (w *wire) days(zone *time.Location) (start, end time.Time, wrong string) {
	first, ok := w.Start.date()
	if !ok {
		return start, end, "graph.no-start"
	}
	after, ok := w.End.date()
	if !ok || !first.Before(after) {
		after = first.Add(1)
	}
	return first.In(zone), after.In(zone), ""
}

func (t *dateTime) date() (day.Date, bool) {
	if t == nil || len(t.DateTime) < len(time.DateOnly) {
		return day.Date{}, false
	}
	d, err := day.Parse(t.DateTime[:len(time.DateOnly)])
	return d, err == nil
}

// in returns the instant, shown in zone. UTC was asked for, but the answer's own zone counts.
func (t *dateTime) in(zone *time.Location) (time.Time, bool) {
	if t == nil {
		return time.Time{}, false
	}
	if at, err := time.Parse(time.RFC3339, t.DateTime); err == nil {
		return at.In(zone), true
	}
	own := zoneOf(t.TimeZone)
	if own == nil {
		return time.Time{}, false
	}
	at, err := time.ParseInLocation("2006-01-02T15:04:05", t.DateTime, own)
	return at.In(zone), err == nil
}

// showAs counts an unknown value, such as one that Microsoft adds later, as busy.
func (w *wire) showAs() calendar.ShowAs {
	switch w.ShowAs {
	case "free":
		return calendar.Free
	case "tentative":
		return calendar.Tentative
	case "oof":
		return calendar.OOF
	case "workingElsewhere":
		return calendar.Elsewhere
	}
	return calendar.Busy
}

func (w *wire) response() calendar.Response {
	switch w.ResponseStatus.Response {
	case "accepted":
		return calendar.Accepted
	case "declined":
		return calendar.Declined
	case "tentativelyAccepted":
		return calendar.Unsure
	case "organizer":
		return calendar.AsOrganizer
	}
	return calendar.None
}

// private counts everything but "normal" as private: also "personal", by which a person says that it is no business of work,
// and values that nobody knows yet.
func (w *wire) private() bool { return w.Sensitivity != "" && w.Sensitivity != "normal" }

func (w *wire) recurring() bool {
	return w.SeriesMasterID != "" || w.Type == "occurrence" || w.Type == "exception"
}

func (w *wire) organizer() string {
	a := w.Organizer.EmailAddress
	if a.Address == "" {
		return a.Name
	}
	return strings.ToLower(a.Address)
}
