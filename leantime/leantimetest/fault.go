package leantimetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A Fault is one thing that goes wrong, once, with one request on its way between client and server.
type Fault struct {
	Kind   Kind
	Method string // counts the requests that call this method, alone or in a batch, such as "timesheets.logTime"; "" counts all
	At     int    // the request that it happens to, counted from 1; 0 is the first
	N      int    // elements, bytes, seconds or requests, as the kind says
}

// A Kind of fault. Acted means that the server has done what was asked for, whatever the client hears.
type Kind int

// The kinds of faults.
const (
	Refused      Kind = iota // no connection
	DropBefore               // connection lost, not acted
	DropAfter                // connection lost, acted
	TimeOut                  // the client's patience ends at once, not acted
	TimeOutAfter             // the client's patience ends at once, acted
	Hang                     // no answer until the client's context ends, not acted
	Late                     // a time-out for the client; the server acts before the N-th request that follows (at least the next)
	Twice                    // acted twice, one after the other; the client hears the second answer
	Half                     // acted on the first N elements of a batch, then connection lost
	ElementFails             // the N-th element of a batch, counted from 0, is answered with an error and not acted on
	TooMany                  // 429, not acted; Retry-After says N seconds, 0 is without
	TooManyUntil             // 429, not acted; Retry-After says the date in N seconds
	Unauthorized             // 401, not acted
	Broken                   // 500 with a page in HTML, not acted
	BadGateway               // 502 with a page in HTML, acted
	Page                     // the login page with status 200, not acted
	PageAfter                // the login page with status 200, acted
	CutJSON                  // the answer ends after N bytes, acted
	Restart                  // nothing happens to the request, but the server has forgotten its counters
	KillBefore               // the program dies before sending, see Network.Revive
	KillAfter                // the program dies after the server has acted
	Echo                     // acted and answered as always, and acted on again before the N-th request that follows
	kinds
)

var kindNames = [...]string{"Refused", "DropBefore", "DropAfter", "TimeOut", "TimeOutAfter", "Hang", "Late", "Twice", "Half",
	"ElementFails", "TooMany", "TooManyUntil", "Unauthorized", "Broken", "BadGateway", "Page", "PageAfter", "CutJSON",
	"Restart", "KillBefore", "KillAfter", "Echo"}

// String returns the kind's name in Go.
func (k Kind) String() string { return kindNames[k] }

// A Schedule is the faults of one test, in no order.
type Schedule []Fault

// String writes the schedule as Go, to be pasted into a test of its own.
func (s Schedule) String() string {
	var b strings.Builder
	b.WriteString("leantimetest.Schedule{")
	for i, f := range s {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(f.String())
	}
	b.WriteString("}")
	return b.String()
}

// String writes the fault as an element of a Schedule.
func (f Fault) String() string {
	text := "{Kind: leantimetest." + f.Kind.String()
	if f.Method != "" {
		text += fmt.Sprintf(", Method: %q", f.Method)
	}
	if f.At != 0 {
		text += fmt.Sprintf(", At: %d", f.At)
	}
	if f.N != 0 {
		text += fmt.Sprintf(", N: %d", f.N)
	}
	return text + "}"
}

// RandomSchedule draws n faults for the first requests of a run. The same r draws the same. Hang is left to tests that
// have a context of their own.
func RandomSchedule(r *rand.Rand, n, requests int) Schedule {
	methods := []string{"", "", "timesheets.logTime", "timesheets.upsertTime", "timesheets.updateTime",
		"timesheets.deleteTime", "timesheets.getAll", "tickets.addTicket"}
	s := make(Schedule, n)
	for i := range s {
		f := Fault{Kind: Kind(r.IntN(int(kinds))), Method: methods[r.IntN(len(methods))], At: 1 + r.IntN(requests)}
		if f.Kind == Hang {
			f.Kind = TimeOut
		}
		if f.Method != "" {
			f.At = 1 + r.IntN(2)
		}
		f.N = r.IntN(f.Kind.reach())
		s[i] = f
	}
	return s
}

// reach is the bound under which RandomSchedule draws N.
func (k Kind) reach() int {
	switch k {
	case Half, ElementFails, Late, Echo:
		return 6
	case CutJSON:
		return 400
	case TooMany, TooManyUntil:
		return 30
	}
	return 1
}
