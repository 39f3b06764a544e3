package ical

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

//go:generate go run ./cldr node_modules/cldr-core/supplemental/windowsZones.json

// Bounds for hostile calendars: looking for a name in the zone database costs time.
const (
	longestIANAName = 64
	longestName     = 400
	maxGuesses      = 2000 // names that are looked for; of others only the well-known ones are
)

// zoneRef is a zone as a value names it, in one VCALENDAR. The zone is found when it is first needed,
// since a VTIMEZONE may stand after the events that use it.
type zoneRef struct {
	name     string
	calendar *vcalendar
	found    *zone
	unknown  bool
}

// zone returns the zone that is meant: by the exact name of the IANA database that one, whatever a VTIMEZONE says, since some programs
// export cut ones; by any other name the VTIMEZONE of the same VCALENDAR, else what the name resembles, else home.
func (r *zoneRef) zone(home *zone) *zone {
	if r.found != nil {
		return r.found
	}
	if whole := r.calendar.whole(); whole != r.calendar {
		same := whole.zoneRef([]byte(r.name))
		r.found, r.unknown = same.zone(home), same.unknown
		return r.found
	}
	if r.found = r.find(); r.found == nil {
		r.found, r.unknown = home, true
	}
	return r.found
}

func (r *zoneRef) find() *zone {
	if z := r.everywhere("=", ianaName); z != nil {
		return z
	}
	if z := r.calendar.vtimezone(r.name); z != nil {
		return z
	}
	return r.everywhere("~", guessZone)
}

// everywhere looks for a zone in a way that does not depend on the VCALENDAR, once for all of them.
func (r *zoneRef) everywhere(way string, find func(string) *zone) *zone {
	z, known := r.calendar.shared[way+r.name]
	if !known {
		if len(r.calendar.shared) < maxGuesses || wellKnown(r.name) {
			z = find(r.name)
		}
		r.calendar.shared[way+r.name] = z
	}
	return z
}

// wellKnown tells whether a table knows the name.
func wellKnown(name string) bool {
	return len(name) <= longestIANAName && (foldedNames()[foldName(name)] != "" || windowsZones[strings.ToLower(name)] != "")
}

func ianaName(name string) *zone {
	if location := ianaZone(name); location != nil {
		return newZone(location)
	}
	return nil
}

// ianaZone returns the zone with exactly this name, or nil.
func ianaZone(name string) *time.Location {
	if name == "" || name == "Local" || len(name) > longestIANAName {
		return nil
	}
	location, err := time.LoadLocation(name)
	if err != nil || location.String() != name {
		return nil
	}
	return location
}

// Zone returns the zone with an IANA or a Windows name, or nil.
func Zone(name string) *time.Location {
	if location := ianaZone(name); location != nil {
		return location
	}
	return windowsZone(name)
}

// guessZone returns the zone of a Windows name, or of an IANA name that came through another program, or nil.
func guessZone(name string) *zone {
	if len(name) > longestName {
		return nil
	}
	name = strings.Trim(name, "\"' \t")
	for _, guess := range []func(string) *time.Location{ianaZone, windowsZone, prefixedZone, miswrittenZone, displayedZone} {
		if location := guess(name); location != nil {
			return newZone(location)
		}
	}
	return fixedZone(name)
}

var numbered = regexp.MustCompile(` +\d+$`)

// windowsZone knows "W. Europe Standard Time" and, since Outlook numbers its copies, "GMT Standard Time 1".
func windowsZone(name string) *time.Location {
	return ianaZone(windowsZones[strings.ToLower(numbered.ReplaceAllString(name, ""))])
}

// prefixedZone knows "/mozilla.org/20050126_1/Europe/Berlin" and its like.
func prefixedZone(name string) *time.Location {
	if !strings.HasPrefix(name, "/") {
		return nil
	}
	for _, rest, ok := strings.Cut(name[1:], "/"); ok && strings.Contains(rest, "/"); _, rest, ok = strings.Cut(rest, "/") {
		if location := ianaZone(rest); location != nil {
			return location
		}
	}
	return miswrittenZone(name[strings.LastIndexByte(name, '/')+1:])
}

// foldedNames has the IANA names by their letters alone, and by their cities alone where no other zone has the same.
var foldedNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, name := range ianaNames {
		names[foldName(name)] = name
		city := foldName(name[strings.LastIndexByte(name, '/')+1:])
		if !strings.HasPrefix(name, "Etc/") && names[city] == "" {
			names[city] = name
		}
	}
	return names
})

func foldName(name string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(name))
}

// miswrittenZone knows "europe/LISBON", "Europe/Isle of Man" and "Berlin".
func miswrittenZone(name string) *time.Location {
	return ianaZone(foldedNames()[foldName(strings.TrimSpace(name))])
}

var displayed = regexp.MustCompile(`^\((?:UTC|GMT)([+-]\d\d[:.]?\d\d)?\) *(.*)$`)

// displayedZone knows what Windows shows to people: "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "(UTC-05:00) Eastern Time (US & Canada)".
// The offset must be that of the zone in winter or in summer, lest a city of the same name is taken.
func displayedZone(name string) *time.Location {
	parts := displayed.FindStringSubmatch(name)
	if parts == nil {
		return nil
	}
	offset, err := parseOffset([]byte(strings.ReplaceAll(parts[1], ".", ":")))
	if err != nil {
		offset = 0
	}
	area, _, _ := strings.Cut(parts[2], " (")
	if location := ianaZone(windowsZones[strings.ToLower(strings.TrimSuffix(area, " Time")+" Standard Time")]); hasOffset(location, offset) {
		return location
	}
	for city := range strings.SplitSeq(area, ",") {
		if location := miswrittenZone(city); hasOffset(location, offset) {
			return location
		}
	}
	return nil
}

func hasOffset(location *time.Location, offset int) bool {
	if location == nil {
		return false
	}
	for _, month := range []time.Month{time.January, time.July} {
		if _, o := time.Date(2025, month, 1, 12, 0, 0, 0, location).Zone(); o == offset {
			return true
		}
	}
	return false
}

var offsetName = regexp.MustCompile(`^(?i:UTC|GMT|Z)?([+-]\d\d?(?:[:.]?\d\d)?)?$`)

// fixedZone knows "UTC+01:00", "GMT-5" and "+0100", which never change their clocks; nil for any other name.
func fixedZone(name string) *zone {
	parts := offsetName.FindStringSubmatch(name)
	if parts == nil || name == "" {
		return nil
	}
	if parts[1] == "" {
		return utcZone
	}
	digits := strings.ReplaceAll(parts[1], ".", ":")
	if len(digits) == 2 {
		digits = digits[:1] + "0" + digits[1:]
	}
	offset, err := parseOffset([]byte(digits))
	if err != nil {
		return nil
	}
	return newZone(time.FixedZone(name, offset))
}
