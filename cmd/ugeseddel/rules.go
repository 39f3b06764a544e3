package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

func (a *app) rulesCommand() *cobra.Command {
	c := a.command("cmd.rules", "rules check|explain|replay|propose|save", nil)
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	c.AddCommand(a.rulesCheckCommand(), a.rulesExplainCommand(), a.rulesReplayCommand(), a.rulesProposeCommand(), a.rulesSaveCommand())
	return c
}

func (a *app) rulesCheckCommand() *cobra.Command {
	c := a.command("cmd.rules-check", "check", nil)
	c.RunE = func(c *cobra.Command, _ []string) error {
		s, rules, err := a.settingsAndRules()
		if err != nil {
			return err
		}
		return a.checkRules(c.Context(), s, rules)
	}
	return c
}

func (a *app) settingsAndRules() (config.Settings, *mapping.Rules, error) {
	s, err := a.settings()
	if err != nil {
		return s, nil, err
	}
	rules, err := a.rules(s)
	return s, rules, err
}

// checkRules prints what is doubtful in the rules, each thing with its line. Where Leantime is in the settings, its names are compared too.
func (a *app) checkRules(ctx context.Context, s config.Settings, rules *mapping.Rules) error {
	decided, err := a.decidedEvents(s)
	if err != nil {
		return err
	}
	var seen []calendar.Event
	for _, d := range decided {
		seen = append(seen, d.Event)
	}
	var known *mapping.Leantime
	if s.Leantime.URL != "" {
		if known, err = a.leantimeNames(ctx, s); err != nil {
			a.say("rules.not-asked", text.List{err}) // the rules are checked all the same
		}
	}
	remarks := rules.Check(known, seen)
	for _, r := range remarks {
		fmt.Fprintf(a.out, "%s:%d:%d: %s\n", cmp.Or(r.File, rules.File), r.Pos.Line, r.Pos.Col, a.lang.Say(r.Message))
	}
	a.say("rules.checked", len(remarks), rules.File)
	return nil
}

// leantimeNames asks Leantime for its projects and to-dos, and the tags that stand on the to-dos.
func (a *app) leantimeNames(ctx context.Context, s config.Settings) (*mapping.Leantime, error) {
	client, err := a.leantime(ctx, s)
	if err != nil {
		return nil, err
	}
	projects, tasks, err := openWork(ctx, client)
	if err != nil {
		return nil, err
	}
	names := &mapping.Leantime{Projects: projectNames(projects), Tags: []string{}, Todos: []string{}}
	for _, t := range tasks {
		names.Todos = append(names.Todos, t.Title)
		names.Tags = append(names.Tags, t.Tags...)
	}
	return names, nil
}

func (a *app) rulesExplainCommand() *cobra.Command {
	c := a.command("cmd.rules-explain", "explain TITLE|JSON|-", nil)
	c.Args = a.oneArg("rules.explain-what")
	withMemory := c.Flags().Bool("memory", false, a.lang.T("cmd.flag.memory"))
	c.RunE = func(c *cobra.Command, args []string) error {
		s, rules, err := a.settingsAndRules()
		if err != nil {
			return err
		}
		e, err := a.eventToExplain(args[0], s)
		if err != nil {
			return err
		}
		memory := &mapping.Memory{}
		if *withMemory {
			if memory, err = a.memory(); err != nil {
				return err
			}
		}
		for _, line := range rules.Explain(e, memory) {
			fmt.Fprintln(a.out, a.lang.Say(line))
		}
		return nil
	}
	return c
}

// oneArg asks for exactly one argument, and says what it is for where it is missing.
func (a *app) oneArg(key string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(key)
		}
		return nil
	}
}

// eventToExplain reads an event as JSON, from standard input where arg is "-"; anything else is a title.
func (a *app) eventToExplain(arg string, s config.Settings) (calendar.Event, error) {
	if arg == "-" {
		data, err := io.ReadAll(a.in)
		if err != nil {
			return calendar.Event{}, text.Errorf("suggest.read").Because(err)
		}
		arg = string(data)
	} else if !strings.HasPrefix(strings.TrimSpace(arg), "{") {
		return a.meetingCalled(arg, s), nil
	}
	e, err := calendar.ParseEvent([]byte(arg), s.Timezone)
	if err != nil {
		return e, text.Errorf("rules.no-event").Because(err)
	}
	return e, nil
}

// meetingCalled is an hour with somebody else on the morning of this week's Monday, so that the answer is the same whenever one asks.
func (a *app) meetingCalled(title string, s config.Settings) calendar.Event {
	start := day.WeekOf(day.Of(a.now().In(s.Timezone))).Monday().In(s.Timezone).Add(10 * time.Hour)
	return calendar.Event{Title: title, Attendees: 2, Start: start, End: start.Add(time.Hour)}
}
