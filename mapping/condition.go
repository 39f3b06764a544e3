package mapping

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ugeseddel/calendar"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Exception is a rule that comes before all keywords.
type Exception struct {
	Pos  yamlread.Pos
	Why  text.Both
	If   Condition
	Then Outcome
}

// Condition says which events an exception is for: all that is set must fit. Of a list of words one is enough.
type Condition struct {
	Title, Description, Location, Categories []Word
	Head                                     []Word   // in the head of the title
	Also                                     []Word   // in the title as well
	Anywhere                                 []Word   // in any of the four
	Without                                  []Word   // none of these in title or categories
	Calendar, Organizer                      []string // parts of the name or address
	Attendees, Minutes                       Span
	Words                                    Span // how many the title has, without what stands before it
	Clock                                    Span // the start, in minutes since midnight
	Weekdays                                 []time.Weekday
	AllDay, Recurring, Mine                  *bool // Mine: the person is the organiser
	NamesProject                             *bool // the title names a project of the rules or an open one in Leantime
	ShowAs                                   []calendar.ShowAs
}

// Span is a range of whole numbers, both ends included. Unset, it holds every number.
type Span struct {
	Set       bool
	Low, High int
}

// Holds tells whether n lies in the span.
func (s Span) Holds(n int) bool { return !s.Set || n >= s.Low && n <= s.High }

// Outcome is what an exception decides; what it leaves empty is decided by later exceptions and by keywords.
type Outcome struct {
	Project, Tag, Task, Text string
	Split                    []Share
	Skip                     bool
	Keep                     bool // registered, whatever the skip words say
	Check                    bool // a person looks in any case
	Fill                     Fill
	Priority                 int
	fillSet                  bool
}

const most = 1 << 30

func (p parser) exception(v yamlread.Value) Exception {
	m := v.Map("why", "if", "then")
	x := Exception{Pos: v.Pos(), Why: why(m["why"]), If: p.condition(m["if"]), Then: p.outcome(m["then"])}
	if !m["if"].Exists() || !m["then"].Exists() {
		v.Mistake("mapping.if-then")
	}
	return x
}

func (p parser) condition(v yamlread.Value) Condition {
	m := v.Map("title", "head", "description", "location", "categories", "also", "anywhere", "without", "calendar", "organizer",
		"attendees", "minutes", "words", "starts", "weekdays", "all-day", "recurring", "mine", "names-project", "show-as")
	return Condition{
		Title: p.words(m["title"]), Head: p.words(m["head"]), Description: p.words(m["description"]), Location: p.words(m["location"]),
		Categories: p.words(m["categories"]), Also: p.words(m["also"]), Anywhere: p.words(m["anywhere"]), Without: p.words(m["without"]),
		Calendar: texts(m["calendar"]), Organizer: texts(m["organizer"]),
		Attendees: span(m["attendees"], number, "mapping.span"), Minutes: span(m["minutes"], number, "mapping.span"), Words: span(m["words"], number, "mapping.span"), Clock: span(m["starts"], clockTime, "mapping.span-clock"),
		Weekdays: weekdays(m["weekdays"]),
		AllDay:   yesNo(m["all-day"]), Recurring: yesNo(m["recurring"]), Mine: yesNo(m["mine"]),
		NamesProject: yesNo(m["names-project"]),
		ShowAs:       showAs(m["show-as"]),
	}
}

func (p parser) outcome(v yamlread.Value) Outcome {
	m := v.Map("project", "tag", "task", "text", "split", "skip", "keep", "check", "fill", "priority")
	o := Outcome{
		Project: p.projectName(m["project"]), Tag: p.tagID(m["tag"]), Task: m["task"].Text(), Text: m["text"].Text(),
		Skip: m["skip"].Bool(), Keep: m["keep"].Bool(), Check: m["check"].Bool(),
		Fill: fill(m["fill"]), fillSet: m["fill"].Exists(), Priority: m["priority"].Int(-9, 9),
	}
	for _, item := range m["split"].List() {
		o.Split = append(o.Split, p.share(item))
	}
	return o
}

func (p parser) share(v yamlread.Value) Share {
	m := v.Map("project", "tag", "task", "parts")
	s := Share{Choice: Choice{p.projectName(m["project"]), p.tagID(m["tag"]), m["task"].Text()}, Parts: 1}
	if m["parts"].Exists() {
		s.Parts = m["parts"].Int(1, 100)
	}
	return s
}

// projectName reads the name of a project that the file knows.
func (p parser) projectName(v yamlread.Value) string {
	name := v.Text()
	for _, known := range p.rules.ProjectNames() {
		if name == "" || sameName(known, name) {
			return name
		}
	}
	return v.OneOf(p.rules.ProjectNames()...)
}

func (p parser) tagID(v yamlread.Value) string {
	if !v.Exists() {
		return ""
	}
	ids := make([]string, len(p.rules.Tags))
	for i, t := range p.rules.Tags {
		ids[i] = t.ID
	}
	return v.OneOf(ids...)
}

func texts(v yamlread.Value) []string {
	var list []string
	for _, item := range v.Items() {
		list = append(list, item.Text())
	}
	return list
}

// span reads "5", "3-8", "3-" or "-8"; mistake names the message for anything else.
func span(v yamlread.Value, read func(string) (int, bool), mistake string) Span {
	if !v.Exists() {
		return Span{}
	}
	low, high, ranged := strings.Cut(v.Text(), "-")
	s := Span{Set: true, Low: 0, High: most}
	okLow, okHigh := true, true
	if low = strings.TrimSpace(low); low != "" {
		s.Low, okLow = read(low)
	}
	if high = strings.TrimSpace(high); high != "" {
		s.High, okHigh = read(high)
	}
	if !ranged {
		s.High = s.Low
	}
	if !okLow || !okHigh || s.Low > s.High || low == "" && high == "" {
		v.Mistake(mistake, v.Text())
	}
	return s
}

func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

func clockTime(s string) (int, bool) {
	if s == "24:00" {
		return 24 * 60, true
	}
	t, err := time.Parse("15:04", s)
	return t.Hour()*60 + t.Minute(), err == nil
}

var dayNames = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

func weekdays(v yamlread.Value) []time.Weekday {
	var days []time.Weekday
	for _, item := range v.Items() {
		if weekday := item.IndexOf(dayNames...); weekday >= 0 {
			days = append(days, time.Weekday(weekday))
		}
	}
	return days
}

func yesNo(v yamlread.Value) *bool {
	if !v.Exists() {
		return nil
	}
	b := v.Bool()
	return &b
}

func showAs(v yamlread.Value) []calendar.ShowAs {
	var list []calendar.ShowAs
	for _, item := range v.Items() {
		list = append(list, calendar.ShowAs(item.OneOf(string(calendar.Busy), string(calendar.Free), string(calendar.OOF),
			string(calendar.Tentative), string(calendar.Elsewhere))))
	}
	return list
}

// ReadDescriptions tells whether an exception, a skip or a last resort looks at descriptions, so that calendars that can leave them
// out are asked for them. Keywords that a description happens to hold are no reason to read everybody's.
func (r *Rules) ReadDescriptions() bool {
	for _, list := range [][]Exception{r.Exceptions, r.Otherwise} {
		for _, x := range list {
			if x.If.readsDescription() {
				return true
			}
		}
	}
	return slices.ContainsFunc(r.Skips, func(s Skip) bool { return s.If.readsDescription() })
}

func (c Condition) readsDescription() bool { return len(c.Description)+len(c.Anywhere) > 0 }
