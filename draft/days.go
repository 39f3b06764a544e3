package draft

import (
	"ugeseddel/day"
)

// Day is what one day of the draft adds up to, in minutes.
type Day struct {
	Date       day.Date
	Norm       int    // none on a holiday
	Holiday    string // its Danish name; "" where the day is none
	Registered int    // what the draft would register
	Missing    int    // the norm less that; negative where the day is above the norm
}

// Days returns the seven days of the week, Monday first.
func (d *Draft) Days() []Day {
	var days []Day
	for _, date := range d.Week.Dates() {
		one := Day{Date: date, Norm: d.Settings.norm(date), Holiday: d.Settings.Holidays.Name(date)}
		for _, l := range d.on(date) {
			if l.Counts() {
				one.Registered += l.Minutes
			}
		}
		one.Missing = one.Norm - one.Registered
		days = append(days, one)
	}
	return days
}
