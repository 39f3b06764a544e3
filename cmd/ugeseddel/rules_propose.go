package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"ugeseddel/atomicfile"
	"ugeseddel/config"
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
		if s.Rules == "" {
			return text.Errorf("rules.built-in").Try("rules.built-in-hint")
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
// into the file where the person says yes.
func (a *app) propose(ctx context.Context, s config.Settings, rules *mapping.Rules, cases []mapping.Labelled, yes bool) error {
	refused := map[string]bool{}
	accepted := 0
	for {
		data, err := os.ReadFile(s.Rules)
		if err != nil {
			return text.Errorf("cmd.rules", s.Rules).Because(err)
		}
		proposals, err := mapping.Propose(s.Rules, data, cases)
		if err != nil {
			return err
		}
		p, ok := next(proposals, refused)
		if !ok {
			a.say("rules.proposed", accepted, s.Rules)
			return nil
		}
		a.showProposal(rules, s.Rules, p)
		agreed := yes
		if !agreed {
			if agreed, err = a.yes(ctx, "rules.accept", s.Rules); err != nil {
				return err
			}
		}
		if !agreed {
			refused[p.Added] = true
			continue
		}
		if err := atomicfile.Write(s.Rules, p.Data); err != nil {
			return err
		}
		accepted++
	}
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
	print("rules.proposal-place", file, p.Line, p.Added)
	print("rules.proposal-hits", len(p.Hits))
	for _, hit := range p.Hits {
		print("rules.proposal-event", hit.Event.Title)
	}
	print("rules.proposal-changes", len(p.Changes))
	for _, c := range p.Changes {
		print("rules.proposal-event", c.Before.Event.Title)
	}
	print("rules.proposal-misses", len(p.Misses))
	for _, miss := range p.Misses {
		print("rules.proposal-event", miss.Event.Title)
	}
}
