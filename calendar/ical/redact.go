package ical

import "bytes"

// Redact returns data as it may be stored: of a private event only what tells when it is, of any event not its alarms and attachments,
// and nothing but events and time zones. Read finds the same occurrences in the result.
func Redact(data []byte) []byte {
	r := redactor{out: make([]byte, 0, len(data))}
	for rest := mended(data); len(rest) > 0; {
		var line []byte
		line, rest = cutLine(rest)
		r.take(line)
	}
	r.close()
	return r.out
}

// mended returns the text with an LF for each CR that is a line break by itself.
func mended(data []byte) []byte {
	if bytes.Count(data, []byte("\r")) == bytes.Count(data, []byte("\r\n")) {
		return data
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// redactor writes the lines that may stay.
type redactor struct {
	out     []byte
	open    string   // the component that is open beneath VCALENDAR
	depth   int      // of the components inside of that
	event   [][]byte // the lines of the open event itself
	private bool
}

func (r *redactor) take(line []byte) {
	p, ok := parseProperty(bytes.TrimPrefix(unfold(line), byteOrderMark))
	name := string(bytes.ToUpper(bytes.TrimSpace(p.value)))
	switch {
	case ok && p.is("BEGIN"):
		r.begin(name, line)
	case ok && p.is("END"):
		r.end(name, line)
	case r.open == "VEVENT" && r.depth == 0:
		r.event = append(r.event, line)
		r.private = r.private || ok && p.is("CLASS") && classOf(bytes.TrimSpace(p.value)) == private
	case r.open == "VTIMEZONE", r.open == "" && ok && isOneOf(p, "PRODID", "VERSION", "METHOD", "CALSCALE", "X-WR-TIMEZONE"):
		r.write(line)
	}
}

func (r *redactor) begin(name string, line []byte) {
	if !outer(name) {
		r.depth++
		if r.open == "VTIMEZONE" {
			r.write(line)
		}
		return
	}
	r.close()
	if name == "VCALENDAR" {
		r.write(line)
		return
	}
	r.open = name
	if name == "VTIMEZONE" {
		r.write(line)
	}
}

func (r *redactor) end(name string, line []byte) {
	switch {
	case name == "VCALENDAR":
		r.close()
		r.write(line)
	case r.open == "VTIMEZONE":
		r.write(line)
		if name == r.open {
			r.open = ""
		}
	case name == r.open:
		r.close()
	case r.depth > 0:
		r.depth--
	}
}

// close ends the open component, also where its END is missing.
func (r *redactor) close() {
	if r.open == "VEVENT" {
		r.write([]byte("BEGIN:VEVENT\r\n"))
		for _, line := range r.event {
			if r.stays(line) {
				r.write(line)
			}
		}
		r.write([]byte("END:VEVENT\r\n"))
	}
	r.open, r.depth, r.event, r.private = "", 0, nil, false
}

// stays tells whether a line of the open event may be stored.
func (r *redactor) stays(line []byte) bool {
	p, ok := parseProperty(unfold(line))
	if r.private {
		return ok && isOneOf(p, "UID", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "DURATION",
			"RRULE", "RDATE", "EXDATE", "EXRULE", "STATUS", "CLASS")
	}
	return !ok || !p.is("ATTACH")
}

// write appends a line with the break that it may lack at the end of the text.
func (r *redactor) write(line []byte) {
	r.out = append(r.out, line...)
	if !bytes.HasSuffix(line, []byte("\n")) {
		r.out = append(r.out, "\r\n"...)
	}
}

func isOneOf(p property, names ...string) bool {
	for _, name := range names {
		if p.is(name) {
			return true
		}
	}
	return false
}
