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
	asked       map[int][]finding // the words of conditions, by exception
	against     map[int]bool      // tags that a word in the title speaks against
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
	place  place
	aside  bool // only tells when: "ferien" in "status efter ferien"
}

// look reads the event once and returns what the rules find in it.
func (r *Rules) look(e calendar.Event) facts {
	f := facts{event: e, asked: map[int][]finding{}, against: map[int]bool{}}
	f.title, f.cancelledBy = r.starts.take(e.Title)
	head := headLetters(f.title)
	texts := [fields]string{f.title, strings.Join(e.Categories, " | "), e.Location, withoutBoilerplate(e.Description)}
	for i, text := range texts {
		f.read[i] = read(text)
		for _, found := range r.findings(field(i), f.read[i]) {
			found.inHead = found.field == inTitle && found.start < head
			if !r.passes(found) {
				f.take(found)
			}
		}
	}
	return f
}

// take sorts a finding in, by what it is for.
func (f *facts) take(found finding) {
	switch {
	case found.kind == forCondition:
		f.asked[found.index] = append(f.asked[found.index], found)
	case found.kind != againstTag:
		f.found = append(f.found, found)
	case found.field == inTitle:
		f.against[found.index] = true
		f.found = append(f.found, found)
	}
}

func (r *Rules) findings(in field, text reading) []finding {
	matches := r.words.find(text, in == inTitle)
	r.markWithin(matches)
	first := map[int32]match{}
	for _, m := range slices.Backward(matches) {
		first[m.keyword] = m
	}
	var found []finding
	for _, m := range matches {
		for _, u := range r.uses[m.keyword] {
			if m.within && u.kind != forCondition {
				continue
			}
			found = append(found, finding{use: u, field: in, size: m.size(), start: m.start, end: m.end, words: m.words, typo: m.slips > 0, place: m.place, aside: text.tellsWhen(m)})
		}
		for _, p := range r.pairs[m.keyword] {
			if f, ok := p.find(m, first); ok {
				f.field = in
				found = append(found, f)
			}
		}
	}
	return found
}

// find returns the pair as one finding where all of its parts are in the text.
func (p *pair) find(one match, all map[int32]match) (finding, bool) {
	f := finding{use: p.use, size: one.size(), start: one.start, end: one.end, words: one.words, typo: one.slips > 0, place: one.place}
	for _, part := range p.parts[1:] {
		m, ok := all[part]
		if !ok {
			return finding{}, false
		}
		f.size += m.size()
		f.words += " + " + m.words
		f.typo = f.typo || m.slips > 0
		f.place = max(f.place, m.place)
	}
	return f, true
}

// wholeDay tells whether an event takes whole days: also one that someone wrote as 00:00–23:59.
func wholeDay(e calendar.Event) bool { return e.AllDay || e.End.Sub(e.Start) >= 20*time.Hour }

// fits tells whether the exception is for the event.
func (f facts) fits(i int, c Condition) bool {
	e := f.event
	return f.has(i, c.Title, inTitle) && f.hasInHead(i, c.Head) && f.has(i, c.Also, inTitle) && f.has(i, c.Categories, inCategories) &&
		f.has(i, c.Location, inLocation) && f.has(i, c.Description, inDescription) &&
		f.has(i, c.Anywhere, inTitle, inCategories, inLocation, inDescription) &&
		!f.hasAny(i, c.Without) &&
		holdsPart(c.Calendar, e.Calendar) && holdsPart(c.Organizer, e.Organizer) &&
		c.Attendees.Holds(e.Attendees) && c.Minutes.Holds(int(e.End.Sub(e.Start).Minutes())) && c.Words.Holds(len(f.read[inTitle].words)) &&
		startsIn(c.Clock, e) && (len(c.Weekdays) == 0 || !e.Start.IsZero() && slices.Contains(c.Weekdays, e.Start.Weekday())) &&
		agrees(c.AllDay, wholeDay(e)) && agrees(c.Recurring, e.Recurring) && agrees(c.Mine, e.OrganizerSelf) &&
		agrees(c.NamesProject, f.namesProject()) && showsAs(c.ShowAs, e.ShowAs)
}

// namesProject tells whether the title holds a keyword of a project, not only a hint.
func (f facts) namesProject() bool {
	return slices.ContainsFunc(f.found, func(found finding) bool { return found.kind == forProject && found.field == inTitle && !found.hint })
}

// exact tells whether a word is rightly written and not only what another thing is about.
func (f finding) exact() bool { return !f.typo && f.place != asFirst }

// hasAny tells whether one of the words of exception i stands in title or categories, in whatever form.
func (f facts) hasAny(i int, words []Word) bool {
	return slices.ContainsFunc(f.asked[i], func(found finding) bool {
		return (found.field == inTitle || found.field == inCategories) && slices.Contains(words, found.word)
	})
}

// has tells whether one of the words of exception i stands in one of the fields; no words ask for nothing. What decides must be exact.
func (f facts) has(i int, words []Word, in ...field) bool {
	if len(words) == 0 {
		return true
	}
	for _, found := range f.asked[i] {
		if i >= 0 && !found.exact() {
			continue
		}
		if slices.Contains(in, found.field) && slices.Contains(words, found.word) {
			return true
		}
	}
	return false
}

// hasInHead tells whether one of the words of exception i stands in the head of the title, and is no part of another word; no words ask for nothing.
func (f facts) hasInHead(i int, words []Word) bool {
	return len(words) == 0 || slices.ContainsFunc(f.asked[i], func(found finding) bool {
		return found.inHead && found.place == asWord && found.exact() && slices.Contains(words, found.word)
	})
}

func holdsPart(parts []string, whole string) bool {
	for _, p := range parts {
		if strings.Contains(fold(whole), fold(p)) {
			return true
		}
	}
	return len(parts) == 0
}

// startsIn tells whether the event begins in the span of minutes since midnight; one that lasts all day, or has no start, begins at no time.
func startsIn(clock Span, e calendar.Event) bool {
	return !clock.Set || !e.AllDay && !e.Start.IsZero() && clock.Holds(e.Start.Hour()*60+e.Start.Minute())
}

func agrees(want *bool, is bool) bool { return want == nil || *want == is }

func showsAs(list []calendar.ShowAs, s calendar.ShowAs) bool {
	if s == "" {
		s = calendar.Busy
	}
	return len(list) == 0 || slices.Contains(list, s)
}
