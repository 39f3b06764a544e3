package leantimetest

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"
)

// getTimesheets is timesheets.getAll: the rows between two instants, both included, by id. From 3.9 on an editor must ask
// for his own by user id; before, everybody reads everything.
func (s *Server) getTimesheets(c *call) (any, error) {
	own := c.has("userId") && c.int("userId") == c.who.ID
	if s.version.checksRights() && !own && c.who.Role < Manager {
		return nil, errDenied
	}
	found := []object{}
	for _, r := range s.rows {
		if s.asked(c, r) {
			found = append(found, s.doubled(s.rowObject(r)))
		}
	}
	return found, nil
}

func (s *Server) asked(c *call, r *Row) bool {
	task := s.task(r.Task)
	switch {
	case r.WorkDate.Before(c.date("dateFrom")) || r.WorkDate.After(c.date("dateTo")):
		return false
	case c.has("userId") && r.User != c.int("userId"):
		return false
	case c.int("projectId") > 0 && (task == nil || task.Project != c.int("projectId")):
		return false
	case c.has("kind") && c.text("kind") != "all" && !strings.EqualFold(c.text("kind"), r.Kind):
		return false
	case c.has("ticketFilter") && c.text("ticketFilter") != "-1" && c.text("ticketFilter") != strconv.Itoa(r.Task):
		return false
	}
	return true
}

// getTimesheet returns one row; false where there is none or it is another's.
func (s *Server) getTimesheet(c *call) (any, error) {
	r := s.row(c.int("id"))
	if r == nil || r.User != c.who.ID && c.who.Role < Manager {
		return false, nil
	}
	var project any
	if t := s.task(r.Task); t != nil {
		project = t.Project
	}
	return append(object{
		{"id", r.ID}, {"userId", r.User}, {"ticketId", r.Task}, {"workDate", stamp(r.WorkDate)}, {"hours", hoursOf(r)},
		{"description", textOf(r)}, {"kind", r.Kind}, {"projectId", project},
	}, append(bookkeeping(r, stored), column{"modified", r.Modified})...), nil
}

// rowObject joins a row with its task, project and user. Its ticketId is the task's own id, so null where that is gone,
// and its "modified" is the task's.
func (s *Server) rowObject(r *Row) object {
	user, task := s.user(r.User), s.task(r.Task)
	o := object{{"id", r.ID}, {"userId", r.User}, {"ticketId", nil}, {"workDate", stamp(r.WorkDate)},
		{"hours", hoursOf(r)}, {"description", textOf(r)}, {"kind", r.Kind}}
	o = append(append(o, s.projectColumns(task)...), bookkeeping(r, stored)...)
	o = append(o, column{"firstname", nil}, column{"lastname", nil})
	if user != nil {
		o[len(o)-2].value, o[len(o)-1].value = user.First, user.Last
	}
	if task == nil {
		return append(o, column{"", nil}, column{"headline", nil}, column{"planHours", nil}, column{"tags", nil},
			column{"modified", nil}, column{"milestone", nil})
	}
	o[2].value = task.ID
	return append(o, column{"", task.ID}, column{"headline", task.Headline}, column{"planHours", task.PlanHours},
		column{"tags", task.Tags}, column{"modified", orNull(task.Modified)}, column{"milestone", nil})
}

// projectColumns describe the project of a task, null where there is none.
func (s *Server) projectColumns(t *Task) object {
	if t != nil {
		if p := s.project(t.Project); p != nil {
			return object{{"name", p.Name}, {"projectId", p.ID}, {"clientName", clientName}, {"clientId", clientID}}
		}
	}
	return object{{"name", nil}, {"projectId", nil}, {"clientName", nil}, {"clientId", nil}}
}

// bookkeeping is what the office has done with a row; date says how an empty date looks.
func bookkeeping(r *Row, date func(string) any) object {
	return object{
		{"invoicedEmpl", r.InvoicedEmpl}, {"invoicedComp", r.InvoicedComp},
		{"invoicedEmplDate", date(r.InvoicedEmplDate)}, {"invoicedCompDate", date(r.InvoicedCompDate)},
		{"paid", r.Paid}, {"paidDate", date(r.PaidDate)},
	}
}

func stored(date string) any {
	if date == "" {
		return noDate
	}
	return date
}

func hoursOf(r *Row) any {
	if r.HoursNull {
		return nil
	}
	return r.Hours
}

func textOf(r *Row) any {
	if r.TextNull {
		return nil
	}
	return r.Text
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// doubled repeats the columns of a row where the version does.
func (s *Server) doubled(o object) object {
	if s.version.wraps() {
		return o.doubled()
	}
	return o
}

// pollTimesheets returns the caller's rows, a manager's everybody's, with dates in ISO form.
func (s *Server) pollTimesheets(c *call) (any, error) {
	found := []object{}
	for _, r := range s.rows {
		task := s.task(r.Task)
		own := r.User == c.who.ID || c.who.Role >= Manager
		if own && (c.int("projectId") <= 0 || task != nil && task.Project == c.int("projectId")) {
			found = append(found, iso(s.rowObject(r), r))
		}
	}
	return found, nil
}

// iso turns the dates of a row into ISO form, and those that are empty into null; "modified" is here the row's own.
func iso(o object, r *Row) object {
	for i, c := range o {
		if c.name == "modified" {
			c.value = r.Modified
		}
		text, _ := c.value.(string)
		if text == noDate {
			o[i].value = nil
		} else if t, err := time.Parse(time.DateTime, text); err == nil {
			o[i].value = t.Format(time.RFC3339)
		}
	}
	return o
}

// getHourTypes lists the kinds of time by their language keys.
func (s *Server) getHourTypes(*call) (any, error) {
	var types object
	for _, kind := range []string{Billable, "GENERAL_NOT_BILLABLE", "PROJECTMANAGEMENT", Development,
		"BUGFIXING_NOT_BILLABLE", "TESTING"} {
		types = append(types, column{kind, "label." + strings.ToLower(kind)})
	}
	return types, nil
}

// getSumOfTicket adds up everybody's hours on a task.
func (s *Server) getSumOfTicket(c *call) (any, error) {
	sum := 0.0
	for _, r := range s.rows {
		if r.Task == c.int("ticketId") {
			sum += r.Hours
		}
	}
	return sum, nil
}

// getFirstDayOfTicket is getUsersTicketHours, which stops after the first day that has hours. Another's are 0 to an editor.
func (s *Server) getFirstDayOfTicket(c *call) (any, error) {
	if s.version.checksRights() && c.int("userId") != c.who.ID && c.who.Role < Manager {
		return 0, nil
	}
	days := map[string]float64{}
	first := ""
	for _, r := range s.rows {
		if r.Task == c.int("ticketId") && r.User == c.int("userId") {
			d := r.WorkDate.Format(time.DateOnly)
			days[d] += r.Hours
			first = cmp.Or(first, d)
			first = min(first, d)
		}
	}
	return round(days[first]), nil
}

func round(hours float64) float64 { return math.Round(hours*100) / 100 }
