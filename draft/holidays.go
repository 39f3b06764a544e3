package draft

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/dk"

	"ugeseddel/day"
)

// Holidays are the days on which nobody works: Denmark's public holidays, and the days that are free by local custom.
type Holidays struct {
	Free []Custom // free besides; nil means DanishCustoms
	Work []Custom // not free, whatever else is said
}

// Custom is a day of each year or, with a year, one day only.
type Custom struct {
	Year  int // 0: every year
	Month time.Month
	Day   int
	Name  string
}

// DanishCustoms are the days that most Danish public employers give free besides the public holidays. 1 May is not among them.
var DanishCustoms = []Custom{
	{Month: time.June, Day: 5, Name: "Grundlovsdag"},
	{Month: time.December, Day: 24, Name: "Juleaftensdag"},
	{Month: time.December, Day: 31, Name: "Nytårsaftensdag"},
}

// Name returns the Danish name of the holiday on d, or "" where d is none. Store bededag is one until 2023.
func (h Holidays) Name(d day.Date) string {
	if _, works := find(h.Work, d); works {
		return ""
	}
	for _, holiday := range dk.Holidays {
		if holiday != dk.Grundlovsdag && falls(holiday, d) {
			return holiday.Name
		}
	}
	free := h.Free
	if free == nil {
		free = DanishCustoms
	}
	name, isFree := find(free, d)
	if isFree && name == "" {
		return "Fridag"
	}
	return name
}

func falls(h *cal.Holiday, d day.Date) bool {
	actual, _ := h.Calc(d.Year)
	return !actual.IsZero() && day.Of(actual) == d
}

func find(customs []Custom, d day.Date) (name string, found bool) {
	for _, c := range customs {
		if c.Month == d.Month && c.Day == d.Day && (c.Year == 0 || c.Year == d.Year) {
			return c.Name, true
		}
	}
	return "", false
}
