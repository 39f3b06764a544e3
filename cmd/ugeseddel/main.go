// Command ugeseddel takes a week from the calendar to the timesheet in Leantime.
// It is the only place that joins the packages, opens files, reads the environment and prints.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // Windows has no zone data of its own
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	stop()
	os.Exit(code)
}

// Exit statuses.
const (
	exitDone      = 0
	exitFailed    = 1
	exitMisused   = 2
	exitUndecided = 3 // nothing posted, because the draft still needs decisions
)

// run is the whole program: it carries out args and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer, getenv func(string) string) int {
	a := newApp(args, in, out, errs, getenv)
	root := a.rootCommand()
	root.SetArgs(args)
	return a.finish(root.ExecuteContext(ctx))
}
