package ical

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar/ical/icaltest"
)

func TestATextInBlocksIsReadAsOne(t *testing.T) {
	t.Parallel()
	w := fuzzWindow(t, "2026-11-23 2026-11-30 "+icaltest.LargeZone)
	data := bytes.TrimSuffix(large(), []byte("END:VCALENDAR\r\n"))
	line := bytes.Count(data, []byte("\n")) + 1
	data = append(data[:len(data):len(data)], "BEGIN:VEVENT\r\nSUMMARY:when?\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"...)

	r := newReader(w, Options{})
	require.NoError(t, r.readObject(data, ""))
	want := show(r.events(), r.problems.err())
	require.Contains(t, want, fmt.Sprintf("the event in line %d: it has no readable start", line))
	require.Equal(t, want, show(ReadFrom(bytes.NewReader(data), w, Options{})), "in blocks")

	unix := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	require.Equal(t, want, show(ReadFrom(bytes.NewReader(unix), w, Options{})), "in blocks, with the line ends of Unix")
	mac := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\r"))
	require.Equal(t, want, show(ReadFrom(bytes.NewReader(mac), w, Options{})), "in blocks, with the line ends of old Macs")
}

func TestABlockEndsOnlyWhereAnEventBegins(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"BEGIN:VEVENT\r\nUID:a\r\n":                      0,
		"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\n":        12,
		"END:VEVENT\nBEGIN:VEVENT\nUID:a\n":              11,
		"END:VEVENT\rBEGIN:VEVENT\rUID:a\r":              11,
		"SUMMARY:x\r\nBEGIN:VEVENT\r\n 2\r\nUID:a\r\n":   -1,
		"DESCRIPTION:x\r\n BEGIN:VEVENT\r\nUID:a\r\n":    -1,
		"END:VEVENT\nBEGIN:VEVENT\nDESCRIPTION:BEGIN:VE": 11,
		"": -1,
	} {
		require.Equal(t, want, lastBegin([]byte(text)), "%q", text)
	}
}
