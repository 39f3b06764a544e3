package leantime

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
)

var copenhagen = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Copenhagen")
	if err != nil {
		panic(err)
	}
	return zone
}()

// week47 is the span that most tests post: 16 to 22 November 2026.
var week47 = Span{day.Date{Year: 2026, Month: time.November, Day: 16}, day.Date{Year: 2026, Month: time.November, Day: 23}, copenhagen}

const (
	tagDrift   = "Produkt-/projektstøtte (drift)"
	tagFravaer = "Fravær"
)

var tags = []string{tagDrift, tagFravaer, "Pause", "Transport"}

// world is a Leantime with people and projects, a network before it, and what should be in it.
type world struct {
	t      *testing.T
	server *leantimetest.Server
	net    http.RoundTripper
	waited time.Duration
	mette  int
	iot    int
	intern int
	posted []Posted
}

func newWorld(t *testing.T, version string) *world {
	t.Helper()
	w := &world{t: t, server: leantimetest.New(leantimetest.Options{Version: version, Limit: -1})}
	w.mette = w.server.AddUser(leantimetest.User{First: "Mette", Last: "Østergård", Email: "mette@example.dk", Token: "token-of-mette"})
	w.iot = w.server.AddProject(leantimetest.Project{Name: "OS2iot", Members: []int{w.mette}})
	w.intern = w.server.AddProject(leantimetest.Project{Name: "Sekretariatsarbejde", Members: []int{w.mette}})
	w.net = w.server
	return w
}

func (w *world) task(project int, title string, tags string) int {
	return w.server.AddTask(leantimetest.Task{Project: project, Headline: title, Tags: tags, Status: 3})
}

func (w *world) client() *Client {
	w.t.Helper()
	c, err := New(&http.Client{Transport: w.net}, "https://leantime.test", Credential{Token: "token-of-mette", Emails: []string{"Mette@example.dk"}}, nil)
	require.NoError(w.t, err)
	c.wait = func(_ context.Context, d time.Duration) { w.waited += d }
	return c
}

func (w *world) plan(regs ...Registration) *Plan {
	w.t.Helper()
	p, err := w.client().Plan(context.Background(), week47, regs, Options{Tags: tags, Posted: w.posted})
	require.NoError(w.t, err)
	return p
}

// post plans and applies, as "post --yes" does.
func (w *world) post(regs ...Registration) *Proof {
	w.t.Helper()
	p := w.plan(regs...)
	proof, err := p.client.Apply(context.Background(), p)
	require.NoError(w.t, err)
	w.posted = proof.After(w.posted)
	return proof
}

func (w *world) undo() *Proof {
	w.t.Helper()
	p, err := w.client().UndoPlan(context.Background(), week47, Options{Tags: tags, Posted: w.posted})
	require.NoError(w.t, err)
	proof, err := p.client.Apply(context.Background(), p)
	require.NoError(w.t, err)
	w.posted = proof.After(w.posted)
	return proof
}

// own adds a row that Mette typed herself.
func (w *world) own(date day.Date, task int, hours float64, text string) int {
	return w.server.AddRow(leantimetest.Row{User: w.mette, Task: task, WorkDate: date.In(copenhagen), Hours: hours, Text: text})
}

// hours returns the hours of Mette's row of the to-do on the day, 0 where there is none; and its text.
func (w *world) row(date day.Date, task int) (hours float64, text string) {
	for _, r := range w.server.Rows() {
		if r.User == w.mette && r.Task == task && r.WorkDate.Equal(date.In(copenhagen)) {
			return r.Hours, r.Text
		}
	}
	return 0, ""
}

// faults puts a network before the server on which the schedule's faults happen.
func (w *world) faults(schedule leantimetest.Schedule) *leantimetest.Network {
	net := leantimetest.NewNetwork(w.server, schedule)
	w.net = net
	return net
}

func on(d int) day.Date { return day.Date{Year: 2026, Month: time.November, Day: d} }

func meeting(d, minutes int, task string) Registration {
	return Registration{Date: on(d), Project: "OS2iot", Task: task, Tag: tagDrift, Minutes: minutes, Text: "Møde om " + task}
}

// said is what an action's reason is in English.
func said(a Action) string { return strings.TrimSpace(english(a.Reason)) }
