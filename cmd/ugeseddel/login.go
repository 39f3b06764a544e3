package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/config"
	"ugeseddel/day"
	"ugeseddel/secret"
	"ugeseddel/signin"
	"ugeseddel/text"
)

// loginFlags say how the person meets the page on which they sign in.
type loginFlags struct{ device, noOpen bool }

func (a *app) loginCommand() *cobra.Command {
	var how loginFlags
	c := a.command("cmd.login", "login NAME", func(c *cobra.Command, args []string) error {
		return a.login(c.Context(), args[0], how)
	})
	c.Args = a.oneName
	c.Flags().BoolVar(&how.device, "device", false, a.lang.T("cmd.flag.device"))
	c.Flags().BoolVar(&how.noOpen, "no-open", false, a.lang.T("cmd.flag.no-open"))
	return c
}

// leantimeName is what Leantime is called where the other names are those of calendars.
const leantimeName = "leantime"

func (a *app) oneName(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return misused("cmd.one-name", c.CommandPath())
	}
	return nil
}

func (a *app) login(ctx context.Context, name string, how loginFlags) error {
	s, err := a.settings()
	if err != nil {
		return err
	}
	if name == leantimeName {
		return a.loginLeantime(ctx, s)
	}
	c, err := findCalendar(s, name)
	switch {
	case err != nil:
		return err
	case signsIn(c):
		return a.loginProvider(ctx, s, c, how)
	case c.CalDAV != nil && signin.IsNextcloud(c.CalDAV.URL):
		return a.loginNextcloud(ctx, s, c, how)
	case c.CalDAV != nil:
		return a.loginPassword(ctx, s, c)
	}
	return text.Errorf("cmd.login-needless", name)
}

func findCalendar(s config.Settings, name string) (config.Calendar, error) {
	i := slices.IndexFunc(s.Calendars, func(c config.Calendar) bool { return c.Name == name })
	if i < 0 {
		return config.Calendar{}, misused("cmd.unknown-login", name, append(calendarNames(s), leantimeName))
	}
	return s.Calendars[i], nil
}

// loginProvider signs in to Microsoft or Google: in the browser, or with a code where the person asks for it or there is no browser.
func (a *app) loginProvider(ctx context.Context, s config.Settings, c config.Calendar, how loginFlags) error {
	session, err := a.session(ctx, c)
	if err != nil {
		return err
	}
	if how.device || !how.noOpen && !a.hasBrowser() && session.Provider.HasDevice() {
		err = session.Device(ctx, a.showCode)
	} else {
		err = session.Browser(ctx, func(address string) { a.showAddress(address, how) })
	}
	if err != nil {
		return err
	}
	a.say("cmd.login-done", session.Provider.Name, session.Store.Where(c.Name))
	a.tryCalendar(ctx, s, c)
	return nil
}

// showCode prints what the person carries to another device.
func (a *app) showCode(c signin.Code) {
	fmt.Fprintln(a.out, a.lang.T("cmd.login-code", c.Address, c.Code))
	a.say("cmd.login-waiting")
}

// showAddress opens the address in the browser, or prints it where that is wished for or fails.
func (a *app) showAddress(address string, how loginFlags) {
	if how.noOpen {
		fmt.Fprintln(a.out, address)
		a.say("cmd.login-waiting")
		return
	}
	a.say("cmd.login-opened")
	browser.Stdout, browser.Stderr = io.Discard, io.Discard // browsers talk to themselves
	go func() {                                             // and some of them stay until they are closed
		if browser.OpenURL(address) != nil {
			fmt.Fprintln(a.out, address)
		}
	}()
}

// hasBrowser tells whether a browser can show itself: on Linux it needs a screen, or Windows around it.
func (a *app) hasBrowser() bool {
	return runtime.GOOS != "linux" || a.getenv("DISPLAY") != "" || a.getenv("WAYLAND_DISPLAY") != "" || a.getenv("WSL_DISTRO_NAME") != ""
}

// tryCalendar reads today, so that the person hears now what still keeps the calendar from being read. The sign-in stands in any case.
func (a *app) tryCalendar(ctx context.Context, s config.Settings, c config.Calendar) {
	today := day.Of(a.now().In(s.Timezone))
	source, err := a.source(ctx, s, c)
	if err == nil {
		_, err = source.Events(ctx, period{today, today.Add(1)}.window(s.Timezone))
	}
	if _, failed := calendar.Problems(err); failed != nil {
		a.tell(text.Errorf("cmd.calendar-failed", c.Name).Because(failed))
		return
	}
	a.say("cmd.login-tried", c.Name)
}

// logoutCommand forgets what login stored.
func (a *app) logoutCommand() *cobra.Command {
	c := a.command("cmd.logout", "logout NAME", func(c *cobra.Command, args []string) error {
		return a.logout(c.Context(), args[0])
	})
	c.Args = a.oneName
	return c
}

// logout removes what is kept under the name, also where the settings do not know it any more. A name without either is a mistake.
func (a *app) logout(ctx context.Context, name string) error {
	store, err := a.store()
	if err != nil {
		return err
	}
	kept := a.keptUnder(name)
	if _, err := store.Get(ctx, kept); errors.Is(err, secret.ErrNone) {
		return a.logoutNothing(name)
	}
	if err := store.Delete(ctx, kept); err != nil {
		return err
	}
	a.say("cmd.logout-done", name)
	return nil
}

// keptUnder is the name under which a login's secret is kept: that of the settings, where they name one.
func (a *app) keptUnder(name string) string {
	s, err := a.settings()
	if err != nil {
		return name
	}
	if name == leantimeName {
		return cmp.Or(s.Leantime.Token.Keyring, name)
	}
	if c, err := findCalendar(s, name); err == nil && c.CalDAV != nil {
		return cmp.Or(c.CalDAV.Password.Keyring, name)
	}
	return name
}

func (a *app) logoutNothing(name string) error {
	s, err := a.settings()
	if err != nil {
		return err
	}
	if _, err := findCalendar(s, name); err != nil && name != leantimeName {
		return err
	}
	a.say("cmd.logout-nothing", name)
	return nil
}
