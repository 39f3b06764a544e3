package ical

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
)

// autumn holds the night in which the clock is put back, and spring the one in which it is put forward.
const (
	autumn = "2026-10-20 2026-11-10 Europe/Copenhagen"
	spring = "2026-03-20 2026-04-10 Europe/Copenhagen"
)

func fuzzWindow(t testing.TB, days string) calendar.Window {
	t.Helper()
	f := strings.Fields(days)
	return window(t, f[0], f[1], f[2])
}

func seed(f *testing.F) {
	f.Helper()
	for _, file := range corpus(f) {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		if len(data) < 20_000 {
			f.Add(data)
		}
	}
}

// occurrences shows what was read, without problems: their line numbers may differ.
func occurrences(data []byte, w calendar.Window) string {
	events, _ := Read(data, w, Options{Me: []string{"mette@example.dk"}})
	return show(events, nil)
}

// FuzzScan asserts that nothing depends on how a text is cut: into pieces, into lines, by which line breaks, and where lines are folded.
func FuzzScan(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		w := fuzzWindow(t, autumn)
		want := occurrences(data, w)

		byBytes, _ := ReadFrom(iotest.OneByteReader(bytes.NewReader(data)), w, Options{Me: []string{"mette@example.dk"}})
		require.Equal(t, want, show(byBytes, nil), "byte by byte")

		lines := logicalLines(data)
		if len(lines) > 0 && isBlank(lines[0][0]) {
			return // a first line that goes on with nothing cannot be folded anew
		}
		for _, lineBreak := range []string{"\n", "\r\n", "\r"} {
			require.Equal(t, want, occurrences([]byte(strings.Join(lines, lineBreak)), w), "with line breaks %q", lineBreak)
			require.Equal(t, want, occurrences([]byte(refold(lines, 7, lineBreak)), w), "folded with line breaks %q", lineBreak)
		}
	})
}

// logicalLines unfolds a text, and leaves out empty lines.
func logicalLines(data []byte) []string {
	var lines []string
	data = bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	for len(data) > 0 {
		var line []byte
		line, data = cutLine(data)
		if line = unfold(line); len(line) > 0 {
			lines = append(lines, string(line))
		}
	}
	return lines
}

func refold(lines []string, width int, lineBreak string) string {
	var b strings.Builder
	for _, line := range lines {
		for len(line) > width {
			b.WriteString(line[:width] + lineBreak + " ")
			line = line[width:]
		}
		b.WriteString(line + lineBreak)
	}
	return b.String()
}

// FuzzRead asserts what holds for whatever was read: the order, the window, that nothing ends before it starts, that private events are bare,
// and that an event which was passed by is one that would not have been there if it had been decoded.
func FuzzRead(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		w := fuzzWindow(t, autumn)
		events, err := Read(data, w, Options{})
		for i, e := range events {
			require.False(t, e.End.Before(e.Start), "ends before it starts")
			require.True(t, w.Overlaps(e.Start, e.End), "outside of the window")
			require.True(t, i == 0 || !e.Start.Before(events[i-1].Start), "not in order")
			require.True(t, !e.Private || e.Title+e.Description+e.Location+e.Organizer == "" && e.Categories == nil, "not bare")
			require.True(t, json.Valid(e.AppendJSON(nil)))
		}
		problems, _ := calendar.Problems(err)
		for _, p := range problems {
			require.NotEmpty(t, p.Where.Key)
			require.NotEmpty(t, p.What.Key)
		}
		require.Equal(t, show(events, nil), everything(data, w), "decoding everything")
		require.Equal(t, show(events, nil), occurrences0(Redact(data), w), "read from the copy")
	})
}

func occurrences0(data []byte, w calendar.Window) string {
	events, _ := Read(data, w, Options{})
	return show(events, nil)
}

// everything reads without passing anything by.
func everything(data []byte, w calendar.Window) string {
	r := newReader(w, Options{})
	r.everything = true
	_ = r.read(bytes.NewReader(data))
	return show(r.events(), nil)
}

// FuzzExpand asserts that the occurrences of a window are those of its parts, and that the order of the components does not matter.
func FuzzExpand(f *testing.F) {
	f.Add("20260101T090000", "FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2", "EXDATE:20261026T090000", "20261028T090000", "20261029T100000", byte(0))
	f.Add("20240229", "FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=FORWARD", "DURATION:P2D", "", "", byte(1))
	f.Add("20260101T023000", "FREQ=HOURLY;INTERVAL=5;COUNT=2000", "RDATE:20261025T023000,20261101T000000/PT2H", "20261025", "20261024", byte(2))
	f.Add("20250131T220000Z", "FREQ=MONTHLY;BYMONTHDAY=-1,31;SKIP=BACKWARD;UNTIL=20270101", "DTEND:20250201T060000Z", "", "", byte(3))
	f.Add("20260105T080000", "FREQ=YEARLY;BYWEEKNO=43,44,-9;WKST=SU;BYSETPOS=1,-1;BYDAY=SU,MO;BYHOUR=1,2,3", "", "", "", byte(0))
	f.Add("20260105T080000", "FREQ=SECONDLY;BYMINUTE=30;BYSECOND=0,59;BYHOUR=2,3", "EXRULE:FREQ=DAILY;BYHOUR=2", "", "", byte(0))
	f.Fuzz(func(t *testing.T, start, rule, more, id, moved string, how byte) {
		for _, s := range []string{start, rule, more, id, moved} {
			if len(s) > 300 || strings.ContainsAny(s, "\r") || strings.Contains(strings.ToUpper(s), "BEGIN") || strings.Contains(strings.ToUpper(s), "END:V") {
				return
			}
		}
		master := event("s", stamp("DTSTART", start, how), "RRULE:"+rule, more)
		parts := []string{master}
		if id != "" {
			future := ""
			if how&4 != 0 {
				future = ";RANGE=THISANDFUTURE"
			}
			parts = append(parts, event("s", stamp("RECURRENCE-ID"+future, id, how), stamp("DTSTART", moved, how>>1), "SEQUENCE:1"))
		}
		for _, days := range []string{autumn, spring} {
			checkParts(t, parts, fuzzWindow(t, days))
		}
	})
}

// stamp puts a time into one of several zones.
func stamp(name, value string, how byte) string {
	switch how & 3 {
	case 1:
		return name + ";TZID=Europe/Copenhagen:" + value
	case 2:
		return name + ";TZID=America/New_York:" + value
	case 3:
		return name + ";TZID=W. Europe Standard Time:" + value
	}
	return name + ":" + value
}

func event(uid string, lines ...string) string {
	return "BEGIN:VEVENT\nUID:" + uid + "\n" + strings.Join(lines, "\n") + "\nEND:VEVENT\n"
}

func calendarOf(events []string) []byte {
	return []byte("BEGIN:VCALENDAR\n" + strings.Join(events, "") + "END:VCALENDAR\n")
}

func checkParts(t *testing.T, events []string, w calendar.Window) {
	t.Helper()
	whole, err := Read(calendarOf(events), w, Options{})
	if isCut(err) {
		return
	}
	middle := w.Start.AddDate(0, 0, 7)
	first, err1 := Read(calendarOf(events), calendar.Window{Start: w.Start, End: middle}, Options{})
	second, err2 := Read(calendarOf(events), calendar.Window{Start: middle, End: w.End}, Options{})
	if isCut(err1) || isCut(err2) {
		return
	}
	seen := map[string]bool{}
	both := slices.DeleteFunc(append(first, second...), func(e calendar.Event) bool {
		line := show([]calendar.Event{e}, nil)
		again := seen[line]
		seen[line] = true
		return again
	})
	calendar.Sort(both)
	require.Equal(t, show(whole, nil), show(both, nil), "the window and its parts")

	slices.Reverse(events)
	again, _ := Read(calendarOf(events), w, Options{})
	require.Equal(t, show(whole, nil), show(again, nil), "in another order")
	for _, e := range whole {
		require.False(t, e.End.Before(e.Start), "ends before it starts")
	}
}

// isCut tells whether the work on a rule was cut off.
func isCut(err error) bool {
	problems, _ := calendar.Problems(err)
	return slices.ContainsFunc(problems, func(p *calendar.Problem) bool {
		return p.What.Key == "ical.too-many" || p.What.Key == "ical.too-much-work"
	})
}
