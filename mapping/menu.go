package mapping

import (
	"slices"

	"ugeseddel/calendar"
)

// TasksFor returns the to-dos that a person may choose for a project and a kind of work: the open ones, then the standard ones.
func (r *Rules) TasksFor(project, tag string) []string {
	t, ok := r.Tag(tag)
	if !ok {
		return nil
	}
	names := slices.Clone(r.openTodos(project, t))
	for _, name := range taskNames(t) {
		if !slices.ContainsFunc(names, func(has string) bool { return sameName(has, name) }) {
			names = append(names, name)
		}
	}
	return names
}

// TaskFor returns the to-do that fits an event's title best once a person has chosen project and tag, or "" for an unknown tag.
func (r *Rules) TaskFor(project, tag, title string) string {
	s := Suggestion{Choice: Choice{Project: project, Tag: tag}}
	r.decideTask(r.look(calendar.Event{Title: title}), &s)
	return s.Task
}
