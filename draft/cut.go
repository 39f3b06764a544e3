package draft

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
)

// piece is what one event takes of one day.
type piece struct {
	event      calendar.Event
	date       day.Date
	start, end time.Time // zero where the piece is the whole day
	days       int       // how many days the event touches
	kept       []Line    // the lines of it that a refresh may not touch
}

// cut cuts the events into pieces of the week's days. The same meeting in two calendars is one event.
func cut(events []calendar.Event, week day.Week, zone *time.Location) []*piece {
	var pieces []*piece
	for _, e := range once(events) {
		if e.Private {
			e.Title = "" // nor is anything else kept that tells what it is about
		}
		first, last := daysOf(e, zone)
		for _, date := range week.Dates() {
			if date.Before(first) || last.Before(date) {
				continue
			}
			p := &piece{event: e, date: date, days: last.DaysSince(first) + 1}
			p.takeTimes(zone)
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// once drops the further copies of a meeting that stands in several calendars; of the copies the first that counts is kept.
func once(events []calendar.Event) []calendar.Event {
	type meeting struct {
		id         string
		start, end int64
	}
	place := map[meeting]int{}
	var kept []calendar.Event
	for _, e := range events {
		m := meeting{e.ID(), e.Start.Unix(), e.End.Unix()}
		i, known := place[m]
		switch {
		case !known:
			place[m] = len(kept)
			kept = append(kept, e)
		case kept[i].LeaveOut() != "" && e.LeaveOut() == "":
			kept[i] = e
		}
	}
	return kept
}

// daysOf returns the first and the last day that the event touches. One that ends at midnight does not touch the day that begins then.
func daysOf(e calendar.Event, zone *time.Location) (first, last day.Date) {
	if e.AllDay {
		first, last = day.Of(e.Start), day.Of(e.End).Add(-1)
	} else {
		first, last = day.Of(e.Start.In(zone)), day.Of(e.End.In(zone).Add(-time.Second))
	}
	if last.Before(first) {
		last = first
	}
	return first, last
}

// takeTimes cuts the event's times to the day, in whole minutes. A day of which an event leaves out a minute at the most,
// as one from 00:00 to 23:59 does, is taken as a whole.
func (p *piece) takeTimes(zone *time.Location) {
	if p.event.AllDay {
		return
	}
	start, end := p.event.Start.In(zone).Truncate(time.Minute), p.event.End.In(zone).Truncate(time.Minute)
	midnight, next := p.date.In(zone), p.date.Add(1).In(zone)
	if !start.After(midnight) && next.Sub(end) <= time.Minute {
		return
	}
	p.start, p.end = later(start, midnight), earlier(end, next)
	if p.end.Before(p.start) {
		p.end = p.start
	}
}

func (p *piece) whole() bool { return p.start.IsZero() }

func (p *piece) noLength() bool { return !p.whole() && !p.end.After(p.start) }

// seen is what a draft remembers of the piece.
func (p *piece) seen() Event {
	e := p.event
	return Event{
		Calendar: e.Calendar, UID: e.UID, ID: e.ID(), Title: e.Title,
		Date: p.date, Start: p.start, End: p.end, Answer: string(e.Response), Days: p.days,
	}
}

// id makes a short id of what makes a line the one it is. It is the same each time.
func id(of ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(of, "\n")))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}
