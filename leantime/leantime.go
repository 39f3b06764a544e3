// Package leantime is the way to Leantime: who a person is there, a plan of what posting would change, the posting itself,
// the proof that it is there, and the way back.
//
// Leantime holds the truth. A row that ugeseddel wrote carries a short mark in its text (see mark.go), so that any computer knows
// how many of its hours were posted by ugeseddel. Whatever happens on the way, the answer is always the same: read what Leantime
// holds, plan again, and do what is still missing of what was shown.
//
// The package knows nothing of calendars or drafts. Leantime's behaviour is described for versions 3.5 to 3.9.8.
package leantime

import (
	"time"

	"ugeseddel/day"
)

// A Registration is time that a person has confirmed: on a day, on a to-do, with a text.
type Registration struct {
	Date    day.Date
	Project string // the name, compared without regard to case, spaces and Unicode form
	Task    string // the to-do's title, compared in the same way
	TaskID  int    // the to-do's number in Leantime; 0: found by Project, Task and Tag, or created
	Tag     string // the tag's name as in Leantime
	Minutes int
	Text    string   // what the time was spent on; "" means Task
	Refs    []string // the caller's own names for it, which come back in the action it became part of
}

// A Span is a run of local days in the person's zone. Posting and undoing never touch a row outside it.
type Span struct {
	From, To day.Date // To is the day after the last one
	Zone     *time.Location
}

// Holds tells whether d is one of the span's days.
func (s Span) Holds(d day.Date) bool { return !d.Before(s.From) && d.Before(s.To) }

// Options are what a plan needs to know besides the registrations.
type Options struct {
	Tags   []string // the names of all tags of which a to-do must carry exactly one; empty: not checked
	Posted []Posted // what this computer remembers of earlier postings; may be empty
}
