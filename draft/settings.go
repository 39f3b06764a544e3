package draft

import (
	"time"

	"ugeseddel/mapping"
)

// Settings are what a person, or a secretariat, has decided once for all weeks. All lengths are minutes.
type Settings struct {
	Zone         *time.Location // where days begin; nil is UTC
	Step         Step
	Norm         Norm
	Workday      Clock // between which hours free stretches are looked for; the zero value means 8 to 16
	Holidays     Holidays
	Standing     []Standing
	Speedy       bool // 25 and 50 minutes count as 30 and 60
	Travel       Travel
	Preparation  []Preparation
	Private      bool // private events are proposed, as hours and the word "Privat" alone
	DayLimit     int  // above so many minutes a day is questioned; 0: 24 hours
	Off          map[CheckName]bool
	Confidential []string // words that make a title look confidential; nil means ConfidentialWords
	Projects     []string // the names that there are; empty: not known, not checked
	Tags         []string
}

// Clock is a stretch of a day, in minutes after midnight by the clock on the wall.
type Clock struct{ From, To int }

// Standing is a line that is proposed each week: lunch, daily mail, a duty.
type Standing struct {
	Title   string
	Days    []time.Weekday // nil: each day that has a norm
	Weeks   Weeks
	At      Clock // when it is, or the zero value for a line that has a length alone
	Minutes int   // its length, where At does not say it
	mapping.Choice
	Note string
}

// Weeks says in which weeks a standing line comes.
type Weeks string

// The weeks of a standing line.
const (
	EachWeek  Weeks = ""
	OddWeeks  Weeks = "odd"
	EvenWeeks Weeks = "even"
)

// Travel are lines for the way to and from events that have a place away from the office.
type Travel struct {
	Before, After int      // 0: none
	Offices       []string // places that are no journey: an event's location that holds one of them, whatever the case
	mapping.Choice
}

// Preparation is time before and after the events of a tag, on the same project, tag and to-do.
type Preparation struct {
	Tag           string // "" means every tag
	Before, After int
}

func (s Settings) zone() *time.Location {
	if s.Zone == nil {
		return time.UTC
	}
	return s.Zone
}
