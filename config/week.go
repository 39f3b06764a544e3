package config

import (
	"cmp"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/yamlread"
)

// weekKeys are the settings of how a week adds up.
var weekKeys = []string{
	"hours", "rounding", "workday", "holidays", "standing", "speedy", "travel", "preparation", "private", "day_limit", "checks", "confidential",
}

// week reads how a person's week adds up. The zone is not among it: it may be the system's.
func week(m map[string]yamlread.Value) draft.Settings {
	return draft.Settings{
		Step:         step(m["rounding"]),
		Norm:         norm(m["hours"]),
		Workday:      clock(m["workday"]),
		Holidays:     holidays(m["holidays"]),
		Standing:     standing(m["standing"]),
		Speedy:       m["speedy"].Bool(),
		Travel:       travel(m["travel"]),
		Preparation:  preparation(m["preparation"]),
		Private:      m["private"].Bool(),
		DayLimit:     minutes(m["day_limit"], 24),
		Off:          checks(m["checks"]),
		Confidential: words(m["confidential"]),
	}
}

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// norm reads the hours of each weekday, or those of odd and even weeks.
func norm(v yamlread.Value) draft.Norm {
	if !v.Exists() {
		return draft.FullTime
	}
	m := v.Map(append([]string{"odd", "even"}, weekdays...)...)
	if !m["odd"].Exists() && !m["even"].Exists() {
		return draft.EveryWeek(hours(m))
	}
	for _, name := range weekdays {
		if m[name].Exists() {
			m[name].Mistake("config.hours-mixed")
		}
	}
	return draft.Norm{Odd: hours(m["odd"].Map(weekdays...)), Even: hours(m["even"].Map(weekdays...))}
}

func hours(m map[string]yamlread.Value) draft.Hours {
	var h draft.Hours
	for weekday, name := range weekdays {
		h[weekday] = minutes(m[name], 24)
	}
	return h
}

// minutes reads hours, such as 7.5, up to so many.
func minutes(v yamlread.Value, most float64) int {
	if !v.Exists() {
		return 0
	}
	return int(v.Float(0, most)*60 + 0.5)
}

func step(v yamlread.Value) draft.Step {
	if !v.Exists() {
		return draft.Step{}
	}
	minutes := v.Int(1, 60)
	s, ok := draft.NewStep(minutes)
	if !ok && minutes > 0 {
		v.Mistake("config.rounding", minutes)
	}
	return s
}

// clock reads a time of the day such as 08:00-16:00.
func clock(v yamlread.Value) draft.Clock {
	if !v.Exists() {
		return draft.Clock{}
	}
	c, ok := draft.ParseClock(v.Text())
	if !ok {
		v.Mistake("config.clock", v.Text())
	}
	return c
}

// holidays reads the days that are free besides the public holidays and the usual customs, and those that are not.
func holidays(v yamlread.Value) draft.Holidays {
	m := v.Map("free", "work")
	free := customs(m["free"])
	if len(free) > 0 {
		free = append(free, draft.DanishCustoms...)
	}
	return draft.Holidays{Free: free, Work: customs(m["work"])}
}

func customs(v yamlread.Value) []draft.Custom {
	var list []draft.Custom
	for _, item := range v.Items() {
		if c, ok := custom(item.Text()); ok {
			list = append(list, c)
			continue
		}
		item.Mistake("config.holiday", item.Text())
	}
	return list
}

// custom reads a day of each year (05-01) or one day (2026-05-15), and its name where one follows.
func custom(s string) (draft.Custom, bool) {
	date, name, _ := strings.Cut(strings.TrimSpace(s), " ")
	c := draft.Custom{Name: strings.TrimSpace(name)}
	if d, err := day.Parse(date); err == nil {
		c.Year, c.Month, c.Day = d.Year, d.Month, d.Day
		return c, true
	}
	d, err := day.Parse("2024-" + date) // a leap year, so that 29 February is a day
	c.Month, c.Day = d.Month, d.Day
	return c, err == nil
}

func standing(v yamlread.Value) []draft.Standing {
	var list []draft.Standing
	for _, item := range v.List() {
		m := item.Map("title", "days", "weeks", "at", "minutes", "project", "tag", "task", "note")
		s := draft.Standing{
			Title: m["title"].Text(), Days: days(m["days"]), Weeks: draft.Weeks(m["weeks"].OneOf(string(draft.OddWeeks), string(draft.EvenWeeks))),
			At: clock(m["at"]), Minutes: m["minutes"].Int(1, 24*60), Choice: choice(item, m, m["title"].Text()), Note: m["note"].Text(),
		}
		if s.Title == "" {
			item.Mistake("config.standing-title")
		}
		if m["at"].Exists() == m["minutes"].Exists() {
			item.Mistake("config.standing-time")
		}
		list = append(list, s)
	}
	return list
}

func days(v yamlread.Value) []time.Weekday {
	var list []time.Weekday
	for _, item := range v.Items() {
		if weekday := item.IndexOf(weekdays...); weekday >= 0 {
			list = append(list, time.Weekday(weekday))
		}
	}
	return list
}

// choice reads project, tag and to-do; the first two must be there, the third is called otherwise where it is not.
func choice(around yamlread.Value, m map[string]yamlread.Value, otherwise string) mapping.Choice {
	c := mapping.Choice{Project: m["project"].Text(), Tag: m["tag"].Text(), Task: cmp.Or(m["task"].Text(), otherwise)}
	if around.IsMap() && (c.Project == "" || c.Tag == "") {
		around.Mistake("config.needs-choice")
	}
	return c
}

func travel(v yamlread.Value) draft.Travel {
	if !v.Exists() {
		return draft.Travel{}
	}
	m := v.Map("before", "after", "offices", "project", "tag", "task")
	return draft.Travel{
		Before: m["before"].Int(0, 12*60), After: m["after"].Int(0, 12*60), Offices: words(m["offices"]), Choice: choice(v, m, "Transport"),
	}
}

func preparation(v yamlread.Value) []draft.Preparation {
	var list []draft.Preparation
	for _, item := range v.List() {
		m := item.Map("tag", "before", "after")
		list = append(list, draft.Preparation{Tag: m["tag"].Text(), Before: m["before"].Int(0, 12*60), After: m["after"].Int(0, 12*60)})
	}
	return list
}

// checks reads which checks are switched off: {overlap: false}.
func checks(v yamlread.Value) map[draft.CheckName]bool {
	if !v.Exists() {
		return nil
	}
	var names []string
	for _, name := range draft.CheckNames {
		names = append(names, string(name))
	}
	off := map[draft.CheckName]bool{}
	for name, value := range v.Map(names...) {
		if !value.Bool() {
			off[draft.CheckName(name)] = true
		}
	}
	return off
}

func words(v yamlread.Value) []string {
	if !v.Exists() {
		return nil
	}
	list := []string{}
	for _, item := range v.Items() {
		list = append(list, item.Text())
	}
	return list
}
