package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"ugeseddel/draft"
	"ugeseddel/text"
)

// Default are the settings of a person who has none.
func Default() Settings { return Settings{Draft: draft.Settings{Norm: draft.FullTime}} }

// Load reads the settings from file, or from the usual place where file is "". Without a file in the usual place there are no settings.
func Load(file string) (Settings, error) {
	asked := file != ""
	home, _ := os.UserHomeDir()
	if !asked {
		usual, err := File()
		if err != nil {
			return Default(), nil // a machine without home folders has no settings either
		}
		file = usual
	}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && !asked {
		return Default(), nil
	}
	if err != nil {
		return Settings{}, text.Errorf("config.unreadable", file).Because(err).Try("config.unreadable-hint")
	}
	return Parse(file, home, data)
}

// File returns the usual place of config.yaml on this computer.
func File() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "ugeseddel", "config.yaml"), nil
}

// StateDir returns the usual folder for drafts, memory and copies of calendars on this computer.
func StateDir() (string, error) {
	if runtime.GOOS == "linux" {
		if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "ugeseddel"), nil
		}
		home, err := os.UserHomeDir()
		return filepath.Join(home, ".local", "state", "ugeseddel"), err
	}
	if dir := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && dir != "" {
		return filepath.Join(dir, "ugeseddel"), nil
	}
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "ugeseddel", "state"), err
}
