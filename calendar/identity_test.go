package calendar

import (
	"encoding/json"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"
)

var nine = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)

func meeting(uid, title string) Event {
	return Event{UID: uid, Title: title, Organizer: "mette@example.dk", Start: nine, End: nine.Add(time.Hour)}
}

func with(e Event, change func(*Event)) Event {
	change(&e)
	return e
}

func TestTheSameMeetingInTwoCalendarsIsOne(t *testing.T) {
	t.Parallel()
	own := meeting("a", "Møde")
	for name, test := range map[string]struct {
		other Event
		want  int
	}{
		"the same UID":                       {with(own, func(e *Event) { e.Title = "Flyttet" }), 1},
		"the same time, title and organiser": {with(own, func(e *Event) { e.UID = "b" }), 1},
		"a title in other letters":           {with(own, func(e *Event) { e.UID, e.Title = "b", "  MØDE " }), 1},
		"a title with decomposed letters":    {with(meeting("b", "A\u030a"), func(e *Event) { e.UID = "b" }), 2},
		"another occurrence":                 {with(own, func(e *Event) { e.RecurrenceID = "2026-11-23T09:00:00Z"; e.Title = "x" }), 2},
		"another title":                      {with(own, func(e *Event) { e.UID, e.Title = "b", "Andet" }), 2},
		"another organiser":                  {with(own, func(e *Event) { e.UID, e.Organizer = "b", "ali@example.dk" }), 2},
		"another end":                        {with(own, func(e *Event) { e.UID, e.End = "b", nine.Add(2*time.Hour) }), 2},
		"no title":                           {with(own, func(e *Event) { e.UID, e.Title = "b", "" }), 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Len(t, Merge([]Event{own}, []Event{test.other}), test.want)
			require.Len(t, Merge([]Event{test.other}, []Event{own}), test.want)
		})
	}
}

func TestWithinOneCalendarEveryEventStays(t *testing.T) {
	t.Parallel()
	require.Len(t, Merge([]Event{meeting("a", "x"), meeting("b", "x")}, nil), 2)
}

func TestOfTwoCalendarsTheAnsweredOneCountsAndThePrivateOneHides(t *testing.T) {
	t.Parallel()
	silent, answered := meeting("a", "Møde"), with(meeting("a", "Møde"), func(e *Event) { e.Response, e.Calendar = Declined, "own" })
	merged := Merge([]Event{silent}, []Event{answered})
	require.Equal(t, "own", merged[0].Calendar)
	require.Equal(t, LeftDeclined, merged[0].LeaveOut())

	secret := Event{UID: "a", Private: true, Start: nine, End: nine.Add(time.Hour)}
	merged = Merge([]Event{answered}, []Event{secret})
	require.Len(t, merged, 1)
	require.True(t, merged[0].Private)
	require.Empty(t, merged[0].Title+merged[0].Organizer)
}

func TestEventsAreOrderedByStartUIDAndOccurrence(t *testing.T) {
	t.Parallel()
	late := with(meeting("z", "late"), func(e *Event) { e.Start = nine.Add(time.Minute) })
	second := with(meeting("b", "second"), func(e *Event) { e.RecurrenceID = "2" })
	first := with(meeting("b", "first"), func(e *Event) { e.RecurrenceID = "1" })
	merged := Merge([]Event{late, second}, []Event{first, meeting("a", "a")})
	var got []string
	for _, e := range merged {
		got = append(got, e.Title)
	}
	require.Equal(t, []string{"a", "first", "second", "late"}, got)
}

func TestAFingerprintStaysWhereTheUIDDoesNot(t *testing.T) {
	t.Parallel()
	a, b := meeting("a", "Møde"), meeting("b", " møde")
	require.Equal(t, a.Fingerprint(), b.Fingerprint())
	require.NotContains(t, a.Fingerprint(), "øde")
	require.NotEqual(t, a.Fingerprint(), meeting("a", "Andet").Fingerprint())
	a.StableID = a.Fingerprint()
	require.Equal(t, a.Fingerprint(), a.ID())
}

func TestJSONIsWhatSuggestReads(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Copenhagen")
	require.NoError(t, err)
	e := Event{
		UID: "a\"b", RecurrenceID: "2026-11-23T08:00:00Z", Calendar: "work", Title: "Møde \\ \x01\u2028", Description: "one\n\ttwo", Location: "Viborg",
		Categories: []string{"x", "y"}, Organizer: "mette@example.dk", OrganizerSelf: true, Attendees: 3,
		Start: nine.In(zone), End: nine.Add(time.Hour).In(zone), ShowAs: OOF, Response: Accepted, Recurring: true,
	}
	line, err := json.Marshal(e)
	require.NoError(t, err)
	again, err := ParseEvent(line, zone)
	require.NoError(t, err)
	require.Equal(t, e, again)
	require.Contains(t, string(line), `"start":"2026-11-23T10:00:00+01:00"`)
}

func TestJSONOfAnEmptyEventSaysSo(t *testing.T) {
	t.Parallel()
	e := Event{UID: "a", AllDay: true, Start: nine, End: nine.AddDate(0, 0, 1)}
	require.JSONEq(t, `{"uid":"a","recurrence_id":"","calendar":"","title":"","description":"","location":"","categories":[],"organizer":"",
		"attendees":0,"organizer_self":false,"all_day":true,"start":"2026-11-23","end":"2026-11-24","show_as":"busy","response":"none",
		"private":false,"recurring":false,"leave_out":""}`, string(e.AppendJSON(nil)))
}
