package ical

import (
	"bytes"
	"slices"
	"strings"

	"ugeseddel/calendar"
)

// attendee counts who is invited, and looks for the owner's own answer.
func (d *decoder) attendee(p property) {
	d.details.attendees++
	if len(d.me) == 0 || !d.isMe(p) {
		return
	}
	answer := responseOf(p.param("PARTSTAT"))
	if !d.answers || answer != calendar.None {
		d.details.response = answer
	}
	d.answers = true
}

func (d *decoder) organizer(p property) {
	d.details.organizer = address(p.value)
	if !strings.Contains(d.details.organizer, "@") {
		if email := address(p.param("EMAIL")); email != "" {
			d.details.organizer = email
		} else if name := p.param("CN"); len(name) > 0 {
			d.details.organizer = decode(name)
		}
	}
	d.details.organizerSelf = d.isMe(p)
}

// isMe tells whether a calendar user is the owner: by the address, or by the EMAIL parameter of RFC 7986 where the address is a path.
func (d *decoder) isMe(p property) bool {
	return slices.ContainsFunc(d.me, func(me string) bool {
		return bytes.EqualFold(bare(p.value), []byte(me)) || bytes.EqualFold(bare(p.param("EMAIL")), []byte(me))
	})
}

// address returns a calendar user's address in small letters, without mailto:.
func address(value []byte) string { return strings.ToLower(decode(bare(value))) }

// bare takes mailto: and what else may be around an address off it.
func bare(value []byte) []byte {
	value = trim(value)
	if len(value) >= 7 && equalFold(value[:7], "MAILTO:") {
		value = trim(value[7:])
	}
	return bytes.Trim(value, "<>")
}

// responseOf reads PARTSTAT. Who has sent somebody else does not come.
func responseOf(partstat []byte) calendar.Response {
	switch string(bytes.ToUpper(partstat)) {
	case "ACCEPTED":
		return calendar.Accepted
	case "DECLINED", "DELEGATED":
		return calendar.Declined
	case "TENTATIVE":
		return calendar.Unsure
	}
	return calendar.None
}

// showAs gathers what an event tells about how its time counts.
type showAs struct {
	transparent, unconfirmed bool
	busyStatus, intended     calendar.ShowAs
}

// value weighs it: what Outlook says of this calendar, then TRANSP, then what the organiser meant, then STATUS.
func (s showAs) value() calendar.ShowAs {
	switch {
	case s.busyStatus != "":
		return s.busyStatus
	case s.transparent:
		return calendar.Free
	case s.intended != "":
		return s.intended
	case s.unconfirmed:
		return calendar.Tentative
	}
	return calendar.Busy
}

// microsoftStatus reads X-MICROSOFT-CDO-BUSYSTATUS and INTENDEDSTATUS ([MS-OXCICAL] 2.1.3.1.1.20.31 and .32).
func microsoftStatus(word []byte) calendar.ShowAs {
	switch string(bytes.ToUpper(word)) {
	case "FREE":
		return calendar.Free
	case "BUSY":
		return calendar.Busy
	case "TENTATIVE":
		return calendar.Tentative
	case "OOF":
		return calendar.OOF
	case "WORKINGELSEWHERE":
		return calendar.Elsewhere
	}
	return ""
}
