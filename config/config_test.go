package config_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"ugeseddel/config"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/secret"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestParseReadsEverythingThatCanBeSet(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "full.yaml"))
	require.NoError(t, err)
	got, err := config.Parse("/etc/u/config.yaml", "/home/mette", data)
	require.NoError(t, err)

	copenhagen, err := time.LoadLocation("Europe/Copenhagen")
	require.NoError(t, err)
	want := config.Settings{
		File:     "/etc/u/config.yaml",
		Timezone: copenhagen,
		Language: text.Danish,
		Calendars: []config.Calendar{
			{Name: "arbejde", ICS: "https://outlook.example/kalender.ics"},
			{Name: "fil", ICS: "/home/mette/kalender/uge.ics"},
			{Name: "mappe", ICS: "/etc/u/kalendere"},
			{Name: "nextcloud", CalDAV: &config.CalDAV{URL: "https://sky.example/remote.php/dav", User: "mette", Password: secret.Ref{Env: "NC_PASSWORD"}}},
			{Name: "google", CalDAV: &config.CalDAV{URL: "google", ClientID: "id", ClientSecret: secret.Ref{File: "/etc/u/google.txt"}}},
			{Name: "outlook", Graph: &config.Graph{Tenant: "organizations", ClientID: "id", Mailbox: "faelles@example.dk", Scopes: []string{"Calendars.Read", "User.Read"}}},
		},
		Me:       []string{"mette@example.dk", "mø@example.dk"},
		Leantime: config.Leantime{URL: "https://leantime.example", Token: secret.Ref{Keyring: "leantime"}, User: "mette@example.dk"},
		Draft:    fullWeek(),
		Rules:    "/etc/u/regler.yaml",
	}
	require.Empty(t, cmp.Diff(want, got,
		cmpopts.IgnoreTypes(yamlread.Pos{}), cmp.AllowUnexported(draft.Step{}),
		cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })))
}

func fullWeek() draft.Settings {
	step, _ := draft.NewStep(30)
	return draft.Settings{
		Step:    step,
		Norm:    draft.EveryWeek(draft.Hours{0, 450, 450, 0, 450, 225, 0}),
		Workday: draft.Clock{From: 7*60 + 30, To: 15 * 60},
		Holidays: draft.Holidays{
			Free: append([]draft.Custom{{Month: time.May, Day: 1}, {Year: 2026, Month: time.May, Day: 15, Name: "Dagen efter Kristi himmelfart"}}, draft.DanishCustoms...),
			Work: []draft.Custom{{Month: time.June, Day: 5}},
		},
		Standing: []draft.Standing{
			{Title: "Frokost", At: draft.Clock{From: 720, To: 750}, Choice: mapping.Choice{Project: "Sekretariatsarbejde", Tag: "pause", Task: "Frokost (betalt pause)"}},
			{Title: "Vagt", Days: []time.Weekday{time.Thursday}, Weeks: draft.OddWeeks, Minutes: 60, Choice: mapping.Choice{Project: "OS2iot", Tag: "drift", Task: "Vagt"}},
		},
		Speedy:       true,
		Travel:       draft.Travel{Before: 30, After: 45, Offices: []string{"Vesterbrogade"}, Choice: mapping.Choice{Project: "Sekretariatsarbejde", Tag: "transport", Task: "Transport"}},
		Preparation:  []draft.Preparation{{Tag: "governance", Before: 15, After: 30}},
		Private:      true,
		DayLimit:     600,
		Off:          map[draft.CheckName]bool{draft.CheckLongWeek: true},
		Confidential: []string{"fortrolig"},
	}
}

func TestHoursMayDifferBetweenOddAndEvenWeeks(t *testing.T) {
	t.Parallel()
	s, err := config.Parse("config.yaml", "", []byte("hours: {odd: {mon: 7.5}, even: {mon: 7.5, tue: 3}}"))
	require.NoError(t, err)
	require.Equal(t, draft.Norm{Odd: draft.Hours{0, 450}, Even: draft.Hours{0, 450, 180}}, s.Draft.Norm)

	_, err = config.Parse("config.yaml", "", []byte("hours: {odd: {mon: 7.5}, even: {}, tue: 3}"))
	require.ErrorContains(t, err, "config.yaml:1:41: write either weekdays, or odd and even")
}

func TestParseTellsEveryMistakeWithItsLine(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "mistakes.yaml"))
	require.NoError(t, err)

	_, err = config.Parse("config.yaml", "", data)
	require.Error(t, err)
	golden := filepath.Join("testdata", "mistakes.txt")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(err.Error()+"\n"), 0o600))
	}
	want, readErr := os.ReadFile(golden)
	require.NoError(t, readErr)
	require.Equal(t, string(want), err.Error()+"\n")
	require.NotContains(t, err.Error(), "hemmelig")
}

func TestWithoutAFileThereAreTheDanishNormHours(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	s, err := config.Load("")
	require.NoError(t, err)
	require.Equal(t, config.Settings{Draft: draft.Settings{Norm: draft.FullTime}}, s)
}

func TestAFileThatWasAskedForMustBeThere(t *testing.T) {
	t.Parallel()
	_, err := config.Load(filepath.Join(t.TempDir(), "missing.yaml"))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.NotEmpty(t, text.Danish.Hints(err))
}
