package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/zalando/go-keyring"
	"ugeseddel/calendar/ical/icaltest"
)

var update = flag.Bool("update", false, "write what the scripts compare with anew")

func TestMain(m *testing.M) {
	if file := os.Getenv(writeLarge); file != "" {
		if err := os.WriteFile(file, icaltest.Large(), 0o600); err != nil {
			panic(err)
		}
		return
	}
	testscript.Main(m, map[string]func(){
		"xdg-open": browse,
		"ugeseddel": func() {
			keyring.MockInitWithError(keyring.ErrUnsupportedPlatform) // never that of whoever runs the tests
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
		},
	})
}

// TestScripts drives the true binary: each script in testdata is a case, with a home of its own.
func TestScripts(t *testing.T) {
	t.Parallel()
	commands := leantimeCommands()
	commands["status"] = status
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                commands,
		Setup: func(env *testscript.Env) error {
			env.Values[leantimeKey{}] = &scriptLeantime{}
			return home(env)
		},
	})
}

// home gives a script a home of its own.
func home(env *testscript.Env) error {
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/config")
	env.Setenv("XDG_STATE_HOME", env.WorkDir+"/state")
	env.Setenv("UGESEDDEL_STATE", env.WorkDir+"/state")
	env.Setenv("TZ", "Europe/Copenhagen")
	env.Setenv("LANG", "en_GB.UTF-8")
	return nil
}

// status runs a command and compares its exit status: status 3 ugeseddel post.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [argument...]")
	}
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](ts.Exec(args[1], args[2:]...)); ok {
		got = exit.ExitCode()
	}
	if want, err := strconv.Atoi(args[0]); err != nil || got != want {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}
