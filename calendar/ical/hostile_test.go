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
		"a rule of 10 MB":          {start + "RRULE:FREQ=DAILY;BYSETPOS=" + strings.Repeat("1,", 5<<20) + "1\n", "ical.rule-long"},
		"a duration of ages":       {within + "DURATION:P9999999999999999999W\n", "ical.bad-duration"},
		"a hundred thousand zones": {"END:VEVENT\n" + strings.Repeat("BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\n", 100_000) + "BEGIN:VEVENT\n" + start, ""},
		"rules that take forever to count, many times": {
			strings.Repeat(start+"RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=3;COUNT=9\nRRULE:FREQ=DAILY;BYDAY=MO,TU;COUNT=999999999\nEND:VEVENT\nBEGIN:VEVENT\n", 300) + start,
			"",
		},
		"a thousand rules each second":      {start + strings.Repeat("RRULE:FREQ=SECONDLY\nEND:VEVENT\nBEGIN:VEVENT\n"+start, 1000), "ical.too-many"},
		"a thousand EXRULEs each second":    {start + "RRULE:FREQ=DAILY\n" + strings.Repeat("EXRULE:FREQ=SECONDLY\n", 1000), "ical.too-much-work"},
		"a thousand changes that hold on":   {start + "RRULE:FREQ=HOURLY\n" + changes(1000), ""},
		"a rule of years that never fits":   {"DTSTART:00010101T000000Z\n" + strings.Repeat("RRULE:FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100;COUNT=2\n", 1000), "ical.too-much-work"},
		"a set of all seconds, many times":  {start + strings.Repeat("RRULE:FREQ=YEARLY;BYDAY=MO;BYHOUR="+to(23)+";BYMINUTE="+to(59)+";BYSECOND="+to(59)+";BYSETPOS=-1\n", 300), "ical.too-much-work"},
		"a name of a zone of 10 MB":         {"DTSTART;TZID=/" + strings.Repeat("x/", 5<<20) + ":20261124T090000\n", "ical.unknown-zone"},
		"a hundred zones that never change": {"END:VEVENT\nBEGIN:VTIMEZONE\nTZID:x\n" + strings.Repeat("BEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY;BYHOUR=3;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\n", 100) + "END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=x:20261124T100000\n", ""},
		"a zone that changes often":         {"END:VEVENT\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=x:20261124T100000\n", ""},
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

func TestTooManyNamesOfZonesDoNotHideTheWellKnown(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	b.WriteString("BEGIN:VCALENDAR\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "BEGIN:VEVENT\nUID:hostile%d\nDTSTART;TZID=nowhere %d:20261124T090000\nEND:VEVENT\n", i, i)
	}
	b.WriteString("BEGIN:VEVENT\nUID:a\nDTSTART;TZID=America/New_York:20261124T090000\nEND:VEVENT\n")
	b.WriteString("BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261125T140000Z\nDTSTART;TZID=Eastern Standard Time:20261125T090000\nEND:VEVENT\nEND:VCALENDAR\n")
	events, _ := Read(b.Bytes(), fuzzWindow(t, "2026-11-23 2026-11-30 Europe/Copenhagen"), Options{})
	require.Equal(t, 2, count(events, "a"))
	for _, e := range events {
		if e.UID == "a" {
			require.Equal(t, 14, e.Start.UTC().Hour())
		}
	}
}

// changes lists overrides that hold for all later occurrences, and closes the series before them.
func changes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "END:VEVENT\nBEGIN:VEVENT\nUID:hostile\nRECURRENCE-ID;RANGE=THISANDFUTURE:202601%02dT%02d0000Z\nDTSTART:20261124T090000Z\n", 1+i/24%28, i%24)
	}
	return b.String()
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
