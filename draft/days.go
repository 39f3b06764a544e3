package draft

import "ugeseddel/day"

// Day is what one day of the draft adds up to, in minutes.
type Day struct {
	Date       day.Date
	Norm       int    // none on a holiday
	Holiday    string // its Danish name; "" where the day is none
	Registered int    // what the draft would register
	Missing    int    // the norm less that; negative where the day is above the norm
	Gaps       []Gap  // where something is missing: the free stretches of working time
}

// Days returns the seven days of the week, Monday first.
func (d *Draft) Days() []Day {
	var days []Day
	for _, date := range d.Week.Dates() {
		one := Day{Date: date, Norm: d.Settings.norm(date), Holiday: d.Settings.Holidays.Name(date)}
		lines := d.on(date)
		for _, l := range lines {
			if l.Counts() {
				one.Registered += l.Minutes
			}
		}
		one.Missing = one.Norm - one.Registered
		if one.Missing > 0 {
			one.Gaps = d.gaps(date, lines)
		}
		days = append(days, one)
	}
	return days
}
