package graph_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/graph/graphtest"
	"ugeseddel/calendar/ical"
)

func TestOccurrencesHaveTheIdentityThatTheyHaveInAnIcsFile(t *testing.T) {
	t.Parallel()
	// Outlook's UID, in which Graph writes the date of the occurrence: 07EA 0B 12 is 2026-11-18.
	const head, tail = "040000008200E00074C5B7101A82E008", "D3D70B8A6A17D70100000000000000001000000074665914A06C3F49BB4B7D7EEE4304DA"
	const series, wednesday = head + "00000000" + tail, head + "07EA0B12" + tail
	original := at(t, "2026-11-18 09:00")
	occurrence := graphtest.Occurrence("AAkMaster", "ugemøde", original, original, original.Add(time.Hour))
	moved := graphtest.Occurrence("AAkMaster", "ugemøde", original, original.AddDate(0, 0, 1), original.AddDate(0, 0, 1).Add(time.Hour))
	allDay := graphtest.AllDay("ferie", original, original.AddDate(0, 0, 1)).With("type", "occurrence").
		With("originalStart", "2026-11-17T23:00:00Z").With("seriesMasterId", "AAkMaster")
	for name, c := range map[string]struct {
		event           graphtest.Event
		uid, recurrence string
	}{
		"occurrence":                              {occurrence.With("iCalUId", wednesday), series, "2026-11-18T08:00:00Z"},
		"moved to another day":                    {moved.With("iCalUId", wednesday), series, "2026-11-18T08:00:00Z"},
		"UID without the date":                    {occurrence.With("iCalUId", series), series, "2026-11-18T08:00:00Z"},
		"UID of another program":                  {occurrence.With("iCalUId", "abc@google.com"), "abc@google.com", "2026-11-18T08:00:00Z"},
		"no UID":                                  {occurrence.With("iCalUId", nil), "AAkMaster", "2026-11-18T08:00:00Z"},
		"no original start":                       {occurrence.With("iCalUId", wednesday).With("originalStart", nil), series, "2026-11-18T08:00:00Z"},
		"moved, no original start":                {moved.With("id", "AAk1").With("originalStart", nil), "AAk1", ""},
		"all day, from the start":                 {allDay.With("iCalUId", series), series, "2026-11-18"},
		"all day, moved, from the UID":            {allDay.With("iCalUId", head+"07EA0B10"+tail).With("type", "exception"), series, "2026-11-16"},
		"all day, moved, from the original start": {allDay.With("iCalUId", series).With("type", "exception"), series, "2026-11-18"},
		"all day, moved, nothing known":           {allDay.With("id", "AAk1").With("originalStart", nil).With("type", "exception"), "AAk1", ""},
		"a date that does not exist":              {allDay.With("iCalUId", head+"07EAFFFF"+tail), series, "2026-11-18"},
		"no date at all":                          {allDay.With("iCalUId", head+"æøåæ"+tail), series, "2026-11-18"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			events := read(t, &graphtest.Server{Events: []graphtest.Event{c.event}}, week47(t))
			require.Len(t, events, 1)
			require.True(t, events[0].Recurring)
			require.Equal(t, calendar.Event{UID: c.uid, RecurrenceID: c.recurrence}, calendar.Event{UID: events[0].UID, RecurrenceID: events[0].RecurrenceID})
		})
	}
}

func TestSeriesInOutlookAndInAnIcsFileIsTheSame(t *testing.T) {
	t.Parallel()
	const uid = "040000008200E00074C5B7101A82E00800000000D3D70B8A6A17D70100000000000000001000000074665914A06C3F49BB4B7D7EEE4304DA"
	const file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\n" +
		"DTSTART;TZID=Europe/Copenhagen:20261022T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=7\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	w := window(t, "2026-10-19", "2026-11-02") // the clock changes within the series
	fromFile, err := ical.Read([]byte(file), w, ical.Options{})
	require.NoError(t, err)

	s := &graphtest.Server{}
	for i := range 7 {
		start := at(t, "2026-10-22 09:00").AddDate(0, 0, i)
		stamp := fmt.Sprintf("%04X%02X%02X", start.Year(), int(start.Month()), start.Day())
		e := graphtest.Occurrence("AAkMaster", "ugemøde", start, start, start.Add(time.Hour))
		s.Events = append(s.Events, e.With("iCalUId", uid[:32]+stamp+uid[40:]))
	}
	fromOutlook := read(t, s, w)
	require.Len(t, fromFile, 7)
	require.Len(t, calendar.Merge(fromFile, fromOutlook), 7)
	for i := range fromFile {
		require.Equal(t, fromFile[i].ID(), fromOutlook[i].ID())
	}
}
