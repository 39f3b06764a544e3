package mapping

import (
	"slices"

	"ugeseddel/day"
	"ugeseddel/text"
)

// remind lets what a person decided before take the place of what the rules say. What was only let pass brings its to-do back.
func (r *Rules) remind(f facts, m *Memory, s *Suggestion) {
	known, passed := r.recall(m, f.event)
	if known == nil {
		s.remindTask(passed)
		return
	}
	ruled := *s
	entry := known.entry
	s.Skip, s.Choice, s.Shares = entry.Skip, entry.Choice, entry.Shares
	s.Known, s.Certain = true, r.surely(f, *known)
	s.Second = secondOf(*known, ruled)
	s.Why = slices.Concat([]text.Message{remembrance(*known)}, outvoted(r, entry, ruled))
	r.decideTask(f, s)
}

// remindTask brings back the to-do of a like event that was registered on the same project and tag.
func (s *Suggestion) remindTask(known *recalled) {
	if known != nil && !s.Skip && known.entry.Project == s.Project && known.entry.Tag == s.Tag && known.entry.Task != "" {
		s.Task = known.entry.Task
		s.because("mapping.remembered-todo", s.Task)
	}
}

// surely tells whether what is remembered needs no look. A title that says nothing must have meant the same twice,
// and what was decided in two ways for one title is a person's to choose, except within a series, where the newest counts.
func (r *Rules) surely(f facts, known recalled) bool {
	switch {
	case known.kinship == sameSeries:
		return true
	case known.before != nil && known.entry.Times < 2:
		return false
	case known.kinship == sameTitle && !r.hollow(f):
		return true
	}
	return known.entry.Times >= 2
}

// hollow tells whether the title holds nothing but words for the form of an event, such as "Møde" or "Status".
func (r *Rules) hollow(f facts) bool {
	claims := r.claims(f)
	return len(titleWords(f.title)) < 2 && (len(claims) == 0 || claims[0].level <= headHint)
}

func secondOf(known recalled, ruled Suggestion) *Choice {
	if known.before != nil {
		return &known.before.Choice
	}
	if ruled.Tag != "" && (ruled.Tag != known.entry.Tag || ruled.Project != known.entry.Project) {
		return &ruled.Choice
	}
	return nil
}

// remembrance is the reason: "as in week 45, three times".
func remembrance(known recalled) text.Message {
	times, week := known.entry.Times, day.WeekOf(known.entry.Last).Number
	switch known.kinship {
	case sameSeries:
		return text.Msg("mapping.as-series", times, week)
	case sameTitle:
		return text.Msg("mapping.as-title", times, week)
	}
	return text.Msg("mapping.as-near", times, week, known.entry.Title)
}

// outvoted says what the rules would have said, where that is something else.
func outvoted(r *Rules, entry Remembered, ruled Suggestion) []text.Message {
	if ruled.Skip == entry.Skip && ruled.Project == entry.Project && ruled.Tag == entry.Tag {
		return nil
	}
	if ruled.Skip {
		return []text.Message{text.Msg("mapping.rules-skip")}
	}
	t, ok := r.Tag(ruled.Tag)
	if !ok {
		return nil
	}
	return []text.Message{text.Msg("mapping.rules-say", t.Name, ruled.Project)}
}
