package draft

import (
	"fmt"
	"slices"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/mapping"
)

// Reading is what was read of the calendars this time.
type Reading struct {
	Events []calendar.Event // at least those that overlap the week
	Whole  []string         // the calendars that were read without fault
	Partly []string         // those of which single events could not be read: what is missing from them is not gone
}

// Suggest says what the rules and the memory make of an event. It is not asked about private ones.
type Suggest func(calendar.Event) mapping.Suggestion

// Refresh makes the draft of a week, or brings an old one up to date. The old draft may be nil and is not changed.
//
// What a person decided, and what was posted, stays as it is; where the calendar says something else now, the line carries it as Now.
// Lines of a calendar that was not read stay too, marked as Unread. All other lines are made anew.
func Refresh(old *Draft, week day.Week, read Reading, suggest Suggest, s Settings) *Draft {
	if old != nil && slices.ContainsFunc(old.Lines, func(l Line) bool { return l.fixed() }) {
		s.Step = old.Settings.Step // a week ends with the step it began with
	}
	d := &Draft{Week: week, Settings: s}
	pieces := cut(read.Events, week, s.zone())
	if old != nil {
		d.comments = old.comments
		d.keep(old.Lines, pieces, read)
	}
	for _, p := range pieces {
		proposed := propose(p, suggest, s)
		d.addAround(p, proposed[0])
		d.Lines = append(d.Lines, p.missing(proposed)...)
	}
	d.addStanding()
	d.nameUniquely()
	d.settle()
	return d
}

// missing returns the proposed lines that the draft does not have yet.
// Where a person has decided some parts of a split event, those are the parts that nobody has decided.
func (p *piece) missing(proposed []Line) []Line {
	if len(p.kept) == 0 {
		return proposed
	}
	return slices.DeleteFunc(proposed, func(l Line) bool {
		return l.Share == 0 || slices.ContainsFunc(p.kept, func(has Line) bool { return has.Share == 0 || has.Part == l.Part })
	})
}

// nameUniquely gives a new id to a line that would have the id of another, as two events with one UID do.
func (d *Draft) nameUniquely() {
	taken := map[string]bool{}
	for i := range d.Lines {
		l := &d.Lines[i]
		own := l.ID
		for n := 2; taken[l.ID]; n++ {
			l.ID = fmt.Sprintf("%s-%d", own, n)
		}
		taken[l.ID] = true
	}
}
