package draft_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A golden week is a txtar file: the first line of its comment names the week, the rest says what the week shows.
// Its sections: settings (as config.yaml), events (JSON Lines, as `suggest` reads them), suggestions (by title),
// deeds (what a person does, and events read again), and draft, which is what comes of it.
func TestGoldenWeeks(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/weeks/*.txtar")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 30)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			g := openGolden(t, file)
			got := g.run()
			if *update {
				g.write(got)
			}
			require.Equal(t, g.section("draft"), got)
		})
	}
}

type golden struct {
	*testing.T
	file    string
	archive *txtar.Archive
	week    day.Week
	draft   *draft.Draft
	reading draft.Reading
	config  config.Settings
	suggest draft.Suggest
}

func openGolden(t *testing.T, file string) *golden {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(archive.Comment), "\n")
	g := &golden{T: t, file: file, archive: archive, week: week(strings.TrimSpace(first))}
	g.config, err = config.Parse("settings", "", []byte("timezone: Europe/Copenhagen\n"+g.section("settings")))
	require.NoError(t, err)
	g.config.Draft.Zone = g.config.Timezone
	g.suggest = g.suggestions()
	return g
}

func (g *golden) section(name string) string {
	for _, f := range g.archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func (g *golden) write(got string) {
	g.Helper()
	for i, f := range g.archive.Files {
		if f.Name == "draft" {
			g.archive.Files = append(g.archive.Files[:i], g.archive.Files[i+1:]...)
		}
	}
	g.archive.Files = append(g.archive.Files, txtar.File{Name: "draft", Data: []byte(got)})
	require.NoError(g, os.WriteFile(g.file, txtar.Format(g.archive), 0o600))
}

// suggestions answers by title; a title that is not there is a certain meeting of the secretariat.
func (g *golden) suggestions() draft.Suggest {
	byTitle := map[string]mapping.Suggestion{}
	if s := g.section("suggestions"); s != "" {
		require.NoError(g, json.Unmarshal([]byte(s), &byTitle))
	}
	return func(e calendar.Event) mapping.Suggestion {
		if s, known := byTitle[e.Title]; known {
			return s
		}
		return mapping.Suggestion{Certain: true, Choice: mapping.Choice{Project: "Sekretariatsarbejde", Tag: "moede-internt", Task: "Møder"}}
	}
}

func (g *golden) read(section string) {
	g.reading = draft.Reading{Whole: []string{"arbejde"}}
	for line := range strings.SplitSeq(strings.TrimSpace(g.section(section)), "\n") {
		if line == "" {
			continue
		}
		e, err := calendar.ParseEvent([]byte(line), g.config.Timezone)
		require.NoError(g, err, line)
		if e.Calendar == "" {
			e.Calendar = "arbejde"
		}
		g.reading.Events = append(g.reading.Events, e)
	}
	g.refresh()
}

func (g *golden) refresh() {
	g.draft = draft.Refresh(g.draft, g.week, g.reading, g.suggest, g.config.Draft)
}

func (g *golden) run() string {
	g.read("events")
	for deed := range strings.SplitSeq(strings.TrimSpace(g.section("deeds")), "\n") {
		if deed != "" {
			g.do(strings.Split(deed, " | "))
		}
	}
	return g.show()
}

// do carries out a deed: a verb, the title of a line, and what the verb needs.
func (g *golden) do(deed []string) {
	verb, rest := deed[0], deed[1:]
	id := func(title string) string {
		for _, l := range g.draft.Lines {
			if l.Title == title && l.Part == 0 {
				return l.ID
			}
		}
		g.Fatalf("no line %q", title)
		return ""
	}
	var err error
	switch verb {
	case "read":
		g.read(rest[0])
	case "unread":
		g.reading = draft.Reading{}
		g.refresh()
	case "accept":
		err = g.draft.Accept(id(rest[0]))
	case "skip":
		err = g.draft.Skip(id(rest[0]), false)
	case "both":
		err = g.draft.CountBoth(id(rest[0]))
	case "minutes":
		minutes, _ := strconv.Atoi(rest[1])
		err = g.draft.Change(id(rest[0]), draft.Edit{Minutes: &minutes})
	case "project":
		err = g.draft.Change(id(rest[0]), draft.Edit{Project: &rest[1]})
	case "split":
		_, err = g.draft.Split(id(rest[0]), []mapping.Share{
			{Choice: mapping.Choice{Project: rest[1], Tag: "drift", Task: "Drift"}, Parts: 1}, {Choice: mapping.Choice{Project: rest[2], Tag: "drift", Task: "Drift"}, Parts: 2}})
	case "merge":
		err = g.draft.Merge(id(rest[0]), id(rest[1]))
	case "take":
		err = g.draft.TakeCalendar(id(rest[0]))
	case "train":
		err = g.draft.WorkOnTheWay(g.travelTo(rest[0]))
	case "post":
		g.draft.Pass(day.Date{}, day.Date{})
		g.draft.MarkPosted(g.draft.Registrations(day.Date{}, day.Date{})...)
	default:
		g.Fatalf("unknown deed %q", verb)
	}
	require.NoError(g, err, "%s", deed)
}

func (g *golden) travelTo(title string) string {
	for _, l := range g.draft.Lines {
		if l.Kind == draft.FromTravel && l.Title == title {
			return l.ID
		}
	}
	g.Fatalf("no way to %q", title)
	return ""
}

// show writes the draft so that a person can see at a glance whether it is right.
func (g *golden) show() string {
	var b strings.Builder
	for _, one := range g.draft.Days() {
		lines := g.draft.Between(one.Date, one.Date.Add(1))
		if len(lines) == 0 && (one.Norm > 0 || one.Holiday == "") {
			continue
		}
		fmt.Fprintf(&b, "%s %s: %d of %d %s\n", one.Date.Weekday().String()[:3], one.Date, one.Registered, one.Norm, one.Holiday)
		for _, l := range lines {
			g.line(&b, l)
		}
		for _, gap := range one.Gaps {
			fmt.Fprintf(&b, "  free %s\n", text.English.Say(gap.Message()))
		}
	}
	for _, p := range g.draft.Problems() {
		fmt.Fprintf(&b, "! %s: %s\n", p.Check, text.English.Say(p.Message))
	}
	for _, r := range g.draft.Registrations(day.Date{}, day.Date{}) {
		fmt.Fprintf(&b, "= %s %d %s/%s/%s: %s\n", r.Date, r.Minutes, r.Project, r.Tag, r.Task, r.Text)
	}
	return b.String()
}

func (g *golden) line(b *strings.Builder, l draft.Line) {
	times := "all day"
	if !l.Start.IsZero() {
		times = l.Start.Format("15:04") + "-" + l.End.Format("15:04")
	}
	fmt.Fprintf(b, "  %-5s %-11s %3d %q %s%s\n", l.Status, times, l.Minutes, l.Title, l.Kind, l.Decision)
	for _, m := range l.Reasons() {
		fmt.Fprintf(b, "        %s\n", text.English.Say(m))
	}
}
