package calendar

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// ID identifies the occurrence across reads of the same calendar, and the same meeting in two calendars.
func (e Event) ID() string {
	if e.StableID != "" {
		return e.StableID
	}
	if e.RecurrenceID != "" {
		return e.UID + "/" + e.RecurrenceID
	}
	return e.UID
}

// Fingerprint identifies an occurrence by what it is: its start, end, title and organiser. It tells none of them.
// It is the StableID of an event whose UID is missing or new at each read.
func (e Event) Fingerprint() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{
		e.Start.UTC().Format(time.RFC3339), e.End.UTC().Format(time.RFC3339), normalise(e.Title), normalise(e.Organizer),
	}, "\x00")))
	return "~" + hex.EncodeToString(sum[:12])
}

// normalise makes titles comparable: composed letters, small, single blanks.
func normalise(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// Sort orders events by start, then UID, then occurrence.
func Sort(events []Event) {
	order := make([]place, len(events)) // an Event is large: only its place is moved about
	for i := range events {
		order[i] = place{events[i].Start.Unix(), i}
	}
	compare := func(a, b place) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		x, y := &events[a.index], &events[b.index]
		return cmp.Or(x.Start.Compare(y.Start), strings.Compare(x.UID, y.UID), strings.Compare(x.RecurrenceID, y.RecurrenceID), cmp.Compare(a.index, b.index))
	}
	if slices.IsSortedFunc(order, compare) {
		return
	}
	slices.SortFunc(order, compare)
	sorted := make([]Event, len(events))
	for i, p := range order {
		sorted[i] = events[p.index]
	}
	copy(events, sorted)
}

// place is where an event stands.
type place struct {
	start int64
	index int
}

// Merge puts the events of several calendars together, in order, the same meeting once: it has the same identity, or the same start, end,
// title and organiser. The calendar in which the owner has answered counts, else the first; what is private in one of them is private.
func Merge(lists ...[]Event) []Event {
	if len(lists) == 1 {
		Sort(lists[0])
		return lists[0]
	}
	var merged merge
	for _, list := range lists {
		merged.add(list)
	}
	Sort(merged.events)
	return merged.events
}

type merge struct {
	events []Event
	byID   map[string]int // places in events
	byLook map[look]int
}

// look is what a meeting looks like to a person. One without a title looks like no other.
type look struct {
	start, end       int64
	title, organizer string
}

func lookOf(e Event) look {
	return look{e.Start.Unix(), e.End.Unix(), normalise(e.Title), normalise(e.Organizer)}
}

// add takes in the events of one more calendar. Within it, every event stays.
func (m *merge) add(list []Event) {
	if m.byID == nil {
		m.byID, m.byLook = map[string]int{}, map[look]int{}
	}
	places := make([]int, len(list))
	for i, e := range list {
		places[i] = m.place(e)
	}
	for i, e := range list {
		at := places[i]
		if at < 0 {
			at = len(m.events)
			m.events = append(m.events, e)
		} else {
			m.events[at] = same(m.events[at], e)
		}
		if id := e.ID(); id != "" {
			m.byID[id] = at
		}
		m.byLook[lookOf(e)] = at
	}
}

// place returns where the meeting stands already, or -1.
func (m *merge) place(e Event) int {
	if at, ok := m.byID[e.ID()]; ok && e.ID() != "" {
		return at
	}
	if at, ok := m.byLook[lookOf(e)]; ok && e.Title != "" {
		return at
	}
	return -1
}

// same chooses between the same meeting in two calendars.
func same(a, b Event) Event {
	chosen := a
	if answered(b) && !answered(a) {
		chosen = b
	}
	if a.Private || b.Private {
		chosen = chosen.bare()
	}
	return chosen
}

func answered(e Event) bool { return e.Response != "" && e.Response != None }

// bare returns the event with nothing but its time.
func (e Event) bare() Event {
	return Event{
		UID: e.UID, RecurrenceID: e.RecurrenceID, StableID: e.StableID, Calendar: e.Calendar,
		AllDay: e.AllDay, Start: e.Start, End: e.End, Recurring: e.Recurring,
		Private: true,
	}
}
