package main

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/day"
)

// period is the days a command is about: half-open, within the person's zone.
type period struct {
	From, To day.Date
}

// window returns the span of time of the days in zone.
func (p period) window(zone *time.Location) calendar.Window {
	return calendar.Window{Start: p.From.In(zone), End: p.To.In(zone)}
}

// week returns the ISO week that the period begins in.
func (p period) week() day.Week { return day.WeekOf(p.From) }

// holds tells whether d is one of the days.
func (p period) holds(d day.Date) bool { return !d.Before(p.From) && d.Before(p.To) }

// periodFlags are --week, --from and --to.
type periodFlags struct {
	week, from, to string
}

func (a *app) periodFlags(c *cobra.Command) *periodFlags {
	f := a.weekFlag(c)
	c.Flags().StringVar(&f.from, "from", "", a.lang.T("cmd.flag.from"))
	c.Flags().StringVar(&f.to, "to", "", a.lang.T("cmd.flag.to"))
	return f
}

// weekFlag is --week alone, for what is about whole weeks.
func (a *app) weekFlag(c *cobra.Command) *periodFlags {
	f := &periodFlags{}
	c.Flags().StringVar(&f.week, "week", "", a.lang.T("cmd.flag.week"))
	return f
}

// period reads the flags; without any it is the whole week that today is in. --from alone runs to the end of its week, --to alone from the Monday before.
func (f periodFlags) period(today day.Date) (period, error) {
	if f.from == "" && f.to == "" {
		w, err := parseWeek(f.week, today)
		return period{w.Monday(), w.Monday().Add(7)}, err
	}
	p, err := f.days()
	if err != nil {
		return period{}, err
	}
	if f.week != "" {
		w, err := parseWeek(f.week, today)
		if err != nil {
			return period{}, err
		}
		p = p.orWithin(w)
		if p.week() != w || day.WeekOf(p.To.Add(-1)) != w {
			return period{}, misused("cmd.period-not-in-week", w, p.From, p.To)
		}
	}
	switch {
	case p.From.IsZero():
		p.From = day.WeekOf(p.To.Add(-1)).Monday()
	case p.To.IsZero():
		p.To = day.WeekOf(p.From).Monday().Add(7)
	}
	if !p.From.Before(p.To) {
		return period{}, misused("cmd.period-order", p.From, p.To)
	}
	return p, nil
}

// orWithin fills an open end with that of the week.
func (p period) orWithin(w day.Week) period {
	if p.From.IsZero() {
		p.From = w.Monday()
	}
	if p.To.IsZero() {
		p.To = w.Monday().Add(7)
	}
	return p
}

// inOneWeek is period for the commands about drafts, which are whole ISO weeks that the flags only cut.
func (f periodFlags) inOneWeek(today day.Date) (period, error) {
	p, err := f.period(today)
	if err == nil && day.WeekOf(p.To.Add(-1)) != p.week() {
		return p, misused("cmd.period-week", p.From, p.To)
	}
	return p, err
}

func (f periodFlags) days() (p period, err error) {
	if f.from != "" {
		if p.From, err = day.Parse(f.from); err != nil {
			return p, misused("cmd.date", "--from", f.from)
		}
	}
	if f.to != "" {
		if p.To, err = day.Parse(f.to); err != nil {
			return p, misused("cmd.date", "--to", f.to)
		}
	}
	return p, nil
}

func parseWeek(s string, today day.Date) (day.Week, error) {
	this := day.WeekOf(today)
	switch s {
	case "", "this":
		return this, nil
	case "last":
		return this.Add(-1), nil
	}
	w, err := day.ParseWeek(s)
	if missing, ok := errors.AsType[*day.NoSuchWeekError](err); ok {
		return w, misused("cmd.no-such-week", missing.Week.Year, missing.Week.Number, day.Last(missing.Week.Year).Number)
	}
	if err != nil {
		return w, misused("cmd.week", s)
	}
	return w, nil
}
