package caldav

import (
	"context"
	"fmt"
	"testing"
)

// BenchmarkUnchangedWeek reads a week of a calendar with 20,000 events of which there is an up-to-date copy: one request, and the copy.
func BenchmarkUnchangedWeek(b *testing.B) {
	d := newDouble(b, quirks{})
	for i := range 20_000 {
		d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 1+i%30, "Styregruppemøde"))
	}
	folder := b.TempDir()
	if _, err := d.account(folder).Events(context.Background(), week); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		events, err := d.account(folder).Events(context.Background(), week)
		if err != nil || len(events) == 0 {
			b.Fatal(len(events), err)
		}
	}
}

// BenchmarkFirstRead fetches the whole of such a calendar from the double, whose own work is in the figure.
func BenchmarkFirstRead(b *testing.B) {
	d := newDouble(b, quirks{})
	for i := range 2_000 {
		d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 1+i%30, "Styregruppemøde"))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.account("").Events(context.Background(), week); err != nil {
			b.Fatal(err)
		}
	}
}
