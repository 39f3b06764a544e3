package mapping

import (
	"slices"
	"strings"
	"time"

	"ugeseddel/calendar"
)

// field is a part of an event that holds words, the weightiest first.
type field int

const (
	inTitle field = iota
	inCategories
	inLocation
	inDescription
	fields
)

// facts is an event with everything that the rules found in it.
type facts struct {
	event       calendar.Event
	title       string // without starters
	cancelledBy string
	found       []finding
	read        [fields]reading
}

// finding is a use of a keyword in a field of the event.
type finding struct {
	use
	field  field
	size   int // letters matched
	start  int // the first of them
	end    int
	words  string
	typo   bool
	inHead bool
}

// look reads the event once and returns what the rules find in it.
func (r *Rules) look(e calendar.Event) facts {
	f := facts{event: e}
	f.title, f.cancelledBy = r.starts.take(e.Title)
	texts := [fields]string{f.title, strings.Join(e.Categories, " | "), e.Location, withoutBoilerplate(e.Description)}
	for i, text := range texts {
		f.read[i] = read(text)
		f.found = append(f.found, r.findings(field(i), f.read[i])...)
	}
	head := headLetters(f.title)
	for i, found := range f.found {
		f.found[i].inHead = found.field == inTitle && found.start < head
	}
	return f
}

func (r *Rules) findings(in field, text reading) []finding {
	matches := r.markWithin(r.words.find(text))
	var found []finding
	for _, m := range matches {
		for _, u := range r.uses[m.keyword] {
			if m.within && u.kind != forCondition {
				continue
			}
			found = append(found, finding{use: u, field: in, size: m.size(), start: m.start, end: m.end, words: m.words, typo: m.slips > 0})
		}
		for _, p := range r.pairs[m.keyword] {
			if f, ok := p.find(m, matches); ok {
				f.field = in
				found = append(found, f)
			}
		}
	}
	return found
}

// markWithin marks what stands within a longer keyword: where "bestyrelse" is one, it holds no "styrelse". Conditions see it still.
func (r *Rules) markWithin(matches []match) []match {
	for i, m := range matches {
		for _, o := range matches {
			longer := o.start <= m.start && o.end >= m.end && o.size() > m.size()
			matches[i].within = matches[i].within || longer && r.hides(o.keyword, m.keyword)
		}
	}
	return matches
}

// hides tells whether a keyword takes the place of a shorter one within it. One that is there for conditions alone does not,
// and the word of a project within the word of a tag still tells the project: "dirigentmøde".
func (r *Rules) hides(longer, shorter int32) bool {
	decides, project := false, false
	for _, u := range r.uses[longer] {
		decides = decides || u.kind != forCondition
		project = project || u.kind == forProject || u.kind == forSkip
	}
	return decides && (project || !r.isProject(shorter))
}

func (r *Rules) isProject(keyword int32) bool {
	return slices.ContainsFunc(r.uses[keyword], func(u use) bool { return u.kind == forProject })
}

// find returns the pair as one finding where all of its parts are in the text.
func (p *pair) find(first match, matches []match) (finding, bool) {
	f := finding{use: p.use, size: first.size(), start: first.start, end: first.end, words: first.words, typo: first.slips > 0}
	for _, part := range p.parts[1:] {
		m, ok := matchOf(part, matches)
		if !ok {
			return finding{}, false
		}
		f.size += m.size()
		f.words += " + " + m.words
		f.typo = f.typo || m.slips > 0
	}
	return f, true
}

func matchOf(keyword int32, matches []match) (match, bool) {
	for _, m := range matches {
		if m.keyword == keyword {
			return m, true
		}
	}
	return match{}, false
}

// wholeDay tells whether an event takes whole days: also one that someone wrote as 00:00–23:59.
func wholeDay(e calendar.Event) bool { return e.AllDay || e.End.Sub(e.Start) >= 20*time.Hour }

// fits tells whether the exception is for the event.
func (f facts) fits(i int, c Condition) bool {
	e := f.event
	return f.has(i, c.Title, inTitle) && f.has(i, c.Also, inTitle) && f.has(i, c.Categories, inCategories) &&
		f.has(i, c.Location, inLocation) && f.has(i, c.Description, inDescription) &&
		f.has(i, c.Anywhere, inTitle, inCategories, inLocation, inDescription) &&
		(len(c.Without) == 0 || !f.has(i, c.Without, inTitle, inCategories)) &&
		holdsPart(c.Calendar, e.Calendar) && holdsPart(c.Organizer, e.Organizer) &&
		c.Attendees.Holds(e.Attendees) && c.Minutes.Holds(int(e.End.Sub(e.Start).Minutes())) &&
		c.Clock.Holds(e.Start.Hour()*60+e.Start.Minute()) && onDay(c.Weekdays, e.Start.Weekday()) &&
		agrees(c.AllDay, wholeDay(e)) && agrees(c.Recurring, e.Recurring) && agrees(c.Mine, e.OrganizerSelf) &&
		showsAs(c.ShowAs, e.ShowAs)
}

// has tells whether one of the words of exception i stands in one of the fields; no words ask for nothing.
func (f facts) has(i int, words []Word, in ...field) bool {
	if len(words) == 0 {
		return true
	}
	for _, found := range f.found {
		if found.kind == forCondition && found.index == i && slices.Contains(in, found.field) && slices.Contains(words, found.word) {
			return true
		}
	}
	return false
}

func holdsPart(parts []string, whole string) bool {
	for _, p := range parts {
		if strings.Contains(fold(whole), fold(p)) {
			return true
		}
	}
	return len(parts) == 0
}

func onDay(days []time.Weekday, d time.Weekday) bool {
	return len(days) == 0 || slices.Contains(days, d)
}

func agrees(want *bool, is bool) bool { return want == nil || *want == is }

func showsAs(list []calendar.ShowAs, s calendar.ShowAs) bool {
	if s == "" {
		s = calendar.Busy
	}
	return len(list) == 0 || slices.Contains(list, s)
}
