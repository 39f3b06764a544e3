// Package calendar says what an event in a person's calendar is, and what every calendar can be asked: the events of a window of time.
// How a calendar is stored and reached is the business of the packages below it.
package calendar

import (
	"context"
	"time"
)

// A Source yields the events of one calendar that overlap w, ordered by start and then UID. Recurring events are already expanded,
// cancelled ones left out, private ones bare of everything but their time.
//
// What could not be read is in the error, the rest in the slice: single events as *Problem, joined with errors.Join;
// any other error means that the calendar as a whole could not be read (see Problems).
type Source interface {
	Events(ctx context.Context, w Window) ([]Event, error)
}

// Window is a half-open span of time. Its zone, that of Start, is the person's: in it days begin, and floating times are meant.
type Window struct {
	Start, End time.Time
}

// Zone returns the zone in which days begin and floating times are meant.
func (w Window) Zone() *time.Location { return w.Start.Location() }

// Overlaps tells whether an event from start to end belongs to the window.
// An event without length belongs to the window that holds its start.
func (w Window) Overlaps(start, end time.Time) bool {
	if !end.After(start) {
		return !start.Before(w.Start) && start.Before(w.End)
	}
	return start.Before(w.End) && end.After(w.Start)
}

// ShowAs is how the time of an event counts for others.
type ShowAs string

// The values of ShowAs; the empty one counts as Busy.
const (
	Busy      ShowAs = "busy"
	Free      ShowAs = "free"
	OOF       ShowAs = "oof" // out of office: absent
	Tentative ShowAs = "tentative"
	Elsewhere ShowAs = "elsewhere" // working elsewhere
)

// Response is the owner's own answer to an invitation.
type Response string

// The values of Response; the empty one counts as None.
const (
	Accepted    Response = "accepted"
	Declined    Response = "declined"
	Unsure      Response = "tentative"
	None        Response = "none" // no invitation, or not answered
	AsOrganizer Response = "organizer"
)

// Event is one occurrence as the calendar tells it.
type Event struct {
	UID           string
	RecurrenceID  string // which occurrence of a series this is: the original start in UTC (RFC 3339), or YYYY-MM-DD; "" for a single event
	StableID      string // set where the calendar makes new UIDs at each read: what identifies the occurrence instead
	Calendar      string // the name of the calendar in the settings
	Title         string
	Description   string
	Location      string
	Categories    []string
	Organizer     string // e-mail address, in lower case, or the name where there is none
	OrganizerSelf bool
	Attendees     int // how many were invited, the owner and rooms included
	AllDay        bool
	Start, End    time.Time // in the window's zone; of an all-day event the midnights of the first day and of the day after the last
	ShowAs        ShowAs
	Response      Response
	Private       bool
	Recurring     bool
}

// LeaveOut is a calendar's own reason to leave an event out of a draft.
type LeaveOut string

// The reasons, strongest first; "" is none.
const (
	LeftDeclined LeaveOut = "declined"
	LeftPrivate  LeaveOut = "private"
	LeftFree     LeaveOut = "free"
)

// LeaveOut returns the calendar's own reason to leave the event out of a draft, or "".
func (e Event) LeaveOut() LeaveOut {
	switch {
	case e.Response == Declined:
		return LeftDeclined
	case e.Private:
		return LeftPrivate
	case e.ShowAs == Free:
		return LeftFree
	}
	return ""
}
