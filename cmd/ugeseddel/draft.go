package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"ugeseddel/draft"
	"ugeseddel/text"
)

func (a *app) draftCommand() *cobra.Command {
	c := a.command("cmd.draft", "draft", nil)
	flags := a.weekFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		w, err := a.openWeek(flags)
		if err != nil {
			return err
		}
		return w.writeDraft(c.Context())
	}
	return c
}

// writeDraft writes the week's draft, or brings it up to date, and prints the name of its file. What changed since a decision is told.
// A calendar that could not be read is told last: the draft is written with what the others said.
func (w *week) writeDraft(ctx context.Context) error {
	if err := w.knowNames(ctx, true); err != nil {
		return err
	}
	file, d, failed, err := w.upToDate(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out, file.name)
	w.say("draft.cmd-lines", len(d.Lines), d.Week)
	w.sayMarks(d)
	w.sayNext(d)
	return failed
}

// sayMarks tells what a person should know of the lines besides what they hold: what changed since they were decided or posted,
// whose calendar was not read, and what still lies ahead.
func (w *week) sayMarks(d *draft.Draft) {
	w.sayChanges("draft.cmd-changed", d, d.ChangedSinceDeciding())
	w.sayChanges("draft.cmd-changed-posted", d, d.ChangedSincePosting())
	unread, ahead := 0, 0
	var days text.List
	for _, l := range d.Between(w.span.From, w.span.To) {
		switch {
		case !l.Counts():
		case l.Unread:
			unread++
		case l.Ahead(w.now()):
			ahead++
			if short := text.Short(l.Date); !slices.Contains(days, any(short)) {
				days = append(days, short)
			}
		}
	}
	if unread > 0 {
		w.say("draft.cmd-unread", unread)
	}
	if ahead > 0 {
		w.say("draft.cmd-ahead", ahead, days)
	}
}

func (w *week) sayChanges(key string, d *draft.Draft, changes []draft.Change) {
	for _, c := range changes {
		if l := d.Line(c.Line); w.span.holds(l.Date) {
			w.say(key, text.Short(l.Date), l.Name(), c.Message)
		}
	}
}
