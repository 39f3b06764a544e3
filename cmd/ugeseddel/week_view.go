package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// weekView prints a draft as a person wants to read it: day by day, what is suggested and why, what is left out, what adds up and what is open.
type weekView struct {
	out   io.Writer
	lang  text.Lang
	paint paint
	width int
	cuts  bool // a title that is too wide for the terminal is cut; elsewhere nothing is lost
	rules *mapping.Rules
	span  period
	now   time.Time
}

func (a *app) weekView(rules *mapping.Rules, span period) *weekView {
	return &weekView{a.out, a.lang, a.painter(a.out), columns(a.out), isTerminal(a.out), rules, span, a.now()}
}

func (v *weekView) print(d *draft.Draft) {
	v.line(v.paint.bold(v.lang.T("view.week", d.Week.Number, text.Long(v.span.From), text.Long(v.span.To.Add(-1)), d.Week.Year)))
	for _, today := range d.Days() {
		if today.Date.Before(v.span.From) || !today.Date.Before(v.span.To) {
			continue
		}
		lines := d.Between(today.Date, today.Date.Add(1))
		if len(lines) == 0 && today.Norm == 0 {
			continue
		}
		v.day(today, lines)
	}
	v.problems(d)
	v.sums(d)
}

func (v *weekView) day(today draft.Day, lines []draft.Line) {
	date := v.lang.T("text.verbatim", text.Long(today.Date))
	sum := v.lang.T("view.of", v.lang.Hours(today.Registered), v.lang.Hours(today.Norm))
	v.line("")
	v.line(v.paint.bold(pad(capital(date), v.width-len(sum)-1)) + " " + sum)
	if len(lines) == 0 {
		v.line("  " + v.paint.dim(v.lang.T("view.nothing")))
	}
	for _, l := range lines {
		v.entry(l)
	}
	if len(lines) > 0 {
		v.gaps(today)
	}
}

// gaps names the free stretches of a day on which something is missing.
func (v *weekView) gaps(today draft.Day) {
	var free []string
	for _, g := range today.Gaps {
		free = append(free, g.Start.Format("15:04")+"–"+g.End.Format("15:04"))
	}
	if len(free) > 0 {
		v.line("    " + v.paint.dim(v.lang.T("view.free", text.Hours(today.Missing), strings.Join(free, ", "))))
	}
}

// The first columns of a line: mark, time, hours, and where the texts begin.
const textColumn = 24

func (v *weekView) entry(l draft.Line) {
	hours := strings.Repeat(" ", 5)
	if l.Status != draft.Skip {
		hours = fmt.Sprintf("%5s", v.lang.Hours(l.Minutes))
	}
	title := v.title(l)
	if v.cuts {
		title = cut(title, v.width-textColumn)
	}
	if l.Status == draft.Skip {
		v.line(v.paint.dim("  – " + pad(v.when(l), 12) + hours + "   " + title))
		v.indented(v.reasons(l))
		return
	}
	v.line("  " + v.mark(l) + " " + pad(v.when(l), 12) + v.paint.bold(hours) + "   " + title)
	v.below(v.choice(l.Choice), (&weekView{lang: v.lang}).choice(l.Choice))
	v.below(v.ahead(l), "")
	v.indented(v.reasons(l))
}

// when is the line's times, or that it lasts all day.
func (v *weekView) when(l draft.Line) string {
	if times := clock(l); times != "" || l.Kind != draft.FromEvent {
		return times
	}
	return v.lang.T("view.all-day")
}

// indented prints a text below the title of its line, over as many lines as it takes.
func (v *weekView) indented(s string) {
	for _, line := range wrap(s, v.width-textColumn) {
		v.line(strings.Repeat(" ", textColumn) + v.paint.dim(line))
	}
}

func (v *weekView) mark(l draft.Line) string {
	if l.Status == draft.Check {
		return v.paint.yellow("?")
	}
	return v.paint.green("✓")
}

func (v *weekView) title(l draft.Line) string {
	if l.Private {
		return v.lang.T("view.private")
	}
	return strings.Join(strings.Fields(l.Title), " ")
}

// ahead marks a line whose time is yet to come.
func (v *weekView) ahead(l draft.Line) string {
	if !l.Ahead(v.now) {
		return ""
	}
	return v.paint.dim(v.lang.T("view.ahead"))
}

// below prints what belongs below a title; where its plain form is wider than the terminal, that is printed over more lines.
func (v *weekView) below(painted, plain string) {
	lines := wrap(plain, v.width-textColumn)
	if len(lines) < 2 {
		lines = []string{painted}
	}
	for _, line := range lines {
		if line != "" {
			v.line(strings.Repeat(" ", textColumn) + line)
		}
	}
}

// choice says where, what and which kind of work.
func (v *weekView) choice(c mapping.Choice) string {
	unknown := v.paint.yellow("?")
	or := func(s string) string {
		if s == "" {
			return unknown
		}
		return s
	}
	return or(c.Project) + " › " + or(c.Task) + " · " + v.paint.cyan(or(c.Tag))
}

// reasons says briefly why a line is as it is; of a line that needs a decision, everything.
func (v *weekView) reasons(l draft.Line) string {
	all := l.Reasons()
	rules, own := all[:len(l.Why)], all[len(l.Why):]
	switch {
	case l.Status == draft.Check:
	case l.Left == draft.LeftRule || l.Left == draft.LeftUnsure:
		own = nil
		fallthrough
	case l.Status == draft.Ready:
		rules = rules[:min(1, len(rules))]
	default:
		rules = nil
	}
	var said []string
	for _, why := range append(slices.Clone(rules), own...) {
		said = append(said, v.lang.Say(why))
	}
	return strings.Join(said, "; ")
}

func (v *weekView) problems(d *draft.Draft) {
	var said []string
	for _, p := range d.Problems() {
		l := d.Line(p.Line)
		switch {
		case l == nil:
			said = append(said, v.lang.Say(p.Message))
		case v.span.holds(l.Date):
			said = append(said, v.lang.T("view.problem", text.Short(l.Date), p.Message))
		}
	}
	if len(said) == 0 {
		return
	}
	v.line("")
	v.line(v.paint.bold(v.lang.T("view.look-at")))
	for _, s := range said {
		for i, line := range wrap(s, v.width-4) {
			v.line("  " + v.paint.yellow([]string{"!", " "}[min(i, 1)]) + " " + line)
		}
	}
}

func (v *weekView) sums(d *draft.Draft) {
	registered, norm, open := 0, 0, len(d.Open(v.span.From, v.span.To))
	for _, today := range d.Days() {
		if v.span.holds(today.Date) {
			registered += today.Registered
			norm += today.Norm
		}
	}
	v.line("")
	v.line(v.paint.bold(v.lang.T("view.total", v.lang.Hours(registered), v.lang.Hours(norm))))
	if open > 0 {
		v.line(v.lang.T("view.open", open))
	}
	v.line(v.paint.dim(v.lang.T("view.legend")))
}

func (v *weekView) line(s string) { fmt.Fprintln(v.out, strings.TrimRight(s, " ")) }

// clock writes when a line is: its times, or nothing where it has none.
func clock(l draft.Line) string {
	if l.Start.IsZero() && l.End.IsZero() {
		return ""
	}
	end := l.End.Format("15:04")
	if day.Of(l.End) != day.Of(l.Start) {
		end = "24:00"
	}
	return l.Start.Format("15:04") + "–" + end
}

func capital(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
