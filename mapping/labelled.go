package mapping

import (
	"slices"

	"ugeseddel/calendar"
)

// Labelled is an event of which the right answer is known.
type Labelled struct {
	Event    calendar.Event
	Skip     bool     // right is: not to be registered
	Unclear  bool     // right is: a person must look
	Tags     []string // right is one of these, the best first
	Projects []string // right is one of these, the best first
}

// Right tells whether a suggestion is the right answer.
func (l Labelled) Right(s Suggestion) bool {
	switch {
	case l.Unclear:
		return !s.Certain
	case l.Skip || s.Skip:
		return l.Skip && s.Skip
	}
	sameProject := func(name string) bool { return sameName(name, s.Project) }
	return slices.Contains(l.Tags, s.Tag) && slices.ContainsFunc(l.Projects, sameProject)
}
