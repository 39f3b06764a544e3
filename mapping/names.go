package mapping

import (
	"regexp"
	"strings"
)

var year = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)

// sameName tells whether two names of projects are one: case, spaces, hyphens and the spelling of æ, ø and å do not matter.
func sameName(a, b string) bool { return nameKey(a) == nameKey(b) }

func nameKey(name string) string { return letters(fold(name)) }

// withoutYear returns the name and the year in it, "" where there is none: a yearly project has a new one each year.
func withoutYear(name string) (bare, inYear string) {
	m := year.FindStringSubmatchIndex(name)
	if m == nil {
		return name, ""
	}
	return strings.Trim(name[:m[2]]+name[m[3]:], " -–—,()"), name[m[2]:m[3]]
}

// shortName returns what people call a project: its name without OS2, where that is long enough to be told from other words.
func shortName(name string) string {
	key := nameKey(name)
	if !strings.HasPrefix(key, "os2") || len(key) < len("os2")+leastFirst {
		return ""
	}
	return key[len("os2"):]
}
