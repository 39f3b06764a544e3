package draft

import (
	"fmt"
	"strconv"
	"strings"

	"ugeseddel/text"
)

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
	p.add("learnt", scalar(l.Learnt))
	p.add("attendees", number(l.Facts.Attendees))
	p.add("recurring", flag(l.Facts.Recurring))
	p.add("mine", flag(l.Facts.Mine))
	p.add("show_as", string(l.Facts.ShowAs))
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
