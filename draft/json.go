package draft

import (
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// View is the draft as `preview --json` shows it. All lengths are minutes.
type View struct {
	Week     day.Week      `json:"week"`
	Timezone string        `json:"timezone"`
	Lines    []LineView    `json:"lines"`
	Days     []DayView     `json:"days"`
	Problems []ProblemView `json:"problems"`
}

// LineView is a line in a View. Start and End are RFC 3339 in the draft's zone, "" where the line has no clock times.
type LineView struct {
	ID      string    `json:"id"`
	Date    day.Date  `json:"date"`
	Start   string    `json:"start"`
	End     string    `json:"end"`
	Minutes int       `json:"minutes"`
	Actual  int       `json:"actual_minutes"`
	Title   string    `json:"title"`
	Project string    `json:"project"`
	Tag     string    `json:"tag"`
	Task    string    `json:"task"`
	Note    string    `json:"note"`
	Status  Status    `json:"status"`
	Why     []string  `json:"why"`
	Event   EventView `json:"event"`
}

// EventView names the event of a line; both fields are empty where it has none.
type EventView struct {
	UID      string `json:"uid"`
	Calendar string `json:"calendar"`
}

// DayView is what a day adds up to.
type DayView struct {
	Date       day.Date `json:"date"`
	Norm       int      `json:"norm"`
	Registered int      `json:"registered"`
	Missing    int      `json:"missing"`
}

// ProblemView is a problem; Line is "" where it is about a day or the week.
type ProblemView struct {
	Line    string    `json:"line"`
	Check   CheckName `json:"check"`
	Message string    `json:"message"`
}

// View shows the days from (included) to (excluded) of the draft in the words of a language; a zero date is no limit.
func (d *Draft) View(l text.Lang, from, to day.Date) View {
	v := View{Week: d.Week, Timezone: d.Settings.zone().String(), Lines: []LineView{}, Days: []DayView{}, Problems: []ProblemView{}}
	for _, line := range d.Between(from, to) {
		v.Lines = append(v.Lines, line.view(l))
	}
	for _, one := range d.Days() {
		if within(one.Date, from, to) {
			v.Days = append(v.Days, DayView{one.Date, one.Norm, one.Registered, one.Missing})
		}
	}
	for _, p := range d.Problems() {
		if p.Date.IsZero() || within(p.Date, from, to) {
			v.Problems = append(v.Problems, ProblemView{p.Line, p.Check, l.Say(p.Message)})
		}
	}
	return v
}

func (l Line) view(lang text.Lang) LineView {
	v := LineView{
		ID: l.ID, Date: l.Date, Start: stamp(l.Start), End: stamp(l.End), Minutes: l.Minutes, Actual: l.Actual,
		Title: l.Title, Project: l.Project, Tag: l.Tag, Task: l.Task, Note: l.Note, Status: l.Status,
		Why: []string{}, Event: EventView{l.Event.UID, l.Event.Calendar},
	}
	for _, m := range l.Reasons() {
		v.Why = append(v.Why, lang.Say(m))
	}
	return v
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}
