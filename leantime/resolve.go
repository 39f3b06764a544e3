package leantime

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ugeseddel/text"
)

// Limits of Leantime's columns (3.5 to 3.9.8); what is longer is cut without a word.
const (
	longestTitle = 255   // characters
	longestTags  = 255   // characters, of all tags with their commas
	longestText  = 65534 // bytes
)

// A target is where a registration goes: a to-do that exists, or one to create; or the reason why neither is clear.
type target struct {
	project Project
	task    *Task   // nil: to be created
	like    []*Task // the to-dos that may be meant, also done ones
	status  string  // for a to-do to be created
	tags    string  // what the to-do's tags are to become; "" leaves them
	note    text.Message
	problem text.Message
	choices []Choice
}

// A decision is a person's answer to a question about a target or a row. The zero value is no answer.
type decision struct {
	projectID int
	taskID    int
	newTask   bool
	onlyTag   bool // the to-do's other tags of the list are taken off
	asShown   bool // the row is to be as confirmed, whatever was done to it by hand
}

// A Choice is one answer to an action's question. Plan.Choose takes it.
type Choice struct {
	Text     text.Message
	key      string
	decision decision
}

// resolver finds targets in what Leantime holds.
type resolver struct {
	account   *Account
	held      *snapshot
	tags      []string
	decisions map[string]decision
}

// aim is what a registration says of its target, and the key of the decisions about it.
func (r Registration) aim() string {
	return "aim|" + plain(r.Project) + "|" + plain(r.Task) + "|" + plain(r.Tag) + "|" + itoa(r.TaskID)
}

func (r *resolver) resolve(reg Registration) target {
	if problem := wrong(reg); !problem.IsZero() {
		return target{problem: problem}
	}
	t := r.project(reg)
	if !t.problem.IsZero() {
		return t
	}
	r.task(reg, &t)
	return t
}

// wrong finds what Leantime would take without a word and store as something else.
func wrong(reg Registration) text.Message {
	switch {
	case plain(reg.Project) == "":
		return text.Msg("leantime.no-project")
	case plain(reg.Task) == "" && reg.TaskID == 0:
		return text.Msg("leantime.no-task")
	case strings.Contains(reg.Tag, ","):
		return text.Msg("leantime.tag-comma", reg.Tag)
	case utf8.RuneCountInString(reg.Tag) > longestTags:
		return text.Msg("leantime.tag-long", longestTags)
	case utf8.RuneCountInString(strings.TrimSpace(reg.Task)) > longestTitle:
		return text.Msg("leantime.title-long", longestTitle)
	case reg.Minutes <= 0:
		return text.Msg("leantime.no-hours", text.Hours(reg.Minutes))
	case reg.Minutes > 24*60:
		return text.Msg("leantime.many-hours", text.Hours(reg.Minutes))
	case len(reg.Text) > longestText-200:
		return text.Msg("leantime.text-long")
	}
	return text.Message{}
}

// project finds the one open project of that name.
func (r *resolver) project(reg Registration) target {
	var open, closed []Project
	for _, p := range r.account.Projects {
		switch {
		case !sameName(p.Name, reg.Project):
		case p.Closed:
			closed = append(closed, p)
		default:
			open = append(open, p)
		}
	}
	chosen := r.decisions[reg.aim()].projectID
	if i := slices.IndexFunc(open, func(p Project) bool { return p.ID == chosen || len(open) == 1 }); i >= 0 {
		if no := r.held.denied[open[i].ID]; no != nil {
			return target{project: open[i], problem: text.Msg("leantime.said-no", no)}
		}
		return target{project: open[i]}
	}
	switch {
	case len(open) > 1:
		return target{problem: text.Msg("leantime.two-projects", len(open), reg.Project), choices: chooseProject(reg, open)}
	case len(closed) > 0:
		return target{project: closed[0], problem: text.Msg("leantime.closed-project", closed[0].Name)}
	}
	return target{problem: r.unknownProject(reg.Project)}
}

func (r *resolver) unknownProject(name string) text.Message {
	names := make([]string, len(r.account.Projects))
	for i, p := range r.account.Projects {
		names[i] = p.Name
	}
	if i := nearest(name, names); i >= 0 {
		return text.Msg("leantime.unknown-project-near", name, names[i])
	}
	return text.Msg("leantime.unknown-project", name)
}

func chooseProject(reg Registration, open []Project) []Choice {
	choices := make([]Choice, len(open))
	for i, p := range open {
		choices[i] = Choice{text.Msg("leantime.choose-project", p.Name, p.ID), reg.aim(), decision{projectID: p.ID}}
	}
	return choices
}

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
	for i := range r.held.tasks {
		task := &r.held.tasks[i]
		if task.ProjectID != t.project.ID || !sameName(task.Title, reg.Task) {
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

// known returns those of a to-do's tags that are in the list of which it must have exactly one.
func (r *resolver) known(tags []string) []string {
	return slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return !r.inList(tag) })
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
	if i := nearest(reg.Task, names); i >= 0 {
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
