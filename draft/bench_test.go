package draft_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/text"
)

// A year of drafts, each made of thirty events, written, read back and brought up to date again.
func BenchmarkAYearOfDrafts(b *testing.B) {
	var weeks []draft.Reading
	first := week("2026-W01")
	for n := range 52 {
		weeks = append(weeks, busyWeek(first.Add(n)))
	}
	for b.Loop() {
		for n, reading := range weeks {
			w := first.Add(n)
			d := draft.Refresh(nil, w, reading, sure, settings())
			read, err := draft.Decode("uge.yaml", d.Encode(text.Danish), settings())
			require.NoError(b, err)
			again := draft.Refresh(read, w, reading, sure, settings())
			require.Len(b, again.Lines, len(d.Lines))
			_ = again.View(text.Danish, day.Date{}, day.Date{})
		}
	}
}

// busyWeek has six meetings on each of five days, of which some overlap.
func busyWeek(w day.Week) draft.Reading {
	var events []calendar.Event
	for n := range 30 {
		start := w.Monday().Add(n / 6).In(copenhagen).Add(8*time.Hour + time.Duration(n%6)*70*time.Minute)
		events = append(events, calendar.Event{
			UID: fmt.Sprintf("%s-%d@example.dk", w, n), Calendar: "arbejde", Title: "Styregruppemøde OS2valghalla",
			Start: start, End: start.Add(time.Duration(50+n%3*20) * time.Minute),
		})
	}
	return read(events...)
}
