package draft

import (
	"cmp"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// Line is a piece of one day's time: that of an event, of a standing line, or of something that a person added. All lengths are minutes.
type Line struct {
	ID         string // stays the same as long as the draft lives
	Date       day.Date
	Start, End time.Time // cut to the day, in the draft's zone; zero where the line has no clock times
	Title      string    // the event's title; "" where it is private
	Entry                // what will be registered
	Suggested  Entry     // what ugeseddel suggested
	Decision   Decision
	Posted     *Entry // what was posted of the line; nil before

	Kind       Kind
	Event      Event
	Facts      Facts  // what else the rules looked at
	Now        *Event // what the calendar says now, where that is not what it said when the line was decided or posted
	Unread     bool   // the calendar could not be read the last time, or was not asked for
	Private    bool
	Tentative  bool         // the event, or the answer to it, is not firm
	Certain    bool         // the rules are sure of project and tag
	Left       Left         // why the line is left out, unless a person wants it
	Fill       mapping.Fill // how the line becomes hours where clock times do not say it
	Priority   int          // which of two events at once counts, where a rule says so; higher counts
	Part       int          // which part of the event's day this is, where it is split: 0 is the first, or all of it
	Share      int          // how much of the event's day the part is, against the shares of the others; 0 where nothing is split
	Actual     int          // the event's own minutes on the day, unrounded; for whole days those of the norm
	Rounded    int          // how many of Minutes rounding added, or took where negative
	Both       bool         // a person wants it counted in full, whatever else happens at the time
	MergedInto string       // the id of the line that took over this line's time
	Learnt     string       // a mark of the decision that the memory has taken in, "" before
	Always     bool         // skipped, and a person wants events like this one skipped from now on
	Why        []text.Message
	Second     *mapping.Choice // what came second, or the other of a tie; known after a refresh, not kept in the file
}

// Entry is what a line would register.
type Entry struct {
	Minutes int // a multiple of the step
	mapping.Choice
	Note   string // the text of the registration; "" means the line's title
	Status Status
}

// Status says what becomes of a line.
type Status string

// The statuses of a line.
const (
	Ready Status = "ready" // certain, or decided by a person
	Check Status = "check" // needs a decision
	Skip  Status = "skip"  // will not be registered
)

// Decision says who stands behind a line.
type Decision string

// The decisions; only decided lines teach the memory anything.
const (
	Undecided Decision = ""        // nobody: a refresh may change everything
	Decided   Decision = "decided" // a person accepted or changed the line singly
	Passed    Decision = "passed"  // a person's yes to the plan covered it
)

// Kind says where a line comes from.
type Kind string

// The kinds of lines.
const (
	FromEvent       Kind = ""
	FromStanding    Kind = "standing"    // a standing line of the settings
	FromTravel      Kind = "travel"      // the way to or from an event away from the office
	FromPreparation Kind = "preparation" // the time before or after an event
	FromHand        Kind = "hand"        // added by a person
)

// Left is the reason to leave a line out.
type Left string

// The reasons to leave a line out; "" is none.
const (
	LeftDeclined  Left = "declined"
	LeftPrivate   Left = "private"
	LeftFree      Left = "free"
	LeftRule      Left = "rule"       // the rules are sure that it is not to be registered
	LeftUnsure    Left = "unsure"     // the rules believe so; a person is asked
	LeftNoLength  Left = "no-length"  // the event begins and ends at once
	LeftNoNorm    Left = "no-norm"    // a whole day, or absence, on a day without norm
	LeftGivesWay  Left = "gives-way"  // a standing or travel line whose time is taken
	LeftWithEvent Left = "with-event" // a journey to, or preparation for, an event that is left out itself
	LeftMerged    Left = "merged"     // its time stands on another line
)

// Event is what a draft remembers of a calendar's event: enough to find it again, and to see that it changed.
type Event struct {
	Calendar   string
	UID        string
	ID         string // calendar.Event.ID
	Title      string
	Date       day.Date // of the line
	Start, End time.Time
	Answer     string // the owner's answer to the invitation
	Days       int    // how many days the event touches
	Gone       bool   // no longer in the calendar on that day; the other fields are then empty
}

// Facts are what the rules look at besides an event's words and times, kept so that they can be tried again on a decided week.
// Location, description and categories are not kept.
type Facts struct {
	Attendees       int
	Recurring, Mine bool
	ShowAs          calendar.ShowAs // "" is busy
}

func factsOf(e calendar.Event) Facts {
	f := Facts{Attendees: e.Attendees, Recurring: e.Recurring, Mine: e.OrganizerSelf, ShowAs: e.ShowAs}
	if f.ShowAs == calendar.Busy {
		f.ShowAs = ""
	}
	return f
}

// Words returns the text that the registration will have: the note, else the title; of a private event the note or "Privat".
func (l Line) Words() string {
	if l.Private {
		return cmp.Or(l.Note, "Privat")
	}
	return cmp.Or(l.Note, l.Title)
}

// Counts tells whether the line's minutes will be registered, as it stands.
func (l Line) Counts() bool { return l.Status != Skip }

// Asks tells whether a person should be asked about the line: it needs a decision, or its event changed since.
func (l Line) Asks() bool { return l.Status == Check || l.Now != nil }

// Ahead tells whether the line's time lies after now, in whole or in part.
func (l Line) Ahead(now time.Time) bool {
	if l.hasClock() {
		return l.End.After(now)
	}
	return day.Of(now).Before(l.Date.Add(1))
}

// fixed tells whether a person, or Leantime, already has the line: nothing moves it any more.
func (l *Line) fixed() bool { return l.Decision != Undecided || l.Posted != nil }

// unsure tells whether the line is perhaps to be skipped, and nobody has said.
func (l *Line) unsure() bool { return l.Left == LeftUnsure && !l.fixed() }

func (l *Line) hasClock() bool { return !l.Start.IsZero() }

// soft tells whether the line gives way to whatever else happens at its time.
func (l *Line) soft() bool {
	return l.Kind == FromStanding || l.Kind == FromTravel || l.Kind == FromPreparation
}

// clock returns the minutes between start and end as they really pass, also in the nights when clocks change.
func (l *Line) clock() int { return int(l.End.Sub(l.Start) / time.Minute) }
