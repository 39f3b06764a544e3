package leantime

import (
	"context"
	"regexp"
	"slices"

	"ugeseddel/day"
	"ugeseddel/text"
)

// UndoPlan says what it takes to have the days of span as they were before anything was posted: rows that ugeseddel created are removed,
// rows that it raised get the person's own hours back (and from 3.9 on their text), what a person has changed since is left alone,
// and to-dos that ugeseddel created are listed, and stay. Apply carries it out.
func (c *Client) UndoPlan(ctx context.Context, span Span, options Options) (*Plan, error) {
	account, err := c.Connect(ctx)
	if err != nil {
		return nil, err
	}
	p := &Plan{Account: account, Notes: account.Notes, client: c, span: span, decisions: map[string]decision{}}
	if p.held, err = c.look(ctx, span, nil); err != nil {
		return nil, err
	}
	created, err := c.createdTasks(ctx, p.held, span, options.Tags)
	if err != nil {
		return nil, err
	}
	p.build = func(held *snapshot, decisions map[string]decision, posted []Posted) []Action {
		b := newBuilder(c, held, span, Options{options.Tags, posted}, decisions)
		return sorted(append(b.undo(), created...))
	}
	p.Actions = p.build(p.held, p.decisions, p.posted)
	return p, nil
}

func (b *builder) undo() []Action {
	var actions []Action
	for _, at := range b.sheet.spots() {
		row := b.sheet.proper[at]
		a := b.rowAction(at, row)
		switch {
		case !row.whole:
			actions = append(actions, a.stop(text.Msg("leantime.undo-edited")))
		case !row.ours():
		case !row.agrees, row.words.edited, row.base == 0 && row.words.own != "":
			actions = append(actions, a.stop(text.Msg("leantime.undo-edited")))
		default:
			actions = append(actions, b.lower(a, row))
		}
	}
	return actions
}

// A to-do that ugeseddel creates says so in its description, with the day it was needed for.
var creationNote = regexp.MustCompile(`ugeseddel (\d{4}-\d\d-\d\d)`)

func noteOfCreation(d day.Date) string { return "ugeseddel " + d.String() }

// createdTasks lists the to-dos that were created for registrations of the span and that hold rows of it.
func (c *Client) createdTasks(ctx context.Context, held *snapshot, span Span, tags []string) ([]Action, error) {
	var projects []int
	for _, row := range sortRows(held.rows, span, c.version.setsText()).proper {
		if row.ours() && !slices.Contains(projects, int(row.ProjectID)) {
			projects = append(projects, int(row.ProjectID))
		}
	}
	if len(projects) == 0 {
		return nil, nil
	}
	tasks, _, err := c.openTasks(ctx, projects)
	if err != nil {
		return nil, err
	}
	var actions []Action
	for _, task := range tasks {
		m := creationNote.FindStringSubmatch(task.note)
		if m == nil {
			continue
		}
		if d, err := day.Parse(m[1]); err == nil && span.Holds(d) {
			actions = append(actions, Action{Date: d, Project: task.Project, Task: task.Title, TaskID: task.ID, Tag: onlyTag(tags, task.Tags),
				NewTask: true, Verb: Unchanged, Reason: text.Msg("leantime.task-stays"), key: "task|" + itoa(task.ID)})
		}
	}
	return actions, nil
}
