package leantimetest

import (
	"errors"
	"regexp"
	"strconv"
	"time"
)

// noDate is how MariaDB shows a date that it could not store.
const noDate = "0000-00-00 00:00:00"

// stamp writes t as MariaDB does; the zero time is noDate.
func stamp(t time.Time) string {
	if t.IsZero() {
		return noDate
	}
	return t.Format(time.DateTime)
}

var errDate = errors.New("The provided date string could not be parsed") //lint:ignore ST1005 as an exception's text

var (
	isoForm   = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}):(\d{2})(Z|[+-]\d{2}:?\d{2})?)?$`)
	slashForm = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	hour12    = regexp.MustCompile(`^(\d{1,2}):(\d{2}) ?(?:([Aa])|([Pp]))[Mm]$`)
	hour24    = regexp.MustCompile(`^(\d{1,2}):(\d{2})$`)
	mariaForm = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?`)
)

// parseUserDate reads a date as Leantime's DateTimeHelper does in API calls: ISO first, a day alone meaning NOON, then the
// format of the server's language. Days and months run over (31 February is 3 March) instead of failing.
func (s *Server) parseUserDate(date, clock string) (time.Time, error) {
	if m := isoForm.FindStringSubmatch(date); m != nil {
		return s.isoDate(m)
	}
	m := slashForm.FindStringSubmatch(date)
	if m == nil {
		return time.Time{}, errDate
	}
	month, d, year := number(m[1]), number(m[2]), number(m[3])
	if s.danish {
		month, d = d, month
	}
	hour, minute, ok := s.parseClock(clock)
	if !ok {
		return time.Time{}, errDate
	}
	return time.Date(year, time.Month(month), d, hour, minute, 0, 0, s.zone).UTC(), nil
}

func (s *Server) isoDate(m []string) (time.Time, error) {
	year, month, d := number(m[1]), time.Month(number(m[2])), number(m[3])
	if m[4] == "" {
		return time.Date(year, month, d, 12, 0, 0, 0, s.zone).UTC(), nil
	}
	zone, ok := offset(m[7], s.zone)
	if !ok {
		return time.Time{}, errDate
	}
	return time.Date(year, month, d, number(m[4]), number(m[5]), number(m[6]), 0, zone).UTC(), nil
}

// offset reads Z, +01:00 or +0100; without one it is zone.
func offset(text string, zone *time.Location) (*time.Location, bool) {
	if text == "" {
		return zone, true
	}
	for _, form := range []string{"Z07:00", "Z0700"} {
		if t, err := time.Parse(form, text); err == nil {
			return t.Location(), true
		}
	}
	return nil, false
}

// parseClock reads the time beside a date in the language's format: 09:30 AM, in Danish 09:30. Without one it is midnight.
func (s *Server) parseClock(clock string) (hour, minute int, ok bool) {
	if clock == "" {
		return 0, 0, true
	}
	if s.danish {
		m := hour24.FindStringSubmatch(clock)
		if m == nil {
			return 0, 0, false
		}
		return number(m[1]), number(m[2]), true
	}
	m := hour12.FindStringSubmatch(clock)
	if m == nil {
		return 0, 0, false
	}
	hour = number(m[1]) % 12
	if m[4] != "" {
		hour += 12
	}
	return hour, number(m[2]), true
}

// parseTimestamp reads Unix seconds. What MariaDB cannot hold, such as milliseconds, becomes no date at all.
func parseTimestamp(v any) time.Time {
	f, _ := toFloat(v)
	t := time.Unix(int64(f), 0).UTC()
	if t.Year() > 9999 || t.Year() < 0 {
		return time.Time{}
	}
	return t
}

// parseColumn reads what is written to a datetime column unread: an offset is dropped, nonsense becomes no date.
func parseColumn(text string) time.Time {
	m := mariaForm.FindStringSubmatch(text)
	if m == nil {
		return time.Time{}
	}
	t := time.Date(number(m[1]), time.Month(number(m[2])), number(m[3]), number(m[4]), number(m[5]), number(m[6]), 0, time.UTC)
	if t.Day() != number(m[3]) {
		return time.Time{}
	}
	return t
}

// asDate casts the bounds of timesheets.getAll: the clock as written is UTC, an offset is not converted, a day is its noon.
func asDate(v any) (any, bool) {
	text, ok := v.(string)
	if !ok {
		return nil, false
	}
	m := isoForm.FindStringSubmatch(text)
	if m == nil {
		return nil, false
	}
	hour := 12
	if m[4] != "" {
		hour = number(m[4])
	}
	return time.Date(number(m[1]), time.Month(number(m[2])), number(m[3]), hour, number(m[5]), number(m[6]), 0, time.UTC), true
}

func wholeNumber(text string) (any, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
