package mapping

import (
	"cmp"
	"strings"
)

// Todo is a to-do in Leantime. Tag is the name of its tag there, "" where it has none.
type Todo struct {
	Name, Tag string
}

// decideTask fills the to-do: what a rule set or a person chose before, else an open one of the project that fits, else the tag's
// best standard to-do, else a new one named after the tag. An open one with another tag is said, and never taken.
func (r *Rules) decideTask(f facts, s *Suggestion) {
	t, ok := r.Tag(s.Tag)
	if s.Task != "" || !ok {
		return
	}
	if name, ok := bestNamed(f.read[inTitle], r.openTodos(s.Project, t), wellNamed); ok {
		s.Task = name
		s.because("mapping.open-todo", name)
		return
	}
	r.sayOtherTag(f, t, s)
	s.Task = cmp.Or(r.wordedTask(f, t), r.namedTask(f, s.Project, t), t.Name)
}

// wordedTask returns the standard to-do that the event's words tell, "" where none does.
func (r *Rules) wordedTask(f facts, t Tag) string {
	best, name := finding{}, ""
	at := none
	for _, found := range f.found {
		if found.kind != forTag || found.task < 0 || r.Tags[found.index].ID != t.ID {
			continue
		}
		if l := placeLevel(found); l > at || l == at && found.size > best.size {
			best, at, name = found, l, t.Tasks[found.task].Name
		}
	}
	return name
}

// namedTask returns the to-do whose name is most like the title: an open one, else a standard one, else the tag's usual one.
func (r *Rules) namedTask(f facts, project string, t Tag) string {
	if name, ok := bestNamed(f.read[inTitle], r.openTodos(project, t), anyWord); ok {
		return name
	}
	if name, ok := bestNamed(f.read[inTitle], taskNames(t), anyWord); ok {
		return name
	}
	if t.Task == "" && len(t.Tasks) > 0 {
		return t.Tasks[0].Name
	}
	return t.Task
}

// sayOtherTag says that an open to-do has the event's name, but a tag that contradicts: a to-do has exactly one kind of work.
func (r *Rules) sayOtherTag(f facts, t Tag, s *Suggestion) {
	var others []string
	for _, todo := range r.todos[nameKey(s.Project)] {
		if todo.Tag != "" && !sameName(todo.Tag, t.Name) {
			others = append(others, todo.Name)
		}
	}
	if name, ok := bestNamed(f.read[inTitle], others, wellNamed); ok {
		s.because("mapping.other-tag", name)
	}
}

// checkTag says that the to-do which was remembered or set by a rule has another tag in Leantime than the one suggested.
func (r *Rules) checkTag(s *Suggestion) {
	t, ok := r.Tag(s.Tag)
	if !ok {
		return
	}
	for _, todo := range r.todos[nameKey(s.Project)] {
		if sameName(todo.Name, s.Task) && todo.Tag != "" && !sameName(todo.Tag, t.Name) {
			s.Certain = false
			s.because("mapping.contradicts", todo.Name, todo.Tag)
			return
		}
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

// How much of a name must stand in the title, of its letters in long words: 0 is any word, 1 is all.
const (
	anyWord   = 0
	wellNamed = 0.6
)

// bestNamed returns the name that shares most letters of long words with the title, and at least that part of its own.
func bestNamed(title reading, names []string, least float64) (best string, ok bool) {
	most := 0
	for _, name := range names {
		if n, of := shared(title, name); n > most && float64(n) >= least*float64(of) {
			best, most = name, n
		}
	}
	return best, most > 0
}

// shared counts the letters of name's long words, and those of them that the title has, inflected or in a compound.
func shared(title reading, name string) (n, of int) {
	for _, w := range wordsOf(name) {
		if len(w.folded) < leastFirst {
			continue
		}
		of += len(w.folded)
		for _, t := range title.words {
			if strings.HasPrefix(t.folded, w.folded) || strings.HasPrefix(w.folded, t.folded) && len(t.folded) >= leastFirst {
				n += min(len(w.folded), len(t.folded))
				break
			}
		}
	}
	return n, of
}
