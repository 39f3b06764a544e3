package mapping

import "strings"

// Todo is a to-do in Leantime. Tag is the name of its tag there, "" where it has none.
type Todo struct {
	Name, Tag string
}

// decideTask fills the to-do: what a rule or its words chose, else an open one of the project that fits, else the tag's
// best standard to-do, else a new one named after the tag.
func (r *Rules) decideTask(f facts, s *Suggestion) {
	t, ok := r.Tag(s.Tag)
	if s.Task != "" || !ok {
		return
	}
	if name, ok := bestNamed(f.read[inTitle], r.openTodos(s.Project, t)); ok {
		s.Task = name
		s.because("mapping.open-todo", name)
		return
	}
	if name, ok := bestNamed(f.read[inTitle], taskNames(t)); ok {
		s.Task = name
		return
	}
	s.Task = t.Name
	if len(t.Tasks) > 0 {
		s.Task = t.Tasks[0].Name
	}
}

func taskNames(t Tag) []string {
	names := make([]string, len(t.Tasks))
	for i, task := range t.Tasks {
		names[i] = task.Name
	}
	return names
}

func (r *Rules) openTodos(project string, t Tag) []string {
	var names []string
	for _, todo := range r.todos[nameKey(project)] {
		if todo.Tag == "" || sameName(todo.Tag, t.Name) {
			names = append(names, todo.Name)
		}
	}
	return names
}

// bestNamed returns the name that shares most letters of whole words with the title; small words do not count.
func bestNamed(title reading, names []string) (best string, ok bool) {
	most := 0
	for _, name := range names {
		if n := shared(title, name); n > most {
			best, most = name, n
		}
	}
	return best, most > 0
}

func shared(title reading, name string) int {
	n := 0
	for _, w := range wordsOf(name) {
		if len(w.folded) < leastFirst {
			continue
		}
		for _, t := range title.words {
			if strings.HasPrefix(t.folded, w.folded) || strings.HasPrefix(w.folded, t.folded) && len(t.folded) >= leastFirst {
				n += min(len(w.folded), len(t.folded))
				break
			}
		}
	}
	return n
}
