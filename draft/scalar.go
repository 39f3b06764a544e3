package draft

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// plain are the texts that YAML takes without quotes, in lists and mappings on one line too.
var plain = regexp.MustCompile(`^[\p{L}\p{N}]([\p{L}\p{N} ._/()+&@–-]*[\p{L}\p{N}._/()+&@–-])?$`)

// scalar writes a text as YAML, in quotes where it needs them; "" stays "".
func scalar(s string) string {
	if s == "" || plain.MatchString(s) && !strings.EqualFold(s, "null") {
		return s
	}
	return strconv.Quote(strings.ToValidUTF8(s, "\uFFFD")) // Go's escapes are among those of YAML's double quotes
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func flag(is bool) string {
	if is {
		return "true"
	}
	return ""
}

func sentences(l text.Lang, messages []text.Message) string {
	if len(messages) == 0 {
		return ""
	}
	said := make([]string, len(messages))
	for i, m := range messages {
		said[i] = strconv.Quote(l.Say(m))
	}
	return "[" + strings.Join(said, ", ") + "]"
}

// clockOf writes 09:00-10:30, and 22:00-24:00 for a time that ends with its day; "" where there are no clock times.
// Where the clock shows a time twice, its offset is written too: 02:30+01:00-03:30.
func clockOf(date day.Date, start, end time.Time) string {
	if start.IsZero() {
		return ""
	}
	return timeOf(date, start) + "-" + timeOf(date, end)
}

func timeOf(date day.Date, t time.Time) string {
	minutes := onTheWall(date, t)
	shown := fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
	if !at(date, minutes, t.Location()).Equal(t) {
		shown += t.Format("-07:00")
	}
	return shown
}

var clockForm = regexp.MustCompile(`^(\d{1,2})[:.](\d\d)([+-]\d\d:\d\d)?\s*[-–]\s*(\d{1,2})[:.](\d\d)([+-]\d\d:\d\d)?$`)

// ParseClock reads a time of the day, such as 08:00-16:00 or 9.00-10.30.
func ParseClock(s string) (Clock, bool) {
	someDay := day.Date{Year: 2026, Month: time.January, Day: 1}
	start, end, ok := parseClock(someDay, s, time.UTC)
	if !ok {
		return Clock{}, false
	}
	midnight := someDay.In(time.UTC)
	return Clock{span{midnight, start}.minutes(), span{midnight, end}.minutes()}, true
}

// parseClock reads what clockOf writes, and what people write in its place: 9.00 - 10.30.
func parseClock(date day.Date, s string, zone *time.Location) (start, end time.Time, ok bool) {
	m := clockForm.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return time.Time{}, time.Time{}, false
	}
	start, fromOK := parseTime(date, m[1:4], zone)
	end, toOK := parseTime(date, m[4:7], zone)
	if !fromOK || !toOK || end.Before(start) {
		return time.Time{}, time.Time{}, false
	}
	return start, end, true
}

// parseTime reads hour, minute and, perhaps, offset.
func parseTime(date day.Date, m []string, zone *time.Location) (time.Time, bool) {
	hour, _ := strconv.Atoi(m[0])
	minute, _ := strconv.Atoi(m[1])
	if minute > 59 || hour > 24 || hour == 24 && minute > 0 {
		return time.Time{}, false
	}
	if m[2] == "" {
		return at(date, 60*hour+minute, zone), true
	}
	t, err := time.Parse("2006-01-02 15:04-07:00", fmt.Sprintf("%s %02d:%02d%s", date, hour, minute, m[2]))
	return t.In(zone), err == nil
}
