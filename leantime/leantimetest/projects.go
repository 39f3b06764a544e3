package leantimetest

import (
	"slices"
	"strconv"
	"strings"
)

// Every project belongs to the one client.
const (
	clientID   = 1
	clientName = "OS2"
)

// getProjects lists the projects of the caller, closed ones too (state -1).
func (s *Server) getProjects(c *call) (any, error) {
	list := []object{}
	for _, p := range s.projectsOf(c.who) {
		list = append(list, s.projectObject(p))
	}
	return list, nil
}

// getProjectsOf is the same for another user; who is no admin gets his own without a word.
func (s *Server) getProjectsOf(c *call) (any, error) {
	who := c.who
	if other := s.user(c.int("userId")); other != nil && c.who.Role >= Admin {
		who = other
	}
	return s.getProjects(&call{who: who})
}

// getAccessibleProjects is getProjects with false for none.
func (s *Server) getAccessibleProjects(c *call) (any, error) {
	if !s.version.checksRights() && !c.has("userId") {
		return nil, badParams("Required Parameter Missing: userId")
	}
	if len(s.projectsOf(c.who)) == 0 {
		return false, nil
	}
	return s.getProjects(c)
}

// getProject returns one project: false where there is none, denied to whom it is not open.
func (s *Server) getProject(c *call) (any, error) {
	p := s.project(c.int("id"))
	if s.version.checksRights() && !s.sees(c.who, c.int("id")) {
		return nil, errDenied
	}
	if p == nil {
		return false, nil
	}
	n := s.numbers(p)
	return s.doubled(object{
		{"id", p.ID}, {"name", p.Name}, {"clientId", clientID}, {"details", ""}, {"state", n.state}, {"hourBudget", n.hours},
		{"dollarBudget", n.money}, {"psettings", "restricted"}, {"menuType", n.menu}, {"avatar", nil}, {"cover", nil},
		{"type", n.kind}, {"parent", nil}, {"modified", n.modified}, {"clientName", clientName}, {"start", nil}, {"end", nil},
		{"isFavorite", 0},
	}), nil
}

func (s *Server) projectObject(p *Project) object {
	n := s.numbers(p)
	return object{
		{"id", p.ID}, {"name", p.Name}, {"details", ""}, {"clientId", clientID}, {"state", n.state}, {"hourBudget", n.hours},
		{"dollarBudget", n.money}, {"menuType", n.menu}, {"type", n.kind}, {"parent", nil}, {"modified", n.modified},
		{"start", nil}, {"end", nil}, {"clientName", clientName}, {"parentId", nil}, {"parentName", nil}, {"isFavorite", 0},
	}
}

// projectNumbers are the columns of a project that were seen to differ between the versions.
type projectNumbers struct{ state, hours, money, menu, kind, modified any }

func (s *Server) numbers(p *Project) projectNumbers {
	n := projectNumbers{hours: "0", money: 0, menu: "", kind: "project", modified: s.now()}
	if s.version.wraps() {
		n = projectNumbers{state: 0, hours: ""}
	}
	if p.Closed {
		n.state = -1
	}
	return n
}

func (s *Server) isUserAssigned(c *call) (any, error) {
	u := s.user(c.int("userId"))
	return u != nil && s.sees(u, c.int("projectId")), nil
}

// getStatusLabels lists the statuses of a project, without one Leantime's own.
func (s *Server) getStatusLabels(c *call) (any, error) {
	if !c.has("projectId") {
		return labels(nil), nil
	}
	if s.version.checksRights() && !s.sees(c.who, c.int("projectId")) {
		return nil, errDenied
	}
	return labels(s.project(c.int("projectId"))), nil
}

// getAllStatusLabels lists them for all projects of a user, an empty list where he has none.
func (s *Server) getAllStatusLabels(c *call) (any, error) {
	var all object
	if u := s.user(c.int("userId")); u != nil {
		for _, p := range s.projectsOf(u) {
			all = append(all, column{strconv.Itoa(p.ID), labels(p)})
		}
	}
	return all, nil
}

func labels(p *Project) object {
	var all object
	for _, st := range p.statusList() {
		all = append(all, column{strconv.Itoa(st.ID), object{
			{"name", st.Name}, {"class", labelClass(st)}, {"statusType", st.Type}, {"kanbanCol", !st.Hidden}, {"sortKey", st.Sort},
		}})
	}
	return all
}

func labelClass(st Status) string {
	switch {
	case st.ID == archivedID:
		return "label-default"
	case st.Name == "Blocked":
		return "label-important"
	case st.Type == "NEW":
		return "label-info"
	case st.Type == "DONE":
		return "label-success"
	}
	return "label-warning"
}

// getTags lists the tags of a project's tasks that contain term.
func (s *Server) getTags(c *call) (any, error) {
	tags := []string{}
	for _, t := range s.tasks {
		for tag := range strings.SplitSeq(t.Tags, ",") {
			if t.Project == c.int("projectId") && tag != "" && strings.Contains(strings.ToLower(tag), strings.ToLower(c.text("term"))) {
				tags = append(tags, tag)
			}
		}
	}
	slices.Sort(tags)
	return slices.Compact(tags), nil
}
