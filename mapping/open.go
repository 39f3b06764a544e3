package mapping

import (
	"maps"
	"slices"
	"strings"
)

// WithProjects returns rules that know the person's open projects in Leantime by their names as well,
// a yearly one ("OS2 årsmøde 2026") also without its year. Those that the rules know already stay as they are there.
func (r *Rules) WithProjects(open []string) *Rules {
	s := *r
	s.Projects = slices.Clone(r.Projects)
	for _, name := range open {
		if _, known := s.ruledName(name); !known && strings.TrimSpace(name) != "" {
			s.Projects = append(s.Projects, Project{Name: name})
		}
	}
	s.compile()
	return &s
}

// WithTodos returns rules that prefer the open to-dos of a project, called as in the rules or in Leantime, to new ones.
func (r *Rules) WithTodos(project string, open []Todo) *Rules {
	s := *r
	s.todos = maps.Clone(r.todos)
	if s.todos == nil {
		s.todos = map[string][]Todo{}
	}
	if known, ok := s.ruledName(project); ok {
		project = known
	}
	s.todos[nameKey(project)] = open
	return &s
}

// ruledName returns the rules' name of a project in Leantime: the same but for case, spaces and the year.
func (r *Rules) ruledName(name string) (string, bool) {
	bare, _ := withoutYear(name)
	for _, known := range r.ProjectNames() {
		if sameName(known, name) || sameName(known, bare) {
			return known, true
		}
	}
	return "", false
}

// ProjectNamed finds the project in Leantime that the rules call name: the same but for case and spaces,
// else the yearly one of that year, else the only yearly one there is.
func ProjectNamed(name string, open []string, year string) (string, bool) {
	var yearly []string
	for _, o := range open {
		bare, inYear := withoutYear(o)
		switch {
		case sameName(o, name):
			return o, true
		case inYear != "" && sameName(bare, name):
			yearly = append(yearly, o)
		}
	}
	for _, o := range yearly {
		if _, inYear := withoutYear(o); inYear == year {
			return o, true
		}
	}
	if len(yearly) == 1 {
		return yearly[0], true
	}
	return "", false
}
