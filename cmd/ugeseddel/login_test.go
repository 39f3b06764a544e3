package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ugeseddel/calendar/graph/graphtest"
	"ugeseddel/leantime/leantimetest"
	"ugeseddel/signin/entratest"
)

// browse is the browser of the scripts: it opens the address that it is called with.
func browse() {
	resp, err := http.Get(os.Args[1])
	if err != nil {
		os.Exit(1)
	}
	resp.Body.Close()
}

// microsoft is Entra and Graph at one address, and a Nextcloud beside them.
type microsoft struct {
	entra *entratest.Server
	graph *graphtest.Server
}

func (m *microsoft) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case strings.HasPrefix(r.URL.Path, "/v1.0/"):
		m.graph.ServeHTTP(w, r)
	case strings.HasPrefix(r.URL.Path, "/cloud/"):
		m.nextcloud(w, r)
	default:
		m.entra.ServeHTTP(w, r)
	}
}

func (m *microsoft) nextcloud(w http.ResponseWriter, r *http.Request) {
	own := "http://" + r.Host + "/cloud/index.php/login/v2"
	switch r.Method + " " + r.URL.Path {
	case "POST /cloud/index.php/login/v2":
		w.Write([]byte(`{"poll": {"token": "t", "endpoint": "` + own + `/poll"}, "login": "` + own + `/flow"}`))
	case "POST /cloud/index.php/login/v2/poll":
		w.Write([]byte(`{"server": "x", "loginName": "mette", "appPassword": "hemmelig-cloud"}`))
	default:
		http.NotFound(w, r)
	}
}

const leantimeToken = "hemmelig-leantime-token"

// TestLoginScripts drives signing in with the true binary. Each script has a Microsoft of its own, at $MICROSOFT, and a Leantime.
func TestLoginScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/login",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "expand": expand, "refuse": refuse, "untold": untold,
		},
		Setup: func(env *testscript.Env) error {
			start := time.Date(2026, 11, 18, 8, 0, 0, 0, time.UTC)
			m := &microsoft{
				entra: &entratest.Server{Interval: 1, AccessToken: graphtest.Token},
				graph: &graphtest.Server{Events: []graphtest.Event{graphtest.Meeting("Hemmeligt møde", start, start.Add(time.Hour))}},
			}
			server := httptest.NewServer(m)
			env.Defer(server.Close)
			timesheets := leantimetest.New(leantimetest.Options{})
			timesheets.AddUser(leantimetest.User{First: "Mette", Email: "mette@example.dk", Token: leantimeToken})
			leantime := httptest.NewServer(timesheets)
			env.Defer(leantime.Close)
			env.Values["microsoft"] = m
			env.Setenv("MICROSOFT", server.URL)
			env.Setenv("LEANTIME", leantime.URL)
			env.Setenv("CLIENT", entratest.ClientID)
			env.Setenv("UGESEDDEL_CONFIG", env.WorkDir+"/config.yaml")
			return home(env)
		},
	})
}

// expand replaces the variables in a file: expand config.yaml.
func expand(ts *testscript.TestScript, _ bool, args []string) {
	for _, file := range args {
		text := os.Expand(ts.ReadFile(file), ts.Getenv)
		ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o600))
	}
}

// refuse lets Entra say no (refuse entra access_denied 65004), or Graph (refuse graph ErrorAccessDenied 403).
func refuse(ts *testscript.TestScript, _ bool, args []string) {
	number, err := strconv.Atoi(args[2])
	ts.Check(err)
	m := ts.Value("microsoft").(*microsoft)
	if args[0] == "entra" {
		m.entra.Refuse = &entratest.Refusal{Error: args[1], Number: number}
		return
	}
	m.graph.AnswerNext(graphtest.Refusal(number, args[1], entratest.Secret+"words"))
}

// untold fails if the last command told a token, a code or the words of an event.
func untold(ts *testscript.TestScript, _ bool, _ []string) {
	told := ts.ReadFile("stdout") + ts.ReadFile("stderr")
	for _, secret := range []string{entratest.Secret, graphtest.Token, "Hemmeligt møde"} {
		if strings.Contains(told, secret) {
			ts.Fatalf("told %q", secret)
		}
	}
}
