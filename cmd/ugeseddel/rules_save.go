package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ugeseddel/config"
	"ugeseddel/text"
)

func (a *app) rulesSaveCommand() *cobra.Command {
	c := a.command("cmd.rules-save", "save FILE", nil)
	c.Args = a.oneArg("rules.save-where")
	c.RunE = func(c *cobra.Command, args []string) error {
		s, err := a.settings()
		if err != nil {
			return err
		}
		return a.saveRules(s, args[0])
	}
	return c
}

// saveRules writes the rules in use into a new file, for a person to change. A file that is there already stays as it is.
func (a *app) saveRules(s config.Settings, name string) error {
	data, err := rulesData(s)
	if err != nil {
		return err
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return text.Errorf("rules.save", name).Because(err)
	}
	f, err := os.OpenFile(full, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return text.Errorf("rules.save-exists", full).Try("rules.save-exists-hint")
	}
	if err == nil {
		_, err = f.Write(data)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return text.Errorf("rules.save", full).Because(err)
	}
	a.say("rules.saved", full)
	return nil
}
