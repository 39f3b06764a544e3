package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar/caldav/caldavtest"
	"ugeseddel/demo"
)

// runIn runs the program with a configuration and a state folder of its own.
func runIn(t *testing.T, config string, args ...string) (status int, out, errs string) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "config.yaml")
	require.NoError(t, os.WriteFile(file, []byte(config), 0o600))
	env := map[string]string{"UGESEDDEL_CONFIG": file, "UGESEDDEL_STATE": filepath.Join(dir, "state"), "PASSWORD": "sesame", "WRONG": "sesam"}
	var stdout, stderr bytes.Buffer
	status = run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, func(key string) string { return env[key] })
	return status, stdout.String(), stderr.String()
}

// objects takes a calendar apart into what a CalDAV server keeps: an object for each UID, a series with its overrides.
func objects(calendar string) map[string]string {
	head, rest, _ := strings.Cut(calendar, "BEGIN:VEVENT")
	events := map[string]string{}
	for event := range strings.SplitSeq(strings.TrimSuffix(rest, "END:VCALENDAR\r\n"), "BEGIN:VEVENT") {
		_, uid, _ := strings.Cut(event, "UID:")
		uid, _, _ = strings.Cut(uid, "@")
		events[uid] += "BEGIN:VEVENT" + event
	}
	for uid, text := range events {
		events[uid] = head + text + "END:VCALENDAR\r\n"
	}
	return events
}

func TestPreviewReadsAWeekFromARealCalDAVServer(t *testing.T) {
	t.Parallel()
	s := caldavtest.Radicale(t)
	work, empty := s.MakeCalendar(t, "arbejde", "VEVENT"), s.MakeCalendar(t, "tom", "VEVENT")
	require.NotEqual(t, work, empty)
	for name, object := range objects(string(demo.Calendar)) {
		s.Put(t, work, name+".ics", object)
	}
	config := "timezone: Europe/Copenhagen\nlanguage: en\nme: [mette@example.dk]\ncalendars:\n" +
		"  - {name: radicale, caldav: " + s.URL + ", user: alice, password: {env: PASSWORD}}\n"

	status, out, errs := runIn(t, config, "preview", "--week", "2026-W47")
	require.Zero(t, status, errs)
	require.Contains(t, out, "✓ 08:30–10:00  1.50   Styregruppemøde OS2valghalla")
	require.Contains(t, out, "10:30–11:00  0.50   Ugemøde i sekretariatet", "the moved occurrence stands where it was moved to")
	require.NotContains(t, out, "09:00–09:30", "and no longer where it was")

	t.Run("a calendar that cannot be reached is named and does not hide the other", func(t *testing.T) {
		config := config + "  - {name: nextcloud, caldav: http://127.0.0.1:1, user: alice, password: {env: PASSWORD}}\n" +
			"  - {name: forkert, caldav: " + s.URL + ", user: alice, password: {env: WRONG}}\n"
		status, out, errs := runIn(t, config, "preview", "--week", "2026-W47")
		require.Equal(t, exitFailed, status)
		require.Contains(t, out, "Styregruppemøde OS2valghalla")
		require.Contains(t, errs, `calendar "nextcloud" could not be read`)
		require.Contains(t, errs, `calendar "forkert" could not be read`)
		require.NotContains(t, errs, "sesam")
	})
}
