package draft

import (
	"slices"
	"time"

	"ugeseddel/day"
)

// addStanding adds the standing lines of the week that the draft does not have yet, on each day that has a norm.
// Next to absence they give way.
func (d *Draft) addStanding() {
	for _, date := range d.Week.Dates() {
		if d.Settings.norm(date) == 0 {
			continue
		}
		for _, s := range d.Settings.Standing {
			name := id("standing", s.Title, date.String())
			if s.comes(date) && d.Line(name) == nil {
				d.Lines = append(d.Lines, s.line(name, date, d.Settings.zone()))
			}
		}
	}
}

func (s Standing) comes(date day.Date) bool {
	odd := day.WeekOf(date).Number%2 == 1
	inWeek := s.Weeks == EachWeek || odd == (s.Weeks == OddWeeks)
	return inWeek && (s.Days == nil || slices.Contains(s.Days, date.Weekday()))
}

func (s Standing) line(name string, date day.Date, zone *time.Location) Line {
	l := Line{ID: name, Date: date, Title: s.Title, Kind: FromStanding, Certain: true, Actual: s.Minutes}
	l.Choice, l.Note = s.Choice, s.Note
	if s.At != (Clock{}) {
		l.Start, l.End = at(date, s.At.From, zone), at(date, s.At.To, zone)
		l.Actual = l.clock()
	}
	return l
}

// at is the instant at which the clock on the wall shows so many minutes after midnight; the first of two.
func at(date day.Date, minutes int, zone *time.Location) time.Time {
	return time.Date(date.Year, date.Month, date.Day, 0, minutes, 0, 0, zone)
}
