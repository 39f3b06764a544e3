package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"ugeseddel"
	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// week is what every command about a week begins with: settings, rules, and the days it is about.
type week struct {
	*app
	settings config.Settings
	rules    *mapping.Rules
	span     period
}

// openWeek reads settings and rules, and finds the days that the flags name.
func (a *app) openWeek(flags *periodFlags) (*week, error) { return a.openWeekBeside(flags, nil) }

// openWeekBeside is openWeek for a command that was given files instead of calendars.
func (a *app) openWeekBeside(flags *periodFlags, files []string) (*week, error) {
	if _, err := flags.inOneWeek(day.Of(a.now())); err != nil {
		return nil, err // a command that is called wrongly says so first
	}
	s, err := a.settingsBeside(files)
	if err != nil {
		return nil, err
	}
	span, err := flags.inOneWeek(day.Of(a.now().In(s.Timezone)))
	if err != nil {
		return nil, err
	}
	rules, err := a.rules(s)
	if err != nil {
		return nil, err
	}
	s.Draft.Projects, s.Draft.Tags = rules.ProjectNames(), tagIDs(rules)
	return &week{a, s, rules, span}, nil
}

// rules reads the rules that the settings name, or those built in.
func (a *app) rules(s config.Settings) (*mapping.Rules, error) {
	data, err := rulesData(s)
	if err != nil {
		return nil, err
	}
	rules, err := mapping.Parse(rulesName(s), data)
	if err != nil {
		return nil, err
	}
	examples, err := examplesOf(rules, s)
	return rules.WithExamples(examples), err
}

// examplesOf reads the examples that rules ask for, nil where they ask for none.
func examplesOf(rules *mapping.Rules, s config.Settings) (*mapping.Examples, error) {
	var all *mapping.Examples
	for _, place := range rules.ExamplesIn {
		x, err := examplesIn(place.Text, s)
		if err != nil {
			return nil, err
		}
		if all != nil {
			x = all.And(x)
		}
		all = x
	}
	return all, nil
}

// examplesIn reads the examples that are built in, or those of a file beside the rules.
func examplesIn(name string, s config.Settings) (*mapping.Examples, error) {
	if name == mapping.BuiltIn {
		return mapping.ParseExamples("examples.txt", ugeseddel.DefaultExamples)
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(s.Rules), name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, text.Errorf("cmd.examples", name).Because(err)
	}
	return mapping.ParseExamples(name, data)
}

// rulesName is what messages call the rules in use.
func rulesName(s config.Settings) string { return cmp.Or(s.Rules, "rules.yaml") }

// rulesData reads the rules in use: those of the settings, else the ones built in.
func rulesData(s config.Settings) ([]byte, error) {
	if s.Rules == "" {
		return ugeseddel.DefaultRules, nil
	}
	data, err := os.ReadFile(s.Rules)
	if err != nil {
		return nil, text.Errorf("cmd.rules", s.Rules).Because(err)
	}
	return data, nil
}

func tagIDs(rules *mapping.Rules) []string {
	var ids []string
	for _, tag := range rules.Tags {
		ids = append(ids, tag.ID)
	}
	return ids
}

// window is the whole ISO week: drafts are whole weeks, whatever is shown of them.
func (w *week) window() calendar.Window {
	monday := w.span.week().Monday()
	return period{monday, monday.Add(7)}.window(w.settings.Timezone)
}

// read reads the calendars, or the files given instead of them, and tells what could not be read.
// A calendar that could not be read at all is in the error, what the others said in the reading.
func (w *week) read(ctx context.Context, files []string) (draft.Reading, error) {
	sources, err := w.sources(ctx, w.settings, files)
	if err != nil {
		return draft.Reading{}, err
	}
	events, outcomes := w.readCalendars(ctx, sources, w.window())
	reading := draft.Reading{Events: events}
	for _, o := range outcomes {
		switch {
		case o.failed != nil:
		case len(o.problems) > 0:
			reading.Partly = append(reading.Partly, o.calendar)
		default:
			reading.Whole = append(reading.Whole, o.calendar)
		}
	}
	return reading, w.tellOutcomes(outcomes, w.settings.Timezone)
}

// refresh makes the week's draft of what was read, or brings an old one up to date. Without memory the rules alone suggest.
func (w *week) refresh(old *draft.Draft, reading draft.Reading, memory *mapping.Memory) *draft.Draft {
	suggest := func(e calendar.Event) mapping.Suggestion { return w.rules.Suggest(e, memory) }
	return draft.Refresh(old, w.span.week(), reading, suggest, w.settings.Draft)
}
