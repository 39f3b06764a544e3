package leantime

import "ugeseddel/text"

// proof compares what was shown with what Leantime holds now.
func (r *posting) proof() *Proof {
	now := map[string]Action{}
	for _, a := range r.now {
		now[a.key] = a
	}
	p := &Proof{Verified: true, span: r.plan.span}
	for _, was := range r.plan.Actions {
		ended := was
		if is, there := now[was.key]; was.writes() && !done(was, is, there) {
			ended = r.notDone(was, is, there)
			p.Verified = false
		} else if there && is.TaskID != 0 {
			ended.TaskID = is.TaskID
			if ended.Reason.IsZero() {
				ended.Reason = is.Reason // such as that the network created the to-do twice
			}
		}
		p.Actions = append(p.Actions, ended)
	}
	p.Created = r.created()
	p.Posted = r.posted()
	p.Hours = r.held.hours(r.plan.span)
	return p
}

// done tells whether the row is as it was shown. A row that was to be removed, or that is the person's own again, is in no new plan.
func done(was, is Action, there bool) bool {
	if !there {
		return was.Verb == Remove || was.work.minutes == 0
	}
	return is.Verb == Unchanged && sameHours(is.After, was.After)
}

func (r *posting) notDone(was, is Action, there bool) Action {
	ended := was
	ended.Verb, ended.Reason = Blocked, text.Msg("leantime.changed-meanwhile")
	if there {
		ended.Before, ended.After = is.Before, is.Before
	}
	switch {
	case r.failureOf(was) != nil:
		ended.Reason = text.Msg("leantime.said-no", r.failureOf(was))
	case there && r.lost != nil && is.asShown(was):
		ended.Reason = text.Msg("leantime.said-no", r.lost)
	case there && is.Verb == Blocked:
		ended.Reason = is.Reason
	case r.attempts[was.key] > 0:
		ended.Reason = text.Msg("leantime.not-there")
	}
	return ended
}

// failureOf is what Leantime said of the row, or of its to-do.
func (r *posting) failureOf(a Action) error {
	if t := a.work.target; t.tags != "" && t.task != nil {
		return r.failures["tag|"+itoa(t.task.ID)]
	}
	if err := r.failures[a.attempt()]; err != nil {
		return err
	}
	return r.failures[a.key]
}

// created returns the to-dos that the plan was to create and that are there now.
func (r *posting) created() []Task {
	wanted := map[string]bool{}
	for _, a := range r.plan.Actions {
		if a.NewTask && a.writes() {
			wanted[a.key] = true
		}
	}
	var tasks []Task
	seen := map[int]bool{}
	for _, a := range r.now {
		if t := a.work.target.task; wanted[a.key] && t != nil && !seen[t.ID] {
			seen[t.ID] = true
			tasks = append(tasks, *t)
		}
	}
	return tasks
}

// posted is every row of the span that holds hours of ours.
func (r *posting) posted() []Posted {
	sheet := sortRows(r.held.rows, r.plan.span, r.client.version.setsText())
	var list []Posted
	for _, at := range sheet.spots() {
		if row := sheet.proper[at]; row.ours() {
			list = append(list, Posted{at.date, at.taskID, row.minutes, row.believed()})
		}
	}
	return list
}
