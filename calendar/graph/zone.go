package graph

import (
	"time"

	"ugeseddel/calendar/ical"
)

// zoneOf finds the zone of an answer, or nil: UTC, which is asked for and is what no name means, or another by its Windows or IANA name.
func zoneOf(name string) *time.Location {
	if name == "" {
		return time.UTC
	}
	return ical.Zone(name)
}
