package draft_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
)

// randomWeek is a week of a person whose calendar nobody keeps in order.
type randomWeek struct {
	*rand.Rand
	week     day.Week
	settings draft.Settings
	events   []calendar.Event
}

func newRandomWeek(seed uint64) *randomWeek {
	r := &randomWeek{Rand: rand.New(rand.NewPCG(seed, 7))}
	r.week = day.WeekOf(day.Date{Year: 2026, Month: time.January, Day: 1}.Add(r.IntN(800)))
	r.settings = settings()
	r.settings.Step, _ = draft.NewStep([]int{5, 6, 10, 15, 30, 60}[r.IntN(6)])
	r.settings.Speedy = r.IntN(3) == 0
	if r.IntN(2) == 0 {
		r.settings.Norm = draft.Norm{Odd: draft.Hours{0, 444, 0, 444, 0, 300, 0}, Even: draft.Hours{0, 444, 444, 444, 0, 0, 120}}
	}
	if r.IntN(2) == 0 {
		r.settings.Standing = []draft.Standing{
			{Title: "Frokost", At: draft.Clock{From: 720, To: 750}, Choice: mapping.Choice{Project: "S", Tag: "pause", Task: "Frokost"}},
			{Title: "Mail", Minutes: 20, Weeks: draft.OddWeeks, Choice: mapping.Choice{Project: "S", Tag: "administration", Task: "Mail"}},
		}
	}
	if r.IntN(2) == 0 {
		r.settings.Travel = draft.Travel{Before: 30, After: 45, Offices: []string{"Vesterbro"}, Choice: mapping.Choice{Project: "S", Tag: "transport", Task: "Transport"}}
		r.settings.Preparation = []draft.Preparation{{Tag: "governance", Before: 10, After: 15}}
	}
	for n := range r.IntN(25) {
		r.events = append(r.events, r.event(n))
	}
	return r
}

var (
	titles  = []string{"Styregruppemøde", "Ferie", "Bestyrelse: dagsorden", "Æbleskiver, \"gløgg\" & # julehygge", "null", "- x", "Å̊r", "Kaffe?", ""}
	places  = []string{"", "Vesterbro", "Aarhus Rådhus", "Microsoft Teams-møde", "https://meet.example/x"}
	answers = []calendar.Response{"", calendar.Accepted, calendar.Declined, calendar.Unsure, calendar.None, calendar.AsOrganizer}
	shown   = []calendar.ShowAs{"", calendar.Busy, calendar.Busy, calendar.Free, calendar.OOF, calendar.Tentative}
)

func (r *randomWeek) event(n int) calendar.Event {
	start := r.week.Monday().In(copenhagen).Add(time.Duration(r.IntN(8*24*12)-12*12) * 5 * time.Minute)
	e := calendar.Event{
		UID: fmt.Sprintf("u%d@x", n), Calendar: []string{"arbejde", "privat"}[r.IntN(2)], Title: pick(r, titles), Location: pick(r, places),
		Start: start, End: start.Add(time.Duration(r.IntN(40)) * 5 * time.Minute), ShowAs: pick(r, shown), Response: pick(r, answers),
		Private: r.IntN(10) == 0, Attendees: r.IntN(4),
	}
	switch r.IntN(10) {
	case 0:
		e.AllDay, e.Start = true, day.Of(start).In(copenhagen)
		e.End = day.Of(start).Add(r.IntN(6)).In(copenhagen)
	case 1:
		e.End = start.Add(time.Duration(r.IntN(60)) * time.Hour)
	case 2:
		e.Recurring, e.RecurrenceID = true, e.Start.UTC().Format(time.RFC3339)
	}
	return e
}

func pick[T any](r *randomWeek, from []T) T { return from[r.IntN(len(from))] }

// suggest answers the same for the same title, as rules do.
func (r *randomWeek) suggest(e calendar.Event) mapping.Suggestion {
	s := mapping.Suggestion{Certain: true, Known: true, Choice: mapping.Choice{Project: "S", Tag: "governance", Task: "Møder"}}
	switch {
	case e.Title == "Ferie":
		s.Fill = []mapping.Fill{mapping.FillAbsence, mapping.FillHalf, mapping.FillRest, mapping.FillWork}[len(e.UID)%4]
	case strings.HasPrefix(e.Title, "Bestyrelse"):
		s.Shares = []mapping.Share{{Choice: s.Choice, Parts: 1}, {Choice: mapping.Choice{Project: "OS2iot", Tag: "drift", Task: "Drift"}, Parts: 2}}
	case e.Title == "Kaffe?":
		s.Skip, s.Certain = true, len(e.UID)%2 == 0
	case e.Title == "null":
		s.Certain, s.Known, s.Project = false, false, ""
	}
	return s
}

func (r *randomWeek) reading() draft.Reading {
	return draft.Reading{Events: r.events, Whole: []string{"arbejde", "privat"}}
}

func (r *randomWeek) draft() *draft.Draft { return r.refresh(nil) }

func (r *randomWeek) refresh(old *draft.Draft) *draft.Draft {
	return draft.Refresh(old, r.week, r.reading(), r.suggest, r.settings)
}

// decide lets a person do something to a few lines. Deeds that the draft refuses are deeds not done.
func (r *randomWeek) decide(d *draft.Draft) {
	for range r.IntN(6) {
		if len(d.Lines) == 0 {
			return
		}
		id := pick(r, d.Lines).ID
		project, minutes := "Andet", 60*r.IntN(4)
		switch r.IntN(10) {
		case 0, 1:
			_ = d.Accept(id)
		case 2:
			_ = d.Change(id, draft.Edit{Project: &project, Minutes: &minutes})
		case 3:
			_ = d.Change(id, draft.Edit{Project: &project})
		case 4:
			_ = d.Skip(id, r.IntN(2) == 0)
		case 5:
			_, _ = d.Split(id, []mapping.Share{{Choice: mapping.Choice{Project: "A"}, Parts: 1}, {Choice: mapping.Choice{Project: "B"}, Parts: 3}})
		case 6:
			_ = d.Merge(id, pick(r, d.Lines).ID)
		case 7:
			_ = d.Move(id, r.week.Monday().Add(r.IntN(7)), draft.Clock{})
		case 8:
			_ = d.CountBoth(id)
		case 9:
			_, _ = d.Add(draft.New{Date: r.week.Monday().Add(r.IntN(7)), Title: pick(r, titles), At: draft.Clock{From: 600, To: 660},
				Entry: draft.Entry{Choice: mapping.Choice{Project: "S"}}})
		}
	}
}

// disturb lets the calendar change: events move, grow, vanish, get another answer or title.
func (r *randomWeek) disturb() {
	for i := range r.events {
		e := &r.events[i]
		switch r.IntN(8) {
		case 0:
			e.Start, e.End = e.Start.Add(24*time.Hour), e.End.Add(24*time.Hour)
		case 1:
			e.End = e.End.Add(30 * time.Minute)
		case 2:
			e.Response = pick(r, answers)
		case 3:
			e.Title = pick(r, titles)
		case 4:
			r.events = append(r.events[:i:i], r.events[i+1:]...)
			return
		}
	}
}
