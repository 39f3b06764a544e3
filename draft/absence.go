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
	work := workBeside(whole, lines, counted, asked)
	left := asked.norm
	for _, l := range whole {
		if l.fixed() {
			left -= l.worth()
		}
	}
	for _, l := range whole {
		if !l.fixed() {
			counted[l] = min(l.wants(asked.norm, work), max(0, left))
			left -= counted[l]
		}
	}
}

// work is what is registered beside the whole-day lines of a day.
type work struct{ all, inHours, decided int }

func workBeside(whole, lines []*Line, counted map[*Line]int, asked workday) work {
	var w work
	for _, l := range lines {
		if !l.Counts() || slices.Contains(whole, l) {
			continue
		}
		minutes := counted[l]
		if l.fixed() {
			minutes = l.worth()
			w.decided += minutes
		}
		w.all += minutes
		if !l.hasClock() || l.busy(asked).overlaps(asked.hours) {
			w.inHours += minutes
		}
	}
	return w
}

// wants is how much of the norm the line would fill if it were alone on its day with that work.
func (l *Line) wants(norm int, beside work) int {
	switch l.Fill {
	case mapping.FillAbsence:
		return max(0, norm-beside.decided)
	case mapping.FillHalf:
		return norm / 2
	case mapping.FillRest:
		return max(0, norm-beside.all)
	case mapping.FillWork: // the evening after a course is work besides
		return max(0, norm-beside.inHours)
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
	return slices.ContainsFunc(whole, func(l *Line) bool { return l.Fill == mapping.FillAbsence && !l.unsure() })
}
