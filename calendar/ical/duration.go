package ical

import "errors"

// length is how long an event lasts: whole days of the calendar, which a change of the clock makes shorter or longer, and then exact seconds
// (RFC 5545 §3.3.6).
type length struct {
	days    int
	seconds int64
}

var errDuration = errors.New("no duration")

// maxLength keeps arithmetic with hostile durations far from overflow: a thousand years.
const maxLength = 1000 * 366 * secondsPerDay

// parseDuration reads P1DT2H30M, also with a sign and with the parts that RFC 5545 does not know together (P1W2D).
func parseDuration(s []byte) (l length, negative bool, err error) {
	s = trim(s)
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if len(s) < 2 || upper(s[0]) != 'P' {
		return length{}, false, errDuration
	}
	number, digits, parts := int64(0), 0, 0
	for _, c := range s[1:] {
		if '0' <= c && c <= '9' {
			number, digits = number*10+int64(c-'0'), digits+1
			if number > maxLength {
				return length{}, false, errDuration
			}
			continue
		}
		if upper(c) == 'T' && digits == 0 {
			continue
		}
		if digits == 0 || !l.add(number, upper(c)) {
			return length{}, false, errDuration
		}
		number, digits, parts = 0, 0, parts+1
	}
	if digits > 0 || parts == 0 || int64(l.days)*secondsPerDay+l.seconds > maxLength {
		return length{}, false, errDuration
	}
	return l, negative, nil
}

func (l *length) add(number int64, unit byte) bool {
	switch unit {
	case 'W':
		l.days += int(number) * 7
	case 'D':
		l.days += int(number)
	case 'H':
		l.seconds += number * 60 * 60
	case 'M':
		l.seconds += number * 60
	case 'S':
		l.seconds += number
	default:
		return false
	}
	return true
}

// rough returns the length in seconds as if no clock ever changed.
func (l length) rough() int64 { return int64(l.days)*secondsPerDay + l.seconds }
