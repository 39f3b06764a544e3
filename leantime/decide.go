package leantime

import (
	"math"
	"slices"
	"strings"

	"ugeseddel/text"
)

// compare decides about a row of a to-do that exists.
func (b *builder) compare(a Action, note text.Message) Action {
	row := b.sheet.proper[a.work.at]
	a.work.row = row
	remembered, known := b.posted[a.work.at]
	answer := b.decisions[a.rowKey()]
	overrule := answer.asShown
	switch {
	case row == nil && known && !overrule:
		return a.ask("leantime.deleted")
	case row == nil && !overrule && b.movedAway(a.work.at):
		return a.ask("leantime.moved-row")
	case row == nil:
		return b.raise(a, nil, note)
	case !row.whole && !overrule:
		return a.ask("leantime.broken-mark")
	case row.ours() && row.minutes != row.marked && known && remembered.Minutes != row.minutes && !overrule:
		return a.ask("leantime.changed-by-hand")
	case row.ours():
		return b.adjust(a, row, overrule, note)
	case !row.whole:
		return b.set(a, row, 0)
	case overrule:
		return b.set(a, row, remembered.Base)
	case answer.addOn || !b.wasOurs(a, row, known, remembered):
		return b.raise(a, row, note)
	}
	return a.ask("leantime.mark-gone", Choice{text.Msg("leantime.choose-add"), a.rowKey(), decision{addOn: true}})
}

// wasOurs tells whether a row without a mark looks as if it had had one: this computer remembers it with other hours of the person's own,
// or it has just the hours and the words that would be posted now.
func (b *builder) wasOurs(a Action, row *booked, known bool, remembered Posted) bool {
	if known {
		return !sameHours(float64(row.Hours), remembered.Base)
	}
	return len(row.marks) == 0 && sameHours(float64(row.Hours), hours(a.work.minutes)) && strings.Contains(plain(row.text()), plain(a.work.text))
}

// movedAway tells whether another row carries the mark of at: a person has moved the row to another day or to-do.
func (b *builder) movedAway(at spot) bool {
	from := place{at.taskID, at.date.In(b.span.Zone).UTC().Format(stored)}
	return slices.ContainsFunc(b.held.rows, func(r timeRow) bool {
		marks, _ := from.marks(r.text())
		return len(marks) > 0 && r.place() != from
	})
}

// withoutTask tells whether the same time was posted to a to-do that has been deleted since. Leantime keeps such rows, without a number.
func (b *builder) withoutTask(w work) bool {
	return slices.ContainsFunc(b.held.rows, func(r timeRow) bool {
		same := r.TaskID == 0 && r.Kind == billable && r.at().Equal(w.at.date.In(b.span.Zone)) && sameHours(float64(r.Hours), hours(w.minutes))
		return same && markForm.MatchString(r.text())
	})
}

// set makes a row whose mark was lost what was confirmed, on top of base hours of the person's own, because a person said so.
func (b *builder) set(a Action, row *booked, base float64) Action {
	a.Verb, a.work.base, a.Before, a.After = Change, base, float64(row.Hours), base+hours(a.work.minutes)
	return b.permitted(a)
}

func (a Action) rowKey() string {
	return "row|" + a.work.at.date.String() + "|" + itoa(a.work.at.taskID)
}

// ask blocks the action with a question: whether the row is to be as confirmed all the same. More are further answers.
func (a Action) ask(key string, more ...Choice) Action {
	before := 0.0
	if a.work.row != nil {
		before = float64(a.work.row.Hours)
	}
	asConfirmed := Choice{text.Msg("leantime.choose-confirmed"), a.rowKey(), decision{asShown: true}}
	return a.stop(text.Msg(key, decimalHours(before)), append([]Choice{asConfirmed}, more...)...)
}

func decimalHours(h float64) text.Hours { return text.Hours(math.Round(h * 60)) }

// raise adds hours where there are none of ours yet: in a new row, or in one of the person's own.
func (b *builder) raise(a Action, row *booked, note text.Message) Action {
	a.Verb, a.Reason = Create, note
	if row != nil {
		a.Verb, a.work.base, a.Before = Change, float64(row.Hours), float64(row.Hours)
		a.Reason = text.Msg("leantime.keeps-own", decimalHours(a.Before))
	}
	a.After = a.work.base + hours(a.work.minutes)
	return b.permitted(a)
}

// adjust sets a row that holds hours of ours to what is registered now.
func (b *builder) adjust(a Action, row *booked, overrule bool, note text.Message) Action {
	a.work.base = row.believed()
	after := a.work.base + hours(a.work.minutes)
	if row.words.edited && note.IsZero() {
		note = text.Msg("leantime.keeps-text")
	}
	switch {
	case sameHours(after, float64(row.Hours)) && !b.otherText(a, row):
		return a.settled(row, note)
	case !row.agrees && !sameHours(after, float64(row.Hours)) && !overrule:
		return a.ask("leantime.changed-by-hand")
	}
	a.Verb, a.Before, a.After, a.Reason = Change, float64(row.Hours), after, note
	if sameHours(after, a.Before) {
		a.Reason = text.Msg("leantime.text-only")
	} else if len(row.marks) > 1 && b.version.setsText() {
		a.Reason = text.Msg("leantime.doubled")
	}
	return b.permitted(a)
}

// otherText tells whether the row's text is ours alone to change, can be changed (3.9), and is not what was confirmed.
func (b *builder) otherText(a Action, row *booked) bool {
	return b.version.setsText() && row.agrees && !row.locked() && !row.words.edited && row.words.ours != "" && row.words.ours != a.work.text
}

// permitted blocks what would hide or spoil a row.
func (b *builder) permitted(a Action) Action {
	row, astray := a.work.row, b.sheet.astray[a.work.at]
	switch {
	case len(astray) > 0 && a.After > a.Before:
		return a.stop(inTheWay(astray[0]))
	case row != nil && row.locked():
		return a.stop(text.Msg("leantime.locked"))
	case row != nil && row.Text == nil && !b.version.setsText():
		return a.stop(text.Msg("leantime.no-text", b.version.String()))
	case a.After > 24:
		return a.stop(text.Msg("leantime.many-hours", decimalHours(a.After)))
	case b.tooLong(a):
		return a.stop(text.Msg("leantime.text-long"))
	}
	return a
}

// tooLong counts with what logTime writes between two texts.
func (b *builder) tooLong(a Action) bool {
	length := len(a.work.text) + 100
	if a.work.row != nil {
		length += len(a.work.row.text())
	}
	return length > longestText
}
