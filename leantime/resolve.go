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
	addOn     bool // the row is the person's own, and what is confirmed comes on top
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
	if i := nearest(name, names, 0.5); i >= 0 {
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
