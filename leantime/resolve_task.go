package leantime

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ugeseddel/text"
)

// task finds the to-do within t.project.
func (r *resolver) task(reg Registration, t *target) {
	chosen := r.decisions[reg.aim()]
	switch {
	case chosen.newTask:
		r.newOne(reg, t)
	case chosen.taskID != 0:
		r.byID(reg, t, chosen.taskID)
	case reg.TaskID != 0:
		r.byID(reg, t, reg.TaskID)
	default:
		r.byName(reg, t)
	}
}

func (r *resolver) byID(reg Registration, t *target, id int) {
	for i := range r.held.tasks {
		task := &r.held.tasks[i]
		if task.ID != id || task.ProjectID != t.project.ID {
			continue
		}
		t.like = []*Task{task}
		if !task.Open {
			t.problem = text.Msg("leantime.task-done", task.Title)
			t.choices = r.otherTasks(reg, t)
			return
		}
		r.take(reg, t, task)
		return
	}
	t.problem = text.Msg("leantime.unknown-task", id, t.project.Name)
	t.choices = r.otherTasks(reg, t)
}

// byName looks among the to-dos with that title: an open one with the right tag, else the only open one, else a new one.
func (r *resolver) byName(reg Registration, t *target) {
	open, right := r.alike(reg, t)
	switch {
	case len(right) > 0:
		r.takeLowest(reg, t, right)
	case len(open) == 1:
		r.take(reg, t, open[0])
	case len(open) > 1:
		t.problem = text.Msg("leantime.which-task", len(open), reg.Task)
		t.choices = chooseTask(reg, open)
	case len(t.like) > 0:
		t.problem = text.Msg("leantime.task-done", t.like[0].Title)
		t.choices = r.otherTasks(reg, t)
	default:
		r.create(reg, t)
	}
}

// alike finds the to-dos with the registration's title: all of them are in t.like, then those that are open, and those of the open
// ones that have the registration's tag and no other of the list.
func (r *resolver) alike(reg Registration, t *target) (open, right []*Task) {
	t.like = nil
	wanted := plain(reg.Task)
	for i := range r.held.tasks {
		task := &r.held.tasks[i]
		if task.ProjectID != t.project.ID || task.name != wanted {
			continue
		}
		t.like = append(t.like, task)
		if task.Open {
			open = append(open, task)
			if known := r.known(task.Tags); len(known) == 1 && sameName(known[0], reg.Tag) {
				right = append(right, task)
			}
		}
	}
	return open, right
}

// takeLowest uses the first of several equal to-dos, which is the same one on every computer.
func (r *resolver) takeLowest(reg Registration, t *target, equal []*Task) {
	r.take(reg, t, equal[0])
	if len(equal) > 1 {
		t.note = text.Msg("leantime.two-tasks", len(equal), equal[0].ID)
	}
}

// newOne creates a to-do where a person asked for it, unless it has been created in the meantime.
func (r *resolver) newOne(reg Registration, t *target) {
	if _, right := r.alike(reg, t); len(right) > 0 {
		r.takeLowest(reg, t, right)
		return
	}
	r.create(reg, t)
}

// known returns those of a to-do's tags that are in the list of which it must have exactly one, as the list writes them.
func (r *resolver) known(tags []string) []string { return knownTags(r.tags, tags) }

func knownTags(list, tags []string) []string {
	var known []string
	for _, tag := range tags {
		if i := slices.IndexFunc(list, func(one string) bool { return sameName(one, tag) }); i >= 0 {
			known = append(known, list[i])
		}
	}
	return known
}

// onlyTag is the one tag of the list that a to-do has; "" where it has none or several.
func onlyTag(list, tags []string) string {
	if known := knownTags(list, tags); len(known) == 1 {
		return known[0]
	}
	return ""
}

func (r *resolver) inList(tag string) bool {
	return slices.ContainsFunc(r.tags, func(one string) bool { return sameName(one, tag) })
}

// take uses an open to-do, if its tag is right or can be made right.
func (r *resolver) take(reg Registration, t *target, task *Task) {
	t.task = task
	chosen := r.decisions[reg.aim()]
	known := r.known(task.Tags)
	switch {
	case len(r.tags) == 0 || len(known) == 1 && (reg.Tag == "" || sameName(known[0], reg.Tag) || chosen.taskID == task.ID):
		return
	case reg.Tag == "":
		t.problem = text.Msg("leantime.task-tags", task.Title, len(known))
	case len(known) == 0:
		r.setTags(reg, t, append(slices.Clone(task.Tags), strings.TrimSpace(reg.Tag)))
	case len(known) == 1:
		t.problem = text.Msg("leantime.other-tag", task.Title, known[0])
		t.choices = append(chooseTask(reg, []*Task{task}), r.newChoice(reg))
	case chosen.onlyTag:
		others := slices.DeleteFunc(slices.Clone(task.Tags), r.inList)
		r.setTags(reg, t, append(others, strings.TrimSpace(reg.Tag)))
	default:
		t.problem = text.Msg("leantime.task-tags", task.Title, len(known))
		t.choices = []Choice{{text.Msg("leantime.choose-only-tag", reg.Tag), reg.aim(), decision{onlyTag: true, taskID: task.ID}}}
	}
}

func (r *resolver) setTags(reg Registration, t *target, tags []string) {
	t.tags = strings.Join(tags, ",")
	if utf8.RuneCountInString(t.tags) > longestTags {
		t.tags, t.problem = "", text.Msg("leantime.tag-long", longestTags)
	}
	if !r.inList(reg.Tag) {
		t.tags, t.problem = "", text.Msg("leantime.unknown-tag", reg.Tag)
	}
}

// create makes the target a new to-do, with the project's own first state.
func (r *resolver) create(reg Registration, t *target) {
	status, ok := r.held.states[t.project.ID].first()
	switch {
	case plain(reg.Task) == "":
		t.problem = text.Msg("leantime.no-task")
	case len(r.tags) > 0 && !r.inList(reg.Tag):
		t.problem = text.Msg("leantime.unknown-tag", reg.Tag)
	case !ok:
		t.problem = text.Msg("leantime.no-new-status", t.project.Name)
	}
	t.task, t.status = nil, status
}

// otherTasks offers the nearest open to-do of the project, and a new one.
func (r *resolver) otherTasks(reg Registration, t *target) []Choice {
	var open []*Task
	var names []string
	for i := range r.held.tasks {
		if task := &r.held.tasks[i]; task.Open && task.ProjectID == t.project.ID {
			open, names = append(open, task), append(names, task.Title)
		}
	}
	var choices []Choice
	if i := nearest(reg.Task, names, 0.3); i >= 0 {
		t.problem = text.Msg("leantime.task-instead", t.problem, open[i].Title, open[i].ID)
		choices = chooseTask(reg, open[i:i+1])
	}
	if plain(reg.Task) != "" {
		choices = append(choices, r.newChoice(reg))
	}
	return choices
}

func (r *resolver) newChoice(reg Registration) Choice {
	return Choice{text.Msg("leantime.choose-new", reg.Task), reg.aim(), decision{newTask: true}}
}

func chooseTask(reg Registration, tasks []*Task) []Choice {
	choices := make([]Choice, len(tasks))
	for i, task := range tasks {
		choices[i] = Choice{text.Msg("leantime.choose-task", task.Title, task.ID, strings.Join(task.Tags, ", ")),
			reg.aim(), decision{taskID: task.ID}}
	}
	return choices
}
