package demo

import (
	"time"

	"ugeseddel/leantime/leantimetest"
	"ugeseddel/mapping"
)

// Leantime is the embedded Leantime: the projects and standard to-dos of the rules, and half an hour that the person typed by hand.
type Leantime struct {
	*leantimetest.Server
	user int
	zone *time.Location
}

const statusNew = 3 // of a project with Leantime's own statuses

// NewLeantime makes the Leantime of the demo. zone is the person's.
func NewLeantime(rules *mapping.Rules, zone *time.Location) *Leantime {
	s := leantimetest.New(leantimetest.Options{Clock: Now})
	l := &Leantime{Server: s, zone: zone}
	l.user = s.AddUser(leantimetest.User{First: "Mette", Last: "Østergård", Email: Address, Token: Token})
	for _, name := range rules.ProjectNames() {
		project := s.AddProject(leantimetest.Project{Name: name, Members: []int{l.user}})
		l.addTasks(project, rules)
		if name == "OS2valghalla" {
			l.typeByHand(project, "Styregruppe og koordinationsgruppe")
		}
	}
	return l
}

// addTasks adds the standard to-dos of every tag to a project.
func (l *Leantime) addTasks(project int, rules *mapping.Rules) {
	for _, tag := range rules.Tags {
		for _, task := range tag.Tasks {
			l.AddTask(leantimetest.Task{Project: project, Headline: task.Name, Tags: tag.Name, Status: statusNew})
		}
	}
}

// typeByHand lets the person have half an hour on a to-do on Monday, typed in TimeTable.
func (l *Leantime) typeByHand(project int, task string) {
	for _, t := range l.Tasks() {
		if t.Project == project && t.Headline == task {
			l.AddRow(leantimetest.Row{User: l.user, Task: t.ID, WorkDate: Week.Monday().In(l.zone), Hours: 0.5, Text: "telefon med leverandøren"})
		}
	}
}

// Shown is what TimeTable shows the person of the week: a line for each to-do.
func (l *Leantime) Shown() []leantimetest.Line { return l.TimeTable(l.user, Week.Monday(), l.zone) }
