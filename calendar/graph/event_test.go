package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/graph"
	"ugeseddel/calendar/graph/graphtest"
)

func TestEventThatCannotBeReadIsToldAndTheOthersAreListed(t *testing.T) {
	t.Parallel()
	utc := func(s string) string { return fmt.Sprintf(`{"dateTime": %q, "timeZone": "UTC"}`, s) }
	for name, c := range map[string]struct{ item, want string }{
		"no object":      {`"Møde"`, `calendar "outlook": event no. 1 in the answer: it cannot be read and is left out`},
		"wrong kind":     {`{"id": "x", "subject": 7}`, `calendar "outlook": event no. 1 in the answer: it cannot be read and is left out`},
		"no start":       {`{"iCalUId": "x", "subject": "Møde"}`, `calendar "outlook": the event x: it has no valid start and is left out`},
		"null start":     {`{"iCalUId": "x", "start": {"dateTime": null, "timeZone": null}}`, `calendar "outlook": the event x: it has no valid start and is left out`},
		"unknown zone":   {`{"iCalUId": "x", "start": {"dateTime": "2026-11-18T09:00:00", "timeZone": "Mars Standard Time"}}`, `calendar "outlook": the event x: it has no valid start and is left out`},
		"no end":         {`{"iCalUId": "x", "start": ` + utc("2026-11-18T09:00:00.0000000") + `}`, `calendar "outlook": the event x: it has no valid end and is left out`},
		"ends before":    {`{"iCalUId": "x", "start": ` + utc("2026-11-18T09:00:00.0000000") + `, "end": ` + utc("2026-11-18T08:00:00.0000000") + `}`, `calendar "outlook": the event x: it ends before it starts and is left out`},
		"a day, no date": {`{"iCalUId": "x", "isAllDay": true, "start": ` + utc("soon") + `}`, `calendar "outlook": the event x: it has no valid start and is left out`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			good, err := json.Marshal(graphtest.Meeting("læsbar", at(t, "2026-11-18 09:00"), at(t, "2026-11-18 10:00")))
			require.NoError(t, err)
			s := &graphtest.Server{}
			s.AnswerNext(graphtest.Body(200, "application/json", fmt.Sprintf(`{"value": [%s, %s]}`, c.item, good)))
			events, err := open(t, s, graph.Settings{}).Events(t.Context(), week47(t))
			require.Equal(t, []string{"læsbar"}, titles(events))
			problems, rest := calendar.Problems(err)
			require.NoError(t, rest)
			require.Len(t, problems, 1)
			require.EqualError(t, problems[0], c.want)
		})
	}
}

func TestTimesAreReadInWhateverFormTheyCome(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ dateTime, zone string }{
		"seven digits":      {"2026-11-18T08:00:00.0000000", "UTC"},
		"none":              {"2026-11-18T08:00:00", "UTC"},
		"no zone is UTC":    {"2026-11-18T08:00:00.0000000", ""},
		"an IANA name":      {"2026-11-18T09:00:00.0000000", "Europe/Copenhagen"},
		"a Windows name":    {"2026-11-18T00:00:00.0000000", "Pacific Standard Time"},
		"an offset":         {"2026-11-18T10:00:00+02:00", "UTC"},
		"an offset of zero": {"2026-11-18T08:00:00.0000000Z", "Pacific Standard Time"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			when := map[string]any{"dateTime": c.dateTime, "timeZone": c.zone}
			item, err := json.Marshal(map[string]any{"id": "x", "start": when, "end": when})
			require.NoError(t, err)
			s := &graphtest.Server{}
			s.AnswerNext(graphtest.Body(200, "application/json", fmt.Sprintf(`{"value": [%s]}`, item)))
			events := read(t, s, week47(t))
			require.Len(t, events, 1)
			require.Equal(t, at(t, "2026-11-18 09:00"), events[0].Start)
		})
	}
}

func TestAllDayEventWithoutAnEndIsOneDay(t *testing.T) {
	t.Parallel()
	s := &graphtest.Server{}
	s.AnswerNext(graphtest.Body(200, "application/json", `{"value": [{"id": "x", "isAllDay": true,
		"start": {"dateTime": "2026-11-18T00:00:00.0000000", "timeZone": "Pacific Standard Time"}}]}`))
	events := read(t, s, week47(t))
	require.Equal(t, at(t, "2026-11-18 00:00"), events[0].Start)
	require.Equal(t, at(t, "2026-11-19 00:00"), events[0].End)
}

// FuzzEvent states what holds for whatever Graph sends: no event ends before it starts or lies outside the window, none that is
// private says more than its time, and times are in the person's zone.
func FuzzEvent(f *testing.F) {
	meeting, err := json.Marshal(graphtest.Meeting("Møde", time.Date(2026, 11, 18, 9, 0, 0, 0, time.UTC), time.Date(2026, 11, 18, 10, 0, 0, 0, time.UTC)))
	require.NoError(f, err)
	f.Add(string(meeting))
	f.Add(`{"id": "x", "isAllDay": true, "start": {"dateTime": "2026-11-18"}, "sensitivity": "private", "subject": "s"}`)
	f.Add(`{"type": "exception", "iCalUId": "040000008200E00074C5B7101A82E00807EA0B12", "originalStart": "2026-11-18T07:00:00Z", "isAllDay": true, "start": {"dateTime": "2026-11-18"}}`)
	f.Add(`{"start": {"dateTime": "2026-10-25T02:30:00", "timeZone": "Europe/Copenhagen"}, "end": {"dateTime": "2026-10-25T02:45:00", "timeZone": "Europe/Copenhagen"}}`)
	f.Fuzz(func(t *testing.T, item string) {
		s := &graphtest.Server{}
		s.AnswerNext(graphtest.Body(200, "application/json", `{"value": [`+item+`]}`))
		if !json.Valid([]byte(`{"value": [` + item + `]}`)) {
			t.Skip()
		}
		w := window(t, "2026-10-19", "2026-11-23")
		events, _ := open(t, s, graph.Settings{Descriptions: true}).Events(t.Context(), w)
		for _, e := range events {
			require.False(t, e.End.Before(e.Start))
			require.True(t, w.Overlaps(e.Start, e.End))
			require.Equal(t, w.Zone(), e.Start.Location())
			if e.Private {
				require.Empty(t, e.Title+e.Description+e.Location+e.Organizer)
			}
		}
	})
}
