package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	tzlocal "github.com/thlib/go-timezone-local/tzlocal"

	"ugeseddel/config"
	"ugeseddel/text"
)

// app is one run of the program: its streams, its language and what the global flags say.
type app struct {
	in     io.Reader
	out    io.Writer
	errs   io.Writer
	getenv func(string) string
	now    func() time.Time
	lang   text.Lang
	flags  globalFlags

	answers answerer // nil until the first question: then what the person types
}

type globalFlags struct {
	config, rules, timezone, lang string
	calendars                     []string
	noColor                       bool
}

func newApp(args []string, in io.Reader, out, errs io.Writer, getenv func(string) string) *app {
	a := &app{in: in, out: out, errs: errs, getenv: getenv, now: time.Now}
	a.lang = a.language(args)
	return a
}

// say prints a line to standard error, where everything goes that is not data.
func (a *app) say(key string, args ...any) {
	fmt.Fprintln(a.errs, a.lang.T(key, args...))
}

// exitError ends the program with a status of its own; whatever had to be said was said.
type exitError struct{ status int }

func (e *exitError) Error() string { return fmt.Sprintf("exit status %d", e.status) }

// misuse is a mistake in how the command was called.
type misuse struct{ error }

func (m misuse) Unwrap() error { return m.error }

// misused makes an error that ends with status 2.
func misused(key string, args ...any) error { return misuse{text.Errorf(key, args...)} }

// finish tells err, with what to do about it, and returns the exit status.
func (a *app) finish(err error) int {
	if err == nil {
		return exitDone
	}
	if exit, ok := errors.AsType[*exitError](err); ok {
		return exit.status
	}
	m, isMisuse := errors.AsType[misuse](err)
	if isMisuse {
		err = m.error
	}
	a.tell(err)
	if isMisuse {
		a.say("cmd.see-help")
		return exitMisused
	}
	return exitFailed
}

// tell prints what went wrong, a line for each thing, and then what to do about it.
func (a *app) tell(err error) {
	for _, line := range a.lang.Error(err) {
		fmt.Fprintln(a.errs, "ugeseddel: "+line)
	}
	for _, hint := range a.lang.Hints(err) {
		a.say("cmd.hint", hint)
	}
}

// settings reads config.yaml and lets the global flags speak last.
func (a *app) settings() (config.Settings, error) { return a.settingsBeside(nil) }

// settingsBeside is settings for a command that was given files instead of calendars: where the file that the environment names
// is not there, it does without.
func (a *app) settingsBeside(files []string) (config.Settings, error) {
	zone, err := a.zoneAsked()
	if err != nil {
		return config.Settings{}, err
	}
	s, err := a.loadSettings()
	if len(files) > 0 && a.flags.config == "" && errors.Is(err, fs.ErrNotExist) {
		s, err = config.Default(), nil
	}
	if err != nil {
		return s, err
	}
	if zone != nil {
		s.Timezone = zone
	}
	if s.Timezone == nil {
		s.Timezone = systemZone()
	}
	s.Draft.Zone = s.Timezone
	if a.flags.rules != "" {
		s.Rules = a.flags.rules
	}
	return s, nil
}

// zoneAsked is the zone of --timezone, nil where there is none.
func (a *app) zoneAsked() (*time.Location, error) {
	if a.flags.timezone == "" {
		return nil, nil
	}
	zone, err := time.LoadLocation(a.flags.timezone)
	if err != nil {
		return nil, misused("cmd.timezone", a.flags.timezone)
	}
	return zone, nil
}

func (a *app) loadSettings() (config.Settings, error) {
	file := a.flags.config
	if file == "" {
		file = a.getenv("UGESEDDEL_CONFIG")
	}
	return config.Load(file)
}

// systemZone returns the computer's own zone, under its IANA name where that can be found out.
func systemZone() *time.Location {
	name, err := tzlocal.RuntimeTZ()
	if err != nil {
		return time.Local
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return time.Local
	}
	return zone
}

// stateDir returns the folder for drafts, memory and copies of calendars.
func (a *app) stateDir() (string, error) {
	if dir := a.getenv("UGESEDDEL_STATE"); dir != "" {
		return filepath.Abs(dir)
	}
	dir, err := config.StateDir()
	if err != nil {
		return "", text.Errorf("cmd.no-state").Because(err).Try("cmd.no-state-hint")
	}
	return dir, nil
}

// language finds the language before anything is said: --lang, else the settings, else the system's.
func (a *app) language(args []string) text.Lang {
	asked := flagValue(args, "--lang")
	if asked == "" {
		a.flags.config = flagValue(args, "--config")
		s, _ := a.loadSettings() // what is wrong with them is told in their language, when they are needed
		asked = string(s.Language)
		a.flags.config = ""
	}
	switch {
	case asked == string(text.Danish):
		return text.Danish
	case asked == "" && strings.HasPrefix(strings.ToLower(systemLocale(a.getenv)), "da"):
		return text.Danish
	}
	return text.English
}

// flagValue finds the value of a flag in args before they are parsed.
func flagValue(args []string, flag string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, flag+"="); ok {
			return value
		}
		if arg == flag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}
