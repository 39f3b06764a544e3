package main

import (
	"cmp"

	"golang.org/x/sys/windows"
)

// systemLocale returns the language that the system speaks with the person, such as da-DK.
func systemLocale(getenv func(string) string) string {
	if locale := cmp.Or(getenv("LC_ALL"), getenv("LANG")); locale != "" {
		return locale
	}
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}
