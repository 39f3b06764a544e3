// Package day is the calendar's own units as a person speaks of them: a date without a clock, and an ISO week.
// A date becomes an instant only together with a time zone.
package day

import (
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar in no particular zone. The zero value is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of returns the date that t shows in its own zone.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// Parse reads YYYY-MM-DD. A day that does not exist, such as 2026-02-30, is an error.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("no date YYYY-MM-DD: %q", s)
	}
	return Of(t), nil
}

// String returns YYYY-MM-DD, and "" for the zero value.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// IsZero tells whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// In returns the day's first instant in zone. Where the clock skips midnight, that is the first instant after the gap.
func (d Date) In(zone *time.Location) time.Time {
	t := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
	if Of(t) == d {
		return t
	}
	// The zone has no midnight on this day: Go answered with the evening before.
	lo, hi := t, t.Add(3*time.Hour)
	for hi.Sub(lo) > time.Second {
		if mid := lo.Add(hi.Sub(lo) / 2); Of(mid) == d {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi.Truncate(time.Second)
}

// Add returns the date n days later, or earlier where n is negative.
func (d Date) Add(n int) Date { return Of(d.utc().AddDate(0, 0, n)) }

// DaysSince counts the days from e to d, negative where d is before e.
func (d Date) DaysSince(e Date) int { return int(d.utc().Sub(e.utc()) / (24 * time.Hour)) }

// Compare returns -1, 0 or 1 as d is before, the same as or after e.
func (d Date) Compare(e Date) int { return d.utc().Compare(e.utc()) }

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD, or nothing as the zero value.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	var err error
	*d, err = Parse(string(b))
	return err
}

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
