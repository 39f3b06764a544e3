package leantimetest

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// The roles of an account, in rising order.
const (
	ReadOnly  = 5
	Commenter = 10
	Editor    = 20
	Manager   = 30
	Admin     = 40
	Owner     = 50
)

// The kinds of time that Leantime offers; any other text is stored all the same.
const (
	Billable    = "GENERAL_BILLABLE" // the one that ITK's TimeTable writes
	Development = "DEVELOPMENT"
)

// A User is an account: of a person, or of an API key, which is an account of its own.
type User struct {
	ID          int // 0 asks AddUser for the next one
	First, Last string
	Email       string
	Role        int    // 0 is Editor
	Token       string // a personal access token, for Authorization: Bearer
	Key         string // an API key, for x-api-key; the account is then the key's
	Inactive    bool   // a deactivated account; its token still works
}

// A Status is one that a project's tasks can have.
type Status struct {
	ID     int
	Name   string
	Type   string // NEW, INPROGRESS or DONE
	Hidden bool   // no column on the board
	Sort   int    // its place in the list; 0 is where it stands
}

// A Project has members, who see it; admins and owners see all.
type Project struct {
	ID       int // 0 asks AddProject for the next one
	Name     string
	Members  []int
	Closed   bool
	Statuses []Status // nil is Leantime's own list; Archived (-1), sixth in order, is always there
}

// A Task is a to-do, Leantime's ticket.
type Task struct {
	ID          int // 0 asks AddTask for the next one
	Project     int // 0 for a task that lost its project
	Headline    string
	Description string
	Tags        string // separated by commas
	Status      int
	Type        string // "" asks AddTask for "task"
	Author      int
	Editor      int // 0 is nobody
	PlanHours   float64
	Date        string // created: UTC, but local time for quickAddTicket
	Modified    string // "" until it was changed
	quick       bool   // has a place in the order, as quickAddTicket gives it
}

// A Row is an entry of the timesheet: the hours of a user on a task at an instant.
type Row struct {
	ID               int // 0 asks AddRow for the next one
	User, Task       int
	WorkDate         time.Time // UTC; the zero time is 0000-00-00 00:00:00
	Hours            float64
	Kind             string // "" asks AddRow for Billable
	Text             string
	HoursNull        bool // updateTime with hours "" leaves none
	TextNull         bool // upsertTime leaves none
	InvoicedEmpl     int
	InvoicedEmplDate string // the dates are "" where there is none
	InvoicedComp     int
	InvoicedCompDate string
	Paid             int
	PaidDate         string
	Modified         string
}

// standardStatuses is the list of a project without one of its own.
var standardStatuses = []Status{
	{ID: 3, Name: "New", Type: "NEW", Sort: 1}, {ID: 1, Name: "Blocked", Type: "INPROGRESS", Sort: 2},
	{ID: 4, Name: "In Progress", Type: "INPROGRESS", Sort: 3},
	{ID: 2, Name: "Waiting for Approval", Type: "INPROGRESS", Sort: 4}, {ID: 0, Name: "Done", Type: "DONE", Sort: 5},
	{ID: archivedID, Name: "Archived", Type: "DONE", Hidden: true, Sort: 6},
}

const (
	archivedID    = -1
	defaultStatus = 3 // what addTicket sets, whatever it means in the project
)

// statusList returns the statuses of a project in their order, Archived among them.
func (p *Project) statusList() []Status {
	if p == nil || p.Statuses == nil {
		return standardStatuses
	}
	list := slices.Clone(p.Statuses)
	for i := range list {
		list[i].Sort = cmp.Or(list[i].Sort, i+1)
	}
	if !slices.ContainsFunc(list, func(s Status) bool { return s.ID == archivedID }) {
		list = append(list, Status{ID: archivedID, Name: "status.archived", Type: "DONE", Hidden: true, Sort: 6})
	}
	slices.SortStableFunc(list, func(a, b Status) int { return a.Sort - b.Sort })
	return list
}

func (p *Project) status(id int) (Status, bool) {
	list := p.statusList()
	i := slices.IndexFunc(list, func(s Status) bool { return s.ID == id })
	if i < 0 {
		return Status{}, false
	}
	return list[i], true
}

func (p *Project) firstStatus(kind string) (Status, bool) {
	list := p.statusList()
	i := slices.IndexFunc(list, func(s Status) bool { return s.Type == kind })
	if i < 0 {
		return Status{}, false
	}
	return list[i], true
}

func (s *Server) user(id int) *User {
	return find(s.users, func(u *User) bool { return u.ID == id })
}

func (s *Server) project(id int) *Project {
	return find(s.projects, func(p *Project) bool { return p.ID == id })
}

func (s *Server) task(id int) *Task {
	return find(s.tasks, func(t *Task) bool { return t.ID == id })
}

func (s *Server) row(id int) *Row {
	return find(s.rows, func(r *Row) bool { return r.ID == id })
}

func find[T any](list []*T, is func(*T) bool) *T {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i]
	}
	return nil
}

// sees tells whether u is on the project; nobody but admins sees what does not exist or has no project.
func (s *Server) sees(u *User, project int) bool {
	if u.Role >= Admin {
		return true
	}
	p := s.project(project)
	return p != nil && slices.Contains(p.Members, u.ID)
}

// projectsOf returns the projects that u sees, by name.
func (s *Server) projectsOf(u *User) []*Project {
	var seen []*Project
	for _, p := range s.projects {
		if s.sees(u, p.ID) {
			seen = append(seen, p)
		}
	}
	slices.SortFunc(seen, func(a, b *Project) int {
		return strings.Compare(collated(a.Name), collated(b.Name))
	})
	return seen
}
