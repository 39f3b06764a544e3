package ical

import "time"

// wall is what a clock on a wall and the calendar beside it show, as seconds since 1970-01-01T00:00:00 on that same clock.
// It becomes an instant only in a zone.
type wall int64

const secondsPerDay = 24 * 60 * 60

// day returns the number of the day, counted from 1970-01-01.
func (w wall) day() int { return int(floorDiv(int64(w), secondsPerDay)) }

// clock returns the seconds since midnight.
func (w wall) clock() int { return int(int64(w) - int64(w.day())*secondsPerDay) }

func wallOf(day, clock int) wall { return wall(int64(day)*secondsPerDay + int64(clock)) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }

// dayNumber counts the days from 1970-01-01 to a date of the proleptic Gregorian calendar.
// Years are taken to begin in March, so that the leap day is their last.
func dayNumber(year, month, day int) int {
	if month <= 2 {
		year--
		month += 12
	}
	era := int(floorDiv(int64(year), 400))
	yearOfEra := year - era*400
	dayOfYear := (153*(month-3)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*146097 + dayOfEra - 719468
}

// date is the inverse of dayNumber.
func date(number int) (year, month, day int) {
	number += 719468
	era := int(floorDiv(int64(number), 146097))
	dayOfEra := number - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	year, month, day = yearOfEra+era*400, m+3, dayOfYear-(153*m+2)/5+1
	if month > 12 {
		year++
		month -= 12
	}
	return year, month, day
}

// weekday returns the day of the week; 1970-01-01 was a Thursday.
func weekday(number int) time.Weekday {
	return time.Weekday(((number+4)%7 + 7) % 7)
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysInYear(year int) int {
	if isLeap(year) {
		return 366
	}
	return 365
}

func daysInMonth(year, month int) int {
	switch month {
	case 2:
		return daysInYear(year) - 337
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
