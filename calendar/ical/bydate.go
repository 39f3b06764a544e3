package ical

import (
	"slices"
)

// matches tells whether a day has everything that the rule asks of it.
func (x *recurrence) matches(day int) bool {
	year, month, monthDay := date(day)
	if len(x.byMonth) > 0 && !slices.Contains(x.byMonth, month) {
		return false
	}
	if len(x.byMonthDay) > 0 && !fromEitherEnd(x.byMonthDay, monthDay, daysInMonth(year, month)) {
		return false
	}
	return (len(x.byDay) == 0 || x.matchesWeekday(day, year, month, monthDay)) &&
		(len(x.byYearDay) == 0 || fromEitherEnd(x.byYearDay, day-dayNumber(year, 1, 1)+1, daysInYear(year))) &&
		(len(x.byWeekNo) == 0 || x.matchesWeek(day))
}

// fromEitherEnd tells whether the list has position i of n, counted from the beginning or, with a minus, from the end.
func fromEitherEnd(list []int, i, n int) bool {
	return slices.Contains(list, i) || slices.Contains(list, i-n-1)
}

// matchesWeekday looks at BYDAY. A number counts the weekdays of the month, or of the year in a YEARLY rule without BYMONTH.
func (x *recurrence) matchesWeekday(day, year, month, monthDay int) bool {
	i, n := monthDay, daysInMonth(year, month)
	if x.freq == yearly && len(x.byMonth) == 0 {
		i, n = day-dayNumber(year, 1, 1)+1, daysInYear(year)
	}
	for _, by := range x.byDay {
		if by.day != weekday(day) {
			continue
		}
		if by.n == 0 || !x.nths || by.n == (i+6)/7 || by.n == -(n-i+7)/7 {
			return true
		}
	}
	return false
}

// matchesWeek looks at BYWEEKNO: weeks begin on WKST, and the first is the one with at least four days in the year.
func (x *recurrence) matchesWeek(day int) bool {
	sinceStart := (int(weekday(day)) - int(x.weekStart) + 7) % 7
	year, _, _ := date(day - sinceStart + 3) // a week belongs to the year that holds its fourth day
	first := x.firstWeek(year)
	return fromEitherEnd(x.byWeekNo, (day-first)/7+1, (x.firstWeek(year+1)-first)/7)
}

// firstWeek returns the day on which week 1 of a year begins.
func (x *recurrence) firstWeek(year int) int {
	fourth := dayNumber(year, 1, 4)
	return fourth - (int(weekday(fourth))-int(x.weekStart)+7)%7
}

// addSkipped adds the days that stand for dates that do not exist: the one before or the one after (RFC 7529 §4.1).
func (x *recurrence) addSkipped(period int) {
	first, next := x.firstDay(period), x.firstDay(period+1)
	if x.freq == yearly && len(x.byYearDay) > 0 {
		x.addMissing(x.byYearDay, first, next)
	}
	for begin := first; begin < next && len(x.byMonthDay) > 0; {
		year, month, _ := date(begin)
		end := begin + daysInMonth(year, month)
		if len(x.byMonth) == 0 || slices.Contains(x.byMonth, month) {
			x.addMissing(x.byMonthDay, begin, end)
		}
		begin = end
	}
	slices.Sort(x.days)
	x.days = slices.Compact(x.days)
}

// addMissing looks for numbers beyond the month or year from begin to end.
func (x *recurrence) addMissing(numbers []int, begin, end int) {
	day := end // forward: the first of the next
	if x.skip == backward {
		day = end - 1
	}
	if numbers[len(numbers)-1] > end-begin && x.matchesAnyWeekday(day) {
		x.days = append(x.days, day)
	}
}

func (x *recurrence) matchesAnyWeekday(day int) bool {
	if len(x.byDay) == 0 {
		return true
	}
	return slices.ContainsFunc(x.byDay, func(by nthWeekday) bool { return by.day == weekday(day) })
}
