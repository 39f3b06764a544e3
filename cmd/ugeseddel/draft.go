package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"ugeseddel/draft"
	"ugeseddel/text"
)

func (a *app) draftCommand() *cobra.Command {
	c := a.command("cmd.draft", "draft", nil)
	flags := a.periodFlags(c)
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
	file, d, failed, err := w.upToDate(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(w.out, file.name)
	w.sayChanges(d)
	w.say("draft.cmd-lines", len(d.Lines), d.Week)
	w.sayNext(d)
	return failed
}

// sayChanges tells what the calendars, or a person, changed on lines that were decided or posted.
func (w *week) sayChanges(d *draft.Draft) {
	for _, c := range d.Changes() {
		l := d.Line(c.Line)
		if !w.span.holds(l.Date) {
			continue
		}
		key := "draft.cmd-changed"
		if c.Posted {
			key = "draft.cmd-changed-posted"
		}
		w.say(key, text.Short(l.Date), l.Name(), c.Message)
	}
}
