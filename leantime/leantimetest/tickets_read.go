package leantimetest

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// getTicket returns a task: false both where there is none and where it is not open to the caller. A task without a
// project makes it stumble.
func (s *Server) getTicket(c *call) (any, error) {
	t := s.task(c.int("id"))
	if t != nil && t.Project == 0 {
		return nil, errors.New("property of null")
	}
	if t == nil || !s.sees(c.who, t.Project) {
		return false, nil
	}
	author, editor := s.user(t.Author), s.user(t.Editor)
	o := object{
		{"id", t.ID}, {"headline", t.Headline}, {"type", t.Type}, {"description", t.Description}, {"projectId", t.Project},
		{"projectDescription", ""}, {"editorId", editorID(t)}, {"userId", t.Author}, {"priority", ""}, {"sortIndex", place(t)},
		{"date", t.Date}, {"timelineDate", nil}, {"timelineDateToFinish", nil}, {"dateToFinish", noDate},
		{"timeToFinish", nil}, {"status", t.Status}, {"storypoints", 0}, {"hourRemaining", 0}, {"planHours", t.PlanHours},
		{"sprint", 0}, {"acceptanceCriteria", ""}, {"tags", t.Tags}, {"url", nil}, {"editFrom", noDate}, {"timeFrom", nil},
		{"editTo", noDate}, {"timeTo", nil}, {"dependingTicketId", 0}, {"parentHeadline", nil}, {"milestoneid", 0},
		{"projectName", s.projectName(t)}, {"clientName", clientName}, {"userFirstname", first(author)},
		{"userLastname", last(author)}, {"editorFirstname", first(editor)}, {"editorLastname", last(editor)},
		{"doneTickets", nil}, {"allTickets", nil}, {"percentDone", nil}, {"milestoneHeadline", nil},
		{"milestoneColor", nil}, {"editorProfileId", nil}, {"bookedHours", nil}, {"children", nil},
	}
	if s.version.checksRights() {
		o = append(o, column{"collaborators", []any{}}, column{"modified", orNull(t.Modified)})
	}
	return o, nil
}

// getTickets is tickets.getAll: what the caller sees, newest first. Without a project in the search, those of closed
// projects are hidden; without a status, those archived.
func (s *Server) getTickets(c *call) (any, error) {
	search := c.array("searchCriteria")
	if _, ok := search["currentProject"]; !ok && search["status"] == "not_done" && !s.version.checksRights() {
		return nil, errors.New(`undefined array key "currentProject"`)
	}
	list := []object{}
	for _, t := range s.newestFirst() {
		if s.sees(c.who, t.Project) && s.matches(t, search) && (c.int("limit") == 0 || len(list) < c.int("limit")) {
			list = append(list, s.ticketObject(t))
		}
	}
	return list, nil
}

func (s *Server) newestFirst() []*Task {
	tasks := slices.Clone(s.tasks)
	placed := map[bool]int{true: 1} // those without a place come first
	slices.SortFunc(tasks, func(a, b *Task) int {
		return cmp.Or(strings.Compare(b.Date, a.Date), placed[a.quick]-placed[b.quick], b.ID-a.ID)
	})
	return tasks
}

func (s *Server) matches(t *Task, search map[string]any) bool {
	text := func(name string) string { v, _ := toText(search[name]); return v }
	project := s.project(t.Project)
	asked := toInt(search["currentProject"])
	switch {
	case asked > 0 && asked != t.Project:
		return false
	case asked == 0 && project != nil && project.Closed:
		return false
	case text("projects") != "" && s.version.checksRights() && !oneOf(t.Project, text("projects")):
		return false
	case text("users") != "" && !oneOf(t.Editor, text("users")):
		return false
	case text("type") != "" && !slices.Contains(strings.Split(text("type"), ","), t.Type):
		return false
	case text("excludeType") != "" && slices.Contains(strings.Split(text("excludeType"), ","), t.Type):
		return false
	}
	return s.hasStatus(t, text("status"), asked > 0) && hasTerm(t, text("term"))
}

// hasStatus: "" is all but archived, "all" is all, "3,4" is those. "done" and "not_done" work only where a project is asked
// for; before 3.9 "done" is just status 0.
func (s *Server) hasStatus(t *Task, wanted string, ofProject bool) bool {
	st, _ := s.project(t.Project).status(t.Status)
	switch {
	case wanted == "all":
		return true
	case wanted == "done" && !s.version.checksRights():
		return t.Status == 0
	case wanted == "done" && ofProject:
		return st.Type == "DONE"
	case wanted == "not_done" && ofProject:
		return st.Type != "DONE"
	case wanted == "" || wanted == "done" || wanted == "not_done":
		return t.Status != archivedID
	}
	return oneOf(t.Status, wanted)
}

// hasTerm looks in headline and description, and among ids and whole tags.
func hasTerm(t *Task, term string) bool {
	holds := func(text string) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(term)) }
	isTag := func(tag string) bool { return strings.EqualFold(tag, term) }
	return holds(t.Headline) || holds(t.Description) || holds(strconv.Itoa(t.ID)) ||
		slices.ContainsFunc(strings.Split(t.Tags, ","), isTag)
}

// oneOf tells whether id is in a list such as "3,4".
func oneOf(id int, list string) bool {
	return slices.Contains(strings.Split(list, ","), strconv.Itoa(id))
}

func (s *Server) ticketObject(t *Task) object {
	author, editor := s.user(t.Author), s.user(t.Editor)
	o := object{
		{"id", t.ID}, {"headline", t.Headline}, {"description", t.Description}, {"date", t.Date}, {"sprint", 0},
		{"storypoints", 0}, {"sortindex", place(t)}, {"dateToFinish", noDate}, {"projectId", t.Project}, {"priority", ""},
		{"status", t.Status}, {"tags", t.Tags}, {"editorId", editorID(t)}, {"dependingTicketId", 0}, {"milestoneid", 0},
		{"planHours", t.PlanHours}, {"editFrom", noDate}, {"editTo", noDate}, {"hourRemaining", 0}, {"sprintName", nil},
		{"projectName", s.projectName(t)}, {"clientName", clientName}, {"clientId", clientID}, {"authorId", t.Author},
		{"authorLastname", last(author)}, {"authorFirstname", first(author)}, {"authorProfileId", ""},
		{"editorFirstname", first(editor)}, {"editorLastname", last(editor)}, {"editorProfileId", profile(editor)},
		{"milestoneHeadline", nil}, {"parentHeadline", nil}, {"type", cmp.Or(t.Type, "task")}, {"milestoneColor", "var(--grey)"},
		{"bookedHours", s.booked(t)}, {"commentCount", 0}, {"fileCount", 0}, {"subtaskCount", 0},
	}
	if st, ok := s.project(t.Project).status(t.Status); ok && st.Type != "DONE" {
		o = append(o, column{"statusLabel", st.Name})
	}
	return o
}

// booked is the hours on a task: text with two decimals, a number before 3.8.
func (s *Server) booked(t *Task) any {
	sum := 0.0
	for _, r := range s.rows {
		if r.Task == t.ID {
			sum += r.Hours
		}
	}
	if s.version.wraps() {
		return sum
	}
	return strconv.FormatFloat(sum, 'f', 2, 64)
}

// getOpenTickets lists the open tasks of which a user is the editor.
func (s *Server) getOpenTickets(c *call) (any, error) {
	user := c.who.ID
	if c.has("userId") {
		user = c.int("userId")
	}
	list := []object{}
	for _, t := range s.newestFirst() {
		p := s.project(t.Project)
		st, ok := p.status(t.Status)
		if t.Editor == user && p != nil && !p.Closed && ok && st.Type != "DONE" && s.sees(c.who, t.Project) {
			list = append(list, s.openObject(t, st))
		}
	}
	return list, nil
}

func (s *Server) openObject(t *Task, st Status) object {
	return object{
		{"id", t.ID}, {"headline", t.Headline}, {"description", t.Description}, {"date", t.Date}, {"sprint", 0},
		{"storypoints", 0}, {"sortindex", place(t)}, {"dateToFinish", noDate}, {"projectId", t.Project}, {"priority", ""},
		{"status", t.Status}, {"tags", t.Tags}, {"userId", t.Author}, {"editorId", editorID(t)}, {"dependingTicketId", 0},
		{"milestoneid", 0}, {"planHours", t.PlanHours}, {"editFrom", noDate}, {"editTo", noDate}, {"hourRemaining", 0},
		{"milestoneHeadline", nil}, {"projectName", s.projectName(t)}, {"projectDescription", ""}, {"type", cmp.Or(t.Type, "task")},
		{"statusLabel", st.Name}, {"statusClass", labelClass(st)}, {"statusType", st.Type},
	}
}

// findTicket lists the tasks of a project and editor that have a term.
func (s *Server) findTicket(c *call) (any, error) {
	list := []object{}
	for _, t := range s.newestFirst() {
		if t.Project == c.int("projectId") && t.Editor == c.int("userId") && s.sees(c.who, t.Project) && hasTerm(t, c.text("term")) {
			list = append(list, s.ticketObject(t))
		}
	}
	return list, nil
}

// editorID is text, "" for nobody.
func editorID(t *Task) string {
	if t.Editor == 0 {
		return ""
	}
	return strconv.Itoa(t.Editor)
}

// place is null for what addTicket made.
func place(t *Task) any {
	if t.quick {
		return 0
	}
	return nil
}

func (s *Server) projectName(t *Task) any {
	if p := s.project(t.Project); p != nil {
		return p.Name
	}
	return nil
}

func first(u *User) any   { return ofUser(u, func(u *User) string { return u.First }) }
func last(u *User) any    { return ofUser(u, func(u *User) string { return u.Last }) }
func profile(u *User) any { return ofUser(u, func(*User) string { return "" }) }

func ofUser(u *User, field func(*User) string) any {
	if u == nil {
		return nil
	}
	return field(u)
}
