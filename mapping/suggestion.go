// Package mapping suggests project, to-do and tag for an event: rules that read like the secretariat's handbook,
// and a memory of what people decided before. Every suggestion carries its reasons.
package mapping

import "ugeseddel/text"

// Suggestion is what the rules, and the memory, say of one event.
type Suggestion struct {
	Skip     bool    // not to be registered
	Certain  bool    // a person need not look
	Choice           // the best choice; fields are empty where nothing is known
	Second   *Choice // what came second; on a tie, where Certain is false, the other of the two
	Note     string  // the text for the registration, where a rule sets one; "" means the event's title
	Shares   []Share // how the time is split, where it is; the first share is Choice. Empty: all of it is Choice's
	Fill     Fill    // how the event becomes hours where its clock times do not say it
	Priority int     // which of two events at the same time counts, where a rule says so; higher counts
	Known    bool    // a rule or a memory, not only the default, decided: a free event counts only then
	Why      []text.Message
}

// Choice is where, what and which kind of work. Project and Task are names, Tag is the id of a tag in the rules.
type Choice struct {
	Project, Tag, Task string
}

// Share is a part of an event's time. Parts count against the sum of all Parts: 1 and 1 are half each.
type Share struct {
	Choice
	Parts int
}

// Fill says how an event becomes hours where its own clock times do not say it.
type Fill string

// The ways to fill a day; the norm is the person's own for that day.
const (
	FillTime    Fill = ""        // the event's clock times count; an all-day event is no hours
	FillWork    Fill = "work"    // the day's norm, as work: a course or a fair
	FillAbsence Fill = "absence" // the day's norm, as absence
	FillRest    Fill = "rest"    // absence for what is left of the norm after the day's work
	FillHalf    Fill = "half"    // absence for half of the norm
)
