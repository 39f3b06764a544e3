package draft

import (
	"cmp"
	"slices"

	"ugeseddel/mapping"
)

// countWholeDays says how much of the norm each whole-day line fills. Together they never fill more than the norm, less what a person
// decided to register besides. Next to absence for the whole day, the times of the day do not count unless a person says so.
func countWholeDays(lines []*Line, counted map[*Line]int, asked workday) {
	whole := wholeDayLines(lines, asked)
	if absent(whole) {
		for l := range counted {
			if !l.Both {
				counted[l] = 0
			}
		}
	}
	worked, decided := 0, 0
	for _, l := range lines {
		switch {
		case !l.Counts() || slices.Contains(whole, l):
		case l.fixed():
			worked, decided = worked+l.worth(), decided+l.worth()
		default:
			worked += counted[l]
		}
	}
	left := asked.norm
	for _, l := range whole {
		if l.fixed() {
			left -= l.worth()
		}
	}
	for _, l := range whole {
		if !l.fixed() {
			counted[l] = min(l.wants(asked.norm, worked, decided), max(0, left))
			left -= counted[l]
		}
	}
}

// wants is how much of the norm the line would fill if it were alone on its day with so much work, of which a person decided some.
func (l *Line) wants(norm, worked, decided int) int {
	switch l.Fill {
	case mapping.FillAbsence:
		return max(0, norm-decided)
	case mapping.FillHalf:
		return norm / 2
	case mapping.FillRest, mapping.FillWork:
		return max(0, norm-worked)
	}
	return 0
}

// wholeDayLines returns the counting lines that take the day as a whole, those first that outrank the others:
// what is firm, what has priority, and what is shorter, as a day of illness in a week of holiday.
func wholeDayLines(lines []*Line, asked workday) []*Line {
	var whole []*Line
	for _, l := range lines {
		if l.Counts() && l.wholeDay(asked) {
			whole = append(whole, l)
		}
	}
	slices.SortFunc(whole, func(a, b *Line) int {
		return cmp.Or(
			compareBool(a.Tentative, b.Tentative),
			cmp.Compare(b.Priority, a.Priority),
			cmp.Compare(a.Event.Days, b.Event.Days),
			compareBool(a.Fill != mapping.FillHalf, b.Fill != mapping.FillHalf),
			compareBool(a.Fill != mapping.FillAbsence, b.Fill != mapping.FillAbsence),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return whole
}

// absent tells whether one of the lines is absence for the whole day.
func absent(whole []*Line) bool {
	return slices.ContainsFunc(whole, func(l *Line) bool { return l.Fill == mapping.FillAbsence })
}
