package leantime

import (
	"slices"

	"ugeseddel/day"
)

// Posted is one row as a proof left it. A list of them, kept on a computer, only helps to notice what was deleted in Leantime since:
// the truth is there, and without the list nothing is posted twice either.
type Posted struct {
	Date    day.Date `json:"date"`
	TaskID  int      `json:"task_id"`
	Minutes int      `json:"minutes"` // posted by ugeseddel
	Base    float64  `json:"base"`    // hours of the row that are the person's own
}

// Before is what to remember while the plan is carried out: without the rows that it writes, since after a kill on the way nobody knows
// what became of them.
func (p *Plan) Before(posted []Posted) []Posted {
	return slices.DeleteFunc(slices.Clone(posted), func(one Posted) bool {
		return slices.ContainsFunc(p.Actions, func(a Action) bool { return a.is(one) && a.writes() })
	})
}

// After is what to remember now: the rows that were read back, those of other days, and those about which a question is still open.
func (p *Proof) After(posted []Posted) []Posted {
	rows := slices.Clone(p.Posted)
	for _, old := range posted {
		open := slices.ContainsFunc(p.Actions, func(a Action) bool { return a.is(old) && a.Verb == Blocked })
		if !p.span.Holds(old.Date) || open && !slices.ContainsFunc(rows, old.sameRow) {
			rows = append(rows, old)
		}
	}
	return rows
}

func (a Action) is(p Posted) bool { return a.Date == p.Date && a.TaskID == p.TaskID }

func (p Posted) sameRow(q Posted) bool { return p.Date == q.Date && p.TaskID == q.TaskID }
