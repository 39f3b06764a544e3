package leantime

import (
	"cmp"
	"slices"
	"strings"

	"ugeseddel/day"
	"ugeseddel/text"
)

// builder makes the actions of a plan out of registrations and what Leantime holds. It decides; it asks nobody and writes nothing.
type builder struct {
	resolver
	version version
	sheet   sheet
	span    Span
	posted  map[spot]Posted   // what this computer remembers
	claimed map[spot]bool     // spots that a registration is for, or may be for
	unclear map[day.Date]bool // days with a registration of which not even that is known
}

// group is all registrations of one to-do on one day: one row.
type group struct {
	Registration
	target target
	key    string
}

func (b *builder) post(registrations []Registration) []Action {
	var actions []Action
	tagged := map[int]bool{}
	for _, g := range b.groups(registrations) {
		row := b.row(g)
		if t := g.target; t.tags != "" && row.writes() && !tagged[t.task.ID] {
			tagged[t.task.ID] = true
			actions = append(actions, b.setTag(g))
		}
		actions = append(actions, row)
	}
	return sorted(append(actions, b.leftOver()...))
}

// groups puts the registrations of one to-do and day together: the minutes are added, the texts follow one another, each once.
func (b *builder) groups(registrations []Registration) []group {
	var groups []group
	at := map[string]int{}
	for _, reg := range registrations {
		if !b.span.Holds(reg.Date) {
			continue
		}
		t := b.resolve(reg)
		key := reg.Date.String() + "|" + t.key(reg)
		if i, ok := at[key]; ok {
			groups[i].Minutes += reg.Minutes
			groups[i].Refs = append(groups[i].Refs, reg.Refs...)
			groups[i].Text = addLine(groups[i].Text, wording(reg, t))
			continue
		}
		at[key] = len(groups)
		g := group{reg, t, reg.Date.String() + "|" + reg.aim()}
		g.Text = wording(reg, t)
		g.Refs = slices.Clone(reg.Refs)
		groups = append(groups, g)
	}
	return groups
}

func (t target) key(reg Registration) string {
	switch {
	case !t.problem.IsZero():
		return reg.aim()
	case t.task == nil:
		return t.newKey(reg)
	}
	return itoa(t.task.ID)
}

// wording is the registration's text, or its to-do's title: TimeTable wants a text in every row.
func wording(reg Registration, t target) string {
	if words := tidy(reg.Text); words != "" {
		return words
	}
	if t.task != nil {
		return tidy(t.task.Title)
	}
	return tidy(reg.Task)
}

func addLine(lines, line string) string {
	if slices.Contains(strings.Split(lines, "\n"), line) {
		return lines
	}
	return lines + "\n" + line
}

func (b *builder) setTag(g group) Action {
	a := b.action(g)
	a.SetsTag, a.key, a.Verb, a.Reason = true, "tag|"+itoa(g.target.task.ID), Change, text.Msg("leantime.sets-tag", g.target.tags)
	a.Refs, a.work.minutes = nil, 0
	return a
}

// action is the frame of the action for g, with nothing decided.
func (b *builder) action(g group) Action {
	t := g.target
	a := Action{Date: g.Date, Project: g.Project, Task: g.Task, TaskID: g.TaskID, Tag: g.Tag, Refs: g.Refs, key: g.key}
	if t.project.ID != 0 {
		a.Project = t.project.Name
	}
	if t.task != nil {
		a.Task, a.TaskID = t.task.Title, t.task.ID
		a.Tag = cmp.Or(onlyTag(b.tags, t.task.Tags), a.Tag)
	}
	a.NewTask = t.task == nil && t.problem.IsZero()
	if a.NewTask {
		a.TaskID = 0
	}
	a.work = work{at: spot{g.Date, a.TaskID}, minutes: g.Minutes, text: g.Text, target: t, reg: g.Registration}
	return a
}

// row decides about one registered row.
func (b *builder) row(g group) Action {
	a := b.action(g)
	if !g.target.problem.IsZero() {
		return b.stopped(g, a)
	}
	if a.NewTask {
		if b.withoutTask(a.work) && !b.decisions[a.rowKey()].asShown {
			return a.ask("leantime.task-deleted")
		}
		return b.raise(a, nil, g.target.note)
	}
	b.claimed[a.work.at] = true
	return b.compare(a, g.target.note)
}

// stopped is the action for a registration that cannot be placed. What it may have put into Leantime earlier stays there.
func (b *builder) stopped(g group, a Action) Action {
	if len(g.target.like) == 0 {
		b.unclear[g.Date] = true
	}
	for _, task := range g.target.like {
		b.claimed[spot{g.Date, task.ID}] = true
	}
	if row := b.postedAs(g); row != nil {
		b.claimed[spot{g.Date, int(row.TaskID)}] = true
		a.TaskID, a.Task = int(row.TaskID), string(row.Title)
		a.work.row, a.work.base = row, row.base
		return a.settled(row, text.Message{})
	}
	return a.stop(g.target.problem, g.target.choices...)
}

// postedAs finds the row that holds exactly what g registers, though nothing more could be posted there: the to-do is done by now, or
// the project closed.
func (b *builder) postedAs(g group) *booked {
	for _, at := range b.sheet.spots() {
		row := b.sheet.proper[at]
		if at.date != g.Date || !row.ours() || !row.agrees || row.minutes != g.Minutes {
			continue
		}
		named := sameName(string(row.Title), g.Task) && sameName(string(row.Project), g.Project)
		if named || slices.ContainsFunc(g.target.like, func(t *Task) bool { return t.ID == at.taskID }) {
			return row
		}
	}
	return nil
}

func (a Action) stop(reason text.Message, choices ...Choice) Action {
	a.Verb, a.Reason, a.Choices = Blocked, reason, choices
	if a.work.row != nil {
		a.Before, a.After = float64(a.work.row.Hours), float64(a.work.row.Hours)
	}
	return a
}

func (a Action) settled(row *booked, note text.Message) Action {
	a.Verb, a.Before, a.After, a.Reason = Unchanged, float64(row.Hours), float64(row.Hours), note
	return a
}

// leftOver takes back what ugeseddel posted and what is registered no longer.
func (b *builder) leftOver() []Action {
	var actions []Action
	for _, at := range b.sheet.spots() {
		if row := b.sheet.proper[at]; row.ours() && !b.claimed[at] {
			actions = append(actions, b.takeBack(at, row))
		}
	}
	return actions
}

func (b *builder) takeBack(at spot, row *booked) Action {
	a := b.rowAction(at, row)
	overrule := b.decisions[a.rowKey()].asShown
	switch {
	case b.unclear[at.date]:
		return a.stop(text.Msg("leantime.unclear-day"))
	case !row.whole && !overrule:
		return a.ask("leantime.broken-mark")
	case !row.agrees && !overrule:
		return a.ask("leantime.changed-by-hand")
	case row.base == 0 && (row.words.edited || row.words.own != "") && !overrule:
		return a.ask("leantime.edited-by-hand")
	}
	return b.lower(a, row)
}

// rowAction is the frame of an action about a row that no registration is for.
func (b *builder) rowAction(at spot, row *booked) Action {
	a := Action{Date: at.date, Project: string(row.Project), Task: string(row.Title), TaskID: at.taskID,
		Tag: onlyTag(b.tags, splitTags(string(row.Tags))), Before: float64(row.Hours)}
	a.work = work{at: at, row: row, base: row.believed()}
	a.key = a.rowKey()
	return a
}

// lower takes our hours out of a row.
func (b *builder) lower(a Action, row *booked) Action {
	a.Verb, a.After = Remove, 0
	if a.work.base != 0 {
		a.Verb, a.After = Change, a.work.base
		a.Reason = text.Msg("leantime.keeps-own", decimalHours(a.work.base))
	}
	return b.permitted(a)
}
