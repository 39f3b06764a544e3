package main

import (
	"context"

	"github.com/spf13/cobra"

	"ugeseddel/draft"
)

func (a *app) undoCommand() *cobra.Command {
	c := a.command("cmd.undo", "undo", nil)
	flags := a.periodFlags(c)
	how := a.postFlags(c, "cmd.flag.yes-undo")
	c.RunE = func(c *cobra.Command, _ []string) error {
		w, err := a.openWeek(flags)
		if err != nil {
			return err
		}
		return w.undo(c.Context(), *how)
	}
	return c
}

// undo takes back what was posted for the days, and says in the draft, where there is one, that it is not posted any more.
func (w *week) undo(ctx context.Context, how postFlags) error {
	client, err := w.leantime(ctx, w.settings)
	if err != nil {
		return err
	}
	p, err := w.newPosting(client, how)
	if err != nil {
		return err
	}
	p.undoes = true
	p.plan, err = client.UndoPlan(ctx, p.days(), p.options())
	if err != nil {
		return err
	}
	if err := p.run(ctx, func() error { return nil }); err != nil {
		return err
	}
	if p.proof != nil {
		if err := p.unpost(ctx); err != nil {
			return err
		}
	}
	return p.status()
}

// unpost says in the draft, where there is one, that the lines of the days are not posted any more.
func (p *posting) unpost(ctx context.Context) error {
	file, _, err := p.kept()
	if err != nil || file.draft == nil {
		return err
	}
	file.draft.MarkUnposted(p.gone(file.draft, func(draft.Line) bool { return true })...)
	return file.save(ctx, file.draft)
}
