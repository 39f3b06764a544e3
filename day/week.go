package day

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Week is an ISO 8601 week: Monday to Sunday, numbered within the year that holds its Thursday.
type Week struct {
	Year   int
	Number int
}

var weekForm = regexp.MustCompile(`^(\d{4})-?[Ww](\d{2})$`)

// ParseWeek reads 2026-W47. A week that the year does not have, such as 2026-W54, is an error.
func ParseWeek(s string) (Week, error) {
	m := weekForm.FindStringSubmatch(s)
	if m == nil {
		return Week{}, fmt.Errorf("no ISO week such as 2026-W47: %q", s)
	}
	year, _ := strconv.Atoi(m[1])
	number, _ := strconv.Atoi(m[2])
	w := Week{year, number}
	if number < 1 || year < 1 || WeekOf(w.Monday()) != w {
		return Week{}, &NoSuchWeekError{Week: w}
	}
	return w, nil
}

// NoSuchWeekError tells that a year has no week of that number.
type NoSuchWeekError struct{ Week Week }

func (e *NoSuchWeekError) Error() string {
	return fmt.Sprintf("%d has no week %d", e.Week.Year, e.Week.Number)
}

// Last returns the last week of the year: number 52 or 53.
func Last(year int) Week { return WeekOf(Date{year, time.December, 28}) }

// WeekOf returns the week that d belongs to.
func WeekOf(d Date) Week {
	y, n := d.utc().ISOWeek()
	return Week{y, n}
}

// Monday returns the week's first day.
func (w Week) Monday() Date {
	fourth := Date{w.Year, time.January, 4} // always in week 1
	sinceMonday := (int(fourth.Weekday()) + 6) % 7
	return fourth.Add(7*(w.Number-1) - sinceMonday)
}

// Dates returns the seven days, Monday first.
func (w Week) Dates() []Date {
	dates := make([]Date, 7)
	for i := range dates {
		dates[i] = w.Monday().Add(i)
	}
	return dates
}

// Add returns the week n weeks later, or earlier where n is negative.
func (w Week) Add(n int) Week { return WeekOf(w.Monday().Add(7 * n)) }

// String returns 2026-W47.
func (w Week) String() string { return fmt.Sprintf("%04d-W%02d", w.Year, w.Number) }

// MarshalText writes 2026-W47.
func (w Week) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads 2026-W47.
func (w *Week) UnmarshalText(b []byte) error {
	var err error
	*w, err = ParseWeek(string(b))
	return err
}
