package draft

import (
	"fmt"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/mapping"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

var (
	lineKeys = []string{
		"id", "date", "time", "title", "minutes", "project", "tag", "task", "note", "status", "decision", "both", "always", "left_out",
		"unread", "merged_into", "why", "rounded", "suggested", "posted", "facts", "event", "calendar_now",
	}
	entryKeys = []string{"minutes", "project", "tag", "task", "note", "status"}
)

// longestDay is the day on which clocks go back, in minutes.
const longestDay = 25 * 60

// line reads one line of the draft and adds it.
func (r *reader) line(item yamlread.Value) {
	v := item.Map(lineKeys...)
	suggested := v["suggested"].Map(append([]string{"time"}, entryKeys...)...)
	l := Line{
		ID: v["id"].Text(), Date: r.date(item, v["date"]), Title: v["title"].Text(), Entry: r.entry(v), Suggested: r.entry(suggested),
		Decision: Decision(v["decision"].OneOf(string(Decided), string(Passed))),
		Left:     Left(v["left_out"].OneOf(lefts...)),
		Both:     v["both"].Bool(), Always: v["always"].Bool(), Unread: v["unread"].Bool(), MergedInto: v["merged_into"].Text(),
		Event: r.event(v["event"]),
	}
	l.Start, l.End = r.clock(l.Date, v["time"])
	for _, why := range v["why"].List() {
		l.Why = append(l.Why, text.Verbatim(why.Text()))
	}
	if v["posted"].Exists() {
		posted := r.entry(v["posted"].Map(entryKeys...))
		l.Posted = &posted
	}
	if v["calendar_now"].Exists() {
		now := r.event(v["calendar_now"])
		l.Now = &now
	}
	r.facts(&l, v["facts"])
	r.rounded(&l, v["rounded"])
	r.add(l, item, v, written{time: r.writtenTime(l, suggested["time"]), title: l.Event.Title})
}

// rounded reads how the line was rounded; it says nothing of minutes that a person has typed since.
func (r *reader) rounded(l *Line, v yamlread.Value) {
	m := v.Map("from", "to")
	from, to := m["from"].Int(0, 2*longestDay), m["to"].Int(0, longestDay)
	if v.Exists() && to == l.Minutes {
		l.Rounded = to - from
	}
}

// writtenTime is the time that ugeseddel wrote on the line.
func (r *reader) writtenTime(l Line, suggested yamlread.Value) span {
	if l.Kind == FromEvent {
		return span{l.Event.Start, l.Event.End}
	}
	start, end := r.clock(l.Date, suggested)
	return span{start, end}
}

var lefts = []string{
	string(LeftDeclined), string(LeftPrivate), string(LeftFree), string(LeftRule), string(LeftUnsure),
	string(LeftNoLength), string(LeftNoNorm), string(LeftGivesWay), string(LeftWithEvent), string(LeftMerged),
}

func (r *reader) date(item, v yamlread.Value) day.Date {
	if !v.Exists() {
		item.Mistake("draft.file-no-date")
		return day.Date{}
	}
	date := v.Date()
	if !date.IsZero() && day.WeekOf(date) != r.draft.Week && r.draft.Week != (day.Week{}) {
		v.Mistake("draft.other-week", date, r.draft.Week)
	}
	return date
}

func (r *reader) clock(date day.Date, v yamlread.Value) (start, end time.Time) {
	if !v.Exists() || date.IsZero() {
		return time.Time{}, time.Time{}
	}
	start, end, ok := parseClock(date, v.Text(), r.draft.Settings.zone())
	if !ok {
		v.Mistake("draft.file-time", v.Text())
	}
	return start, end
}

func (r *reader) entry(v map[string]yamlread.Value) Entry {
	return Entry{
		Minutes: r.minutes(v["minutes"]),
		Choice:  mapping.Choice{Project: v["project"].Text(), Tag: v["tag"].Text(), Task: v["task"].Text()},
		Note:    v["note"].Text(),
		Status:  Status(v["status"].OneOf(string(Ready), string(Check), string(Skip))),
	}
}

func (r *reader) minutes(v yamlread.Value) int {
	minutes := v.Int(0, longestDay)
	if step := r.draft.Settings.Step; !step.Fits(minutes) {
		v.Mistake("draft.file-minutes", minutes, step.Minutes(), step.Nearest(minutes))
	}
	return minutes
}

func (r *reader) event(v yamlread.Value) Event {
	m := v.Map("calendar", "uid", "id", "when", "title", "answer", "days", "gone")
	e := Event{
		Calendar: m["calendar"].Text(), UID: m["uid"].Text(), ID: m["id"].Text(), Title: m["title"].Text(), Answer: m["answer"].Text(),
		Gone: m["gone"].Bool(),
	}
	if e.ID == "" {
		e.ID = e.UID
	}
	switch {
	case m["days"].Exists():
		e.Days = m["days"].Int(2, 100000)
	case m["when"].Exists():
		e.Days = 1
	}
	e.Date, e.Start, e.End = r.when(m["when"])
	return e
}

// when reads a date, perhaps followed by clock times.
func (r *reader) when(v yamlread.Value) (date day.Date, start, end time.Time) {
	if !v.Exists() {
		return
	}
	d, clock, timed := strings.Cut(v.Text(), " ")
	date, err := day.Parse(d)
	ok := true
	if timed {
		start, end, ok = parseClock(date, clock, r.draft.Settings.zone())
	}
	if err != nil || !ok {
		v.Mistake("draft.file-when", v.Text())
	}
	return date, start, end
}

func (r *reader) facts(l *Line, v yamlread.Value) {
	m := v.Map("kind", "certain", "private", "tentative", "fill", "priority", "part", "share", "actual",
		"learnt", "attendees", "recurring", "mine", "show_as")
	l.Kind = Kind(m["kind"].OneOf(string(FromStanding), string(FromTravel), string(FromPreparation), string(FromHand)))
	l.Certain, l.Private, l.Tentative = m["certain"].Bool(), m["private"].Bool(), m["tentative"].Bool()
	l.Fill = mapping.Fill(m["fill"].OneOf(string(mapping.FillWork), string(mapping.FillAbsence), string(mapping.FillRest), string(mapping.FillHalf)))
	l.Priority = m["priority"].Int(-1e6, 1e6)
	l.Part, l.Share = m["part"].Int(0, 1000), m["share"].Int(0, 1e6)
	l.Actual = l.clock()
	if m["actual"].Exists() {
		l.Actual = m["actual"].Int(0, longestDay)
	}
	l.Learnt = m["learnt"].Text()
	l.Facts = Facts{Attendees: m["attendees"].Int(0, 1e6), Recurring: m["recurring"].Bool(), Mine: m["mine"].Bool(),
		ShowAs: calendar.ShowAs(m["show_as"].OneOf(string(calendar.Free), string(calendar.OOF), string(calendar.Tentative), string(calendar.Elsewhere)))}
}

// add takes the line into the draft, with what a person did to it since ugeseddel wrote it.
func (r *reader) add(l Line, item yamlread.Value, v map[string]yamlread.Value, was written) {
	if r.ids[l.ID] > 1 {
		v["id"].Mistake("draft.file-twice", l.ID)
	}
	if l.ID == "" {
		l.ID = r.freeID()
		l.makeOwn(r.draft.Settings.Step, v["minutes"].Exists())
	} else if l.Status == "" || l.Decision != Decided && l.editedSince(was) {
		l.takeEdits(was, r.draft.Settings.Step)
	}
	if l.Status == Ready && l.Project == "" {
		place(v["status"], item).Mistake("draft.file-no-project")
	}
	r.draft.Lines = append(r.draft.Lines, l)
	r.lineComments(l.ID, item)
}

func place(v, around yamlread.Value) yamlread.Value {
	if v.Exists() {
		return v
	}
	return around
}

// freeID returns an id for a line that a person added without one.
func (r *reader) freeID() string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("own%d", n); r.ids[id] == 0 {
			r.ids[id]++
			return id
		}
	}
}
