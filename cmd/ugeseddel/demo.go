package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ugeseddel"
	"ugeseddel/atomicfile"
	"ugeseddel/demo"
	"ugeseddel/leantime/leantimetest"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

func (a *app) demoCommand() *cobra.Command {
	c := a.command("cmd.demo", "demo", nil)
	yes := c.Flags().Bool("yes", false, a.lang.T("cmd.flag.demo-yes"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		return a.demo(c.Context(), *yes || !isTerminal(a.in))
	}
	return c
}

// demo runs the whole job on the embedded week and the embedded Leantime, in a folder of its own that is gone afterwards.
// By itself it answers its own questions.
func (a *app) demo(ctx context.Context, byItself bool) error {
	dir, err := os.MkdirTemp("", "ugeseddel-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := newShow(a, dir, byItself)
	if err != nil {
		return err
	}
	defer s.server.Close()
	return s.run(ctx)
}

// show is the demo: the same program with other settings, another clock and a Leantime in the same process.
type show struct {
	*app
	leantime *demo.Leantime
	server   *http.Server
	byItself bool
}

// answersOfTheDemo are what the demo types where it runs by itself: it accepts what is suggested, and knows what the unclear things were.
var answersOfTheDemo = scripted{
	"review.project": "Sekretariatsarbejde",
	"review.tag":     "ledelse",
}

func newShow(a *app, dir string, byItself bool) (*show, error) {
	rules, err := mapping.Parse("rules.yaml", ugeseddel.DefaultRules)
	if err != nil {
		return nil, err
	}
	zone, err := time.LoadLocation(demo.Zone)
	if err != nil {
		return nil, err
	}
	l := demo.NewLeantime(rules, zone)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: l, ReadHeaderTimeout: time.Minute}
	go server.Serve(listener) //nolint:errcheck // it ends with Close

	config := fmt.Sprintf("timezone: %s\nme: [%s]\ncalendars:\n  - {name: outlook, ics: week.ics}\nleantime: {url: \"http://%s\", token: {env: UGESEDDEL_LEANTIME_TOKEN}}\n",
		demo.Zone, demo.Address, listener.Addr())
	if err := atomicfile.Write(filepath.Join(dir, "config.yaml"), []byte(config)); err != nil {
		return nil, err
	}
	if err := atomicfile.Write(filepath.Join(dir, "week.ics"), demo.Calendar); err != nil {
		return nil, err
	}
	return &show{a.inDemo(dir, byItself), l, server, byItself}, nil
}

// inDemo is the same program, in the demo's folder and at the demo's hour.
func (a *app) inDemo(dir string, byItself bool) *app {
	settings := map[string]string{
		"UGESEDDEL_CONFIG":         filepath.Join(dir, "config.yaml"),
		"UGESEDDEL_STATE":          filepath.Join(dir, "state"),
		"UGESEDDEL_LEANTIME_TOKEN": demo.Token,
	}
	in := *a
	in.flags = globalFlags{noColor: a.flags.noColor}
	in.now = demo.Now
	in.getenv = func(key string) string {
		if value, ok := settings[key]; ok {
			return value
		}
		return a.getenv(key)
	}
	if byItself {
		in.answers = typing{answersOfTheDemo, a}
	}
	return &in
}

func (s *show) run(ctx context.Context) error {
	w, err := s.openWeek(&periodFlags{week: demo.Week.String()})
	if err != nil {
		return err
	}
	steps := []struct {
		title string
		run   func() error
	}{
		{"demo.preview", func() error { return w.preview(ctx, nil, false) }},
		{"demo.review", func() error { return w.review(ctx, reviewFlags{}) }},
		{"demo.post", func() error { return w.post(ctx, postFlags{yes: s.byItself}) }},
		{"demo.shown", func() error { s.printTimeTable(); return nil }},
		{"demo.again", func() error { return w.post(ctx, postFlags{yes: s.byItself}) }},
	}
	for i, step := range steps {
		s.heading(i+1, len(steps), step.title)
		if err := step.run(); err != nil {
			return err
		}
	}
	fmt.Fprintln(s.out, "\n"+s.lang.T("demo.end"))
	return nil
}

func (s *show) heading(n, of int, key string) {
	p := s.painter(s.out)
	fmt.Fprintf(s.out, "\n%s\n", p.bold(p.cyan(fmt.Sprintf("── %d/%d  %s ", n, of, s.lang.T(key)))))
}

// printTimeTable prints the week as TimeTable in Leantime shows it: to-dos down, days across.
func (s *show) printTimeTable() {
	p := s.painter(s.out)
	head := pad("", timeTableName)
	for _, d := range demo.Week.Dates()[:5] {
		head += fmt.Sprintf("%12s", s.lang.T("text.verbatim", text.Short(d)))
	}
	fmt.Fprintln(s.out, p.bold(head))
	var sums [5]float64
	for _, line := range s.leantime.Shown() {
		row := pad(cut(line.Project+" › "+line.Headline, timeTableName-1), timeTableName)
		for i := range sums {
			row += s.cell(line.Cells[i], &sums[i])
		}
		fmt.Fprintln(s.out, strings.TrimRight(row, " "))
	}
	foot := pad("", timeTableName)
	for _, sum := range sums {
		foot += fmt.Sprintf("%12s", s.lang.Hours(int(sum*60)))
	}
	fmt.Fprintln(s.out, p.bold(foot))
}

const timeTableName = 44

func (s *show) cell(r *leantimetest.Row, sum *float64) string {
	if r == nil {
		return fmt.Sprintf("%12s", "")
	}
	*sum += r.Hours
	return fmt.Sprintf("%12s", s.lang.Hours(int(r.Hours*60)))
}

// scripted answers questions by their key; all others get an empty answer, which accepts what is suggested.
type scripted map[string]string

func (s scripted) answer(_ context.Context, question string) (string, error) {
	return s[question], nil
}

// typing shows what is answered, as if it was typed.
type typing struct {
	scripted
	app *app
}

func (t typing) answer(ctx context.Context, question string) (string, error) {
	answer, err := t.scripted.answer(ctx, question)
	fmt.Fprintln(t.app.errs, answer)
	return answer, err
}
