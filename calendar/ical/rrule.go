package ical

import (
	"bytes"
	"slices"
	"time"

	"ugeseddel/text"
)

// frequency is how often a rule comes round.
type frequency int

const (
	secondly frequency = iota
	minutely
	hourly
	daily
	weekly
	monthly
	yearly
)

// skip is what becomes of dates that do not exist, such as 31 April (RFC 7529 §4.1).
type skip int

const (
	omit skip = iota
	backward
	forward
)

// nthWeekday is a BYDAY value: MO, 2MO (the second), -1FR (the last).
type nthWeekday struct {
	n   int // 0 is every
	day time.Weekday
}

// rule is an RRULE or EXRULE (RFC 5545 §3.3.10, RFC 7529).
type rule struct {
	freq     frequency
	interval int
	count    int // 0 is without end
	until    moment
	hasUntil bool

	byMonth, byWeekNo, byYearDay, byMonthDay []int
	byDay                                    []nthWeekday
	byHour, byMinute, bySecond               []int
	bySetPos                                 []int

	weekStart time.Weekday
	skip      skip
}

var frequencies = []string{"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}

var skips = []string{"OMIT", "BACKWARD", "FORWARD"}

var weekdays = []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// maxInterval is far longer than any calendar, and small enough for all arithmetic.
const maxInterval = 1 << 31

// maxRule is longer than a rule with all numbers that it can have.
const maxRule = 16 << 10

// parseRule reads a rule written in large or small letters, with blanks, empty and foreign parts. A rule with a part that changes
// its meaning and cannot be read is nil: better no occurrences than wrong ones. What is wrong with the rule is in flaws.
func parseRule(value []byte) (r *rule, flaws []text.Message) {
	r = &rule{freq: -1, interval: 1, weekStart: time.Monday}
	readable := true
	if len(value) > maxRule {
		return nil, []text.Message{text.Msg("ical.rule-long")}
	}
	for part := range bytes.SplitSeq(value, []byte(";")) {
		part = trim(part)
		if len(part) == 0 {
			continue
		}
		key, v, _ := bytes.Cut(part, []byte("="))
		if bytes.HasPrefix(bytes.ToUpper(key), []byte("X-")) {
			continue
		}
		if r.read(string(bytes.ToUpper(trim(key))), trim(v)) {
			continue
		}
		if equalFold(trim(key), "INTERVAL") {
			flaws = append(flaws, text.Msg("ical.rule-interval", decode(cut(part))))
			continue
		}
		flaws = append(flaws, text.Msg("ical.rule-part", decode(cut(part))))
		readable = false
	}
	if r.freq < 0 && readable {
		flaws = append(flaws, text.Msg("ical.rule-freq"))
	}
	if r.freq < 0 || !readable {
		return nil, flaws
	}
	return r, flaws
}

// read takes one part of the rule, and tells whether it could.
func (r *rule) read(key string, v []byte) (ok bool) {
	switch key {
	case "FREQ":
		i := indexFold(frequencies, v)
		r.freq = frequency(i)
		return i >= 0
	case "INTERVAL":
		n, ok := number(v)
		if ok && 0 < n && n < maxInterval && len(v) < 12 {
			r.interval = n
			return true
		}
		return false
	case "COUNT":
		r.count, ok = number(v)
		return ok && r.count > 0 && len(v) < 12
	case "UNTIL":
		m, err := parseMoment(v)
		r.until, r.hasUntil = m, err == nil
		return r.hasUntil
	case "WKST":
		i := indexFold(weekdays, v)
		r.weekStart = time.Weekday(max(i, 0))
		return i >= 0
	case "RSCALE":
		return equalFold(v, "GREGORIAN")
	case "SKIP":
		i := indexFold(skips, v)
		r.skip = skip(max(i, 0))
		return i >= 0
	}
	return r.readList(key, v)
}

func (r *rule) readList(key string, v []byte) (ok bool) {
	switch key {
	case "BYMONTH":
		r.byMonth, ok = numbers(v, 1, 12, false)
	case "BYWEEKNO":
		r.byWeekNo, ok = numbers(v, 1, 53, true)
	case "BYYEARDAY":
		r.byYearDay, ok = numbers(v, 1, 366, true)
	case "BYMONTHDAY":
		r.byMonthDay, ok = numbers(v, 1, 31, true)
	case "BYDAY":
		r.byDay, ok = nthWeekdays(v)
	case "BYHOUR":
		r.byHour, ok = numbers(v, 0, 23, false)
	case "BYMINUTE":
		r.byMinute, ok = numbers(v, 0, 59, false)
	case "BYSECOND":
		r.bySecond, ok = numbers(v, 0, 60, false)
	case "BYSETPOS":
		r.bySetPos, ok = numbers(v, 1, 366*secondsPerDay, true)
	}
	return ok
}

func indexFold(words []string, v []byte) int {
	return slices.IndexFunc(words, func(word string) bool { return equalFold(v, word) })
}

// numbers reads a list of numbers from low to high, also counted from the end (-1) where signed. The list is sorted, each number once.
func numbers(v []byte, low, high int, signed bool) ([]int, bool) {
	var list []int
	for s := range bytes.SplitSeq(v, []byte(",")) {
		n, ok := signedNumber(trim(s))
		if !ok || n < 0 && !signed || max(n, -n) < low || max(n, -n) > high {
			return nil, false
		}
		list = append(list, n)
	}
	slices.Sort(list)
	return slices.Compact(list), true
}

func signedNumber(s []byte) (n int, ok bool) {
	sign := 1
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	if len(s) > 9 {
		return 0, false
	}
	n, ok = number(s)
	return sign * n, ok
}

func nthWeekdays(v []byte) ([]nthWeekday, bool) {
	var list []nthWeekday
	for s := range bytes.SplitSeq(v, []byte(",")) {
		s = trim(s)
		if len(s) < 2 {
			return nil, false
		}
		day := indexFold(weekdays, s[len(s)-2:])
		if day < 0 {
			return nil, false
		}
		n, ok := signedNumber(trim(s[:len(s)-2]))
		if len(s) > 2 && (!ok || n == 0 || max(n, -n) > 53) {
			return nil, false
		}
		if nth := (nthWeekday{n, time.Weekday(day)}); !slices.Contains(list, nth) {
			list = append(list, nth)
		}
	}
	return list, true
}
