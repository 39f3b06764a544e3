//go:build !windows

package main

import "cmp"

// systemLocale returns the language that the system speaks with the person, such as da_DK.UTF-8.
func systemLocale(getenv func(string) string) string {
	return cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
}
