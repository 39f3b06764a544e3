package draft

import (
	"slices"
	"strings"

	"ugeseddel/day"
	"ugeseddel/text"
)

// Problem is something that a person should look at. It is no error: a draft with problems is a draft.
type Problem struct {
	Line    string   // the id of the line; "" where it is about a day or the week
	Date    day.Date // zero where it is about the week
	Check   CheckName
	Message text.Message
}

// CheckName names a check, by which it can be switched off.
type CheckName string

// The checks.
const (
	CheckOverlap      CheckName = "overlap"
	CheckLongDay      CheckName = "long-day"  // a day over 24 hours, or over the limit of the settings
	CheckLongWeek     CheckName = "long-week" // a week above its norm, said kindly
	CheckNoProject    CheckName = "no-project"
	CheckNoTask       CheckName = "no-task"
	CheckNoTag        CheckName = "no-tag"
	CheckUnknownName  CheckName = "unknown-name" // a project or tag that there is not
	CheckHoliday      CheckName = "holiday"      // something is registered on a holiday
	CheckPrivate      CheckName = "private"      // a private event would be registered
	CheckConfidential CheckName = "confidential" // a title or text that looks confidential would be posted
	CheckNothing      CheckName = "nothing"      // a line that comes to no time
	CheckUnread       CheckName = "unread"       // a line whose calendar was not read
	CheckChanged      CheckName = "changed"      // the calendar says something else now
)

// CheckNames are all checks there are.
var CheckNames = []CheckName{
	CheckOverlap, CheckLongDay, CheckLongWeek, CheckNoProject, CheckNoTask, CheckNoTag, CheckUnknownName,
	CheckHoliday, CheckPrivate, CheckConfidential, CheckNothing, CheckUnread, CheckChanged,
}

// ConfidentialWords are those that make a title look confidential, as parts of words and whatever the case.
var ConfidentialWords = []string{
	"fortrolig", "confidential", "sygesamtale", "sygefravær", "sygdomssamtale", "opsigelse", "afskedigelse", "advarsel",
	"lønforhandling", "lønsamtale", "tjenstlig", "bortvisning", "cpr",
}

// Problems returns what a person should look at, in the order of the draft: day by day, and what concerns the week last.
func (d *Draft) Problems() []Problem {
	var all []Problem
	for _, one := range d.Days() {
		all = append(all, d.problemsOn(one)...)
	}
	all = append(all, d.longWeek()...)
	return slices.DeleteFunc(all, func(p Problem) bool { return d.Settings.Off[p.Check] })
}

func (d *Draft) problemsOn(one Day) []Problem {
	lines := d.on(one.Date)
	var all []Problem
	for _, l := range lines {
		all = append(all, d.problemsOf(l, one)...)
	}
	for _, o := range d.overlapsOn(one.Date, lines) {
		if !o.Loser.soft() {
			all = append(all, o.problem())
		}
	}
	limit := d.Settings.DayLimit
	if limit == 0 {
		limit = 24 * 60
	}
	if one.Registered > limit {
		all = append(all, Problem{Date: one.Date, Check: CheckLongDay,
			Message: text.Msg("draft.long-day", text.Short(one.Date), text.Hours(one.Registered), text.Hours(limit))})
	}
	return all
}

func (d *Draft) overlapsOn(date day.Date, lines []*Line) []Overlap {
	asked := d.Settings.workday(date)
	return overlaps(lines, d.claims(lines, asked), asked)
}

func (o Overlap) problem() Problem {
	key := "draft.overlap"
	if !o.Clear {
		key = "draft.overlap-unclear"
	}
	return Problem{Line: o.Loser.ID, Date: o.Loser.Date, Check: CheckOverlap,
		Message: text.Msg(key, o.Loser.Name(), o.Winner.Name(), o.Minutes)}
}

// Name is how the line is called in a message: by its title, or the text of its registration; never by anything of a private event.
func (l Line) Name() text.Message {
	switch {
	case l.Private:
		return text.Msg("draft.private-event")
	case l.Title != "":
		return text.Verbatim(l.Title)
	case l.Note != "":
		return text.Verbatim(l.Note)
	}
	return text.Msg("draft.untitled")
}

func (d *Draft) problemsOf(l *Line, one Day) []Problem {
	var all []Problem
	add := func(is bool, check CheckName, key string, args ...any) {
		if is {
			all = append(all, Problem{Line: l.ID, Date: l.Date, Check: check, Message: text.Msg(key, args...)})
		}
	}
	add(l.Unread, CheckUnread, "draft.unread", l.Name(), l.Event.Calendar)
	if l.Decision != Undecided || l.Posted != nil {
		for _, c := range l.Changes() {
			add(c.What != ChangedByHand, CheckChanged, "draft.changed", l.Name(), c.Message)
		}
	}
	if !l.Counts() {
		return all
	}
	if l.unsure() {
		return all // what it would need if it were registered is not yet the question
	}
	add(l.Minutes == 0 && (l.Actual == 0 || l.worth() > 0), CheckNothing, "draft.nothing", l.Name(), l.Actual)
	add(l.Project == "", CheckNoProject, "draft.no-project", l.Name())
	add(l.Tag == "", CheckNoTag, "draft.no-tag", l.Name())
	add(l.Task == "" && l.Tag != "", CheckNoTask, "draft.no-task", l.Name())
	add(unknown(l.Project, d.Settings.Projects), CheckUnknownName, "draft.unknown-project", l.Project)
	add(unknown(l.Tag, d.Settings.Tags), CheckUnknownName, "draft.unknown-tag", l.Tag)
	add(one.Holiday != "", CheckHoliday, "draft.on-holiday", l.Name(), one.Holiday)
	add(l.Private, CheckPrivate, "draft.private-posted", text.Short(l.Date))
	add(d.Settings.confidential(l.Words()), CheckConfidential, "draft.confidential", l.Name())
	return all
}

func unknown(name string, names []string) bool {
	return name != "" && len(names) > 0 && !slices.Contains(names, name)
}

func (s Settings) confidential(words string) bool {
	marks := s.Confidential
	if marks == nil {
		marks = ConfidentialWords
	}
	lower := strings.ToLower(words)
	return slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(lower, strings.ToLower(mark)) })
}

func (d *Draft) longWeek() []Problem {
	registered, worth, norm := 0, 0, 0
	for _, one := range d.Days() {
		registered, norm = registered+one.Registered, norm+one.Norm
	}
	for _, l := range d.Lines {
		if l.Counts() {
			worth += l.worth()
		}
	}
	if worth <= norm || registered <= norm || norm == 0 {
		return nil
	}
	return []Problem{{Check: CheckLongWeek, Message: text.Msg("draft.long-week", text.Hours(registered), text.Hours(norm), text.Hours(registered-norm))}}
}
