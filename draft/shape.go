package draft

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"ugeseddel/day"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// New is a line that a person adds without an event.
type New struct {
	Date  day.Date
	At    Clock // zero for a line that has a length alone
	Title string
	Entry
}

// Add adds a line of a person's own and returns its id. Where no minutes are given, those of the clock count, rounded.
func (d *Draft) Add(n New) (string, error) {
	if err := errors.Join(d.checkDate(n.Date), n.At.check()); err != nil {
		return "", err
	}
	l := Line{ID: d.freeID(), Date: n.Date, Title: n.Title, Entry: n.Entry, Kind: FromHand, Decision: Decided}
	l.setClock(n.At, d.Settings.zone())
	if l.Minutes == 0 {
		l.Minutes = d.Settings.Step.Nearest(l.Actual)
	}
	if err := errors.Join(d.checkMinutes(l.Minutes), l.makeReady()); err != nil {
		return "", err
	}
	l.Actual = l.Minutes
	d.Lines = append(d.Lines, l)
	d.settle()
	return l.ID, nil
}

// Split records that the line's time belongs to several things: whole steps by the parts of the shares, the sum unchanged.
// The first share stays on the line; it returns the ids of all parts.
func (d *Draft) Split(id string, shares []mapping.Share) ([]string, error) {
	l := d.Line(id)
	switch {
	case l == nil:
		return nil, text.Errorf("draft.no-line", id)
	case len(shares) < 2 || l.Share != 0:
		return nil, text.Errorf("draft.cannot-split", l.Words())
	}
	minutes, err := d.Settings.Step.divide(l.Minutes, shares)
	if err != nil {
		return nil, err
	}
	whole := *l
	var ids []string
	for i, share := range shares {
		part := whole
		part.ID, part.Part, part.Share = d.freePartID(id, i), i, share.Parts
		part.Choice, part.Minutes, part.Decision = share.Choice, minutes[i], Decided
		part.Actual, part.Rounded = minutes[i], 0
		if err := part.makeReady(); err != nil {
			return nil, err
		}
		if part.Kind != FromHand {
			part.Suggested = part.Entry
		}
		ids = append(ids, part.ID)
		d.put(part)
	}
	d.settle()
	return ids, nil
}

// divide shares minutes out in whole steps; the sum stays the same.
func (s Step) divide(minutes int, shares []mapping.Share) ([]int, error) {
	all := 0
	for _, share := range shares {
		if share.Parts < 1 {
			return nil, text.Errorf("draft.bad-share")
		}
		all += share.Parts
	}
	steps := minutes / s.Minutes()
	given, parts := 0, 0
	divided := make([]int, len(shares))
	for i, share := range shares {
		parts += share.Parts
		upTo := (2*steps*parts + all) / (2 * all)
		divided[i] = (upTo - given) * s.Minutes()
		given = upTo
	}
	return divided, nil
}

// Merge records that the first line takes over the time of the others, which are skipped from then on. All must be of one day.
func (d *Draft) Merge(ids ...string) error {
	var lines []*Line
	for _, id := range ids {
		l := d.Line(id)
		switch {
		case l == nil:
			return text.Errorf("draft.no-line", id)
		case slices.Contains(lines, l) || len(lines) > 0 && l.Date != lines[0].Date:
			return text.Errorf("draft.cannot-merge")
		}
		lines = append(lines, l)
	}
	if len(lines) < 2 {
		return text.Errorf("draft.cannot-merge")
	}
	into := *lines[0]
	for _, l := range lines[1:] {
		if l.Counts() {
			into.Minutes += l.Minutes
			into.Rounded += l.Rounded
		}
	}
	if err := errors.Join(d.checkMinutes(into.Minutes), into.makeReady()); err != nil {
		return err
	}
	into.Decision = Decided
	*lines[0] = into
	for _, l := range lines[1:] {
		l.Status, l.Decision, l.MergedInto, l.Left = Skip, Decided, into.ID, LeftMerged
	}
	d.settle()
	return nil
}

// Move records another day or time for the line; a zero clock leaves the time as it is. Its minutes stay.
func (d *Draft) Move(id string, to day.Date, at Clock) error {
	if err := errors.Join(d.checkDate(to), at.check()); err != nil {
		return err
	}
	return d.decide(id, func(l *Line) error {
		if at == (Clock{}) && l.hasClock() {
			at = l.onTheWall()
		}
		actual := l.Actual
		l.Date = to
		l.setClock(at, d.Settings.zone())
		l.Actual = actual
		return l.makeReady()
	})
}

func (l *Line) setClock(c Clock, zone *time.Location) {
	if c == (Clock{}) {
		return
	}
	l.Start, l.End = at(l.Date, c.From, zone), at(l.Date, c.To, zone)
	l.Actual = l.clock()
}

// check tells whether the clock runs forward, within one day.
func (c Clock) check() error {
	if c.From < 0 || c.To < c.From || c.To > 24*60 {
		return text.Errorf("draft.bad-clock")
	}
	return nil
}

// onTheWall is what the clock on the wall shows when the line begins and ends; 24:00 where it ends with its day.
func (l *Line) onTheWall() Clock { return Clock{onTheWall(l.Date, l.Start), onTheWall(l.Date, l.End)} }

// onTheWall returns the minutes after midnight that the clock on the wall shows, more than a day's where t is after date.
func onTheWall(date day.Date, t time.Time) int {
	return 60*t.Hour() + t.Minute() + 24*60*day.Of(t).DaysSince(date)
}

// put replaces the line of that id, or adds it.
func (d *Draft) put(l Line) {
	if has := d.Line(l.ID); has != nil {
		*has = l
		return
	}
	d.Lines = append(d.Lines, l)
}

func (d *Draft) freeID() string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("own%d", n); d.Line(id) == nil {
			return id
		}
	}
}

func (d *Draft) freePartID(whole string, part int) string {
	for name := partID(whole, part); ; name += "x" {
		if part == 0 || d.Line(name) == nil {
			return name
		}
	}
}

func (d *Draft) checkDate(date day.Date) error {
	if day.WeekOf(date) != d.Week {
		return text.Errorf("draft.other-week", date, d.Week)
	}
	return nil
}
