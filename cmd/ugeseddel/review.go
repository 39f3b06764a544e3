package main

import (
	"context"

	"github.com/spf13/cobra"

	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
)

func (a *app) reviewCommand() *cobra.Command {
	c := a.command("cmd.review", "review", nil)
	flags := a.periodFlags(c)
	c.Flags().Bool("terminal", false, a.lang.T("cmd.flag.terminal"))
	all := c.Flags().Bool("all", false, a.lang.T("cmd.flag.all"))
	fill := c.Flags().Bool("fill", false, a.lang.T("cmd.flag.fill"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		w, err := a.openWeek(flags)
		if err != nil {
			return err
		}
		return w.review(c.Context(), reviewFlags{all: *all, fill: *fill})
	}
	return c
}

// fridayJob is the command without a name: the review of this week, or until Tuesday noon of last week while that one is not posted.
func (a *app) fridayJob(c *cobra.Command, _ []string) error {
	s, err := a.settings()
	if err != nil {
		return err
	}
	if len(s.Calendars) == 0 {
		return c.Help()
	}
	flags := &periodFlags{week: "this"}
	now := a.now().In(s.Timezone)
	sinceMonday := now.Sub(day.WeekOf(day.Of(now)).Monday().In(s.Timezone))
	if sinceMonday.Hours() < 36 && !a.isPosted(s, day.WeekOf(day.Of(now)).Add(-1)) {
		flags.week = "last"
	}
	w, err := a.openWeek(flags)
	if err != nil {
		return err
	}
	return w.review(c.Context(), reviewFlags{})
}

// isPosted tells whether the week has a draft of which something was posted.
func (a *app) isPosted(s config.Settings, week day.Week) bool {
	files, err := a.draftFiles()
	if err != nil {
		return false
	}
	f, err := files.open(week, s.Draft)
	if err != nil || f.draft == nil {
		return false
	}
	for _, l := range f.draft.Lines {
		if l.Posted != nil {
			return true
		}
	}
	return false
}

// reviewFlags say what a review asks about besides what needs a decision.
type reviewFlags struct {
	all  bool // every line of the week
	fill bool // the free stretches
}

// review brings the draft up to date, goes through what needs a decision and, where that was asked for, what is free, and says what to do next.
func (w *week) review(ctx context.Context, how reviewFlags) error {
	if err := w.knowNames(ctx, true); err != nil {
		return err
	}
	file, d, failed, err := w.upToDate(ctx)
	if err != nil {
		return err
	}
	if failed != nil {
		w.tell(failed)
	}
	view := w.weekView(w.rules, w.span)
	r := &terminalReview{app: w.app, view: view, rules: w.rules, draft: d, all: how.all,
		save: func(d *draft.Draft) error { return file.save(ctx, d) }}
	if err := r.run(ctx); err != nil {
		return err
	}
	if how.fill {
		if err := w.fill(ctx, r); err != nil {
			return err
		}
	}
	if err := w.learn(ctx, file, d); err != nil {
		return err
	}
	view.print(d)
	w.sayNext(d)
	if err := w.sayProposal(d); err != nil {
		w.tell(err) // the review is done all the same
	}
	return nil
}

// fill offers to fill what is free, with an eye to the draft of the week before.
func (w *week) fill(ctx context.Context, r *terminalReview) error {
	files, err := w.draftFiles()
	if err != nil {
		return err
	}
	before, err := files.open(w.span.week().Add(-1), w.settings.Draft)
	if err != nil {
		return err
	}
	return r.fill(ctx, before.draft)
}

func (w *week) sayNext(d *draft.Draft) {
	if open := len(d.Open(w.span.From, w.span.To)); open > 0 {
		w.say("review.left", open, d.Week)
		return
	}
	w.say("review.done", d.Week)
}

// kept is what the person's computer keeps about the week: its draft and the memory.
func (w *week) kept() (*draftFile, *mapping.Memory, error) {
	files, err := w.draftFiles()
	if err != nil {
		return nil, nil, err
	}
	file, err := files.open(w.span.week(), w.settings.Draft)
	if err != nil {
		return nil, nil, err
	}
	memory, err := w.memory()
	return file, memory, err
}

// upToDate reads the calendars and saves the draft that follows from them. failed are calendars that could not be read: their lines stay.
func (w *week) upToDate(ctx context.Context) (file *draftFile, d *draft.Draft, failed, err error) {
	file, memory, err := w.kept()
	if err != nil {
		return nil, nil, nil, err
	}
	reading, failed := w.read(ctx, nil)
	if failed != nil && file.draft == nil && len(reading.Events) == 0 {
		return nil, nil, nil, failed // nothing to show, and an empty week would be a lie
	}
	d = w.refresh(file.draft, reading, memory)
	return file, d, failed, file.save(ctx, d)
}
