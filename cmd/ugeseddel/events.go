package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/text"
)

func (a *app) eventsCommand() *cobra.Command {
	c := a.command("cmd.events", "events [FILE.ics…]", nil)
	c.Args = cobra.ArbitraryArgs
	flags := a.periodFlags(c)
	asJSON := c.Flags().Bool("json", false, a.lang.T("cmd.flag.json"))
	c.RunE = func(c *cobra.Command, files []string) error {
		if _, err := flags.period(day.Of(a.now())); err != nil {
			return err
		}
		s, err := a.settingsBeside(files)
		if err != nil {
			return err
		}
		span, err := flags.period(day.Of(a.now().In(s.Timezone)))
		if err != nil {
			return err
		}
		sources, err := a.sources(c.Context(), s, files)
		if err != nil {
			return err
		}
		return a.events(c.Context(), sources, span.window(s.Timezone), *asJSON)
	}
	return c
}

// events lists what the calendars hold. A calendar that could not be read is told last, beside what the others said.
func (a *app) events(ctx context.Context, sources []namedSource, w calendar.Window, asJSON bool) error {
	events, outcomes := a.readCalendars(ctx, sources, w)
	failed := a.tellOutcomes(outcomes, w.Zone())
	switch {
	case asJSON:
		return errors.Join(writeEvents(a.out, events), failed)
	case len(events) == 0 && failed == nil:
		a.say("events.none")
		return nil
	}
	return errors.Join(a.listEvents(events, w), failed)
}

// writeEvents writes a JSON object a line.
func writeEvents(out io.Writer, events []calendar.Event) error {
	buffer := bufio.NewWriterSize(out, 64<<10)
	var line []byte
	for i := range events {
		line = append(events[i].AppendJSON(line[:0]), '\n')
		if _, err := buffer.Write(line); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

// listEvents shows the events day by day, each on the day on which it begins, or on the first day for one that began before.
func (a *app) listEvents(events []calendar.Event, w calendar.Window) error {
	buffer := bufio.NewWriter(a.out)
	l := eventList{out: buffer, lang: a.lang, paint: a.painter(a.out), width: columns(a.out)}
	first := day.Of(w.Start)
	var shown day.Date
	for _, e := range events {
		date := day.Of(e.Start)
		if date.Before(first) {
			date = first
		}
		if date != shown {
			l.day(date, shown.IsZero())
			shown = date
		}
		l.event(e, date)
	}
	return buffer.Flush()
}

type eventList struct {
	out   io.StringWriter
	lang  text.Lang
	paint paint
	width int
}

// errors of a bufio.Writer stay until it is flushed.
func (l *eventList) line(s string) { _, _ = l.out.WriteString(strings.TrimRight(s, " ") + "\n") }

func (l *eventList) day(date day.Date, isFirst bool) {
	if !isFirst {
		l.line("")
	}
	l.line(l.paint.bold(capital(l.lang.T("text.verbatim", text.Long(date)))))
}

// clockColumn is wide enough for most times; longer ones, with dates, push the title aside.
const clockColumn = 13

func (l *eventList) event(e calendar.Event, date day.Date) {
	title := oneLine(e.Title)
	if e.Private {
		title = l.lang.T("view.private")
	}
	left := "  " + pad(l.span(e, date)+"  ", clockColumn) + title
	var notes []string
	if reason := e.LeaveOut(); reason != "" && reason != calendar.LeftPrivate {
		notes = append(notes, l.reason(reason))
	}
	if place := oneLine(e.Location); place != "" {
		notes = append(notes, place)
	}
	l.line(cut(left, l.width))
	if len(notes) > 0 {
		l.line(strings.Repeat(" ", clockColumn+2) + l.paint.dim(cut(strings.Join(notes, " · "), l.width-clockColumn-2)))
	}
}

// span says when the event is, with the dates where they are others than the one above.
func (l *eventList) span(e calendar.Event, date day.Date) string {
	start, end := day.Of(e.Start), day.Of(e.End)
	if e.AllDay {
		last := end.Add(-1)
		if start == last {
			return l.lang.T("events.all-day")
		}
		return l.lang.T("events.days", text.Short(start), text.Short(last))
	}
	if start != date || end != date && !e.End.Equal(date.Add(1).In(e.End.Location())) {
		return l.lang.T("events.span", text.Stamp(e.Start), text.Stamp(e.End))
	}
	if e.End.Equal(e.Start) {
		return l.lang.T("text.verbatim", text.Clock(e.Start))
	}
	return l.lang.T("events.clock", text.Clock(e.Start), text.Clock(e.End))
}

func (l *eventList) reason(r calendar.LeaveOut) string {
	if r == calendar.LeftDeclined {
		return l.lang.T("events.declined")
	}
	return l.lang.T("events.free")
}

// oneLine makes a text from a calendar fit for one line of a terminal: no line breaks, no control characters.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || 0x7F <= r && r < 0xA0 {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
