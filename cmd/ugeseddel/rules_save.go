package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ugeseddel/config"
	"ugeseddel/mapping"
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

// saveRules writes the rules in use into a new file, for a person to change, or to standard output for "-". A file that is there
// already stays as it is.
func (a *app) saveRules(s config.Settings, name string) error {
	data, err := rulesData(s)
	if err != nil {
		return err
	}
	rules, err := mapping.Parse(rulesName(s), data)
	if err != nil {
		return err
	}
	if name == "-" {
		_, err := a.out.Write(data)
		return err
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return text.Errorf("rules.save", name).Because(err)
	}
	err = writeNew(full, data)
	switch {
	case errors.Is(err, fs.ErrExist):
		return text.Errorf("rules.save-exists", full).Try("rules.save-exists-hint")
	case err != nil:
		return text.Errorf("rules.save", full).Because(err)
	}
	a.say("rules.saved", full)
	for _, place := range rules.ExamplesIn {
		if place.Text != mapping.BuiltIn && !filepath.IsAbs(place.Text) {
			a.say("rules.saved-examples", place.Text)
		}
	}
	return nil
}

// writeNew writes a file that is not there yet, whole or not at all.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}
