package ical

import (
	"errors"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// ErrNoCalendar means that a text has no BEGIN:VCALENDAR.
var ErrNoCalendar error = text.Errorf("ical.no-calendar")

// place is where a component stands, for events without a UID.
type place struct {
	object string // the name of the file or object, "" where there is only one
	line   int
}

func (p place) message() text.Message {
	if p.object != "" {
		return text.Msg("ical.line-of", p.line, p.object)
	}
	return text.Msg("ical.line", p.line)
}

// where names the component: by its UID, or by its place.
func (c *component) where() text.Message {
	if c.uid == "" {
		return c.place.message()
	}
	return text.Msg("ical.event", decode(cut([]byte(c.uid))))
}

// problems collects what could not be read.
type problems struct {
	calendar string
	list     []error
	more     int // that are not told
}

// maxProblems is how many problems of one calendar are told; the rest are counted.
const maxProblems = 500

func (p *problems) add(where, what text.Message) {
	if len(p.list) >= maxProblems {
		p.more++
		return
	}
	p.list = append(p.list, &calendar.Problem{Calendar: p.calendar, Where: where, What: what})
}

// addFlaws tells what is wrong with a component, once.
func (p *problems) addFlaws(c *component) {
	for _, m := range c.flaws {
		p.add(c.where(), m)
	}
	c.flaws = nil
}

func (p *problems) err() error {
	if p.more > 0 {
		p.list = append(p.list, &calendar.Problem{Calendar: p.calendar, Where: text.Msg("ical.the-rest"), What: text.Msg("ical.more-problems", p.more)})
	}
	return errors.Join(p.list...)
}
