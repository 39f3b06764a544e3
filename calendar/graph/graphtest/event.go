package graphtest

import (
	"fmt"
	"maps"
	"strings"
	"time"
)

// Event is an event as Graph's JSON has it: every property of v1.0 that a calendar needs. Its start and end are in UTC.
type Event map[string]any

// Meeting makes an accepted single meeting.
func Meeting(subject string, start, end time.Time) Event {
	id := fmt.Sprintf("AAkALgAA/%s+%d=", strings.ReplaceAll(subject, " ", "-"), start.Unix())
	return Event{
		"@odata.etag":    `W/"ZlnW4RIAV06KYYwlrfNZvQ=="`,
		"id":             id,
		"iCalUId":        "uid-" + id,
		"subject":        subject,
		"bodyPreview":    "Dagsorden for " + subject,
		"body":           map[string]any{"contentType": "html", "content": "<p>Dagsorden for " + subject + "</p>"},
		"start":          dateTime(start.UTC(), "UTC"),
		"end":            dateTime(end.UTC(), "UTC"),
		"isAllDay":       false,
		"isCancelled":    false,
		"isOrganizer":    false,
		"showAs":         "busy",
		"sensitivity":    "normal",
		"importance":     "normal",
		"type":           "singleInstance",
		"seriesMasterId": nil,
		"originalStart":  nil,
		"recurrence":     nil,
		"responseStatus": map[string]any{"response": "accepted", "time": "2026-11-01T09:00:00Z"},
		"organizer":      map[string]any{"emailAddress": map[string]any{"name": "Mette Holm", "address": "Mette.Holm@Example.dk"}},
		"attendees":      []any{attendee("ali@example.dk"), attendee("bo@example.dk")},
		"categories":     []any{"OS2"},
		"location":       map[string]any{"displayName": "Lokale 2", "locationType": "default"},
		"hasAttachments": false,
	}
}

// AllDay makes an event of whole days, the last one exclusive. Graph gives their midnights as if they were in UTC.
func AllDay(subject string, first, after time.Time) Event {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return Meeting(subject, midnight(first), midnight(after)).With("isAllDay", true)
}

// Occurrence makes one meeting of a series, which began at original before it was perhaps moved.
func Occurrence(series, subject string, original, start, end time.Time) Event {
	e := Meeting(subject, start, end)
	id := fmt.Sprintf("%s/%s", series, original.UTC().Format("20060102T150405Z"))
	maps.Copy(e, Event{
		"id":             id,
		"iCalUId":        id,
		"type":           "occurrence",
		"seriesMasterId": series,
		"originalStart":  original.UTC().Format(time.RFC3339),
	})
	if !original.Equal(start) {
		e["type"] = "exception"
	}
	return e
}

// With returns the event with a property changed.
func (e Event) With(property string, value any) Event {
	changed := maps.Clone(e)
	changed[property] = value
	return changed
}

func attendee(address string) map[string]any {
	return map[string]any{
		"type":         "required",
		"status":       map[string]any{"response": "none", "time": "0001-01-01T00:00:00Z"},
		"emailAddress": map[string]any{"name": address, "address": address},
	}
}

// dateTime has no offset and seven digits after the second, as Graph's.
func dateTime(t time.Time, zone string) map[string]any {
	return map[string]any{"dateTime": t.Format("2006-01-02T15:04:05.0000000"), "timeZone": zone}
}

// times returns start and end in UTC; an event without an end is only its start.
func (e Event) times() (start, end time.Time) {
	start, ok := readTime(e["start"])
	if end, found := readTime(e["end"]); ok && found {
		return start, end
	}
	return start, start
}

func readTime(property any) (time.Time, bool) {
	p, ok := property.(map[string]any)
	if !ok {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-01-02T15:04:05", p["dateTime"].(string))
	return t, err == nil
}
