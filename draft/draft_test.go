package draft_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
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
