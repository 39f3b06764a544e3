package calendar

import (
	"encoding/json"
	"errors"
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// wire is an event as `suggest` reads it, with the fields that AppendJSON writes.
type wire struct {
	UID           string   `json:"uid"`
	RecurrenceID  string   `json:"recurrence_id"`
	Calendar      string   `json:"calendar"`
	Title         string   `json:"title"`
	Description   string   `json:"description"`
	Location      string   `json:"location"`
	Categories    []string `json:"categories"`
	Organizer     string   `json:"organizer"`
	Attendees     int      `json:"attendees"`
	OrganizerSelf bool     `json:"organizer_self"`
	AllDay        bool     `json:"all_day"`
	Start         string   `json:"start"`
	End           string   `json:"end"`
	ShowAs        ShowAs   `json:"show_as"`
	Response      Response `json:"response"`
	Private       bool     `json:"private"`
	Recurring     bool     `json:"recurring"`
	LeaveOut      LeaveOut `json:"leave_out"`
}

// MarshalJSON writes the event with times as RFC 3339, or as dates where it lasts all day.
func (e Event) MarshalJSON() ([]byte, error) { return e.AppendJSON(nil), nil }

// ParseEvent reads an event written by MarshalJSON, or by hand: fields may be missing, times be without seconds or offset and are then local to zone.
// What is wrong is told with the name of the field.
func ParseEvent(data []byte, zone *time.Location) (Event, error) {
	var w wire
	err := json.Unmarshal(data, &w)
	if field, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && field.Field != "" {
		return Event{}, text.Errorf("calendar.json-field", field.Field)
	}
	if err != nil {
		return Event{}, text.Errorf("calendar.not-json")
	}
	start, startDay, err := parseTime(w.Start, zone)
	if err != nil {
		return Event{}, text.Errorf("calendar.json-time", "start", w.Start)
	}
	end, _, err := parseTime(w.End, zone)
	if err != nil {
		return Event{}, text.Errorf("calendar.json-time", "end", w.End)
	}
	if end.IsZero() {
		end = start
	}
	return Event{
		UID: w.UID, RecurrenceID: w.RecurrenceID, Calendar: w.Calendar,
		Title: w.Title, Description: w.Description, Location: w.Location, Categories: w.Categories,
		Organizer: w.Organizer, Attendees: w.Attendees, OrganizerSelf: w.OrganizerSelf,
		AllDay: w.AllDay || startDay, Start: start, End: end,
		ShowAs: w.ShowAs, Response: w.Response, Private: w.Private, Recurring: w.Recurring,
	}, nil
}

var localLayouts = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

var errNoTime = errors.New("no time")

func parseTime(s string, zone *time.Location) (t time.Time, isDay bool, err error) {
	if s == "" {
		return time.Time{}, false, nil
	}
	if d, err := day.Parse(s); err == nil {
		return d.In(zone), true, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.In(zone), false, nil
		}
	}
	for _, layout := range localLayouts {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, false, nil
		}
	}
	return time.Time{}, false, errNoTime
}
