package graph

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
)

// identity returns an Event with only what identifies it: the UID and the original start that the same meeting has in an .ics file,
// so that a meeting in two calendars is seen to be one.
func (w *wire) identity(start time.Time) calendar.Event {
	if !w.recurring() {
		return calendar.Event{UID: cmp.Or(w.ICalUID, w.ID)}
	}
	uid, original := seriesUID(w.ICalUID)
	uid = cmp.Or(uid, w.SeriesMasterID)
	recurrence := w.recurrenceID(start, original)
	if uid == "" || recurrence == "" {
		return calendar.Event{UID: w.ID} // immutable, and another for each occurrence
	}
	return calendar.Event{UID: uid, RecurrenceID: recurrence}
}

// recurrenceID tells which occurrence of its series the event is. Of an all-day event originalStart is not the date: it has been
// seen as 07:00 in UTC, and is the evening before for a series made in Denmark. The date in the UID, or that of the start, is.
func (w *wire) recurrenceID(start time.Time, original day.Date) string {
	at, err := time.Parse(time.RFC3339, w.OriginalStart)
	switch {
	case w.IsAllDay && !original.IsZero():
		return original.String()
	case w.IsAllDay && w.Type == "occurrence":
		return day.Of(start).String()
	case w.IsAllDay && err == nil:
		return day.Of(at.In(start.Location())).String()
	case err == nil:
		return at.UTC().Format(time.RFC3339)
	case w.Type == "occurrence":
		return start.UTC().Format(time.RFC3339)
	}
	return ""
}

// outlookUID is how the UIDs begin that Outlook makes: global object ids in hexadecimal ([MS-OXCICAL] 2.1.3.1.1.20.26).
const outlookUID = "040000008200E00074C5B7101A82E008"

// seriesUID returns the UID of the whole series, and the date of the occurrence where it stands in the UID. Graph gives each
// occurrence an iCalUId of its own: the series' with the original date in the four bytes after the first sixteen.
func seriesUID(uid string) (series string, original day.Date) {
	const from, to = len(outlookUID), len(outlookUID) + 8
	if len(uid) < to || !strings.EqualFold(uid[:from], outlookUID) {
		return uid, day.Date{}
	}
	return uid[:from] + "00000000" + uid[to:], embeddedDate(uid[from:to])
}

// embeddedDate reads two bytes of year, one of month and one of day; zeros, as in the UID of a series, are no date.
func embeddedDate(hex string) day.Date {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return day.Date{}
	}
	d, err := day.Parse(fmt.Sprintf("%04d-%02d-%02d", n>>16, n>>8&0xff, n&0xff))
	if err != nil {
		return day.Date{}
	}
	return d
}
