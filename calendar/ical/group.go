package ical

import (
	"hash/maphash"
	"slices"

	"ugeseddel/calendar"
)

// group is all that a calendar has under one UID.
type group struct {
	master    *component // nil where there are overrides alone
	overrides []*component
}

// groups puts the components together by UID. One without a UID is alone.
func (r *reader) groups() []*group {
	byUID := make(map[string]*group, len(r.components))
	list := make([]*group, 0, len(r.components))
	for _, c := range r.components {
		g := byUID[c.uid]
		if g == nil || c.uid == "" {
			g = &group{}
			list = append(list, g)
			byUID[c.uid] = g
		}
		g.add(c)
	}
	for _, g := range list {
		g.shareClass()
	}
	return r.withoutOutdated(list)
}

// shareClass makes an override as private as its series, unless it says otherwise itself.
func (g *group) shareClass() {
	for _, c := range g.overrides {
		if g.master != nil && c.class == unclassified {
			c.class = g.master.class
		}
	}
}

func (g *group) add(c *component) {
	switch {
	case c.override != nil:
		g.overrides = append(g.overrides, c)
	case g.master == nil || c.newerThan(g.master):
		g.master = c
	}
}

// withoutOutdated takes away the masters for which a newer component was passed by: the event now is at another time.
func (r *reader) withoutOutdated(list []*group) []*group {
	masters := make(map[uint64]*group, len(list))
	for _, g := range list {
		if g.master != nil && g.master.uid != "" {
			masters[maphash.String(r.seed, g.master.uid)] = g
		}
	}
	for _, p := range r.passed {
		if g := masters[p.uid]; p.uid != 0 && g != nil && g.master != nil && p.newerThan(g.master.version()) {
			g.master = nil
		}
	}
	return list
}

// events expands all that was read.
func (r *reader) events() []calendar.Event {
	x := expander{reader: r, steps: maxStepsOfAll, room: maxOccurrencesOfAll}
	for _, g := range r.groups() {
		x.group(g)
	}
	slices.SortFunc(x.list, entry.compare)
	events := make([]calendar.Event, len(x.list))
	for i, e := range x.list {
		events[i] = e.event(r.options.Calendar, r.window.Zone())
	}
	return events
}
