package draft

import (
	"slices"

	"ugeseddel/mapping"
	"ugeseddel/text"
)

// Reasons says why the line is as it is: what the rules said, why it is left out, what rounding did.
func (l Line) Reasons() []text.Message {
	reasons := slices.Clone(l.Why)
	add := func(is bool, key string, args ...any) {
		if is {
			reasons = append(reasons, text.Msg(key, args...))
		}
	}
	if l.Left != "" && !(l.Left == LeftRule && len(l.Why) > 0) { // the rules have said it themselves
		reasons = append(reasons, leftReasons[l.Left])
	}
	add(l.MergedInto != "", "draft.merged", l.MergedInto)
	add(l.Decision == Decided, "draft.decided")
	add(l.Decision == Passed, "draft.passed")
	add(l.Posted != nil, "draft.posted")
	add(l.Both, "draft.both")
	add(l.Unread, "draft.kept-unread", l.Event.Calendar)
	add(l.Fill == mapping.FillTime && l.Kind == FromEvent && !l.hasClock() && l.Left == "", "draft.no-hours")
	add(l.Counts() && l.Actual < l.worth() && !l.fixed(), "draft.speedy", l.Actual, l.worth())
	add(l.Counts() && l.Actual > l.worth() && !l.fixed() && l.Share == 0, "draft.gave", l.worth(), l.Actual)
	add(l.Counts() && l.Rounded > 0, "draft.rounded-up", l.Minutes-l.Rounded, l.Minutes, l.Rounded)
	add(l.Counts() && l.Rounded < 0, "draft.rounded-down", l.Minutes-l.Rounded, l.Minutes, -l.Rounded)
	for _, c := range l.Changes() {
		reasons = append(reasons, c.Message)
	}
	return reasons
}

var leftReasons = map[Left]text.Message{
	LeftDeclined:  text.Msg("draft.left-declined"),
	LeftPrivate:   text.Msg("draft.left-private"),
	LeftFree:      text.Msg("draft.left-free"),
	LeftRule:      text.Msg("draft.left-rule"),
	LeftUnsure:    text.Msg("draft.left-unsure"),
	LeftNoLength:  text.Msg("draft.left-no-length"),
	LeftNoNorm:    text.Msg("draft.left-no-norm"),
	LeftGivesWay:  text.Msg("draft.left-gives-way"),
	LeftWithEvent: text.Msg("draft.left-with-event"),
	LeftMerged:    text.Msg("draft.left-merged"),
}
