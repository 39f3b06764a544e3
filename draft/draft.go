// Package draft is the week before it is posted: a line for each event and day, the judgement that makes the lines add up
// (quarters, overlaps, absence, norm), what people decided about them, and the file they are kept in.
// Everything comes in as arguments; what a person should see is returned as values.
package draft

import (
	"cmp"
	"slices"

	"ugeseddel/day"
)

// Draft is one ISO week of lines, ordered by date, start and id.
type Draft struct {
	Week     day.Week
	Lines    []Line
	Settings Settings // what the lines are judged by; not part of the file but for the step and the zone

	comments comments // what a person wrote into the file, to be written back
}

// Line returns the line with that id, or nil. It may be read, but is changed through the methods of the draft alone.
func (d *Draft) Line(id string) *Line {
	for i := range d.Lines {
		if d.Lines[i].ID == id {
			return &d.Lines[i]
		}
	}
	return nil
}

// Between returns the lines of the days from (included) to (excluded); a zero date is no limit.
func (d *Draft) Between(from, to day.Date) []Line {
	var lines []Line
	for _, l := range d.Lines {
		if within(l.Date, from, to) {
			lines = append(lines, l)
		}
	}
	return lines
}

// Open returns the lines of those days that still need a person's decision.
func (d *Draft) Open(from, to day.Date) []Line {
	var open []Line
	for _, l := range d.Between(from, to) {
		if l.Status == Check {
			open = append(open, l)
		}
	}
	return open
}

// Asked returns the lines of those days that a person should be asked about: the open ones, and those whose event changed
// since they were decided or posted.
func (d *Draft) Asked(from, to day.Date) []Line {
	var asked []Line
	for _, l := range d.Between(from, to) {
		if l.Asks() {
			asked = append(asked, l)
		}
	}
	return asked
}

func within(d, from, to day.Date) bool {
	return (from.IsZero() || !d.Before(from)) && (to.IsZero() || d.Before(to))
}

// order puts the lines in the order of the draft.
func (d *Draft) order() {
	slices.SortStableFunc(d.Lines, func(a, b Line) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID))
	})
}

// on returns the lines of one day, to be changed in place.
func (d *Draft) on(date day.Date) []*Line {
	var lines []*Line
	for i := range d.Lines {
		if d.Lines[i].Date == date {
			lines = append(lines, &d.Lines[i])
		}
	}
	return lines
}
