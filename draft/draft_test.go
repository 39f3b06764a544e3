package draft_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

var copenhagen = zone("Europe/Copenhagen")

func zone(name string) *time.Location {
	z, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return z
}

// event is a meeting with a title at times such as "2026-11-16 09:00".
func event(uid, title, start, end string) calendar.Event {
	return calendar.Event{UID: uid, Calendar: "arbejde", Title: title, Start: clock(start), End: clock(end)}
}

// whole is an event that lasts whole days, the last one excluded.
func whole(uid, title, first, end string) calendar.Event {
	e := event(uid, title, first+" 00:00", end+" 00:00")
	e.AllDay = true
	return e
}

func clock(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, copenhagen)
	if err != nil {
		panic(err)
	}
	return t
}

// sure is a suggestion that leaves no question.
func sure(calendar.Event) mapping.Suggestion {
	return mapping.Suggestion{Certain: true, Known: true, Choice: mapping.Choice{Project: "Sekretariatsarbejde", Tag: "administration", Task: "Drift"}}
}

func filling(fill mapping.Fill) draft.Suggest {
	return func(e calendar.Event) mapping.Suggestion {
		s := sure(e)
		if e.AllDay {
			s.Fill = fill
		}
		return s
	}
}

func settings() draft.Settings { return draft.Settings{Zone: copenhagen, Norm: draft.FullTime} }

func fresh(suggest draft.Suggest, events ...calendar.Event) *draft.Draft {
	return draft.Refresh(nil, week("2026-W47"), read(events...), suggest, settings())
}

func read(events ...calendar.Event) draft.Reading {
	return draft.Reading{Events: events, Whole: []string{"arbejde"}}
}

func week(s string) day.Week {
	w, err := day.ParseWeek(s)
	if err != nil {
		panic(err)
	}
	return w
}

func minutes(d *draft.Draft) []int {
	var all []int
	for _, l := range d.Lines {
		if l.Counts() {
			all = append(all, l.Minutes)
		}
	}
	return all
}

func TestTheDaysSumIsRoundedOnce(t *testing.T) {
	t.Parallel()
	d := fresh(sure,
		event("a", "A", "2026-11-16 08:00", "2026-11-16 08:50"),
		event("b", "B", "2026-11-16 09:00", "2026-11-16 09:50"),
		event("c", "C", "2026-11-16 10:00", "2026-11-16 11:00"))
	require.Equal(t, []int{60, 45, 60}, minutes(d)) // 160 minutes are 165
	require.Equal(t, 165, d.Days()[0].Registered)
}

func TestAcceptingALineMovesNoQuarterOfAnother(t *testing.T) {
	t.Parallel()
	d := fresh(sure,
		event("a", "A", "2026-11-16 08:00", "2026-11-16 08:50"),
		event("b", "B", "2026-11-16 09:00", "2026-11-16 09:50"))
	require.Equal(t, []int{60, 45}, minutes(d))
	require.NoError(t, d.Accept(d.Lines[0].ID))
	require.Equal(t, []int{60, 45}, minutes(d))
}

func TestTheShorterMeetingIsCutOutOfTheLonger(t *testing.T) {
	t.Parallel()
	d := fresh(sure,
		event("a", "Fokustid", "2026-11-16 09:00", "2026-11-16 12:00"),
		event("b", "Møde", "2026-11-16 10:00", "2026-11-16 11:00"))
	require.Equal(t, []int{120, 60}, minutes(d))
	require.Equal(t, draft.CheckOverlap, d.Problems()[0].Check)
	require.Equal(t, draft.Ready, d.Lines[0].Status)
}

func TestAbsenceFillsTheNorm(t *testing.T) {
	t.Parallel()
	d := fresh(filling(mapping.FillAbsence), whole("f", "Ferie", "2026-11-16", "2026-11-23"),
		event("a", "Møde", "2026-11-17 10:00", "2026-11-17 11:00"))
	require.Equal(t, []int{450, 450, 0, 450, 450, 420}, minutes(d))
	require.Equal(t, draft.LeftNoNorm, d.Lines[6].Left)
	require.Equal(t, 0, d.Days()[4].Missing)
}

func TestAGapIsFilledOnRequestWithWhatWasThereLastWeek(t *testing.T) {
	t.Parallel()
	s := settings()
	s.Standing = []draft.Standing{{Title: "Mail", Days: []time.Weekday{time.Tuesday}, Minutes: 30, Choice: mapping.Choice{Project: "S", Tag: "administration", Task: "Mail"}}}
	last := draft.Refresh(nil, week("2026-W46"), read(
		event("a", "Sprint", "2026-11-11 13:00", "2026-11-11 15:00"),
		event("b", "Opkald", "2026-11-11 12:30", "2026-11-11 13:00"),
		event("c", "Andet", "2026-11-11 08:00", "2026-11-11 09:00")), sure, s)
	d := draft.Refresh(nil, week("2026-W47"), read(
		event("d", "Formiddag", "2026-11-18 08:00", "2026-11-18 12:45"),
		event("e", "Slut", "2026-11-18 14:00", "2026-11-18 16:00")), sure, s)
	gap := d.Days()[2].Gaps[0]
	require.Equal(t, "Wed 18 Nov 12:45–14:00", text.English.Say(gap.Message()))

	var titles []string
	fillers := d.Fillers(gap, last)
	for _, f := range fillers {
		titles = append(titles, f.Title)
	}
	require.Equal(t, []string{"Sprint", "Opkald", "Mail"}, titles)
	_, err := d.Add(fillers[0])
	require.NoError(t, err)
	require.Equal(t, 60, titled(t, d, "Sprint").Minutes)
	require.NotContains(t, d.Days()[2].Gaps, gap)
}

func TestALineAheadIsKnown(t *testing.T) {
	t.Parallel()
	d := fresh(sure, event("a", "A", "2026-11-20 09:00", "2026-11-20 10:00"), whole("b", "B", "2026-11-20", "2026-11-21"))
	for _, l := range d.Lines {
		require.True(t, l.Ahead(clock("2026-11-20 08:00")), l.Title)
		require.False(t, l.Ahead(clock("2026-11-21 08:00")), l.Title)
	}
}

func TestPartOfAWeekCanBeSeenAndRegisteredAlone(t *testing.T) {
	t.Parallel()
	d := draft.Refresh(nil, week("2026-W49"), read( // 30 November to 6 December
		event("a", "November", "2026-11-30 09:00", "2026-11-30 10:00"), event("b", "December", "2026-12-01 09:00", "2026-12-01 10:00")), sure, settings())
	first := day.Date{Year: 2026, Month: time.December, Day: 1}
	require.Equal(t, "November", d.Registrations(day.Date{}, first)[0].Text)
	require.Equal(t, "December", d.Registrations(first, day.Date{})[0].Text)
	require.Len(t, d.View(text.Danish, day.Date{}, first).Lines, 1)
}

func TestTheTitleOfAnEventThatBecamePrivateIsForgotten(t *testing.T) {
	t.Parallel()
	e := event("a", "Samtale om opsigelse", "2026-11-16 09:00", "2026-11-16 10:00")
	e.Attendees = 17
	d := fresh(sure, e)
	require.NoError(t, d.Accept(d.Lines[0].ID))
	require.Contains(t, string(d.Encode(text.Danish)), "attendees: 17")
	e.Private, e.Title = true, ""
	d = draft.Refresh(d, d.Week, read(e), sure, settings())
	require.NotContains(t, string(d.Encode(text.Danish)), "opsigelse")
	require.NotContains(t, string(d.Encode(text.Danish)), "attendees")
	require.Equal(t, "Privat", d.Registrations(day.Date{}, day.Date{})[0].Text)
	require.Equal(t, draft.CheckPrivate, d.Problems()[0].Check)
}

func TestALineWithoutTimeIsNotReadyBeforeItHasSome(t *testing.T) {
	t.Parallel()
	d := fresh(sure, whole("a", "Temadag", "2026-11-16", "2026-11-17"))
	id, project, none, hours := d.Lines[0].ID, "OS2ai", 0, 240
	require.NoError(t, d.Change(id, draft.Edit{Project: &project}))
	require.Equal(t, draft.Check, d.Lines[0].Status)
	require.NoError(t, d.Change(id, draft.Edit{Minutes: &hours}))
	require.Equal(t, draft.Ready, d.Lines[0].Status)
	require.NoError(t, d.Change(id, draft.Edit{Minutes: &none}))
	require.Equal(t, draft.Skip, d.Lines[0].Status)
}

func TestADeedThatMakesNoSenseIsRefusedAndChangesNothing(t *testing.T) {
	t.Parallel()
	d := fresh(func(calendar.Event) mapping.Suggestion { return mapping.Suggestion{} }, event("a", "A", "2026-11-16 09:00", "2026-11-16 10:00"))
	id := d.Lines[0].ID
	before := d.Lines[0]
	crooked := 50
	_, splitting := d.Split(id, []mapping.Share{{Parts: 1}})
	for _, err := range []error{
		d.Accept(id), d.Accept("nobody"), d.Change(id, draft.Edit{Minutes: &crooked}), splitting, d.Merge(id), d.Merge(id, id),
		d.Move(id, day.Date{Year: 2027, Month: time.May, Day: 1}, draft.Clock{}), d.WorkOnTheWay(id),
		d.Move(id, week("2026-W47").Monday(), draft.Clock{From: 600, To: 540}), d.Move(id, week("2026-W47").Monday(), draft.Clock{From: 600, To: 1500}),
	} {
		require.Error(t, err)
	}
	require.Equal(t, before, d.Lines[0])
}
