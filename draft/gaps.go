package draft

import (
	"cmp"
	"slices"
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// Gap is a free stretch of a working day on which something is missing.
type Gap struct{ Start, End time.Time }

// Message names the gap: "Wed 18 Nov 13:00–14:15".
func (g Gap) Message() text.Message {
	return text.Msg("draft.gap", text.Short(day.Of(g.Start)), text.Clock(g.Start), text.Clock(g.End))
}

// gaps returns the free stretches of at least a step between the hours that the person works.
func (d *Draft) gaps(date day.Date, lines []*Line) []Gap {
	asked := d.Settings.workday(date)
	var taken []span
	for _, l := range lines {
		if l.Counts() && l.hasClock() {
			taken = append(taken, l.busy(asked))
		}
	}
	var found []Gap
	for _, free := range asked.hours.without(taken) {
		if free.minutes() >= d.Settings.Step.Minutes() {
			found = append(found, Gap{free.start, free.end})
		}
	}
	return found
}

// Fillers proposes lines for a gap, the likeliest first: what the person had there last week, then standing lines that have no time of their own
// and do not count on that day already.
// No filler is longer than the gap. Last week's draft may be nil.
func (d *Draft) Fillers(g Gap, lastWeek *Draft) []New {
	var found []New
	if lastWeek != nil {
		found = lastWeek.weekBefore(g, d.Settings.zone())
	}
	room := d.Settings.Step.down(g.span().minutes())
	for _, s := range d.Settings.Standing {
		if s.At == (Clock{}) && !d.counts(id("standing", s.Title, day.Of(g.Start).String())) {
			minutes, from := min(room, d.Settings.Step.Nearest(s.Minutes)), onTheWall(day.Of(g.Start), g.Start)
			found = append(found, New{
				Date: day.Of(g.Start), At: Clock{from, from + minutes}, Title: s.Title,
				Entry: Entry{Minutes: minutes, Choice: s.Choice, Note: s.Note},
			})
		}
	}
	return found
}

// counts tells whether the draft has that line, and it counts.
func (d *Draft) counts(id string) bool {
	l := d.Line(id)
	return l != nil && l.Counts()
}

// weekBefore returns what counted a week before the gap, the longest first, as lines for the gap.
func (d *Draft) weekBefore(g Gap, zone *time.Location) []New {
	type had struct {
		line   *Line
		common span
	}
	date := day.Of(g.Start)
	var all []had
	for _, l := range d.on(date.Add(-7)) {
		if !l.Counts() || !l.hasClock() || l.Private || l.Project == "" {
			continue
		}
		then := l.onTheWall()
		aWeekLater := span{at(date, then.From, zone), at(date, then.To, zone)}
		if common, some := aWeekLater.common(g.span()); some {
			all = append(all, had{l, common})
		}
	}
	slices.SortStableFunc(all, func(a, b had) int { return cmp.Compare(b.common.minutes(), a.common.minutes()) })
	var lines []New
	for _, h := range all {
		lines = append(lines, New{
			Date: date, At: Clock{onTheWall(date, h.common.start), onTheWall(date, h.common.end)}, Title: h.line.Title,
			Entry: Entry{Minutes: d.Settings.Step.Nearest(h.common.minutes()), Choice: h.line.Choice, Note: h.line.Note},
		})
	}
	return lines
}

func (g Gap) span() span { return span{g.Start, g.End} }
