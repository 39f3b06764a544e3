package main

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"ugeseddel/draft"
)

func (a *app) previewCommand() *cobra.Command {
	c := a.command("cmd.preview", "preview [FILE.ics…]", nil)
	c.Args = cobra.ArbitraryArgs
	flags := a.periodFlags(c)
	asJSON := c.Flags().Bool("json", false, a.lang.T("cmd.flag.json"))
	c.RunE = func(c *cobra.Command, files []string) error {
		w, err := a.openWeekBeside(flags, files)
		if err != nil {
			return err
		}
		return w.preview(c.Context(), files, *asJSON)
	}
	return c
}

// preview shows the week and writes nothing. A calendar that could not be read is told last, beside what the others said.
func (w *week) preview(ctx context.Context, files []string, asJSON bool) error {
	d, failed := w.previewed(ctx, files)
	if d == nil {
		return failed
	}
	if asJSON {
		if err := writeJSON(w.out, d.View(w.lang, w.span.From, w.span.To)); err != nil {
			return err
		}
		return failed
	}
	w.weekView(w.rules, w.span).print(d)
	return failed
}

// previewed is the draft to show: with files what the rules alone make of them, else the person's own draft, brought up to date in memory.
func (w *week) previewed(ctx context.Context, files []string) (*draft.Draft, error) {
	reading, failed := w.read(ctx, files)
	if len(files) > 0 {
		if failed != nil && len(reading.Whole)+len(reading.Partly) == 0 {
			return nil, failed
		}
		return w.refresh(nil, reading, nil), failed
	}
	if err := w.knowNames(ctx, false); err != nil {
		return nil, err
	}
	file, memory, err := w.kept()
	if err != nil {
		return nil, err
	}
	if failed != nil && file.draft == nil && len(reading.Events) == 0 {
		return nil, failed
	}
	return w.refresh(file.draft, reading, memory), failed
}

// writeJSON writes one object, readable for people too, and æ, ø and å as they are.
func writeJSON(out io.Writer, object any) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(object)
}
