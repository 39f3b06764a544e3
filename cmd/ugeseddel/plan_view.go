package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"

	"ugeseddel/day"
	"ugeseddel/leantime"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// planView prints what posting would do, or did, in Leantime: row by row, before and after.
type planView struct {
	out   io.Writer
	lang  text.Lang
	paint paint
	width int
	rules *mapping.Rules
}

func (w *week) planView() *planView {
	return &planView{w.out, w.lang, w.painter(w.out), columns(w.out), w.rules}
}

// The columns of a row: its mark, the day, the hours before and after, and where the texts begin.
const planTextColumn = 31

// print shows the rows, and then their sums; hours is all the person's time on those days, as it was before.
func (v *planView) print(actions []leantime.Action, hours float64) {
	last := day.Date{}
	for i, one := range actions {
		date := ""
		if i == 0 || one.Date != last {
			date = v.lang.T("text.verbatim", text.Short(one.Date))
		}
		last = one.Date
		v.row(date, one)
	}
	v.line("")
	v.line(v.paint.bold(v.sums(actions, hours)))
}

func (v *planView) row(date string, one leantime.Action) {
	what := printable(one.Project + " › " + one.Task)
	if one.Tag != "" {
		what += " · " + tagID(v.rules, one.Tag)
	}
	v.line("  " + v.mark(one) + " " + pad(date, 12) + v.hours(one) + "  " + cut(what, v.width-planTextColumn))
	if why := v.why(one); why != "" {
		for _, line := range wrap(why, v.width-planTextColumn) {
			v.line(strings.Repeat(" ", planTextColumn) + v.paint.dim(line))
		}
	}
}

// mark is one sign for what happens to the row; the word for it stands in the sums.
func (v *planView) mark(one leantime.Action) string {
	switch one.Verb {
	case leantime.Create:
		return v.paint.green("+")
	case leantime.Change:
		return v.paint.yellow("~")
	case leantime.Remove:
		return v.paint.red("-")
	case leantime.Blocked:
		return v.paint.red("!")
	}
	return v.paint.dim("=")
}

func (v *planView) hours(one leantime.Action) string {
	before, after := v.lang.Hours(minutes(one.Before)), v.lang.Hours(minutes(one.After))
	switch {
	case one.Before == 0 && one.After == 0:
		return strings.Repeat(" ", 13)
	case before == after:
		return fmt.Sprintf("%13s", after)
	}
	return fmt.Sprintf("%5s → %5s", before, after)
}

func (v *planView) why(one leantime.Action) string {
	var said []string
	if one.NewTask && one.Verb == leantime.Create {
		said = append(said, v.lang.T("post.new-task"))
	}
	if !one.Reason.IsZero() {
		said = append(said, v.lang.Say(one.Reason))
	}
	return strings.Join(said, "; ")
}

// sums counts the rows of each kind, and the days' hours before and after.
func (v *planView) sums(actions []leantime.Action, hours float64) string {
	counts := count(actions)
	before := minutes(hours)
	after := before
	for _, one := range actions {
		after += minutes(one.After) - minutes(one.Before)
	}
	return v.lang.T("post.sums", counts[leantime.Create], counts[leantime.Change], counts[leantime.Remove],
		counts[leantime.Unchanged], counts[leantime.Blocked], v.lang.Hours(before), v.lang.Hours(after))
}

func count(actions []leantime.Action) map[leantime.Verb]int {
	counts := map[leantime.Verb]int{}
	for _, one := range actions {
		counts[one.Verb]++
	}
	return counts
}

// printable leaves out what would move the cursor or change colours: the names come from a server.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

func (v *planView) line(s string) { fmt.Fprintln(v.out, strings.TrimRight(s, " ")) }

func minutes(hours float64) int { return int(math.Round(hours * 60)) }

// postedJSON is what post --json and undo --json print.
type postedJSON struct {
	Week     day.Week     `json:"week"`
	Actions  []actionJSON `json:"actions"`
	Verified bool         `json:"verified"`
	Stays    []taskJSON   `json:"tasks_left,omitempty"` // by undo: to-dos that were created for the days
}

type taskJSON struct {
	ID      int    `json:"task_id"`
	Task    string `json:"task"`
	Project string `json:"project"`
}

type actionJSON struct {
	Date    day.Date      `json:"date"`
	Project string        `json:"project"`
	Task    string        `json:"task"`
	TaskID  int           `json:"task_id"`
	Tag     string        `json:"tag"`
	NewTask bool          `json:"new_task"`
	Before  float64       `json:"before"`
	After   float64       `json:"after"`
	Action  leantime.Verb `json:"action"`
	Reason  string        `json:"reason"`
}

// printPosted prints the actions, with the tags' ids instead of their names.
func (p *posting) printPosted(actions []leantime.Action, verified bool) error {
	object := postedJSON{Week: p.span.week(), Actions: []actionJSON{}, Verified: verified}
	for _, one := range actions {
		object.Actions = append(object.Actions, actionJSON{one.Date, one.Project, one.Task, one.TaskID, tagID(p.rules, one.Tag), one.NewTask,
			one.Before, one.After, one.Verb, p.lang.Say(one.Reason)})
	}
	for _, one := range p.plan.Stays {
		object.Stays = append(object.Stays, taskJSON{one.ID, one.Title, one.Project})
	}
	return writeJSON(p.out, object)
}
