package draft

import (
	"strings"
	"time"
)

// addAround adds the lines for the way and the preparation before and after an event, as far as the draft does not have them yet.
func (d *Draft) addAround(p *piece, proposed Line) {
	if p.whole() || p.event.Private || proposed.Left != "" {
		return
	}
	if t := d.Settings.Travel; t.isAway(p.event.Location) {
		d.addBeside(proposed, FromTravel, t.Before, t.After)
	}
	for _, prepare := range d.Settings.Preparation {
		if prepare.Tag == "" || prepare.Tag == proposed.Tag {
			d.addBeside(proposed, FromPreparation, prepare.Before, prepare.After)
		}
	}
}

// addBeside adds a line of so many minutes before and one after the event, not beyond its day.
func (d *Draft) addBeside(of Line, kind Kind, before, after int) {
	midnight, next := of.Date.In(of.Start.Location()), of.Date.Add(1).In(of.Start.Location())
	start := of.Start.Add(-time.Duration(before) * time.Minute)
	end := of.End.Add(time.Duration(after) * time.Minute)
	d.addPart(of, kind, "before", span{later(start, midnight), of.Start})
	d.addPart(of, kind, "after", span{of.End, earlier(end, next)})
}

func (d *Draft) addPart(of Line, kind Kind, side string, s span) {
	name := id(of.ID, string(kind), side)
	if !s.end.After(s.start) || d.Line(name) != nil {
		return
	}
	d.Lines = append(d.Lines, Line{
		ID: name, Date: of.Date, Start: s.start, End: s.end, Title: of.Title, Kind: kind, Event: of.Event, Actual: s.minutes(),
	})
}

// follow makes the undecided lines around events do as their events do: skipped with them, prepared for on the same to-do.
func (d *Draft) follow() {
	for i := range d.Lines {
		l := &d.Lines[i]
		if l.fixed() || l.Kind != FromTravel && l.Kind != FromPreparation {
			continue
		}
		l.followEvent(d.eventLine(l), d.Settings.Travel)
		l.Status = l.statusByItself()
	}
}

func (l *Line) followEvent(of *Line, travel Travel) {
	l.Left, l.Choice, l.Certain = "", travel.Choice, false // how long the way really took, nobody but the person knows
	if of != nil && l.Kind == FromPreparation {
		l.Choice, l.Certain = of.Choice, of.Status == Ready
	}
	if of == nil || !of.Counts() {
		l.Left = LeftWithEvent
	}
}

// eventLine returns the line of the event that the line is a journey to, or a preparation for: the first part that counts, where it is split.
func (d *Draft) eventLine(l *Line) *Line {
	var found *Line
	for i := range d.Lines {
		of := &d.Lines[i]
		if of.Kind == FromEvent && of.Event.ID == l.Event.ID && of.Event.Date == l.Event.Date && (found == nil || !found.Counts()) {
			found = of
		}
	}
	return found
}

// isAway tells whether a place is a journey: one that is neither an office, nor a room, nor on the net.
func (t Travel) isAway(place string) bool {
	place = strings.ToLower(strings.TrimSpace(place))
	if place == "" {
		return false
	}
	for _, near := range append(onTheNet, t.Offices...) {
		if near != "" && strings.Contains(place, strings.ToLower(near)) {
			return false
		}
	}
	return true
}

// onTheNet are the marks of places that nobody travels to.
var onTheNet = []string{"http://", "https://", "teams", "zoom", "skype", "google meet", "online", "virtuel", "webex", "telefon"}
