package mapping

import (
	"cmp"
	"slices"

	"ugeseddel/calendar"
	"ugeseddel/day"
)

// Memory is what a person decided before, by series and by title. The zero value remembers nothing and may be taught.
type Memory struct {
	ForgetAfter int // days without a like event after which an entry is forgotten; 0 is DefaultForgetAfter
	Entries     []Remembered

	index    memoryIndex
	marks    bool     // some entries hold a mark instead of a title
	comments []string // a person's, about the file as a whole
}

// DefaultForgetAfter is a year and a month, so that yearly events are remembered.
const DefaultForgetAfter = 400

// Remembered is one way in which events of a series or a title were registered.
type Remembered struct {
	Title  string // the title's words in lower case, without starters, numbers and dates; a mark instead where the events are skipped
	Series string // the UID of the series; "" for single events
	Skip   bool
	Choice
	Shares []Share
	Times  int      // how often it was so
	Last   day.Date // the day of the latest such event
	Passed bool     // never decided, only let pass: it helps to find the to-do, and nothing else

	comments []string // a person's, about the entry; they go with it
}

// Decision is what became of an event: what a person chose, or let pass.
type Decision struct {
	Skip bool
	Choice
	Shares []Share
	Passed bool
}

// same tells whether both were registered the same way.
func (r Remembered) same(o Remembered) bool {
	return r.Skip == o.Skip && (r.Skip || r.Choice == o.Choice && slices.Equal(r.Shares, o.Shares))
}

// Remember takes into m what became of an event. The same event taken in twice counts once, and a new decision about it
// takes the place of the old one. Private events are not remembered, and of skipped ones no words: what people leave out
// is often nobody's business.
func (r *Rules) Remember(m *Memory, e calendar.Event, d Decision) {
	if e.Private || d.Passed && d.Skip {
		return
	}
	title := r.properTitle(e)
	seen := Remembered{Title: plainTitle(title), Series: series(e), Choice: d.Choice, Shares: d.Shares, Passed: d.Passed, Times: 1, Last: day.Of(e.Start)}
	if d.Skip {
		seen.Title, seen.Skip, seen.Choice, seen.Shares = markOf(title), true, Choice{}, nil
	}
	if seen.Title == "" && seen.Series == "" {
		return
	}
	m.takeBack(seen, title)
	m.add(seen)
	m.index = nil
}

// takeBack forgets what was decided otherwise about the same event.
func (m *Memory) takeBack(seen Remembered, title string) {
	for i := range m.Entries {
		old := &m.Entries[i]
		if old.kin(seen, title) && old.Last == seen.Last && !old.same(seen) && !(seen.Passed && !old.Passed) {
			old.Times--
			old.Last = old.Last.Add(-1)
		}
	}
	m.Entries = slices.DeleteFunc(m.Entries, func(r Remembered) bool { return r.Times == 0 })
}

// add counts a like entry once more, or adds a new one, and keeps of each series and title the two newest ways only.
func (m *Memory) add(seen Remembered) {
	for i := range m.Entries {
		if old := &m.Entries[i]; old.Title == seen.Title && old.Series == seen.Series && old.same(seen) {
			old.again(seen.Last, seen.Passed)
			return
		}
	}
	m.Entries = append(m.Entries, seen)
	var like []int
	for i, old := range m.Entries {
		if old.Title == seen.Title && old.Series == seen.Series && old.Passed == seen.Passed {
			like = append(like, i)
		}
	}
	if len(like) > 2 {
		oldest := slices.MinFunc(like, func(a, b int) int { return m.Entries[a].Last.Compare(m.Entries[b].Last) })
		m.Entries = slices.Delete(m.Entries, oldest, oldest+1)
	}
}

// kin tells whether two entries are about the same series and title, kept in words or as a mark.
func (r Remembered) kin(o Remembered, title string) bool {
	return r.Series == o.Series && (r.Title == o.Title || r.Title == markOf(title) || r.Title == plainTitle(title))
}

// again counts one more event, if it is a later one. A decision makes a decision of what was only let pass.
func (r *Remembered) again(on day.Date, passed bool) {
	if r.Passed && !passed {
		r.Passed, r.Times = false, 0
		if on.Before(r.Last) || on == r.Last {
			r.Times = 1
		}
	}
	if r.Last.Before(on) {
		r.Times++
		r.Last = on
	}
}

// Forget drops what has not happened for so long, on the day today, that it is to be forgotten.
func (m *Memory) Forget(today day.Date) {
	limit := today.Add(-cmp.Or(m.ForgetAfter, DefaultForgetAfter))
	m.Entries = slices.DeleteFunc(m.Entries, func(r Remembered) bool { return r.Last.Before(limit) })
	m.index = nil
}

// series is what the occurrences of a series have in common, "" for a single event.
func series(e calendar.Event) string {
	if e.StableID != "" || !e.Recurring && e.RecurrenceID == "" {
		return ""
	}
	return e.UID
}
