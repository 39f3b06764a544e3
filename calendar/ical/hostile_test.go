package ical

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
)

// What is hostile costs itself alone: the event beside it is listed in every case.
func TestHostileInputCostsItselfAlone(t *testing.T) {
	t.Parallel()
	const (
		start  = "DTSTART:20260101T090000Z\n"
		within = "DTSTART:20261124T090000Z\n"
	)
	exDates := func(separator string) string {
		var b strings.Builder
		b.WriteString(start + "RRULE:FREQ=DAILY\nEXDATE:20261124T090000Z")
		for i := range 1_000_000 {
			fmt.Fprintf(&b, "%s%08dT090000Z", separator, 19000101+i%9)
		}
		return b.String() + "\n"
	}
	for name, test := range map[string]struct {
		lines string
		told  string
	}{
		"a million EXDATEs in one line":      {exDates(","), ""},
		"a million EXDATEs in lines":         {exDates("\nEXDATE:"), ""},
		"a line of 10 MB":                    {start + "SUMMARY:" + strings.Repeat("x", 10<<20) + "\n", ""},
		"a line of 10 MB, folded":            {start + "DESCRIPTION:" + strings.Repeat("xxxxxxxxx\n ", 1<<20) + "\n", ""},
		"10 MB of blank lines":               {start + strings.Repeat("\n", 10<<20), ""},
		"a name of 10 MB":                    {within + strings.Repeat("X", 10<<20) + "\n", "ical.no-colon"},
		"parameters of 10 MB":                {"DTSTART" + strings.Repeat(";A=\"", 5<<19) + ":20261124T090000Z\n", ""},
		"an event too large to be held":      {start + strings.Repeat("X-A:"+strings.Repeat("x", 1<<10)+"\n", 70<<10), ""},
		"a hundred thousand components":      {start + strings.Repeat("BEGIN:X-A\n", 100_000), ""},
		"a rule each second":                 {start + "RRULE:FREQ=SECONDLY\n", "ical.too-many"},
		"a rule that never fits":             {start + "RRULE:FREQ=SECONDLY;BYMONTHDAY=31;BYMONTH=2\n", ""},
		"a rule that takes forever to count": {start + "RRULE:FREQ=SECONDLY;COUNT=999999999;BYMINUTE=0,2,4,6,8,10,12,14\n", "ical.too-much-work"},
		"a rule with every time of the day": {
			start + "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=" + to(23) + ";BYMINUTE=" + to(59) + ";BYSECOND=" + to(59) + "\n",
			"ical.too-many",
		},
		"a rule of 10 MB":           {start + "RRULE:FREQ=DAILY;BYSETPOS=" + strings.Repeat("1,", 5<<20) + "1\n", "ical.rule-long"},
		"a duration of ages":        {within + "DURATION:P9999999999999999999W\n", "ical.bad-duration"},
		"a hundred thousand zones":  {"END:VEVENT\n" + strings.Repeat("BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\n", 100_000) + "BEGIN:VEVENT\n" + start, ""},
		"a zone that changes often": {"END:VEVENT\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=x:20261124T100000\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			data := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:hostile\n" + test.lines + "END:VEVENT\nBEGIN:VEVENT\nUID:other\nDTSTART:20261125T090000Z\nEND:VEVENT\nEND:VCALENDAR\n"
			events, err := Read([]byte(data), fuzzWindow(t, "2026-11-23 2026-11-30 Europe/Copenhagen"), Options{Calendar: "test"})
			require.Equal(t, 1, count(events, "other"))
			problems, rest := calendar.Problems(err)
			require.NoError(t, rest)
			if test.told != "" {
				require.Contains(t, keys(problems), test.told)
			}
		})
	}
}

func TestAMillionExDatesAreAllHonoured(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	b.WriteString("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260101T090000Z\nRRULE:FREQ=DAILY\n")
	for range 1_000_000 {
		b.WriteString("EXDATE:20251231T090000Z\n")
	}
	b.WriteString("EXDATE:20261124T090000Z\nEND:VEVENT\nEND:VCALENDAR\n")
	events, err := Read(b.Bytes(), fuzzWindow(t, "2026-11-23 2026-11-26 Europe/Copenhagen"), Options{})
	require.NoError(t, err)
	require.Equal(t, 2, count(events, "a"))
}

// to lists the numbers from 0 to n.
func to(n int) string {
	return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(numbersTo(n))), ","), "[]")
}

func numbersTo(n int) []int {
	list := make([]int, n+1)
	for i := range list {
		list[i] = i
	}
	return list
}

func count(events []calendar.Event, uid string) (n int) {
	for _, e := range events {
		if e.UID == uid {
			n++
		}
	}
	return n
}

func keys(problems []*calendar.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.What.Key)
	}
	return list
}
