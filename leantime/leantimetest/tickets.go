package leantimetest

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// columnLimit is what Leantime's varchar columns hold, in letters; headlines and tags are cut there without a word.
const columnLimit = 255

// addTicket makes a task. Without a status it gets 3, even where that means done in the project.
func (s *Server) addTicket(c *call) (any, error) {
	values := c.array("values")
	project := toInt(values["projectId"])
	if s.version.checksRights() && (c.who.Role < Editor || !s.sees(c.who, project)) {
		return nil, errDenied
	}
	if values["headline"] == nil {
		return message("notifications.ticket_save_error_no_headline"), nil
	}
	if !s.sees(c.who, project) {
		return message("notifications.ticket_save_error_no_access"), nil
	}
	status := defaultStatus
	if values["status"] != nil {
		status = toInt(values["status"])
	}
	t := &Task{Project: project, Status: status, Type: "task", Author: c.who.ID, Date: s.now()}
	if err := t.set(values); err != nil {
		return nil, err
	}
	t.Status = status
	return s.addTask(t), nil
}

func message(key string) object { return object{{"msg", key}, {"type", "error"}} }

// addTask stores a new task, mails the others on the project and returns the task's id.
func (s *Server) addTask(t *Task) int {
	s.lastTask++
	t.ID = s.lastTask
	s.tasks = append(s.tasks, t)
	s.notify(t, t.Author)
	return t.ID
}

// touch notes that author has changed t and tells the others. Before 3.9 a patch left no date.
func (s *Server) touch(t *Task, author int) {
	if s.version.checksRights() {
		t.Modified = s.now()
	}
	s.notify(t, author)
}

// notify mails the members of the task's project except who did it.
func (s *Server) notify(t *Task, author int) {
	if p := s.project(t.Project); p != nil {
		s.mails += len(slices.DeleteFunc(slices.Clone(p.Members), func(id int) bool { return id == author }))
	}
}

// quickAddTicket makes a task with the project's first NEW status and the caller as its editor, but without tags.
// Before 3.9 it tells no id. Without a project the task is nobody's.
func (s *Server) quickAddTicket(c *call) (any, error) {
	params := c.array("params")
	headline, given := params["headline"]
	if !given {
		return nil, errors.New("undefined array key headline")
	}
	if headline == nil {
		return object{{"status", "error"}, {"message", "Headline Missing"}}, nil
	}
	project := toInt(params["projectId"])
	if s.version.checksRights() && (c.who.Role < Editor || project != 0 && !s.sees(c.who, project)) {
		return nil, errDenied
	}
	id := s.addTask(s.quickTask(c.who.ID, project, params))
	if s.version.checksRights() {
		return id, nil
	}
	return true, nil
}

func (s *Server) quickTask(author, project int, params map[string]any) *Task {
	first, _ := s.project(project).firstStatus("NEW")
	t := &Task{Project: project, Status: first.ID, Type: "task", Author: author, Editor: author, quick: true,
		Date: stamp(s.clock().In(s.zone))}
	text := func(name string) string { v, _ := toText(params[name]); return v }
	t.Headline, t.Description = cutRunes(text("headline"), columnLimit), text("description")
	if params["status"] != nil {
		t.Status = toInt(params["status"])
	}
	if params["editorId"] != nil {
		t.Editor = toInt(params["editorId"])
	}
	return t
}

// patchable are the columns that patchTicket writes; those not kept here are taken and dropped.
var patchable = []string{"headline", "type", "description", "projectId", "status", "date", "dateToFinish", "sprint",
	"storypoints", "priority", "hourRemaining", "planHours", "tags", "editorId", "userId", "editFrom", "editTo",
	"acceptanceCriteria", "dependingTicketId", "milestoneid"}

// patchTicket changes the columns given, and tells false where it knows none of them. It is tickets.patch before 3.9.
func (s *Server) patchTicket(c *call) (any, error) {
	values := c.array("values")
	if !s.version.checksRights() {
		values = c.array("params")
	}
	if s.version.checksRights() && c.who.Role < Editor {
		return nil, errDenied
	}
	t := s.task(c.int("id"))
	if t == nil || !s.sees(c.who, t.Project) {
		if s.version.checksRights() {
			return nil, errNotFound
		}
		return false, nil
	}
	known := slices.ContainsFunc(patchable, func(name string) bool { _, ok := values[name]; return ok })
	if !known {
		return false, nil
	}
	if err := t.set(values); err != nil {
		return nil, err
	}
	s.touch(t, c.who.ID)
	return true, nil
}

// updateTicket changes a task as addTicket made it: every field that is not given is blanked.
func (s *Server) updateTicket(c *call) (any, error) {
	values := c.array("values")
	if s.version.checksRights() && c.who.Role < Editor {
		return nil, errDenied
	}
	t := s.task(toInt(values["id"]))
	if t == nil || !s.sees(c.who, t.Project) {
		return false, nil
	}
	*t = Task{ID: t.ID, Project: t.Project, Headline: t.Headline, Author: t.Author, Date: s.now(), quick: true}
	if err := t.set(values); err != nil {
		return nil, err
	}
	s.touch(t, c.who.ID)
	return true, nil
}

// set writes the values that are given into t.
func (t *Task) set(values map[string]any) error {
	texts := map[string]*string{"headline": &t.Headline, "description": &t.Description, "tags": &t.Tags, "type": &t.Type}
	for name, field := range texts {
		if value, ok := values[name]; ok {
			text, ok := toText(value)
			if !ok {
				return errors.New("array to string conversion")
			}
			if name != "description" {
				text = cutRunes(text, columnLimit)
			}
			*field = text
		}
	}
	for name, field := range map[string]*int{"status": &t.Status, "editorId": &t.Editor, "projectId": &t.Project} {
		if value, ok := values[name]; ok {
			*field = toInt(value)
		}
	}
	if value, ok := values["planHours"]; ok {
		t.PlanHours, _ = toFloat(value)
	}
	return nil
}

// deleteTicket removes a task and leaves its rows behind.
func (s *Server) deleteTicket(c *call) (any, error) {
	t := s.task(c.int("id"))
	if s.version.checksRights() && c.who.Role < Editor {
		return nil, errDenied
	}
	if t == nil || !s.sees(c.who, t.Project) {
		return message("notifications.ticket_delete_error"), nil
	}
	s.tasks = without(s.tasks, func(o *Task) bool { return o == t })
	return true, nil
}

// setStatusByType gives a task the first status of that type.
func (s *Server) setStatusByType(c *call) (any, error) {
	t := s.task(c.int("ticketId"))
	if t == nil || !s.sees(c.who, t.Project) || c.who.Role < Editor {
		return nil, errNotFound
	}
	st, ok := s.project(t.Project).firstStatus(strings.ToUpper(c.text("statusType")))
	if ok {
		t.Status, t.Modified = st.ID, s.now()
	}
	return ok, nil
}

// markDone gives a task the first DONE status, which may be the one called archived.
func (s *Server) markDone(c *call) (any, error) {
	return s.setStatusByType(&call{who: c.who, args: map[string]any{"ticketId": c.args["id"], "statusType": "DONE"}})
}

func (s *Server) getTicketTypes(*call) (any, error) {
	return []string{"task", "subtask", "story", "bug"}, nil
}

func (s *Server) getPriorityLabels(*call) (any, error) {
	var all object
	for i, name := range []string{"Critical", "High", "Medium", "Low", "Lowest"} {
		all = append(all, column{strconv.Itoa(i + 1), name})
	}
	return all, nil
}
