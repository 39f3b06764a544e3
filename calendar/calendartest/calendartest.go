// Package calendartest is the contract that every source of events keeps, and a source in memory for the tests of others.
package calendartest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
)

// Meeting is something that stands in a calendar. A source's test puts it there in the source's own way.
type Meeting struct {
	UID, Title string // each only once
	Start, End time.Time
	AllDay     bool // Start and End are midnights
	Weekly     int  // how many times it takes place, a week apart by the clock of Start; 0 and 1 are once
	Private    bool
	Cancelled  bool
	Free       bool
	Broken     bool // it cannot be read
}

// Copenhagen is the zone of the meetings and windows of the contract.
func Copenhagen(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Copenhagen")
	require.NoError(t, err)
	return zone
}

// Run asserts the contract of calendar.Source. newSource returns a source of a calendar that holds the meetings; it is called for each part.
func Run(t *testing.T, newSource func(t *testing.T, meetings []Meeting) calendar.Source) {
	c := contract{newSource, Copenhagen(t)}
	for name, part := range map[string]func(*testing.T){
		"lists what overlaps the window, whole and in order": c.overlap,
		"has all-day events from midnight to midnight":       c.allDay,
		"keeps a series to its clock, each with an identity": c.series,
		"leaves out what is cancelled":                       c.cancelled,
		"tells of a private event nothing but its time":      c.private,
		"gives the same again, and the parts of a window":    c.again,
		"finds nothing in an empty calendar":                 c.empty,
		"gives up when it is told to":                        c.givesUp,
	} {
		t.Run(name, part)
	}
}

// RunBroken asserts that an event that cannot be read is told and costs only itself, for sources that can hold one.
func RunBroken(t *testing.T, newSource func(t *testing.T, meetings []Meeting) calendar.Source) {
	c := contract{newSource, Copenhagen(t)}
	good := c.meeting("good", 24, 9)
	bad := c.meeting("bad", 25, 9)
	bad.Broken = true
	events, err := c.source(t, bad, good).Events(t.Context(), c.week())
	problems, rest := calendar.Problems(err)
	require.NoError(t, rest)
	require.NotEmpty(t, problems)
	require.NotContains(t, problems[0].Error(), "Title")
	require.Equal(t, []string{"Title good"}, titles(events))
}

type contract struct {
	newSource func(t *testing.T, meetings []Meeting) calendar.Source
	zone      *time.Location
}

func (c contract) source(t *testing.T, meetings ...Meeting) calendar.Source {
	t.Helper()
	return c.newSource(t, meetings)
}

// events reads a calendar with these meetings, which must succeed.
func (c contract) events(t *testing.T, w calendar.Window, meetings ...Meeting) []calendar.Event {
	t.Helper()
	events, err := c.source(t, meetings...).Events(t.Context(), w)
	require.NoError(t, err)
	return events
}

// at is a time in November 2026; the 23rd is a Monday.
func (c contract) at(day, hour int) time.Time {
	return time.Date(2026, time.November, day, hour, 0, 0, 0, c.zone)
}

func (c contract) meeting(name string, day, hour int) Meeting {
	return Meeting{UID: name + "@example.dk", Title: "Title " + name, Start: c.at(day, hour), End: c.at(day, hour+1)}
}

func (c contract) week() calendar.Window {
	return calendar.Window{Start: c.at(23, 0), End: c.at(30, 0)}
}

func titles(events []calendar.Event) []string {
	var list []string
	for _, e := range events {
		list = append(list, e.Title)
	}
	return list
}

func (c contract) overlap(t *testing.T) {
	into, out := c.meeting("into", 22, 23), c.meeting("out", 29, 23)
	into.End, out.End = c.at(23, 2), c.at(30, 2)
	events := c.events(t, c.week(),
		c.meeting("late", 27, 15), c.meeting("b", 24, 9), c.meeting("a", 24, 9), into, out,
		c.meeting("ends when the window begins", 22, 23), c.meeting("begins when the window ends", 30, 0))
	require.Equal(t, []string{"Title into", "Title a", "Title b", "Title late", "Title out"}, titles(events))
	require.True(t, events[0].Start.Equal(into.Start), "not cut to the window")
	require.True(t, events[4].End.Equal(out.End), "not cut to the window")
	for _, e := range events {
		require.Equal(t, c.zone.String(), e.Start.Location().String(), "in the zone of the window")
		require.NotEmpty(t, e.ID())
		require.Equal(t, calendar.LeaveOut(""), e.LeaveOut())
	}
}

func (c contract) allDay(t *testing.T) {
	days := c.meeting("days", 22, 0)
	days.AllDay, days.End, days.Free = true, c.at(25, 0), true
	before := c.meeting("before", 22, 0)
	before.AllDay, before.End = true, c.at(23, 0)
	events := c.events(t, c.week(), days, before)
	require.Equal(t, []string{"Title days"}, titles(events))
	require.True(t, events[0].AllDay)
	require.True(t, events[0].Start.Equal(days.Start) && events[0].End.Equal(days.End))
	require.Equal(t, calendar.LeftFree, events[0].LeaveOut())
}

func (c contract) series(t *testing.T) {
	m := c.meeting("weekly", 23, 9)
	m.Start, m.End = m.Start.AddDate(0, 0, -42), m.End.AddDate(0, 0, -42) // in summer time
	m.Weekly = 8
	events := c.events(t, calendar.Window{Start: c.at(9, 0), End: c.at(30, 0)}, m)
	require.Len(t, events, 3)
	ids := map[string]bool{}
	for i, e := range events {
		require.True(t, e.Start.Equal(c.at(9+7*i, 9)), "%v", e.Start)
		require.Equal(t, time.Hour, e.End.Sub(e.Start))
		require.True(t, e.Recurring)
		ids[e.ID()] = true
	}
	require.Len(t, ids, 3, "each occurrence has an identity")
}

func (c contract) cancelled(t *testing.T) {
	m := c.meeting("cancelled", 24, 9)
	m.Cancelled = true
	require.Equal(t, []string{"Title there"}, titles(c.events(t, c.week(), m, c.meeting("there", 25, 9))))
}

func (c contract) private(t *testing.T) {
	m := c.meeting("private", 24, 9)
	m.Private = true
	events := c.events(t, c.week(), m)
	require.Len(t, events, 1)
	e := events[0]
	require.True(t, e.Private)
	require.True(t, e.Start.Equal(m.Start) && e.End.Equal(m.End))
	require.Empty(t, e.Title+e.Description+e.Location+e.Organizer+strings.Join(e.Categories, ""))
	require.Equal(t, calendar.LeftPrivate, e.LeaveOut())
}

func (c contract) again(t *testing.T) {
	m := c.meeting("weekly", 23, 9)
	m.Weekly = 2
	s := c.source(t, m, c.meeting("b", 26, 9), c.meeting("a", 24, 9))
	whole := calendar.Window{Start: c.at(23, 0), End: c.at(30, 0).AddDate(0, 0, 7)}
	first, err := s.Events(t.Context(), whole)
	require.NoError(t, err)
	second, err := s.Events(t.Context(), whole)
	require.NoError(t, err)
	require.Equal(t, identities(first), identities(second))

	left, err := s.Events(t.Context(), calendar.Window{Start: whole.Start, End: c.at(26, 0)})
	require.NoError(t, err)
	right, err := s.Events(t.Context(), calendar.Window{Start: c.at(26, 0), End: whole.End})
	require.NoError(t, err)
	require.Equal(t, identities(first), identities(slices.Concat(left, right)))
}

func identities(events []calendar.Event) []string {
	var list []string
	for _, e := range events {
		list = append(list, e.ID()+" "+e.Title)
	}
	return list
}

func (c contract) empty(t *testing.T) { require.Empty(t, c.events(t, c.week())) }

func (c contract) givesUp(t *testing.T) {
	s := c.source(t, c.meeting("a", 24, 9))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := s.Events(ctx, c.week())
	if err != nil {
		require.True(t, errors.Is(err, context.Canceled), "%v", err)
	}
}
