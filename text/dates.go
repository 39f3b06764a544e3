package text

import (
	"fmt"
	"time"

	"ugeseddel/day"
)

var danishWeekdays = [...]string{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"}

var danishMonths = [...]string{"januar", "februar", "marts", "april", "maj", "juni",
	"juli", "august", "september", "oktober", "november", "december"}

// Weekday names the day of the week: "onsdag", "Wednesday".
func (l Lang) Weekday(d time.Weekday) string {
	if l == Danish {
		return danishWeekdays[d]
	}
	return d.String()
}

// Month names the month: "november", "November".
func (l Lang) Month(m time.Month) string {
	if l == Danish {
		return danishMonths[m-1]
	}
	return m.String()
}

func (l Lang) long(d day.Date) string {
	if l == Danish {
		return fmt.Sprintf("%s %d. %s", l.Weekday(d.Weekday()), d.Day, l.Month(d.Month))
	}
	return fmt.Sprintf("%s %d %s", l.Weekday(d.Weekday()), d.Day, l.Month(d.Month))
}

func (l Lang) short(d day.Date) string {
	weekday := string([]rune(l.Weekday(d.Weekday()))[:3])
	if l == Danish {
		return fmt.Sprintf("%s %d/%d", weekday, d.Day, int(d.Month))
	}
	return fmt.Sprintf("%s %d %s", weekday, d.Day, l.Month(d.Month)[:3])
}

func (l Lang) stamp(t time.Time) string {
	return l.short(day.Of(t)) + " " + t.Format("15:04")
}
