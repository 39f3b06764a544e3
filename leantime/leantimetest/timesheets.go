package leantimetest

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// textLimit is what the TEXT column of a row's description holds, in bytes; more is cut off without a word.
const textLimit = 65535

// logTime adds hours to the row of the same user, task, instant and kind, or makes one. Nothing else is checked: neither
// the task, nor the kind, nor the hours.
func (s *Server) logTime(c *call) (any, error) {
	entry, err := s.entry(c, s.version.readsTimestamp())
	if err != nil {
		return nil, err
	}
	s.addHours(entry)
	s.dropEmpty()
	return true, nil
}

// upsertTime sets the hours of that row, or makes one without a text.
func (s *Server) upsertTime(c *call) (any, error) {
	entry, err := s.entry(c, true)
	if err != nil {
		return nil, err
	}
	if old := s.sameKey(entry); old != nil {
		s.lastRow++ // the INSERT … ON DUPLICATE KEY used up an id
		old.Hours, old.HoursNull, old.Modified = entry.Hours, false, s.now()
	} else {
		entry.Text, entry.TextNull = "", true
		s.insert(entry)
	}
	s.dropEmpty()
	return true, nil
}

// entry reads the row that logTime and upsertTime are asked for.
func (s *Server) entry(c *call, timestamp bool) (Row, error) {
	if s.version.checksRights() && c.who.Role < Editor {
		return Row{}, errDenied
	}
	params := c.array("params")
	if err := s.checkFields(params); err != nil {
		return Row{}, err
	}
	date, err := s.workDate(params, timestamp)
	if err != nil {
		return Row{}, err
	}
	hours, ok := toFloat(params["hours"])
	kind, ok2 := toText(params["kind"])
	text, ok3 := toText(params["description"])
	if !ok || !ok2 || !ok3 {
		return Row{}, errType
	}
	user, err := s.bookedUser(c.who, params["userId"])
	return Row{User: user, Task: c.int("ticketId"), WorkDate: date, Hours: s.stored(hours), Kind: kind, Text: text}, err
}

var errType = errors.New("Unsupported operand types") //lint:ignore ST1005 as PHP says it

func (s *Server) checkFields(params map[string]any) error {
	switch {
	case !s.version.readsTimestamp() && params["date"] == nil:
		return missingField("Date")
	case params["date"] == nil && params["timestamp"] == nil && params["dateString"] == nil:
		return missingField("Date or timestamp")
	case params["hours"] == nil:
		return missingField("Hours")
	case params["kind"] == nil:
		return missingField("Timesheet type")
	}
	return nil
}

// workDate takes a text before a timestamp before a date with its time of day.
func (s *Server) workDate(params map[string]any, timestamp bool) (time.Time, error) {
	if text, _ := toText(params["dateString"]); text != "" && s.version.readsTimestamp() {
		return s.parseUserDate(text, "")
	}
	if params["timestamp"] != nil && timestamp {
		return parseTimestamp(params["timestamp"]), nil
	}
	date, _ := toText(params["date"])
	clock, _ := toText(params["time"])
	return s.parseUserDate(date, clock)
}

// bookedUser returns the user whose hours who may book: whom was asked for, or without a word who books.
// From 3.9 on another's hours take a manager, before that an editor.
func (s *Server) bookedUser(who *User, asked any) (int, error) {
	needed := Editor
	if s.version.checksRights() {
		needed = Manager
	}
	if asked == nil || who.Role < needed {
		return who.ID, nil
	}
	if s.user(toInt(asked)) == nil {
		return 0, errors.New("user not found")
	}
	return toInt(asked), nil
}

// addHours makes the row, or adds its hours to the one of the same key and puts its text in front, under the date in UTC.
// A row without a text (NULL) stays without: CONCAT with NULL is NULL.
func (s *Server) addHours(r Row) {
	old := s.sameKey(r)
	if old == nil {
		s.insert(r)
		return
	}
	if s.version.burnsIDs() {
		s.lastRow++
	}
	old.Hours = s.stored(old.Hours + r.Hours)
	if !old.TextNull {
		old.Text = cutBytes(stamp(r.WorkDate)+"\n"+r.Text+"\n--\n\n"+old.Text, textLimit)
	}
	old.Modified = s.now()
}

func (s *Server) insert(r Row) {
	s.lastRow++
	r.ID, r.Modified, r.Text = s.lastRow, s.now(), cutBytes(r.Text, textLimit)
	s.rows = append(s.rows, &r)
}

// sameKey finds the row that the table's unique key takes for the same as r; its collation ignores case.
func (s *Server) sameKey(r Row) *Row {
	return find(s.rows, func(o *Row) bool {
		return o.User == r.User && o.Task == r.Task && o.WorkDate.Equal(r.WorkDate) && strings.EqualFold(o.Kind, r.Kind)
	})
}

// dropEmpty removes every row of nought hours, whoever's it is, as each write does.
func (s *Server) dropEmpty() {
	s.rows = without(s.rows, func(r *Row) bool { return r.Hours == 0 && !r.HoursNull })
}

// stored rounds hours to what the column shows.
func (s *Server) stored(hours float64) float64 {
	if !s.version.storesFloat() {
		return hours
	}
	shown, _ := strconv.ParseFloat(strconv.FormatFloat(float64(float32(hours)), 'g', 6, 64), 64)
	return shown
}
