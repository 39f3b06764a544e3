package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"ugeseddel/atomicfile"
	"ugeseddel/config"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

func (a *app) rulesProposeCommand() *cobra.Command {
	c := a.command("cmd.rules-propose", "propose", nil)
	yes := c.Flags().Bool("yes", false, a.lang.T("cmd.flag.yes-proposals"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		s, rules, err := a.settingsAndRules()
		if err != nil {
			return err
		}
		cases, err := a.decidedEvents(s)
		if err != nil {
			return err
		}
		return a.propose(c.Context(), s, rules, cases, *yes)
	}
	return c
}

// propose shows each rule that would have spared corrections, with the events it would hit, change and miss, and writes it
// into the file where the person says yes. The rules that are built in cannot be written to: it then says how to have a file of one's own.
func (a *app) propose(ctx context.Context, s config.Settings, rules *mapping.Rules, cases []mapping.Labelled, yes bool) error {
	refused := map[string]bool{}
	accepted := 0
	for {
		data, err := rulesData(s)
		if err != nil {
			return err
		}
		proposals, err := mapping.Propose(rulesName(s), data, rules.Examples(), cases)
		if err != nil {
			return err
		}
		p, ok := next(proposals, refused)
		switch {
		case !ok && s.Rules == "" && len(refused) > 0:
			return text.Errorf("rules.built-in").Try("rules.built-in-hint")
		case !ok && accepted == 0 && len(refused) == 0:
			a.say("rules.nothing-to-propose")
			return nil
		case !ok:
			a.say("rules.proposed", accepted, rulesName(s))
			return nil
		}
		a.showProposal(rules, rulesName(s), p)
		agreed, err := a.accepts(ctx, s, yes)
		if err != nil {
			return err
		}
		if !agreed {
			refused[p.Added] = true
			continue
		}
		if err := atomicfile.Write(s.Rules, p.Data); err != nil {
			return text.Errorf("cmd.rules", s.Rules).Because(err)
		}
		accepted++
	}
}

// accepts asks whether a proposal is to be written into the file of rules; there must be one.
func (a *app) accepts(ctx context.Context, s config.Settings, yes bool) (bool, error) {
	if s.Rules == "" || yes {
		return s.Rules != "", nil
	}
	return a.yes(ctx, "rules.accept", s.Rules)
}

// sayProposal says that a rule could spare the person corrections such as those of this week. It proposes nothing by itself.
func (w *week) sayProposal(d *draft.Draft) error {
	corrected := correctedEvents(d)
	if len(corrected) == 0 {
		return nil
	}
	cases, err := w.decidedEvents(w.settings)
	if err != nil {
		return err
	}
	data, err := rulesData(w.settings)
	if err != nil {
		return err
	}
	proposals, err := mapping.Propose(rulesName(w.settings), data, w.rules.Examples(), cases)
	if err != nil {
		return err
	}
	for _, p := range proposals {
		if slices.ContainsFunc(p.Hits, func(hit mapping.Labelled) bool { return corrected[hit.Event.ID()] }) {
			w.say("rules.could-propose", p.Word)
			return nil
		}
	}
	return nil
}

// correctedEvents are those of a week of which a person chose something else than was suggested.
func correctedEvents(d *draft.Draft) map[string]bool {
	events := map[string]bool{}
	for _, l := range d.Lines {
		was, is := l.Suggested, l.Entry
		skipped := (was.Status == draft.Skip) != (is.Status == draft.Skip)
		if l.Decision == draft.Decided && (skipped || was.Project != is.Project || was.Tag != is.Tag) {
			events[l.Event.ID] = true
		}
	}
	return events
}

// next returns the best proposal that was not refused.
func next(proposals []mapping.Proposal, refused map[string]bool) (mapping.Proposal, bool) {
	for _, p := range proposals {
		if !refused[p.Added] {
			return p, true
		}
	}
	return mapping.Proposal{}, false
}

func (a *app) showProposal(rules *mapping.Rules, file string, p mapping.Proposal) {
	becomes := text.Msg("rules.answer-skip")
	if !p.Skip {
		becomes = text.Msg("rules.answer", p.Choice.Project, tagName(rules, p.Choice.Tag))
	}
	print := func(key string, args ...any) { fmt.Fprintln(a.out, a.lang.T(key, args...)) }
	print("rules.proposal", p.Word, becomes)
	if p.Under == "" {
		print("rules.proposal-place", file, p.Line, p.Added)
	} else {
		print("rules.proposal-keyword", file, p.Line, p.Under, p.Added)
	}
	list := func(key string, titles []string) {
		if len(titles) == 0 {
			return
		}
		print(key, len(titles))
		for _, title := range titles {
			print("rules.proposal-event", title)
		}
	}
	list("rules.proposal-hits", titlesOf(p.Hits))
	print("rules.proposal-sure", p.Sure, len(p.Hits))
	var changed []string
	for _, c := range p.Changes {
		changed = append(changed, c.Before.Event.Title)
	}
	list("rules.proposal-changes", changed)
	list("rules.proposal-misses", titlesOf(p.Misses))
}

func titlesOf(list []mapping.Labelled) []string {
	var titles []string
	for _, l := range list {
		titles = append(titles, l.Event.Title)
	}
	return titles
}
