package ical

import "ugeseddel/text"

// part is what a block of a text holds that counts for the window.
type part struct {
	*reader
	decoder    decoder
	calendars  []*vcalendar // the first one goes on from the block before
	components []*component
	passed     []passed
	events     int // how many VEVENTs there were
	lines      int // how many line breaks
}

// take takes in the parts of one text, in order.
func (r *reader) take(parts []*part) (isCalendar bool) {
	var current *vcalendar
	lines := 0
	for _, p := range parts {
		if current != nil {
			p.calendars[0].join(current)
		}
		for _, c := range p.components {
			if c.calendar == p.calendars[0] && current == nil {
				continue // before the first VCALENDAR
			}
			c.order += r.order
			c.place.line += lines
			r.components = append(r.components, c)
		}
		for _, q := range p.passed {
			q.order += r.order
			r.passed = append(r.passed, q)
		}
		r.order += p.events
		lines += p.lines
		if len(p.calendars) > 1 {
			current = p.current()
		}
	}
	return current != nil
}

// scan finds what a block holds. Nothing of the block itself is kept.
func (r *reader) scan(block []byte, p *part) {
	lines := scanMended(block, func() sink {
		*p = part{reader: r, decoder: decoder{me: r.options.Me}, calendars: []*vcalendar{newVcalendar(r.zones)}}
		return p
	})
	p.lines = lines
}

func (p *part) current() *vcalendar { return p.calendars[len(p.calendars)-1] }

func (p *part) beginCalendar() {
	p.calendars = append(p.calendars, newVcalendar(p.zones))
}

func (p *part) calendarLine(line []byte) { p.current().line(line) }

func (p *part) timezone(raw []byte) { p.current().addTimezone(raw) }

// event decodes a VEVENT, or passes it by.
func (p *part) event(f found) {
	p.events++
	if !f.marks.series && !p.everything && !p.mayTouch(f) {
		p.passed = append(p.passed, p.passBy(f, p.events))
		return
	}
	c := &component{calendar: p.current(), place: place{p.object, f.line}, order: p.events}
	if f.marks.series && !p.everything {
		p.decoder.read(c, f.raw, itsTimes)
		if c.mayTouch(p.first, p.last) {
			p.decoder.read(c, f.raw, itsDetails)
		}
	} else {
		p.decoder.read(c, f.raw, itsTimes|itsDetails)
	}
	if f.noEnd {
		c.flaw(text.Msg("ical.no-end"))
	}
	p.components = append(p.components, c)
}
