package ical

import (
	"bytes"
	"strings"
)

// vcalendar is one VCALENDAR of a text: the names of zones hold within it.
type vcalendar struct {
	goesOn     *vcalendar       // what this one is the continuation of, where a block begins within a VCALENDAR
	shared     map[string]*zone // the zones that have the same name everywhere
	refs       map[string]*zoneRef
	vtimezones map[string][]byte // by TZID, as written
	exchange   bool
	published  bool
}

func newVcalendar(shared map[string]*zone) *vcalendar {
	return &vcalendar{shared: shared, refs: map[string]*zoneRef{}, vtimezones: map[string][]byte{}}
}

// join makes the calendar a continuation of another one.
func (c *vcalendar) join(before *vcalendar) {
	before = before.whole()
	c.goesOn = before
	before.exchange = before.exchange || c.exchange
	before.published = before.published || c.published
	for name, raw := range c.vtimezones {
		if _, twice := before.vtimezones[name]; !twice {
			before.vtimezones[name] = raw
		}
	}
}

// whole returns the calendar that this one belongs to.
func (c *vcalendar) whole() *vcalendar {
	for c.goesOn != nil {
		c = c.goesOn
	}
	return c
}

// line reads a property of the calendar itself.
func (c *vcalendar) line(line []byte) {
	p, ok := parseProperty(line)
	switch {
	case !ok:
	case p.is("PRODID"):
		c.exchange = bytes.Contains(p.value, []byte("Microsoft Exchange"))
	case p.is("METHOD"):
		c.published = equalFold(trim(p.value), "PUBLISH")
	}
}

// unstableUIDs tells whether the calendar is a link published by Outlook: Exchange makes new UIDs for it at each download.
func (c *vcalendar) unstableUIDs() bool {
	c = c.whole()
	return c.exchange && c.published
}

// zoneRef returns the zone of a name; every time the same for the same name.
func (c *vcalendar) zoneRef(name []byte) *zoneRef {
	if ref := c.refs[string(name)]; ref != nil {
		return ref
	}
	ref := &zoneRef{name: decode(name), calendar: c}
	c.refs[string(name)] = ref
	return ref
}

// addTimezone keeps a VTIMEZONE, undecoded. Of two with the same name the first counts.
func (c *vcalendar) addTimezone(raw []byte) {
	for rest := raw; len(rest) > 0; {
		var line []byte
		line, rest = cutLine(rest)
		if !named(wholeName(line), "TZID") {
			continue
		}
		p, _ := parseProperty(unfold(line))
		name := zoneKey(decode(p.value))
		if _, twice := c.vtimezones[name]; !twice {
			c.vtimezones[name] = bytes.Clone(raw)
		}
		return
	}
}

// vtimezone returns the zone that the calendar describes by this name, or nil.
func (c *vcalendar) vtimezone(name string) *zone {
	raw, ok := c.vtimezones[zoneKey(name)]
	if !ok {
		return nil
	}
	z, _ := parseVTimezone(raw)
	return z
}

// zoneKey is a TZID as it is compared: quotes and blanks around it are no part of the name.
func zoneKey(name string) string { return strings.Trim(name, "\" \t\r\n") }
