// Package demo is a lively week of the secretariat and a Leantime to post it to, both embedded, so that the whole job can be tried
// on a machine that has neither a calendar nor a Leantime.
package demo

import (
	_ "embed"
	"time"

	"ugeseddel/day"
)

// Calendar is the week as an .ics file: recurring and moved meetings, a declined one, a private one, a day of holiday, overlaps.
//
//go:embed week.ics
var Calendar []byte

// The person whose week it is.
const (
	Name    = "Mette Østergård"
	Address = "mette@example.dk"
	Token   = "demo"
)

// Week is the week of the calendar.
var Week = day.Week{Year: 2026, Number: 47}

// Zone is where the week takes place.
const Zone = "Europe/Copenhagen"

// Now is the moment of the demo: Friday afternoon of the week.
func Now() time.Time {
	return time.Date(2026, time.November, 20, 13, 30, 0, 0, time.UTC)
}
