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
// and to-dos that ugeseddel created stay (Plan.Stays). Apply carries it out.
func (c *Client) UndoPlan(ctx context.Context, span Span, options Options) (*Plan, error) {
	account, err := c.Connect(ctx)
	if err != nil {
		return nil, err
	}
	p := &Plan{Account: account, Notes: account.Notes, client: c, span: span, decisions: map[string]decision{}, posted: options.Posted}
	if p.held, err = c.look(ctx, span, nil); err != nil {
		return nil, err
	}
	if p.Stays, err = c.createdTasks(ctx, p.held, span); err != nil {
		return nil, err
	}
	p.build = func(held *snapshot, decisions map[string]decision, posted []Posted) []Action {
		return newBuilder(c, held, span, Options{options.Tags, posted}, decisions).undo()
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
		case !row.whole, b.replaced(at, row):
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

// replaced tells whether a row that this computer remembers holds the hours still, but the text with its mark was replaced.
func (b *builder) replaced(at spot, row *booked) bool {
	remembered, known := b.posted[at]
	return known && len(row.marks) == 0 && !sameHours(float64(row.Hours), remembered.Base)
}

// A to-do that ugeseddel creates says so in its description, with the day it was needed for.
var creationNote = regexp.MustCompile(`ugeseddel (\d{4}-\d\d-\d\d)`)

func noteOfCreation(d day.Date) string { return "ugeseddel " + d.String() }

// createdTasks lists the open to-dos that were created for registrations of the span, in the projects that hold rows of it.
func (c *Client) createdTasks(ctx context.Context, held *snapshot, span Span) ([]Task, error) {
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
	return slices.DeleteFunc(tasks, func(t Task) bool { return !t.createdFor(span) }), err
}

// createdFor tells whether ugeseddel created the to-do for a day of span.
func (t Task) createdFor(span Span) bool {
	m := creationNote.FindStringSubmatch(t.note)
	if m == nil {
		return false
	}
	d, err := day.Parse(m[1])
	return err == nil && span.Holds(d)
}
