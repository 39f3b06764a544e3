// Package icaltest makes calendars for tests and benchmarks: always the same ones.
package icaltest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// What the large calendar consists of.
const (
	LargeEvents    = 20_000 // VEVENTs in all
	LargeSeries    = 300
	largeOverrides = 900
	largeWeekdays  = 50 // of the series are on all working days, the others weekly
)

// LargeYear is the year in which the large calendar is the fullest: about 32,000 occurrences.
const LargeYear = 2026

// LargeZone is the zone of the person whose calendar it is.
const LargeZone = "Europe/Copenhagen"

// Large returns a calendar of about 34 MB: 20,000 events of the years 2024 to 2026, of them 300 series with exceptions and overrides,
// in three zones, with attendees, alarms and long descriptions.
func Large() []byte {
	l := &large{random: rand.New(rand.NewPCG(37, 7))}
	l.line("BEGIN:VCALENDAR")
	l.line("VERSION:2.0")
	l.line("PRODID:-//ugeseddel//large calendar//DA")
	l.out.WriteString(windowsTimezone)
	for n := range LargeSeries {
		l.series(n)
	}
	for n := range LargeEvents - LargeSeries - largeOverrides {
		l.single(n)
	}
	l.line("END:VCALENDAR")
	return l.out.Bytes()
}

type large struct {
	out    bytes.Buffer
	random *rand.Rand
}

// line writes a content line, folded after 75 octets (RFC 5545 §3.1).
func (l *large) line(s string) {
	for width := 75; len(s) > width; width = 74 {
		at := width
		for s[at]&0xC0 == 0x80 { // not within a letter
			at--
		}
		l.out.WriteString(s[:at] + "\r\n ")
		s = s[at:]
	}
	l.out.WriteString(s + "\r\n")
}

func (l *large) linef(format string, args ...any) { l.line(fmt.Sprintf(format, args...)) }

var zones = []string{"Europe/Copenhagen", "W. Europe Standard Time", "America/New_York"}

const local = "20060102T150405"

func (l *large) series(n int) {
	zone := zones[n%len(zones)]
	start := time.Date(2024, 1, 1+n%5, 8+n%9, 15*(n%4), 0, 0, time.UTC)
	rule, step := "FREQ=WEEKLY", 7
	if n < largeWeekdays {
		rule, step = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 7
	}
	uid := fmt.Sprintf("series-%d@example.dk", n)
	l.event(uid, zone, start, []string{
		"RRULE:" + rule,
		fmt.Sprintf("EXDATE;TZID=%s:%s", zone, start.AddDate(0, 0, 10*step).Format(local)),
		fmt.Sprintf("EXDATE;TZID=%s:%s", zone, start.AddDate(0, 0, 120*step).Format(local)),
	})
	for i := range largeOverrides / LargeSeries {
		original := start.AddDate(0, 0, (20+50*i+n%30)*step)
		l.event(uid, zone, original.Add(90*time.Minute), []string{
			fmt.Sprintf("RECURRENCE-ID;TZID=%s:%s", zone, original.Format(local)), "SEQUENCE:1",
		})
	}
}

func (l *large) single(n int) {
	start := time.Date(2024, 1, 1+l.random.IntN(1096), 7+l.random.IntN(11), 15*l.random.IntN(4), 0, 0, time.UTC)
	l.event(fmt.Sprintf("single-%d@example.dk", n), zones[l.random.IntN(len(zones))], start, nil)
}

func (l *large) event(uid, zone string, start time.Time, more []string) {
	l.line("BEGIN:VEVENT")
	l.line("UID:" + uid)
	l.line("DTSTAMP:20251201T120000Z")
	l.linef("DTSTART;TZID=%s:%s", zone, start.Format(local))
	l.linef("DTEND;TZID=%s:%s", zone, start.Add(time.Duration(2+l.random.IntN(6))*15*time.Minute).Format(local))
	for _, s := range more {
		l.line(s)
	}
	l.line("SUMMARY:" + l.words(5))
	l.line("DESCRIPTION:" + l.words(65))
	l.line("LOCATION:" + l.words(3))
	l.line("ORGANIZER;CN=Mette Hansen:mailto:mette@example.dk")
	for i := range 4 {
		l.linef("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=%s;X-NUM-GUESTS=0:mailto:person%d@example.dk",
			l.words(2), l.random.IntN(200)+i)
	}
	l.line("STATUS:CONFIRMED")
	l.line("TRANSP:OPAQUE")
	l.line("CATEGORIES:" + l.words(1))
	l.line("X-MICROSOFT-CDO-BUSYSTATUS:BUSY")
	for _, s := range []string{"BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Påmindelse", "TRIGGER:-PT15M", "END:VALARM", "END:VEVENT"} {
		l.line(s)
	}
}

var vocabulary = strings.Fields(`styregruppemøde koordinationsgruppe projekt valghalla borgerservice kommune leverandør udvikling
	drift aftale budget ændring ønske årshjul økonomi dagsorden referat beslutning opfølgning fællesskab open source kode
	gennemgang test release planlægning workshop webinar nyhedsbrev hjemmeside sekretariat bestyrelse årsmøde region samarbejde`)

func (l *large) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = vocabulary[l.random.IntN(len(vocabulary))]
	}
	if n > 10 {
		words[n/2] += `\n`
		words[n/3] += `\,`
	}
	return strings.Join(words, " ")
}

const windowsTimezone = "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\n" +
	"BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n" +
	"BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n" +
	"END:VTIMEZONE\r\n"
