package draft

import (
	"ugeseddel/text"
)

// Edit is what a person changes in a line; nil fields stay as they are.
type Edit struct {
	Minutes                  *int
	Project, Tag, Task, Note *string
}

// Accept records that a person agrees to the line as it stands, whatever the calendar says now. A line that is probably to be skipped is then skipped,
// and so is one without time.
func (d *Draft) Accept(id string) error {
	return d.decide(id, func(l *Line) error {
		if l.Status == Skip || l.Left == LeftUnsure || l.Minutes == 0 {
			l.Status = Skip
			return nil
		}
		return l.makeReady()
	})
}

// Change records a person's own values. Minutes must be a multiple of the step and are never rounded again.
// A line that still has no project, or no time, keeps needing a decision; one whose time is set to nothing is skipped.
func (d *Draft) Change(id string, e Edit) error {
	return d.decide(id, func(l *Line) error {
		if e.Minutes != nil {
			if err := d.checkMinutes(*e.Minutes); err != nil {
				return err
			}
			l.Minutes, l.Rounded = *e.Minutes, 0
		}
		set(&l.Project, e.Project)
		set(&l.Tag, e.Tag)
		set(&l.Task, e.Task)
		set(&l.Note, e.Note)
		l.Status = l.decidedStatus()
		if e.Minutes != nil && *e.Minutes == 0 {
			l.Status = Skip
		}
		return nil
	})
}

func set(field *string, value *string) {
	if value != nil {
		*field = *value
	}
}

// Skip records that the line is not to be registered; always means that no event like it ever is.
func (d *Draft) Skip(id string, always bool) error {
	return d.decide(id, func(l *Line) error {
		l.Status, l.Always = Skip, always
		return nil
	})
}

// CountBoth records that the line counts in full, whatever else happens at its time.
func (d *Draft) CountBoth(id string) error {
	return d.decide(id, func(l *Line) error {
		l.Both = true
		l.Minutes = d.Settings.Step.Nearest(l.Actual)
		l.Rounded = l.Minutes - l.Actual
		return l.makeReady()
	})
}

// WorkOnTheWay records that a person worked while travelling: the time goes to what the event itself is registered on.
func (d *Draft) WorkOnTheWay(id string) error {
	return d.decide(id, func(l *Line) error {
		of := d.eventLine(l)
		if l.Kind != FromTravel || of == nil {
			return text.Errorf("draft.no-event", l.Title)
		}
		l.Choice = of.Choice
		return l.makeReady()
	})
}

// decide changes the line and records that a person did, who has then also seen what the calendar says now. On an error nothing is changed.
func (d *Draft) decide(id string, change func(*Line) error) error {
	l := d.Line(id)
	if l == nil {
		return text.Errorf("draft.no-line", id)
	}
	changed := *l
	if err := change(&changed); err != nil {
		return err
	}
	changed.Decision = Decided
	changed.seeNow()
	*l = changed
	d.settle()
	return nil
}

// decidedStatus is the status of a line that a person wants registered: it still needs a decision where it has no project, or no time.
func (l *Line) decidedStatus() Status {
	if l.Project == "" || l.Minutes == 0 {
		return Check
	}
	return Ready
}

// makeReady makes the line one that is registered.
func (l *Line) makeReady() error {
	if l.Project == "" {
		return text.Errorf("draft.needs-project", l.Words()).Try("draft.needs-project-hint")
	}
	l.Status = l.decidedStatus()
	return nil
}

func (d *Draft) checkMinutes(minutes int) error {
	if minutes < 0 || minutes > longestDay || !d.Settings.Step.Fits(minutes) {
		return text.Errorf("draft.bad-minutes", minutes, d.Settings.Step.Minutes())
	}
	return nil
}
