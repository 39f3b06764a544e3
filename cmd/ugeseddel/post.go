package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"ugeseddel/draft"
	"ugeseddel/leantime"
	"ugeseddel/text"
)

// postFlags say how far a command that writes to Leantime goes, and how it tells.
type postFlags struct {
	yes, dryRun, json, csv bool
}

func (a *app) postCommand() *cobra.Command {
	c := a.command("cmd.post", "post", nil)
	flags := a.periodFlags(c)
	how := a.postFlags(c, "cmd.flag.yes")
	c.Flags().BoolVar(&how.csv, "csv", false, a.lang.T("cmd.flag.csv"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		if how.csv && how.json {
			return misused("post.csv-json")
		}
		w, err := a.openWeek(flags)
		if err != nil {
			return err
		}
		if how.csv {
			return w.writeCSV(c.Context())
		}
		return w.post(c.Context(), *how)
	}
	return c
}

func (a *app) postFlags(c *cobra.Command, yes string) *postFlags {
	how := &postFlags{}
	c.Flags().BoolVar(&how.yes, "yes", false, a.lang.T(yes))
	c.Flags().BoolVar(&how.dryRun, "dry-run", false, a.lang.T("cmd.flag.dry-run"))
	c.Flags().BoolVar(&how.json, "json", false, a.lang.T("cmd.flag.json"))
	return how
}

// post shows what would happen in Leantime, asks, posts and proves it.
func (w *week) post(ctx context.Context, how postFlags) error {
	if w.settings.Leantime.URL == "" {
		return text.Errorf("post.no-leantime").Try("post.no-leantime-csv")
	}
	client, err := w.leantime(ctx, w.settings)
	if err != nil {
		return err
	}
	account, err := client.Connect(ctx)
	if err != nil {
		return err
	}
	if err := w.knowNames(ctx, false); err != nil {
		return err
	}
	file, d, err := w.draftToPost(ctx)
	if err != nil {
		return err
	}
	w.sayMarks(d)
	open := len(d.Open(w.span.From, w.span.To))
	if open > 0 && !how.dryRun {
		return w.undecided(open)
	}
	p, err := w.newPosting(client, how)
	if err != nil {
		return err
	}
	p.plan, err = client.Plan(ctx, p.days(), registrations(d, w.rules, w.span, projectNames(account.Projects)), p.options())
	if err != nil {
		return err
	}
	if err := p.run(ctx, func() error { d.Pass(w.span.From, w.span.To); return file.save(ctx, d) }); err != nil {
		return err
	}
	if p.proof != nil {
		p.record(d)
		if err := errors.Join(file.save(ctx, d), w.learn(ctx, file, d)); err != nil {
			return err
		}
	}
	if open > 0 {
		return w.undecided(open)
	}
	return p.status()
}

func (w *week) undecided(open int) error {
	w.say("post.undecided", open, w.span.week())
	return &exitError{exitUndecided}
}

// draftToPost is the week's draft; where there is none yet, one is made of the calendars, which must all be readable then.
func (w *week) draftToPost(ctx context.Context) (*draftFile, *draft.Draft, error) {
	file, _, err := w.kept()
	if err != nil {
		return nil, nil, err
	}
	if file.draft != nil {
		return file, file.draft, nil
	}
	file, d, failed, err := w.upToDate(ctx)
	return file, d, errors.Join(failed, err)
}

// posting is one run of post or undo: the plan, and what became of it.
type posting struct {
	*week
	how    postFlags
	undoes bool
	client *leantime.Client
	posted *postedFile
	plan   *leantime.Plan
	proof  *leantime.Proof // nil where nothing was to be written, or the person said no
}

func (w *week) newPosting(client *leantime.Client, how postFlags) (*posting, error) {
	posted, err := w.app.posted(w.span.week())
	return &posting{week: w, how: how, client: client, posted: posted}, err
}

func (p *posting) days() leantime.Span {
	return leantime.Span{From: p.span.From, To: p.span.To, Zone: p.settings.Timezone}
}

func (p *posting) options() leantime.Options {
	return leantime.Options{Tags: tagNames(p.rules), Posted: p.posted.rows}
}

// run shows the plan, asks what there is to ask, and carries it out after a yes. Agreed is called between the yes and the first request.
func (p *posting) run(ctx context.Context, agreed func() error) error {
	if !p.how.yes && !p.how.dryRun {
		if err := p.questions(ctx); err != nil {
			return err
		}
	}
	for _, note := range p.plan.Notes {
		p.say("text.verbatim", note)
	}
	if !p.how.json {
		p.showPlan()
	}
	if ok, err := p.agreed(ctx); !ok || err != nil {
		return errors.Join(err, p.showJSON())
	}
	if err := errors.Join(agreed(), p.posted.keep(p.plan.Before(p.posted.rows))); err != nil {
		return err
	}
	var err error
	if p.proof, err = p.client.Apply(ctx, p.plan); err != nil {
		return err
	}
	if err := p.posted.keep(p.proof.After(p.posted.rows)); err != nil {
		return err
	}
	if !p.how.json {
		p.showProof()
	}
	return p.showJSON()
}

// agreed tells whether the plan is to be carried out: an empty one always, to remember what is in Leantime.
func (p *posting) agreed(ctx context.Context) (bool, error) {
	switch {
	case p.how.dryRun:
		return false, nil
	case p.plan.Empty(), p.how.yes:
		return true, nil
	}
	answer, err := p.ask(ctx, "post.really")
	if errors.Is(err, io.EOF) {
		return false, text.Errorf("post.no-answer").Try("post.no-answer-try")
	}
	if err == nil && !isYes(answer) {
		p.say("post.nothing-done")
	}
	return isYes(answer), err
}

// questions asks one by one what cannot be decided without the person. No answer leaves the row blocked.
func (p *posting) questions(ctx context.Context) error {
	asked := map[string]bool{}
	for {
		i := slices.IndexFunc(p.plan.Actions, func(one leantime.Action) bool { return len(one.Choices) > 0 && !asked[one.Question()] })
		if i < 0 {
			return nil
		}
		one := p.plan.Actions[i]
		asked[one.Question()] = true
		choice, err := p.question(ctx, one)
		if err != nil {
			return err
		}
		if choice >= 0 {
			p.plan.Choose(one.Choices[choice])
			clear(asked)
		}
	}
}

// question shows a row and its answers, and returns the number of the chosen one, -1 for none.
func (p *posting) question(ctx context.Context, one leantime.Action) (int, error) {
	p.say("post.question", text.Short(one.Date), one.Project, one.Task, one.Reason)
	for i, choice := range one.Choices {
		p.say("post.choice", i+1, choice.Text)
	}
	for {
		answer, err := p.ask(ctx, "post.which")
		switch n, mistyped := strconv.Atoi(answer); {
		case errors.Is(err, io.EOF), err == nil && answer == "":
			return -1, nil
		case err != nil:
			return -1, err
		case mistyped == nil && n >= 1 && n <= len(one.Choices):
			return n - 1, nil
		}
	}
}

func (p *posting) showPlan() {
	v := p.planView()
	v.line(v.paint.bold(p.lang.T("post.plan", text.Short(p.span.From), text.Short(p.span.To.Add(-1)), p.plan.Account.Name)))
	v.print(p.plan.Actions, p.plan.Hours())
	for _, one := range p.plan.Stays {
		v.line(p.lang.T("post.stays", printable(one.Title), one.ID, printable(one.Project)))
	}
	if n := p.plan.NewTasks(); n > 0 {
		v.line(p.lang.T("post.new-tasks", n))
	}
}

// showProof prints what was read back.
func (p *posting) showProof() {
	v := p.planView()
	for _, one := range p.proof.Created {
		v.line(p.lang.T("post.created", one.Title, one.ID, one.Project))
	}
	for i, one := range p.proof.Actions {
		if was := p.plan.Actions[i]; one.Verb != was.Verb || p.lang.Say(one.Reason) != p.lang.Say(was.Reason) {
			v.row(p.lang.T("text.verbatim", text.Short(one.Date)), one)
		}
	}
	counts, after := count(p.proof.Actions), p.lang.Hours(minutes(p.proof.Hours))
	written := counts[leantime.Create] + counts[leantime.Change] + counts[leantime.Remove]
	switch {
	case written > 0:
		v.line(v.paint.green(p.lang.T("post.proved", written, after)))
	case counts[leantime.Blocked] > 0:
		v.line(p.lang.T("post.nothing-written", after))
	default:
		v.line(p.lang.T("post.nothing-to-do", after))
	}
}

func (p *posting) showJSON() error {
	if !p.how.json {
		return nil
	}
	if p.proof == nil {
		return p.printPosted(p.plan.Actions, false)
	}
	return p.printPosted(p.proof.Actions, p.proof.Verified)
}

// record says in the draft which lines are in Leantime now, and which no longer are.
func (p *posting) record(d *draft.Draft) {
	for _, one := range p.proof.Actions {
		if one.Verb != leantime.Blocked && len(one.Refs) > 0 {
			d.MarkPosted(draft.Registration{Date: one.Date, Lines: one.Refs})
		}
	}
	d.MarkUnposted(p.gone(d, func(l draft.Line) bool { return l.Status != draft.Ready })...)
}

// gone returns the lines that were posted and that are not to be in Leantime any more. Those of a day of which something could not be
// done stay as they are.
func (p *posting) gone(d *draft.Draft, unwanted func(draft.Line) bool) []string {
	var lines []string
	for _, l := range d.Between(p.span.From, p.span.To) {
		stays := slices.ContainsFunc(p.proof.Actions, func(one leantime.Action) bool {
			return one.Date == l.Date && one.Verb == leantime.Blocked
		})
		if l.Posted != nil && unwanted(l) && !stays {
			lines = append(lines, l.ID)
		}
	}
	return lines
}

// status is an error where something of the plan is not in Leantime, or with --dry-run would not be; what to do about it is said.
func (p *posting) status() error {
	stopped := map[string]int{}
	for i, one := range p.plan.Actions {
		if p.proof != nil && p.proof.Actions[i].Verb == leantime.Blocked || one.Verb == leantime.Blocked {
			stopped[p.advice(one)]++
		}
	}
	for _, key := range []string{"post.stopped", "post.stopped-question", "post.stopped-line", "post.stopped-undo"} {
		if n := stopped[key]; n > 0 {
			p.say(key, n, p.span.week())
		}
	}
	if len(stopped) == 0 && (p.proof == nil || p.proof.Verified) {
		return nil
	}
	return &exitError{exitFailed}
}

// advice is what to do about a row that is not as it should be, by how it was planned.
func (p *posting) advice(planned leantime.Action) string {
	switch {
	case planned.Verb != leantime.Blocked: // it failed on the way
		return "post.stopped"
	case len(planned.Choices) > 0:
		return "post.stopped-question"
	case p.undoes:
		return "post.stopped-undo"
	}
	return "post.stopped-line"
}
