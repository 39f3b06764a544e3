package draft

import (
	"strings"
	"time"
)

// addAround adds the lines for the way and the preparation before and after events, as far as the draft does not have them yet.
func (d *Draft) addAround(pieces []*piece) {
	for _, p := range pieces {
		l := d.Line(id(p.event.ID(), p.date.String()))
		if p.whole() || l == nil || l.Left != "" || !l.Counts() {
			continue
		}
		of := *l
		if d.Settings.Travel.isAway(p.event.Location) {
			d.addBeside(of, FromTravel, d.Settings.Travel.Before, d.Settings.Travel.After)
		}
		for _, prepare := range d.Settings.Preparation {
			if prepare.Tag == "" || prepare.Tag == of.Tag {
				d.addBeside(of, FromPreparation, prepare.Before, prepare.After)
			}
		}
	}
}

// addBeside adds a line of so many minutes before and one after the line, not beyond its day.
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
	l := Line{
		ID: name, Date: of.Date, Start: s.start, End: s.end, Title: of.Title, Kind: kind, Event: of.Event,
		Certain: of.Certain, Actual: s.minutes(),
	}
	l.Choice = of.Choice
	if kind == FromTravel {
		l.Choice = d.Settings.Travel.Choice
	}
	d.Lines = append(d.Lines, l)
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

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
