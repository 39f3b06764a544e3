package leantime

import (
	"strings"
	"time"
)

// The calls that write. Which of them exist depends on the version; what each does when it is executed late, twice or not at all is
// why they were chosen:
//
//	logTime     adds hours and text in one statement, and creates the row where there is none; executed twice, both are there twice
//	updateTime  sets hours and text of a row by its id (3.9); executed twice it does nothing more, on a deleted row nothing at all
//	deleteTime  removes a row by its id (3.6)
//	upsertTime  sets the hours of a row, and knows no text; 0 hours remove the row (3.5)
//
// Up to 3.8 nothing sets hours together with the text that tells whose they are. There, a row that is ours alone is changed by logging the
// difference, with a mark of its own: hours and marks stay in step, whatever is executed. A row with hours of the person's own is never
// lowered like that, since a difference that is executed twice could empty it, and Leantime drops empty rows: its hours are set, and its
// marks say how many of them are ours at the most.

// write returns the call that carries out a.
func (c *Client) write(a Action, zone *time.Location) *call {
	w := a.work
	switch {
	case a.Verb == Create:
		return c.logTime(a, w.minutes, a.After, zone)
	case a.Verb == Remove && c.version.deletesByID():
		return &call{method: "timesheets.deleteTime", params: map[string]any{"id": w.row.ID}}
	case a.Verb == Remove:
		return c.setHours(a, 0, zone)
	case c.version.setsText():
		return &call{method: "timesheets.updateTime", params: map[string]any{"values": w.row.setTo(a.After, w.rewritten())}}
	case w.base > 0 && w.minutes <= w.row.marked:
		return c.setHours(a, a.After, zone)
	case w.base > 0 && w.row.minutes != w.row.marked:
		return c.setHours(a, w.base+hours(w.row.marked), zone) // as its marks say; the next round adds what is missing
	}
	return c.logTime(a, w.minutes-w.row.marked, a.After-float64(w.row.Hours), zone)
}

// setHours sets the hours of a row that is there.
func (c *Client) setHours(a Action, hours float64, zone *time.Location) *call {
	params := c.booking(a, hours, zone)
	return &call{method: "timesheets.upsertTime", params: map[string]any{"ticketId": a.work.at.taskID, "params": params}}
}

// logTime adds hours to the action's row, with a mark for minutes of ours.
func (c *Client) logTime(a Action, minutes int, more float64, zone *time.Location) *call {
	params := c.booking(a, more, zone)
	at := place{a.work.at.taskID, a.Date.In(zone).UTC().Format(stored)}
	params["description"] = at.block(a.work.text, minutes, a.work.base)
	return &call{method: "timesheets.logTime", params: map[string]any{"ticketId": a.work.at.taskID, "params": params}}
}

// booking is what all ways to book on a day have in common. 3.5 knows the date only, later versions go by the timestamp; both are the
// day's first instant, in forms that no setting of the server or the person can turn into another.
func (c *Client) booking(a Action, hours float64, zone *time.Location) map[string]any {
	midnight := a.Date.In(zone)
	return map[string]any{
		"date": midnight.Format(time.RFC3339), "timestamp": midnight.Unix(),
		"hours": hours, "kind": billable, "userId": c.account.PersonID,
	}
}

// rewritten is the row's whole text after the change.
func (w work) rewritten() string {
	words := w.row.words
	if !w.row.whole {
		words.own = markTrace.ReplaceAllString(words.own, "(ugeseddel")
	}
	return w.row.place().rewrite(words, w.text, w.minutes, w.base)
}

// addTask creates the to-do of an action: with the project's own first state, since Leantime's default may mean done (3.9.8).
func (c *Client) addTask(a Action) *call {
	t := a.work.target
	values := map[string]any{
		"headline": strings.Join(strings.Fields(a.work.reg.Task), " "), "projectId": t.project.ID, "tags": strings.TrimSpace(a.work.reg.Tag),
		"editorId": c.account.PersonID, "status": number(t.status), "type": "task", "description": noteOfCreation(a.Date),
	}
	return &call{method: "tickets.addTicket", params: map[string]any{"values": values}}
}

func number(status string) any {
	var n integer
	_ = n.UnmarshalJSON([]byte(status))
	return int(n)
}

// setTags gives a to-do its tags. Only named columns are written: updateTicket would empty all others (3.9.8).
func (c *Client) setTags(a Action) *call {
	values := map[string]any{"tags": a.work.target.tags}
	if c.version.patchesTicket() {
		return &call{method: "tickets.patchTicket", params: map[string]any{"id": a.TaskID, "values": values}}
	}
	return &call{method: "tickets.patch", params: map[string]any{"id": a.TaskID, "params": values}}
}
