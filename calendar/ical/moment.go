package ical

import (
	"errors"
	"time"
)

// form is what kind of DATE or DATE-TIME a value is (RFC 5545 §3.3.4, §3.3.5).
type form uint8

const (
	floating form = iota // the clock of whoever looks at it
	allDay               // a date
	utc
	zoned
)

// moment is a DATE or DATE-TIME value as written.
type moment struct {
	wall wall
	form form
	zone *zoneRef // where form is zoned
}

func (m moment) isDate() bool { return m.form == allDay }

// instant returns the moment in seconds since 1970 UTC. Dates and floating times are meant in home.
func (m moment) instant(home *zone) int64 { return m.clockIn(home).instant(m.wall) }

// clockIn returns the zone whose clock shows the moment as written.
func (m moment) clockIn(home *zone) *zone {
	switch m.form {
	case utc:
		return utcZone
	case zoned:
		return m.zone.zone(home)
	}
	return home
}

var errTime = errors.New("no date or time")

// parseMoment reads a DATE or a DATE-TIME. Which of them it is, its shape tells, whatever VALUE says.
func parseMoment(s []byte) (moment, error) {
	if m, ok := strictMoment(s); ok {
		return m, nil
	}
	return looseMoment(trim(s))
}

// strictMoment reads 20261123, 20261123T090000 and 20261123T090000Z.
func strictMoment(s []byte) (moment, bool) {
	if len(s) != 8 && len(s) != 15 && (len(s) != 16 || s[15] != 'Z') {
		return moment{}, false
	}
	day, ok := parseDay(s[:8])
	if !ok {
		return moment{}, false
	}
	if len(s) == 8 {
		return moment{wall: wallOf(day, 0), form: allDay}, true
	}
	clock, ok := parseClock(s[9:15])
	if !ok || s[8] != 'T' {
		return moment{}, false
	}
	m := moment{wall: wallOf(day, clock)}
	if len(s) == 16 {
		m.form = utc
	}
	return m, true
}

// looseMoment reads what programs write instead: 2026-11-23T09:00:00.000Z, 20261123 0900, 20261123T090000+0100, in small letters.
func looseMoment(s []byte) (moment, error) {
	digits := make([]byte, 0, 16)
	i := 0
	for i < len(s) && len(digits) < 8 && (isDigit(s[i]) || s[i] == '-') {
		digits, i = appendDigit(digits, s[i]), i+1
	}
	day, ok := parseDay(digits)
	if !ok {
		return moment{}, errTime
	}
	if i == len(s) {
		return moment{wall: wallOf(day, 0), form: allDay}, nil
	}
	if upper(s[i]) != 'T' && s[i] != ' ' {
		return moment{}, errTime
	}
	clock, rest, ok := looseClock(s[i+1:])
	if !ok {
		return moment{}, errTime
	}
	m := moment{wall: wallOf(day, clock)}
	return withOffset(m, trim(rest))
}

// looseClock reads 09, 0900, 09:00:00 and 090000.000, and returns what follows.
func looseClock(s []byte) (clock int, rest []byte, ok bool) {
	digits := make([]byte, 0, 8)
	i := 0
	for i < len(s) && len(digits) < 6 && (isDigit(s[i]) || s[i] == ':') {
		digits, i = appendDigit(digits, s[i]), i+1
	}
	if n := len(digits); n != 2 && n != 4 && n != 6 {
		return 0, nil, false
	}
	for len(digits) < 6 {
		digits = append(digits, '0')
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isDigit(s[i]); i++ {
		}
	}
	clock, ok = parseClock(digits)
	return clock, s[i:], ok
}

// withOffset adds what stands after the time of day: nothing, Z, or an offset from UTC.
func withOffset(m moment, s []byte) (moment, error) {
	switch {
	case len(s) == 0:
		return m, nil
	case len(s) == 1 && upper(s[0]) == 'Z':
		m.form = utc
		return m, nil
	}
	offset, err := parseOffset(s)
	if err != nil {
		return moment{}, errTime
	}
	return moment{wall: m.wall - wall(offset), form: utc}, nil
}

// parseOffset reads +0100, -053000 and +01:00, in seconds east of UTC (RFC 5545 §3.3.14).
func parseOffset(s []byte) (int, error) {
	s = trim(s)
	if len(s) < 3 || s[0] != '+' && s[0] != '-' {
		return 0, errTime
	}
	clock, rest, ok := looseClock(s[1:])
	if !ok || len(rest) > 0 {
		return 0, errTime
	}
	if s[0] == '-' {
		return -clock, nil
	}
	return clock, nil
}

func appendDigit(digits []byte, c byte) []byte {
	if isDigit(c) {
		return append(digits, c)
	}
	return digits
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number reads decimal digits only.
func number(s []byte) (n int, ok bool) {
	for _, c := range s {
		if !isDigit(c) {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(s) > 0
}

// parseDay reads the eight digits of a date that exists.
func parseDay(s []byte) (day int, ok bool) {
	if len(s) != 8 {
		return 0, false
	}
	y, ok1 := number(s[:4])
	m, ok2 := number(s[4:6])
	d, ok3 := number(s[6:])
	if !ok1 || !ok2 || !ok3 || y < 1 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m) {
		return 0, false
	}
	return dayNumber(y, m, d), true
}

// parseClock reads six digits as seconds since midnight. 24:00:00 is the end of the day; the second 60 is read as 59 (RFC 5545 §3.3.12).
func parseClock(s []byte) (seconds int, ok bool) {
	h, ok1 := number(s[:2])
	m, ok2 := number(s[2:4])
	sec, ok3 := number(s[4:])
	if !ok1 || !ok2 || !ok3 || m > 59 || sec > 60 || h > 24 || h == 24 && m+sec > 0 {
		return 0, false
	}
	return h*3600 + m*60 + min(sec, 59), true
}

// trim takes blanks, line breaks and quotes off both ends.
func trim(s []byte) []byte {
	for len(s) > 0 && isMargin(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isMargin(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func isMargin(c byte) bool {
	return c <= '"' && (c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '"')
}

// at returns an instant as a time in zone.
func at(instant int64, zone *time.Location) time.Time { return time.Unix(instant, 0).In(zone) }
