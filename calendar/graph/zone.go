package graph

import "time"

// zoneOf finds the zone of an answer: UTC, since that is asked for, or what else the server calls by its IANA name.
func zoneOf(name string) (*time.Location, error) { return time.LoadLocation(name) }
