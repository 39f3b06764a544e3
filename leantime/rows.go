package leantime

import (
	"encoding/json"
	"math"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// billable is the one kind of time that TimeTable shows and sums (4.3.2).
const billable = "GENERAL_BILLABLE"

// stored is the form of Leantime's dates: UTC, without a zone.
const stored = "2006-01-02 15:04:05"

// timeRow is a row of time as timesheets.getAll gives it. The raw members are only carried over when the row is changed.
type timeRow struct {
	ID           integer         `json:"id"`
	UserID       integer         `json:"userId"`
	TaskID       integer         `json:"ticketId"`
	WorkDate     word            `json:"workDate"`
	Hours        decimal         `json:"hours"`
	Kind         word            `json:"kind"`
	Text         *word           `json:"description"`
	ProjectID    integer         `json:"projectId"`
	Title        word            `json:"headline"`
	Tags         word            `json:"tags"`
	Project      word            `json:"name"`
	InvoicedEmpl json.RawMessage `json:"invoicedEmpl"`
	InvoicedComp json.RawMessage `json:"invoicedComp"`
	EmplDate     json.RawMessage `json:"invoicedEmplDate"`
	CompDate     json.RawMessage `json:"invoicedCompDate"`
	Paid         json.RawMessage `json:"paid"`
	PaidDate     json.RawMessage `json:"paidDate"`
}

func (r timeRow) at() time.Time {
	t, err := time.Parse(stored, string(r.WorkDate))
	if err != nil {
		return time.Time{}
	}
	return t
}

func (r timeRow) place() place { return place{int(r.TaskID), string(r.WorkDate)} }

// text is the row's text with line ends as we write them: a browser sends back others.
func (r timeRow) text() string {
	if r.Text == nil {
		return ""
	}
	return strings.ReplaceAll(string(*r.Text), "\r\n", "\n")
}

// locked tells whether the row is settled: invoiced to somebody, or paid.
func (r timeRow) locked() bool {
	for _, flag := range []json.RawMessage{r.InvoicedEmpl, r.InvoicedComp, r.Paid} {
		if s := scalar(flag); s != "" && s != "0" {
			return true
		}
	}
	return false
}

// setTo is the values of timesheets.updateTime (3.9): all members must be there, and those of invoices as they were.
func (r timeRow) setTo(hours float64, description string) map[string]any {
	return map[string]any{
		"id": r.ID, "ticket": r.TaskID, "date": r.WorkDate, "hours": hours, "kind": r.Kind, "description": description,
		"invoicedEmpl": kept(r.InvoicedEmpl, "0"), "invoicedComp": kept(r.InvoicedComp, "0"), "paid": kept(r.Paid, "0"),
		"invoicedEmplDate": kept(r.EmplDate, `""`), "invoicedCompDate": kept(r.CompDate, `""`), "paidDate": kept(r.PaidDate, `""`),
	}
}

func kept(raw json.RawMessage, otherwise string) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage(otherwise)
	}
	return raw
}

// booked is a row on its proper place, midnight and billable, with what its marks say.
type booked struct {
	timeRow
	marks   []mark
	whole   bool    // no mark of another row, and no broken one
	marked  int     // the sum of the marks, in minutes
	minutes int     // posted by ugeseddel; less than marked where hours were set back and the text could not be (before 3.9)
	base    float64 // hours that are the person's own
	agrees  bool    // the hours are what the marks say; otherwise a person has changed them
	words   words
}

// booked reads the row's marks. Where setsText is false, hours on top of the person's own may have been set back without their mark.
func (r timeRow) booked(setsText bool) *booked {
	h := &booked{timeRow: r}
	h.marks, h.whole = r.place().marks(r.text())
	for _, m := range h.marks {
		h.marked += m.minutes
	}
	h.words = takeApart(r.text(), h.marks)
	h.minutes, h.base = h.marked, float64(r.Hours)-hours(h.marked)
	h.agrees = h.minutes == 0
	for _, m := range h.marks {
		if sameHours(m.base, h.base) {
			h.base, h.agrees = m.base, true
		}
	}
	if !h.agrees && !setsText {
		h.setBack()
	}
	return h
}

// setBack reads a row whose hours are fewer than its marks say, and not fewer than the person's own.
func (h *booked) setBack() {
	own := h.believed()
	if left := float64(h.Hours) - own; own > 0 && left > -0.002 && left < hours(h.marked) {
		h.minutes, h.base, h.agrees = int(math.Round(left*60)), own, true
	}
}

// ours tells whether some of the row's hours were posted by ugeseddel.
func (h *booked) ours() bool { return h != nil && h.minutes != 0 }

// believed is the person's own hours as the oldest mark tells them, for a row whose hours no longer agree.
func (h *booked) believed() float64 {
	if h.agrees || len(h.marks) == 0 {
		return h.base
	}
	return h.marks[len(h.marks)-1].base
}

func hours(minutes int) float64 { return float64(minutes) / 60 }

func sameHours(a, b float64) bool { return math.Abs(a-b) < 0.002 }

// A spot is where time can be booked: a to-do on a day.
type spot struct {
	date   day.Date
	taskID int
}

// sheet is the person's rows by spot: the one in its proper place, and those that stand in its way.
type sheet struct {
	proper map[spot]*booked
	astray map[spot][]timeRow
}

// sortRows puts each row of the days in span on its spot. A row that is not at the day's first instant stands in the way on its local day,
// and on the day that TimeTable 4.3.2 shows it on: the one whose midnight has the row's date in UTC.
func sortRows(rows []timeRow, span Span, setsText bool) sheet {
	s := sheet{map[spot]*booked{}, map[spot][]timeRow{}}
	for _, r := range rows {
		local := day.Of(r.at().In(span.Zone))
		if r.TaskID == 0 || r.at().IsZero() {
			continue
		}
		if r.Kind == billable && r.at().Equal(local.In(span.Zone)) {
			if span.Holds(local) {
				s.proper[spot{local, int(r.TaskID)}] = r.booked(setsText)
			}
			continue
		}
		for _, d := range []day.Date{local.Add(-1), local, local.Add(1)} {
			shown := day.Of(d.In(span.Zone).UTC()) == day.Of(r.at())
			if span.Holds(d) && (d == local || shown) {
				at := spot{d, int(r.TaskID)}
				s.astray[at] = append(s.astray[at], r)
			}
		}
	}
	return s
}

// inTheWay says why nothing can be booked beside a row that is astray.
func inTheWay(r timeRow) text.Message {
	if r.Kind != billable {
		return text.Msg("leantime.other-kind", string(r.Kind))
	}
	return text.Msg("leantime.not-midnight")
}
