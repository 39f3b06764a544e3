package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
)

// leantimeKey is where a script keeps its Leantime.
type leantimeKey struct{}

// leantimeCommands are what scripts do with a Leantime: leantime 3.9.8 starts one and writes config.yaml, leantime-rows shows its rows,
// leantime-own DATE TASK HOURS TEXT types a row by hand, leantime-edit DATE TASK HOURS changes one, leantime-reword DATE TASK TEXT
// replaces its text, leantime-delete DATE TASK removes one,
// leantime-requests N fails where there were more requests since the last time.
func leantimeCommands() map[string]func(*testscript.TestScript, bool, []string) {
	return map[string]func(*testscript.TestScript, bool, []string){
		"leantime":          startLeantime,
		"leantime-rows":     showRows,
		"leantime-own":      typeRow,
		"leantime-edit":     editRow,
		"leantime-reword":   rewordRow,
		"leantime-delete":   deleteRow,
		"leantime-requests": countRequests,
	}
}

type scriptLeantime struct {
	*leantimetest.Server
	seen int // requests that were counted
}

func startLeantime(ts *testscript.TestScript, _ bool, args []string) {
	server := leantimetest.New(leantimetest.Options{Version: args[0], Prefix: "/leantime"})
	mette := server.AddUser(leantimetest.User{First: "Mette", Last: "Østergård", Email: "mette@example.dk", Token: "token-of-mette"})
	iot := server.AddProject(leantimetest.Project{Name: "OS2 iot", Members: []int{mette}})
	server.AddProject(leantimetest.Project{Name: "Sekretariatsarbejde", Members: []int{mette}})
	kitos := server.AddProject(leantimetest.Project{Name: "OS2kitos", Members: []int{mette}}) // the rules know nothing of it
	server.AddProject(leantimetest.Project{Name: "OS2 årsmøde 2026", Members: []int{mette}})
	server.AddProject(leantimetest.Project{Name: "OS2 årsmøde 2025", Members: []int{mette}})
	server.AddTask(leantimetest.Task{Project: iot, Headline: "Styregruppe og koordinationsgruppe", Tags: "Produkt-/projektstøtte (drift)", Status: 3})
	server.AddTask(leantimetest.Task{Project: kitos, Headline: "Strategi for hosting", Tags: "Strategi & interessevaretagelse", Status: 3})
	address, stop, err := leantimetest.Listen(server)
	ts.Check(err)
	ts.Defer(stop)
	ts.Setenv("UGESEDDEL_LEANTIME_TOKEN", "token-of-mette")
	ts.Setenv("UGESEDDEL_CONFIG", ts.MkAbs("config.yaml"))
	config := fmt.Sprintf("timezone: Europe/Copenhagen\nme: [mette@example.dk]\ncalendars:\n  - {name: arbejde, ics: %s}\nleantime: {url: %s/leantime, token: {env: UGESEDDEL_LEANTIME_TOKEN}}\n",
		ts.MkAbs("week.ics"), address)
	ts.Check(os.WriteFile(ts.MkAbs("config.yaml"), []byte(config), 0o600))
	ts.Value(leantimeKey{}).(*scriptLeantime).Server = server
}

func leantimeOf(ts *testscript.TestScript) *scriptLeantime {
	return ts.Value(leantimeKey{}).(*scriptLeantime)
}

func showRows(ts *testscript.TestScript, _ bool, _ []string) {
	server := leantimeOf(ts)
	var lines []string
	for _, r := range server.Rows() {
		lines = append(lines, fmt.Sprintf("%s %s %v %q", day.Of(r.WorkDate.In(copenhagen(ts))), title(server, r.Task), r.Hours, r.Text))
	}
	slices.Sort(lines)
	fmt.Fprintln(ts.Stdout(), strings.Join(lines, "\n"))
}

func title(server *scriptLeantime, id int) string {
	for _, t := range server.Tasks() {
		if t.ID == id {
			return t.Headline
		}
	}
	return "?"
}

func typeRow(ts *testscript.TestScript, _ bool, args []string) {
	server := leantimeOf(ts)
	date, err := day.Parse(args[0])
	ts.Check(err)
	hours, err := strconv.ParseFloat(args[2], 64)
	ts.Check(err)
	for _, t := range server.Tasks() {
		if t.Headline == args[1] {
			server.AddRow(leantimetest.Row{User: 1, Task: t.ID, WorkDate: date.In(copenhagen(ts)), Hours: hours, Text: args[3]})
			return
		}
	}
	ts.Fatalf("no to-do %s", args[1])
}

func editRow(ts *testscript.TestScript, _ bool, args []string) {
	r := findRow(ts, args)
	hours, err := strconv.ParseFloat(args[2], 64)
	ts.Check(err)
	r.Hours = hours
	leantimeOf(ts).AddRow(r)
}

func rewordRow(ts *testscript.TestScript, _ bool, args []string) {
	r := findRow(ts, args)
	r.Text = args[2]
	leantimeOf(ts).AddRow(r)
}

func deleteRow(ts *testscript.TestScript, _ bool, args []string) {
	leantimeOf(ts).DeleteRow(findRow(ts, args).ID)
}

func findRow(ts *testscript.TestScript, args []string) leantimetest.Row {
	server := leantimeOf(ts)
	for _, r := range server.Rows() {
		if day.Of(r.WorkDate.In(copenhagen(ts))).String() == args[0] && title(server, r.Task) == args[1] {
			return r
		}
	}
	ts.Fatalf("no row %v", args)
	return leantimetest.Row{}
}

func countRequests(ts *testscript.TestScript, _ bool, args []string) {
	server := leantimeOf(ts)
	most, err := strconv.Atoi(args[0])
	ts.Check(err)
	all := len(server.Requests())
	if all-server.seen > most {
		ts.Fatalf("%d requests, want %d at most", all-server.seen, most)
	}
	server.seen = all
}

func copenhagen(ts *testscript.TestScript) *time.Location {
	zone, err := time.LoadLocation("Europe/Copenhagen")
	ts.Check(err)
	return zone
}
