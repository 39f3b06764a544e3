package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// version is the release, set when it is built.
var version = "dev"

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "ugeseddel",
		Long:          a.lang.T("cmd.root.long"),
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noArgs,

		DisableFlagsInUseLine: true,
		RunE:                  a.fridayJob,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.errs)
	root.SetVersionTemplate("ugeseddel {{.Version}}\n")
	root.SetUsageTemplate(a.usageTemplate())
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{Hidden: true, Use: "no-help"})
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	a.globalFlags(root.PersistentFlags())
	root.AddCommand(a.commands()...)
	a.nameHelpFlags(root)
	return root
}

// commands is every command there is, in the order in which a person meets them.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.eventsCommand(),
		a.demoCommand(),
		a.previewCommand(),
		a.draftCommand(),
		a.reviewCommand(),
		a.postCommand(),
		a.undoCommand(),
		a.loginCommand(),
		a.logoutCommand(),
		a.rulesCommand(),
		a.suggestCommand(),
	}
}

func (a *app) globalFlags(f *pflag.FlagSet) {
	f.StringVar(&a.flags.config, "config", "", a.lang.T("cmd.flag.config"))
	f.StringVar(&a.flags.rules, "rules", "", a.lang.T("cmd.flag.rules"))
	f.StringArrayVar(&a.flags.calendars, "calendar", nil, a.lang.T("cmd.flag.calendar"))
	f.StringVar(&a.flags.timezone, "timezone", "", a.lang.T("cmd.flag.timezone"))
	f.Var(&langFlag{&a.flags.lang}, "lang", a.lang.T("cmd.flag.lang"))
	f.BoolVar(&a.flags.noColor, "no-color", false, a.lang.T("cmd.flag.no-color"))
	f.SortFlags = false
}

// command makes a command whose help stands in the catalogue below its key: what it does, at length, and examples.
func (a *app) command(key, use string, run func(*cobra.Command, []string) error) *cobra.Command {
	c := &cobra.Command{
		Use:                   a.placeholders(use),
		DisableFlagsInUseLine: true,
		Short:                 a.lang.T(key + ".short"),
		Long:                  a.lang.T(key + ".long"),
		Example:               a.lang.T(key + ".example"),
		Args:                  a.noArgs,
		RunE:                  run,
	}
	c.Flags().SortFlags = false
	return c
}

// placeholders puts what a person replaces in a usage line into the person's language.
func (a *app) placeholders(use string) string {
	return strings.NewReplacer("FILE", a.lang.T("cmd.use.file"), "NAME", a.lang.T("cmd.use.name"), "TITLE", a.lang.T("cmd.use.title"),
		"EVENTS", a.lang.T("cmd.use.events"), "LABELS", a.lang.T("cmd.use.labels")).Replace(use)
}

func (a *app) noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if c == c.Root() {
		if near := c.SuggestionsFor(args[0]); len(near) > 0 {
			return misused("cmd.unknown-command-near", args[0], near[0])
		}
		return misused("cmd.unknown-command", args[0])
	}
	return misused("cmd.no-arguments", c.CommandPath(), args[0])
}

// flagError puts our words to the mistakes that the flag parser finds.
func (a *app) flagError(err error) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return misused("cmd.unknown-flag", strings.Repeat("-", 2-min(1, len(unknown.GetSpecifiedShortnames())))+unknown.GetSpecifiedName())
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return misused("cmd.flag-value", "--"+missing.GetFlag().Name)
	}
	if invalid, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return misused("cmd.flag-invalid", invalid.GetValue(), "--"+invalid.GetFlag().Name)
	}
	return misuse{err}
}

// langFlag is a language of the catalogue.
type langFlag struct{ value *string }

func (f *langFlag) String() string {
	if f.value == nil {
		return ""
	}
	return *f.value
}

func (f *langFlag) Type() string { return "da|en" }

func (f *langFlag) Set(s string) error {
	if s != "da" && s != "en" {
		return errors.New("da|en")
	}
	*f.value = s
	return nil
}

func (a *app) nameHelpFlags(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = a.lang.T("cmd.flag.help")
	if c.Version != "" {
		c.InitDefaultVersionFlag()
		c.Flags().Lookup("version").Usage = a.lang.T("cmd.flag.version")
	}
	for _, sub := range c.Commands() {
		a.nameHelpFlags(sub)
	}
}

// usageTemplate is cobra's own, in the person's language and without what this program does not have.
func (a *app) usageTemplate() string {
	return a.lang.T("cmd.usage.usage") + `:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} {{if .Runnable}}[` + a.lang.T("cmd.usage.command") + `]{{else}}` + a.lang.T("cmd.usage.command") + `{{end}}{{else}}{{.UseLine}}{{end}}{{if .HasExample}}

` + a.lang.T("cmd.usage.examples") + `:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

` + a.lang.T("cmd.usage.commands") + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + a.lang.T("cmd.usage.flags") + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + a.lang.T("cmd.usage.global-flags") + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
