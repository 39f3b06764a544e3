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
		for _, p := range pieceByDay(e, zone) {
			if day.WeekOf(p.date) == week {
				pieces = append(pieces, p)
			}
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

func pieceByDay(e calendar.Event, zone *time.Location) []*piece {
	if e.AllDay {
		return wholeDays(e, day.Of(e.Start), day.Of(e.End))
	}
	start, end := e.Start.In(zone).Truncate(time.Minute), e.End.In(zone).Truncate(time.Minute)
	if !end.After(start) {
		return []*piece{{event: e, date: day.Of(start), start: start, end: start, days: 1}}
	}
	first, last := day.Of(start), day.Of(end.Add(-time.Second))
	days := last.DaysSince(first) + 1
	pieces := make([]*piece, days)
	for i := range pieces {
		pieces[i] = &piece{event: e, days: days}
		pieces[i].takeFrom(first.Add(i), start, end)
	}
	return pieces
}

func wholeDays(e calendar.Event, first, end day.Date) []*piece {
	days := max(1, end.DaysSince(first))
	pieces := make([]*piece, days)
	for i := range pieces {
		pieces[i] = &piece{event: e, date: first.Add(i), days: days}
	}
	return pieces
}

// takeFrom cuts the span to the day. One that leaves out less than two minutes of the day, as 00:00 to 23:59 does, is the whole day.
func (p *piece) takeFrom(date day.Date, start, end time.Time) {
	p.date = date
	midnight, next := date.In(start.Location()), date.Add(1).In(start.Location())
	if start.Before(midnight) {
		start = midnight
	}
	if end.After(next) {
		end = next
	}
	if !start.After(midnight) && next.Sub(end) <= time.Minute {
		return
	}
	p.start, p.end = start, end
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
