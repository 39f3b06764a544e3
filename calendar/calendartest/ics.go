package calendartest

import (
	"fmt"
	"strings"
)

// ICS writes a meeting as an iCalendar object of its own.
func (m Meeting) ICS() string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ugeseddel//contract//EN\r\n" + m.vevent() + "END:VCALENDAR\r\n"
}

// ICS writes meetings as one iCalendar text.
func ICS(meetings []Meeting) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ugeseddel//contract//EN\r\n")
	for _, m := range meetings {
		b.WriteString(m.vevent())
	}
	return b.String() + "END:VCALENDAR\r\n"
}

func (m Meeting) vevent() string {
	lines := []string{"BEGIN:VEVENT", "UID:" + m.UID, "DTSTAMP:20261101T000000Z", "SUMMARY:" + m.Title, "DESCRIPTION:About " + m.Title, "LOCATION:Room of " + m.Title}
	switch {
	case m.Broken:
		lines = append(lines, "DTSTART:at some time")
	case m.AllDay:
		lines = append(lines, "DTSTART;VALUE=DATE:"+m.Start.Format("20060102"), "DTEND;VALUE=DATE:"+m.End.Format("20060102"))
	default:
		zone := m.Start.Location().String()
		lines = append(lines, "DTSTART;TZID="+zone+":"+m.Start.Format("20060102T150405"), "DTEND;TZID="+zone+":"+m.End.Format("20060102T150405"))
	}
	if m.Weekly > 1 {
		lines = append(lines, fmt.Sprintf("RRULE:FREQ=WEEKLY;COUNT=%d", m.Weekly))
	}
	for line, on := range map[string]bool{"CLASS:PRIVATE": m.Private, "STATUS:CANCELLED": m.Cancelled, "TRANSP:TRANSPARENT": m.Free} {
		if on {
			lines = append(lines, line)
		}
	}
	return strings.Join(append(lines, "END:VEVENT", ""), "\r\n")
}
