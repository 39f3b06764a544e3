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
		Hours:    config.Hours{0, 450, 450, 0, 450, 225, 0},
		Rounding: 30,
		Rules:    "/etc/u/regler.yaml",
	}
	require.Empty(t, cmp.Diff(want, got,
		cmpopts.IgnoreTypes(yamlread.Pos{}),
		cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() })))
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
	require.Equal(t, config.Settings{Hours: config.DefaultHours}, s)
}

func TestAFileThatWasAskedForMustBeThere(t *testing.T) {
	t.Parallel()
	_, err := config.Load(filepath.Join(t.TempDir(), "missing.yaml"))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.NotEmpty(t, text.Danish.Hints(err))
}
