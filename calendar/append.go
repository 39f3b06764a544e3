package calendar

import (
	"cmp"
	"strconv"
	"time"
)

// AppendJSON adds the event to b as `events --json` writes it: one object, without a line break. A year has tens of thousands of them,
// which is why they are not left to encoding/json.
func (e *Event) AppendJSON(b []byte) []byte {
	layout := time.RFC3339
	if e.AllDay {
		layout = time.DateOnly
	}
	b = appendField(append(b, '{'), "uid", e.UID)
	b = appendField(b, "recurrence_id", e.RecurrenceID)
	b = appendField(b, "calendar", e.Calendar)
	b = appendField(b, "title", e.Title)
	b = appendField(b, "description", e.Description)
	b = appendField(b, "location", e.Location)
	b = appendList(b, "categories", e.Categories)
	b = appendField(b, "organizer", e.Organizer)
	b = strconv.AppendInt(appendKey(b, "attendees"), int64(e.Attendees), 10)
	b = strconv.AppendBool(appendKey(b, "organizer_self"), e.OrganizerSelf)
	b = strconv.AppendBool(appendKey(b, "all_day"), e.AllDay)
	b = appendTime(b, "start", e.Start, layout)
	b = appendTime(b, "end", e.End, layout)
	b = appendField(b, "show_as", string(cmp.Or(e.ShowAs, Busy)))
	b = appendField(b, "response", string(cmp.Or(e.Response, None)))
	b = strconv.AppendBool(appendKey(b, "private"), e.Private)
	b = strconv.AppendBool(appendKey(b, "recurring"), e.Recurring)
	return append(appendField(b, "leave_out", string(e.LeaveOut())), '}')
}

func appendKey(b []byte, key string) []byte {
	if b[len(b)-1] != '{' {
		b = append(b, ',')
	}
	b = append(b, '"')
	b = append(b, key...)
	return append(b, '"', ':')
}

func appendField(b []byte, key, value string) []byte { return appendString(appendKey(b, key), value) }

func appendTime(b []byte, key string, t time.Time, layout string) []byte {
	b = append(appendKey(b, key), '"')
	return append(t.AppendFormat(b, layout), '"')
}

func appendList(b []byte, key string, values []string) []byte {
	b = append(appendKey(b, key), '[')
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, v)
	}
	return append(b, ']')
}

// appendString writes s in quotes. It is UTF-8: whatever reads events sees to that.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	plain := 0 // where what needs no change begins
	for i := 0; i < len(s); i++ {
		if !needsEscape[s[i]] {
			continue
		}
		b = appendEscape(append(b, s[plain:i]...), s[i])
		plain = i + 1
	}
	return append(append(b, s[plain:]...), '"')
}

// needsEscape has the characters that a string in JSON cannot have as they are (RFC 8259 §7), and DEL.
var needsEscape = func() (needs [256]bool) {
	for c := range ' ' {
		needs[c] = true
	}
	needs['"'], needs['\\'], needs[0x7F] = true, true, true
	return needs
}()

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	const digits = "0123456789abcdef"
	return append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&0xF])
}
