package draft

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ugeseddel/text"
)

// Encode writes the draft as the file that people may edit. Its explanations, which begin with ##, are in that language;
// people's own comments are written back where they stood, or at the end where what they stood at is gone.
func (d *Draft) Encode(l text.Lang) []byte {
	w := &writer{comments: maps.Clone(d.comments)}
	w.ours("", l.T("draft.file-header", d.Week.Number, d.Week.Year))
	w.pair("", "", "week", d.Week.String())
	w.pair("", "", "timezone", scalar(d.Settings.zone().String()))
	w.pair("", "", "step", strconv.Itoa(d.Settings.Step.Minutes()))
	w.line("")
	below := w.open("", "lines", "lines:")
	problems := d.problemsByLine()
	for _, one := range d.Days() {
		w.day(l, d, one, problems)
	}
	w.theirs("", below)
	w.leftOver()
	return []byte(w.b.String())
}

func (d *Draft) problemsByLine() map[string][]text.Message {
	found := map[string][]text.Message{}
	for _, p := range d.Problems() {
		found[p.Line] = append(found[p.Line], p.Message)
	}
	return found
}

// writer writes the file, line by line.
type writer struct {
	b        strings.Builder
	comments comments // those not yet written
}

func (w *writer) line(s string) { w.b.WriteString(s + "\n") }

// ours writes an explanation.
func (w *writer) ours(indent, words string) {
	for line := range strings.SplitSeq(words, "\n") {
		w.line(strings.TrimRight(indent+ours+" "+line, " "))
	}
}

// theirs writes people's comments back.
func (w *writer) theirs(indent string, lines []string) {
	for _, line := range lines {
		w.line(indent + line)
	}
}

// open writes the comments above an anchor and then the words with what stands beside; it returns what belongs below.
func (w *writer) open(indent, anchor, words string) (below []string) {
	c := w.comments[anchor]
	delete(w.comments, anchor)
	w.theirs(indent, c.Above)
	w.line(indent + strings.Join(append([]string{words}, c.Beside...), " "))
	return c.Below
}

// pair writes a key and its value, which is ready for YAML; an empty value is left out.
func (w *writer) pair(indent, anchor, key, value string) {
	if value == "" {
		return
	}
	if anchor != "" {
		anchor += "/"
	}
	w.theirs(indent, w.open(indent, anchor+key, key+": "+value))
}

// leftOver writes the comments whose place is gone.
func (w *writer) leftOver() {
	for _, anchor := range slices.Sorted(maps.Keys(w.comments)) {
		c := w.comments[anchor]
		w.theirs("", slices.Concat(c.Above, c.Beside, c.Below))
	}
}

func (w *writer) day(l text.Lang, d *Draft, one Day, problems map[string][]text.Message) {
	lines := d.on(one.Date)
	if len(lines) == 0 {
		return
	}
	w.line("")
	w.ours("  ", l.T("draft.file-day", text.Long(one.Date), text.Hours(one.Registered), text.Hours(one.Norm)))
	for i, line := range lines {
		if i > 0 {
			w.line("")
		}
		for _, m := range problems[line.ID] {
			w.ours("  ", "! "+l.Say(m))
		}
		w.item(l, line)
	}
}

// item writes one line of the draft. What a person looks at and changes comes first.
func (w *writer) item(lang text.Lang, l *Line) {
	const in = "    "
	below := w.open("  ", l.ID, "- id: "+scalar(l.ID))
	pair := func(key, value string) { w.pair(in, l.ID, key, value) }
	pair("date", l.Date.String())
	pair("time", clockOf(l.Date, l.Start, l.End))
	pair("title", scalar(l.Title))
	pair("minutes", strconv.Itoa(l.Minutes))
	pair("project", scalar(l.Project))
	pair("tag", scalar(l.Tag))
	pair("task", scalar(l.Task))
	pair("note", scalar(l.Note))
	pair("status", string(l.Status))
	pair("decision", string(l.Decision))
	pair("both", flag(l.Both))
	pair("always", flag(l.Always))
	pair("left_out", string(l.Left))
	pair("unread", flag(l.Unread))
	pair("merged_into", scalar(l.MergedInto))
	pair("why", sentences(lang, l.Why))
	pair("rounded", l.roundedPairs())
	pair("suggested", l.suggestedPairs())
	if l.Posted != nil {
		pair("posted", entryPairs(*l.Posted).String())
	}
	pair("facts", l.factPairs())
	pair("event", l.Event.pairs().String())
	if l.Now != nil {
		pair("calendar_now", l.Now.pairs().String())
	}
	w.theirs("  ", below)
}

// pairs are the inside of a flow mapping: {key: value, …}. Empty values are left out.
type pairs []string

func (p *pairs) add(key, value string) {
	if value != "" {
		*p = append(*p, key+": "+value)
	}
}

func (p pairs) String() string {
	if len(p) == 0 {
		return ""
	}
	return "{" + strings.Join(p, ", ") + "}"
}

func entryPairs(e Entry) pairs {
	var p pairs
	p.add("minutes", strconv.Itoa(e.Minutes))
	p.add("project", scalar(e.Project))
	p.add("tag", scalar(e.Tag))
	p.add("task", scalar(e.Task))
	p.add("note", scalar(e.Note))
	p.add("status", string(e.Status))
	return p
}

func (l *Line) suggestedPairs() string {
	if l.Kind == FromHand {
		return ""
	}
	p := entryPairs(l.Suggested)
	if l.Kind != FromEvent {
		p.add("time", clockOf(l.Date, l.Start, l.End))
	}
	return p.String()
}

func (l *Line) roundedPairs() string {
	if l.Rounded == 0 {
		return ""
	}
	return fmt.Sprintf("{from: %d, to: %d}", l.worth(), l.Minutes)
}

func (l *Line) factPairs() string {
	var p pairs
	p.add("kind", string(l.Kind))
	p.add("certain", flag(l.Certain))
	p.add("private", flag(l.Private))
	p.add("tentative", flag(l.Tentative))
	p.add("fill", string(l.Fill))
	p.add("priority", number(l.Priority))
	p.add("part", number(l.Part))
	p.add("share", number(l.Share))
	if l.Actual != l.clock() {
		p.add("actual", strconv.Itoa(l.Actual))
	}
	return p.String()
}

// pairs writes the event as {calendar, uid, id, when, title, answer, days, gone}.
func (e Event) pairs() pairs {
	var p pairs
	p.add("calendar", scalar(e.Calendar))
	p.add("uid", scalar(e.UID))
	if e.ID != e.UID {
		p.add("id", scalar(e.ID))
	}
	p.add("when", strings.TrimSpace(e.Date.String()+" "+clockOf(e.Date, e.Start, e.End)))
	p.add("title", scalar(e.Title))
	p.add("answer", scalar(e.Answer))
	if e.Days > 1 {
		p.add("days", number(e.Days))
	}
	p.add("gone", flag(e.Gone))
	return p
}
