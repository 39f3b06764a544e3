package draft

import (
	"errors"
	"fmt"
	"time"

	"ugeseddel/day"
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

func (d *Draft) freeID() string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("own%d", n); d.Line(id) == nil {
			return id
		}
	}
}

func (d *Draft) checkDate(date day.Date) error {
	if day.WeekOf(date) != d.Week {
		return text.Errorf("draft.other-week", date, d.Week)
	}
	return nil
}
