package ical

import (
	"cmp"
	"strings"

	"ugeseddel/text"
)

const (
	// maxStepsOfAll bounds the work on all rules of a calendar together.
	maxStepsOfAll = 10_000_000
	// fewSteps are left for each rule where others have used up the work: enough for each day of two years.
	fewSteps = 2000
	// maxOccurrences bounds what one series can put into a window: more than one each minute for a month.
	maxOccurrences = 50_000
	// maxOccurrencesOfAll bounds what all series together can put into a window.
	maxOccurrencesOfAll = 200_000
	// fewOccurrences are left for each series where others have used them up.
	fewOccurrences = 10
)

// expander turns groups into the events of the window.
type expander struct {
	*reader
	list  []entry
	steps int // what is left of maxStepsOfAll
	room  int // what is left of maxOccurrencesOfAll
}

// stepsOfRule tells how much work one more rule may cost.
func (x *expander) stepsOfRule() int { return min(maxSteps, max(fewSteps, x.steps)) }

// entry is an event to be: it is small, so that there can be many, and moved about.
type entry struct {
	*component
	occurrence
	id        key // which occurrence of its series it is
	recurring bool
}

// compare orders entries as calendar.Sort orders events.
func (e entry) compare(other entry) int {
	if e.occurrence.start != other.occurrence.start {
		return cmp.Compare(e.occurrence.start, other.occurrence.start)
	}
	return cmp.Or(strings.Compare(e.uid, other.uid), strings.Compare(e.recurrenceID(), other.recurrenceID()), cmp.Compare(e.order, other.order))
}

func (e entry) recurrenceID() string {
	if !e.recurring {
		return ""
	}
	return e.id.String()
}

// group adds the occurrences of all components of one UID.
func (x *expander) group(g *group) {
	if g.master == nil {
		x.orphans(g.overrides)
		return
	}
	m := g.master
	if !m.hasStart {
		m.flaw(text.Msg("ical.no-start"))
		x.problems.addFlaws(m)
		x.orphans(g.overrides)
		return
	}
	if m.series == nil && len(g.overrides) == 0 {
		x.single(m)
		return
	}
	x.series(g)
}

// single adds an event that does not recur.
func (x *expander) single(c *component) {
	if c.cancelled {
		return
	}
	x.add(entry{component: c, occurrence: c.ownSpan(x.home)})
}

// orphans adds overrides whose series is not there, or does not have the occurrence: each is an event of its own.
func (x *expander) orphans(overrides []*component) {
	newest := newestOverrides(overrides, func(m moment) key { return keyOf(m, m, x.home) })
	for _, k := range inOrder(newest) {
		x.ownOverride(newest[k], k)
	}
}

// ownOverride adds the occurrence that an override describes.
func (x *expander) ownOverride(c *component, k key) {
	if !c.cancelled {
		x.add(entry{c, c.ownSpan(x.home), k, true})
	}
}

// add puts an occurrence into the list if it touches the window. It tells what is wrong with the component when its first one does.
func (x *expander) add(e entry) bool {
	if !x.touches(e.occurrence) {
		return false
	}
	if len(e.flaws) > 0 {
		x.problems.addFlaws(e.component)
	}
	x.tellUnknownZone(e.component)
	x.list = append(x.list, e)
	return true
}

// touches is calendar.Window.Overlaps.
func (x *expander) touches(o occurrence) bool {
	begin, end := x.window.Start.Unix(), x.window.End.Unix()
	if o.end <= o.start {
		return begin <= o.start && o.start < end
	}
	return o.start < end && o.end > begin
}

// tellUnknownZone tells once which zone of a component nobody knows.
func (x *expander) tellUnknownZone(c *component) {
	if c.zoneTold {
		return
	}
	c.zoneTold = true
	for _, m := range []moment{c.start, c.end} {
		if m.form == zoned && m.zone.unknown {
			x.problems.add(c.where(), text.Msg("ical.unknown-zone", m.zone.name, x.window.Zone().String()))
			return
		}
	}
}
