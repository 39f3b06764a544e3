package draft

import (
	"time"

	"ugeseddel/day"
)

// Hours are the minutes of a week that a person is hired for, by time.Weekday: Sunday first.
type Hours [7]int

// Norm is a person's norm, which may differ between ISO weeks of odd and of even number.
type Norm struct{ Odd, Even Hours }

// EveryWeek is the norm of a person whose weeks are all alike.
func EveryWeek(h Hours) Norm { return Norm{h, h} }

// FullTime is 37 hours a week, half an hour less on Fridays.
var FullTime = EveryWeek(Hours{time.Monday: 450, time.Tuesday: 450, time.Wednesday: 450, time.Thursday: 450, time.Friday: 420})

// On returns the norm of that weekday, whether or not it is a holiday.
func (n Norm) On(d day.Date) int {
	if day.WeekOf(d).Number%2 == 1 {
		return n.Odd[d.Weekday()]
	}
	return n.Even[d.Weekday()]
}

// norm returns the minutes that the person is to work on d: none on a holiday.
func (s Settings) norm(d day.Date) int {
	if s.Holidays.Name(d) != "" {
		return 0
	}
	return s.Norm.On(d)
}
