package leantimetest

import "errors"

// addTime is logTime with the date as it will stand in the column.
func (s *Server) addTime(c *call) (any, error) {
	if c.who.Role < Editor {
		return nil, errDenied
	}
	values := c.array("values")
	r, err := rowOf(values, "ticket", "date", "hours", "kind")
	if err != nil {
		return nil, err
	}
	if r.User, err = s.bookedUser(c.who, values["userId"]); err != nil {
		return nil, err
	}
	s.addHours(r)
	s.dropEmpty()
	return nil, nil
}

// updateTime sets all of a row. It needs every key, and keeps silent where the row is missing or another's.
func (s *Server) updateTime(c *call) (any, error) {
	if c.who.Role < Editor {
		return nil, errDenied
	}
	r, err := rowOf(c.array("values"), "id", "ticket", "date", "hours", "kind", "description", "invoicedEmpl",
		"invoicedEmplDate", "invoicedComp", "invoicedCompDate", "paid", "paidDate")
	if err != nil {
		return nil, err
	}
	old := s.row(r.ID)
	if old == nil || !mayTouch(c.who, old) {
		return nil, nil
	}
	r.User, r.Modified = old.User, s.now()
	if other := s.sameKey(r); other != nil && other.ID != r.ID {
		return nil, errors.New("duplicate entry for key 'Unique'")
	}
	*old = r
	s.dropEmpty()
	return nil, nil
}

// rowOf reads the values of addTime and updateTime; those needed may be null, but not left out.
func rowOf(values map[string]any, needed ...string) (Row, error) {
	for _, name := range needed {
		if _, ok := values[name]; !ok {
			return Row{}, errors.New("undefined array key " + name)
		}
	}
	hours, ok := toFloat(values["hours"])
	if !ok {
		return Row{}, errType
	}
	text := func(name string) string { t, _ := toText(values[name]); return t }
	return Row{
		ID: toInt(values["id"]), Task: toInt(values["ticket"]), WorkDate: parseColumn(text("date")),
		Hours: hours, HoursNull: values["hours"] == nil, Kind: text("kind"), Text: cutBytes(text("description"), textLimit),
		InvoicedEmpl: toInt(values["invoicedEmpl"]), InvoicedEmplDate: dateOf(text("invoicedEmplDate")),
		InvoicedComp: toInt(values["invoicedComp"]), InvoicedCompDate: dateOf(text("invoicedCompDate")),
		Paid: toInt(values["paid"]), PaidDate: dateOf(text("paidDate")),
	}, nil
}

// dateOf returns what a date column holds after text was written to it, "" for no date.
func dateOf(text string) string {
	if t := parseColumn(text); !t.IsZero() && t.Year() > 0 {
		return stamp(t)
	}
	return ""
}

// deleteTime tells whether there was a row to delete that the caller may touch.
func (s *Server) deleteTime(c *call) (any, error) {
	r := s.row(c.int("id"))
	if r == nil || s.version.checksRights() && !mayTouch(c.who, r) {
		return false, nil
	}
	s.rows = without(s.rows, func(o *Row) bool { return o == r })
	return true, nil
}

// mayTouch: editors have a hand in their own rows, managers in everybody's.
func mayTouch(who *User, r *Row) bool {
	return who.Role >= Manager || who.Role >= Editor && r.User == who.ID
}
