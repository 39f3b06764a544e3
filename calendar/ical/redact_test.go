package ical

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const mixed = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nX-WR-CALNAME:Mettes hemmeligheder\n" +
	"BEGIN:VTIMEZONE\nTZID:Hjemme\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n" +
	"BEGIN:VTODO\nSUMMARY:Hemmelig opgave\nEND:VTODO\n" +
	"BEGIN:VEVENT\nUID:1\nDTSTART:20261123T090000Z\nSUMMARY:Styregruppe\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\n AAAA\n" +
	"BEGIN:VALARM\nDESCRIPTION:Husk\nEND:VALARM\nLOCATION:Viborg\nno colon\nEND:VEVENT\n" +
	"BEGIN:VEVENT\nUID:2\nDTSTART:20261124T090000Z\nRRULE:FREQ=DAILY\nSUMMARY:Hemm\n eligt\nDESCRIPTION:Hemmeligt\nCL\n ASS;X=1:private\n" +
	"ATTENDEE;CN=Hemmelig:mailto:a@example.dk\nORGANIZER:mailto:hemmelig@example.dk\nhemmeligt\nBEGIN:VALARM\nSUMMARY:Hemmelig\nEND:VALARM\nX-ALT-DESC:Hemmelig\nEND:VEVENT\n" +
	"END:VCALENDAR\n"

const redacted = "BEGIN:VCALENDAR\nPRODID:-//x//y//EN\n" +
	"BEGIN:VTIMEZONE\nTZID:Hjemme\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n" +
	"BEGIN:VEVENT\nUID:1\nDTSTART:20261123T090000Z\n?\nSUMMARY:Styregruppe\nLOCATION:Viborg\nEND:VEVENT\n" +
	"BEGIN:VEVENT\nUID:2\nDTSTART:20261124T090000Z\nRRULE:FREQ=DAILY\nCL\n ASS;X=1:private\n?\nEND:VEVENT\n" +
	"END:VCALENDAR\n"

func TestOfAPrivateEventOnlyTheTimeMayBeStored(t *testing.T) {
	t.Parallel()
	lineEnds := regexp.MustCompile(`[\r\n]+`)
	for name, lineEnd := range map[string]string{"LF": "\n", "CRLF": "\r\n", "CR": "\r", "CR CR LF": "\r\r\n"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Redact([]byte(strings.ReplaceAll(mixed, "\n", lineEnd)))
			require.Equal(t, redacted, lineEnds.ReplaceAllString(string(got), "\n"))
		})
	}
}

func TestWhatIsCutOrNestedIsRedactedToo(t *testing.T) {
	t.Parallel()
	const event = "BEGIN:VEVENT\nUID:1\nCLASS:CONFIDENTIAL\nSUMMARY:Hemmeligt\n"
	for name, data := range map[string]string{
		"without its end":             event,
		"without a calendar":          event + "END:VEVENT\n",
		"in another event":            "BEGIN:VEVENT\nUID:0\n" + event + "END:VEVENT\nEND:VEVENT\n",
		"with an alarm without end":   "BEGIN:VEVENT\nCLASS:PRIVATE\nBEGIN:VALARM\nSUMMARY:Hemmeligt\nEND:VEVENT\nSUMMARY:Hemmeligt\n",
		"with its class twice":        "BEGIN:VEVENT\nCLASS:PRIVATE\nSUMMARY:Hemmeligt\nCLASS:PUBLIC\nEND:VEVENT\n",
		"with a byte-order mark":      "\xEF\xBB\xBF" + event,
		"with an unknown class":       "BEGIN:VEVENT\nCLASS:X-FAMILY\nSUMMARY:Hemmeligt\nEND:VEVENT\n",
		"after the end of a calendar": "BEGIN:VCALENDAR\nEND:VCALENDAR\n" + event,
		"in small letters":            strings.ToLower(event),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := strings.ToLower(string(Redact([]byte("BEGIN:VCALENDAR\n" + data))))
			require.Contains(t, got, "begin:vevent")
			require.NotContains(t, got, "hemmelig")
		})
	}
}

func FuzzRedact(f *testing.F) {
	f.Add([]byte(mixed))
	f.Add([]byte("BEGIN:VEVENT\rCLASS:PRIVATE\rSUMMARY:x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once := Redact(data)
		require.True(t, bytes.Equal(once, Redact(once)), "redacting twice changes nothing")
	})
}

func TestReadFindsTheSameInWhatWasRedacted(t *testing.T) {
	t.Parallel()
	for _, file := range corpus(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".ics"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			w := readCase(t, strings.TrimSuffix(file, ".ics")+".txt").window
			want, _ := Read(data, w, Options{Calendar: "test"})
			got, _ := Read(Redact(data), w, Options{Calendar: "test"})
			require.Equal(t, want, got)
		})
	}
}
