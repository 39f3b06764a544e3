package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

func (a *app) rulesReplayCommand() *cobra.Command {
	c := a.command("cmd.rules-replay", "replay [EVENTS.jsonl LABELS.jsonl]", nil)
	c.Args = cobra.ArbitraryArgs
	with := c.Flags().String("with", "", a.lang.T("cmd.flag.with"))
	c.RunE = func(c *cobra.Command, files []string) error {
		if len(files) != 0 && len(files) != 2 {
			return misused("rules.replay-files")
		}
		s, rules, err := a.settingsAndRules()
		if err != nil {
			return err
		}
		cases, err := a.casesToReplay(s, files)
		if err != nil {
			return err
		}
		return a.replay(s, rules, *with, cases)
	}
	return c
}

// casesToReplay are the labelled events of two files or, without files, what was decided in the drafts.
func (a *app) casesToReplay(s config.Settings, files []string) ([]mapping.Labelled, error) {
	if len(files) == 2 {
		return readLabelled(files[0], files[1], s.Timezone)
	}
	return a.decidedEvents(s)
}

// replay prints how the rules do on the cases and, where there are others to try, what gets better, worse and different with them.
func (a *app) replay(s config.Settings, rules *mapping.Rules, with string, cases []mapping.Labelled) error {
	if len(cases) == 0 {
		a.say("rules.nothing-to-replay")
		return nil
	}
	before := rules.Replay(cases)
	if with == "" {
		a.listWrong(rules, before)
		a.printFigures(rules.File, mapping.Measure(before))
		return nil
	}
	s.Rules = with
	others, err := a.rules(s)
	if err != nil {
		return err
	}
	after := others.Replay(cases)
	a.printComparison(rules, others, mapping.Compare(before, after))
	a.printFigures(rules.File, mapping.Measure(before))
	a.printFigures(others.File, mapping.Measure(after))
	return nil
}

func (a *app) listWrong(rules *mapping.Rules, answers []mapping.Answer) {
	for _, answer := range answers {
		if !answer.IsRight {
			fmt.Fprintln(a.out, a.lang.T("rules.wrong", answer.Event.Title, a.answer(rules, answer.Suggestion), a.rightAnswer(rules, answer.Labelled)))
		}
	}
}

func (a *app) printComparison(before, after *mapping.Rules, c mapping.Comparison) {
	for _, part := range []struct {
		key     string
		changes []mapping.Change
	}{{"rules.better", c.Better}, {"rules.worse", c.Worse}, {"rules.different", c.Different}} {
		fmt.Fprintln(a.out, a.lang.T(part.key, len(part.changes)))
		for _, change := range part.changes {
			fmt.Fprintln(a.out, "  "+a.lang.T("rules.change", change.Before.Event.Title, a.answer(before, change.Before.Suggestion), a.answer(after, change.After.Suggestion)))
		}
	}
}

func (a *app) printFigures(name string, f mapping.Figures) {
	var precision any = text.Percent(f.Precision())
	if f.Certain == 0 {
		precision = "–" // of nothing
	}
	fmt.Fprintln(a.out, a.lang.T("rules.figures", name, f.Right, f.Events, text.Percent(f.Accuracy()), precision, text.Percent(f.Coverage())))
}

// answer says what rules suggest.
func (a *app) answer(rules *mapping.Rules, s mapping.Suggestion) text.Message {
	said := text.Msg("rules.answer-skip")
	if !s.Skip {
		said = text.Msg("rules.answer", s.Project, tagName(rules, s.Tag))
	}
	if !s.Certain {
		return text.Msg("rules.answer-unsure", said)
	}
	return said
}

// rightAnswer says what is right.
func (a *app) rightAnswer(rules *mapping.Rules, l mapping.Labelled) text.Message {
	switch {
	case l.Unclear:
		return text.Msg("rules.answer-ask")
	case l.Skip:
		return text.Msg("rules.answer-skip")
	}
	return text.Msg("rules.answer", l.Projects[0], tagName(rules, l.Tags[0]))
}

// decidedEvents are the events of all drafts that a person decided singly, with what they became.
func (a *app) decidedEvents(s config.Settings) ([]mapping.Labelled, error) {
	dir, err := a.stateDir()
	if err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "drafts", "*.yaml"))
	if err != nil {
		return nil, err
	}
	files, err := a.draftFiles()
	if err != nil {
		return nil, err
	}
	var cases []mapping.Labelled
	for _, name := range names {
		week, err := day.ParseWeek(strings.TrimSuffix(filepath.Base(name), ".yaml"))
		if err != nil {
			continue // another file that somebody keeps there
		}
		f, err := files.open(week, s.Draft)
		if err != nil {
			return nil, err
		}
		cases = append(cases, decidedLines(f.draft)...)
	}
	return cases, nil
}

func decidedLines(d *draft.Draft) []mapping.Labelled {
	var cases []mapping.Labelled
	for _, l := range d.Lines {
		decision, ok := decisionOf(d, l)
		if !ok || decision.Passed || l.Private {
			continue
		}
		one := mapping.Labelled{Event: eventOf(l), Skip: decision.Skip}
		if !one.Skip {
			one.Tags, one.Projects = []string{decision.Tag}, []string{decision.Project}
		}
		cases = append(cases, one)
	}
	return cases
}

// label is a line of a file of right answers. A tag "skip" is an event that is not to be registered, "unclear" one that a person must look at.
type label struct {
	ID             json.RawMessage
	Tag            string
	Accept         []string
	Project        string
	AcceptProjects []string `json:"accept_projects"`
}

// readLabelled reads events and their right answers, joined by id.
func readLabelled(eventsFile, labelsFile string, zone *time.Location) ([]mapping.Labelled, error) {
	events := map[string]calendar.Event{}
	err := eachLine(eventsFile, func(line []byte) error {
		var named struct{ ID json.RawMessage }
		if err := json.Unmarshal(line, &named); err != nil {
			return err
		}
		e, err := calendar.ParseEvent(line, zone)
		events[string(named.ID)] = e
		return err
	})
	if err != nil {
		return nil, err
	}
	var cases []mapping.Labelled
	err = eachLine(labelsFile, func(line []byte) error {
		var l label
		if err := json.Unmarshal(line, &l); err != nil {
			return err
		}
		if e, ok := events[string(l.ID)]; ok {
			cases = append(cases, l.labelled(e))
		}
		return nil
	})
	return cases, err
}

func (l label) labelled(e calendar.Event) mapping.Labelled {
	return mapping.Labelled{
		Event: e, Skip: l.Tag == "skip", Unclear: l.Tag == "unclear",
		Tags: append([]string{l.Tag}, l.Accept...), Projects: append([]string{l.Project}, l.AcceptProjects...),
	}
}

// eachLine calls use with every line of a file that is not empty, and tells which line it did not understand.
func eachLine(name string, use func([]byte) error) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return text.Errorf("suggest.file", name).Because(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for number := 1; lines.Scan(); number++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := use(lines.Bytes()); err != nil {
			return text.Errorf("rules.line", name, number).Because(err)
		}
	}
	return lines.Err()
}
