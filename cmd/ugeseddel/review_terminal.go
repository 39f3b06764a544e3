package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// terminalReview goes through what needs a decision, line by line, and saves after every answer, so that leaving loses nothing.
type terminalReview struct {
	*app
	view  *weekView
	rules *mapping.Rules
	draft *draft.Draft
	save  func(*draft.Draft) error
	all   bool // every line, also those that need no decision
}

// errQuit leaves the review before its end.
var errQuit = errors.New("quit")

// run asks about every open line of the span. It returns nil also where the person left before the end.
func (r *terminalReview) run(ctx context.Context) error {
	passedOver := map[string]bool{}
	for {
		l, left := r.next(passedOver)
		if left == 0 {
			return nil
		}
		r.show(l, left)
		err := r.line(ctx, l.ID, left, passedOver)
		passedOver[l.ID] = passedOver[l.ID] || r.all // each line of the week is asked about once
		switch {
		case errors.Is(err, errQuit), errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// next returns the first line to ask about that was not passed over, and how many there are.
func (r *terminalReview) next(passedOver map[string]bool) (first draft.Line, left int) {
	for _, l := range r.lines() {
		if passedOver[l.ID] {
			continue
		}
		if left++; left == 1 {
			first = l
		}
	}
	return first, left
}

// lines are those to ask about: what needs a decision, or all of the week.
func (r *terminalReview) lines() []draft.Line {
	if r.all {
		return r.draft.Between(r.view.span.From, r.view.span.To)
	}
	return r.draft.Asked(r.view.span.From, r.view.span.To)
}

func (r *terminalReview) show(l draft.Line, left int) {
	v := r.view
	v.line("")
	v.line(v.paint.bold(r.lang.T("review.line", left, text.Short(l.Date), clock(l), r.lang.Hours(l.Minutes), v.title(l))))
	v.line("    " + v.choice(l.Choice))
	for _, why := range l.Reasons() {
		v.line("    " + v.paint.dim("· "+r.lang.Say(why)))
	}
	for _, p := range r.draft.Problems() {
		if p.Line == l.ID {
			v.line("    " + v.paint.yellow("! ") + r.lang.Say(p.Message))
		}
	}
}

// line asks until the line is decided, passed over, or the person leaves. What cannot be done is said, and asked again.
func (r *terminalReview) line(ctx context.Context, id string, left int, passedOver map[string]bool) error {
	for {
		answer, err := r.ask(ctx, "review.what")
		if err != nil {
			return err
		}
		if answer == "n" {
			passedOver[id] = true
			return nil
		}
		err = r.answer(ctx, id, strings.ToLower(answer))
		if _, isText := errors.AsType[*text.Error](err); isText {
			r.tell(err)
			continue
		}
		if err == nil && r.decided(id) && answer != "" {
			r.sayDecided(id)
		}
		if err != nil || r.decided(id) {
			return err
		}
		r.show(*r.draft.Line(id), left)
	}
}

// sayDecided says what a line has become by an answer that chose something else than what was shown.
func (r *terminalReview) sayDecided(id string) {
	if l := r.draft.Line(id); l != nil && l.Counts() {
		r.say("review.decided", l.Project, l.Task, tagName(r.rules, l.Tag))
	}
}

func (r *terminalReview) decided(id string) bool {
	l := r.draft.Line(id)
	return l == nil || !l.Asks()
}

// answer carries out one answer and saves the draft.
func (r *terminalReview) answer(ctx context.Context, id, answer string) error {
	act, known := map[string]func(context.Context, string) error{
		"":  r.accept,
		"2": r.second,
		"p": r.project,
		"t": r.tag,
		"d": r.task,
		"h": r.hours,
		"x": r.note,
		"b": func(_ context.Context, id string) error { return r.draft.CountBoth(id) },
		"w": func(_ context.Context, id string) error { return r.draft.WorkOnTheWay(id) },
		"k": func(_ context.Context, id string) error { return r.draft.TakeCalendar(id) },
		"s": func(_ context.Context, id string) error { return r.draft.Skip(id, false) },
		"a": func(_ context.Context, id string) error { return r.draft.Skip(id, true) },
		"/": r.split,
		"m": r.merge,
		"+": r.add,
		"q": func(context.Context, string) error { return errQuit },
	}[answer]
	if !known {
		if answer != "?" {
			r.say("review.unknown", answer)
		}
		r.say("review.help")
		return nil
	}
	if err := act(ctx, id); err != nil {
		return err
	}
	return r.save(r.draft)
}

// accept takes the line as it stands. What is not known is asked for first.
func (r *terminalReview) accept(ctx context.Context, id string) error {
	if l := r.draft.Line(id); l.Left != draft.LeftUnsure {
		if l.Project == "" {
			return r.project(ctx, id)
		}
		if l.Tag == "" {
			return r.tag(ctx, id)
		}
	}
	return r.draft.Accept(id)
}

// second takes the suggestion that came second.
func (r *terminalReview) second(_ context.Context, id string) error {
	other := r.draft.Line(id).Second
	if other == nil {
		return text.Errorf("review.no-second")
	}
	return r.draft.Change(id, draft.Edit{Project: &other.Project, Tag: &other.Tag, Task: &other.Task})
}

func (r *terminalReview) project(ctx context.Context, id string) error {
	name, err := r.pickKnown(ctx, "review.project", "review.no-project", r.rules.ProjectNames(), nil)
	if err != nil || name == "" {
		return err
	}
	return r.change(ctx, id, draft.Edit{Project: &name})
}

// tag asks for the kind of work.
func (r *terminalReview) tag(ctx context.Context, id string) error {
	tag, err := r.askTag(ctx)
	if err != nil || tag == "" {
		return err
	}
	return r.change(ctx, id, draft.Edit{Tag: &tag})
}

func (r *terminalReview) askTag(ctx context.Context) (string, error) {
	var ids, names []string
	for _, t := range r.rules.Tags {
		ids = append(ids, t.ID)
		names = append(names, t.Name+"  "+r.view.paint.dim(t.When))
	}
	answer, err := r.pick(ctx, "review.tag", ids, names)
	if err != nil || answer == "" {
		return "", err
	}
	return known(r.tagNamed(answer), ids, "review.no-tag")
}

// tagNamed finds the id of the tag that was meant by its id, its name or the beginning of that.
func (r *terminalReview) tagNamed(answer string) string {
	if _, isID := r.rules.Tag(answer); isID {
		return answer
	}
	var names []string
	for _, t := range r.rules.Tags {
		names = append(names, t.Name)
	}
	if i := slices.Index(names, byName(answer, names)); i >= 0 {
		return r.rules.Tags[i].ID
	}
	return answer
}

// change makes an edit whole before it is made: without a tag the line cannot be registered, so it is asked for, and another tag, or another
// project, takes a to-do that goes with it, since a to-do has exactly one of each.
func (r *terminalReview) change(ctx context.Context, id string, edit draft.Edit) error {
	l := r.draft.Line(id)
	project, tag := cmp.Or(value(edit.Project), l.Project), cmp.Or(value(edit.Tag), l.Tag)
	if tag == "" {
		asked, err := r.askTag(ctx)
		if err != nil || asked == "" {
			return err
		}
		tag = asked
	}
	edit.Tag = &tag
	if project != l.Project || tag != l.Tag || l.Task == "" {
		task := r.rules.TaskFor(project, tag, l.Title)
		edit.Task = &task
	}
	return r.draft.Change(id, edit)
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (r *terminalReview) task(ctx context.Context, id string) error {
	l := r.draft.Line(id)
	name, err := r.pick(ctx, "review.task", r.rules.TasksFor(l.Project, l.Tag), nil)
	if err != nil || name == "" {
		return err
	}
	return r.draft.Change(id, draft.Edit{Task: &name})
}

// hours asks until the answer is a number of hours, or empty.
func (r *terminalReview) hours(ctx context.Context, id string) error {
	for {
		answer, err := r.ask(ctx, "review.hours")
		if err != nil || answer == "" {
			return err
		}
		minutes, ok := parseHours(answer)
		if ok {
			err = r.draft.Change(id, draft.Edit{Minutes: &minutes})
		} else {
			err = text.Errorf("review.no-hours", answer)
		}
		if _, mistyped := errors.AsType[*text.Error](err); !mistyped {
			return err
		}
		r.tell(err)
	}
}

func (r *terminalReview) note(ctx context.Context, id string) error {
	answer, err := r.ask(ctx, "review.note")
	if err != nil || answer == "" {
		return err
	}
	return r.draft.Change(id, draft.Edit{Note: &answer})
}

// pick asks for one of the values by number, or for a text of the person's own; labels are shown instead of the values where given.
// An empty answer is "".
func (r *terminalReview) pick(ctx context.Context, key string, values, labels []string) (string, error) {
	if labels == nil {
		labels = values
	}
	for i, label := range labels {
		fmt.Fprintf(r.errs, "  %2d  %s\n", i+1, cut(label, columns(r.errs)-6))
	}
	answer, err := r.ask(ctx, key)
	if err != nil || answer == "" {
		return "", err
	}
	if n, err := strconv.Atoi(answer); err == nil {
		if n < 1 || n > len(values) {
			return "", text.Errorf("review.no-number", n)
		}
		return values[n-1], nil
	}
	return byName(answer, values), nil
}

// pickKnown is pick for a closed list: anything else is told, and nothing is chosen.
func (r *terminalReview) pickKnown(ctx context.Context, key, unknown string, values, labels []string) (string, error) {
	answer, err := r.pick(ctx, key, values, labels)
	if err != nil || answer == "" {
		return "", err
	}
	return known(answer, values, unknown)
}

// known returns an answer that is one of the values; unknown names the message for any other.
func known(answer string, values []string, unknown string) (string, error) {
	if !slices.Contains(values, answer) {
		return "", text.Errorf(unknown, answer)
	}
	return answer, nil
}

// byName finds the value that was meant by its beginning, whatever the case; a text that is none of them is a new one.
func byName(answer string, values []string) string {
	for _, v := range values {
		if strings.EqualFold(v, answer) {
			return v
		}
	}
	var found []string
	for _, v := range values {
		if strings.HasPrefix(strings.ToLower(v), strings.ToLower(answer)) {
			found = append(found, v)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return answer
}

// parseHours reads hours as people write them, 1,25 or 1.25 or 1:15, or minutes as 75m. The result is minutes.
func parseHours(s string) (minutes int, ok bool) {
	if m, isMinutes := strings.CutSuffix(s, "m"); isMinutes {
		n, err := strconv.Atoi(strings.TrimSpace(m))
		return n, err == nil && n >= 0
	}
	if h, m, isClock := strings.Cut(s, ":"); isClock {
		hours, err := strconv.Atoi(h)
		rest, err2 := strconv.Atoi(m)
		return hours*60 + rest, err == nil && err2 == nil && hours >= 0 && rest >= 0 && rest < 60
	}
	hours, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return int(hours*60 + 0.5), err == nil && hours >= 0 && hours <= 24
}
