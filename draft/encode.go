package draft

import (
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
