package mapping

import (
	"math"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Explain tells the whole reasoning behind Suggest, step by step: how the title was read, every word that was found and what it
// weighs, which exceptions fit, what the memory knows, how the kinds of work rank, and what came of it.
func (r *Rules) Explain(e calendar.Event, m *Memory) []text.Message {
	f := r.look(e)
	s := r.Suggest(e, m)
	lines := r.explainTitle(f)
	for _, found := range f.found {
		if line := r.explainFinding(f, found); !line.IsZero() {
			lines = append(lines, line)
		}
	}
	for i, x := range r.Exceptions {
		if f.fits(i, x.If) {
			lines = append(lines, text.Msg("mapping.explain-exception", x.Why, r.at(x.Pos)))
		}
	}
	if known, _ := r.recall(m, e); known != nil {
		lines = append(lines, text.Msg("mapping.explain-memory", remembrance(*known)))
	}
	for i, c := range r.claims(f) {
		lines = append(lines, text.Msg("mapping.explain-rank", i+1, r.claimed(c), levelNames[c.level], lettersIn(c.best.words)))
	}
	lines = append(lines, r.explainExamples(f)...)
	return append(lines, r.explainOutcome(s)...)
}

// explainExamples tells what the examples speak for, the first three with their weight.
func (r *Rules) explainExamples(f facts) []text.Message {
	o := r.opinion(f)
	if o == nil {
		return nil
	}
	var lines []text.Message
	for _, w := range r.weighed(o, nil)[:min(3, len(o.score))] {
		if w.weight <= 0 {
			break
		}
		lines = append(lines, text.Msg("mapping.explain-example", r.ownerName(w.owner), int(math.Round(w.weight))))
	}
	return lines
}

// lettersIn counts letters and digits as a person does: æ is one.
func lettersIn(words string) int {
	n := 0
	for _, c := range norm.NFC.String(words) {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	return n
}

func (r *Rules) explainTitle(f facts) []text.Message {
	title := f.read[inTitle]
	lines := []text.Message{text.Msg("mapping.explain-title", f.event.Title)}
	if f.title != f.event.Title {
		lines = append(lines, text.Msg("mapping.explain-starter", f.title))
	}
	if head := headLetters(f.title); head > 0 && head < len(title.letters) {
		lines = append(lines, text.Msg("mapping.explain-head", title.shown(0, head)))
	}
	return lines
}

// explainFinding tells of one word what it is for. Words of conditions are told with their exceptions.
func (r *Rules) explainFinding(f facts, found finding) text.Message {
	place := r.at(found.word.Pos)
	switch found.kind {
	case forProject:
		return text.Msg("mapping.explain-project", found.words, found.word.Text, r.Projects[found.index].Name, place)
	case againstTag:
		return text.Msg("mapping.explain-against", found.words, r.Tags[found.index].Name, place)
	case forTag:
		return text.Msg("mapping.explain-word", found.words, found.word.Text, r.Tags[found.index].Name, levelNames[r.level(f, found)], place)
	case forSkip:
		return text.Msg("mapping.explain-word", found.words, found.word.Text, r.Skips[found.index].Why, levelNames[r.level(f, found)], place)
	}
	return text.Message{}
}

var levelNames = map[level]text.Message{
	none:          text.Msg("mapping.level-none"),
	formHint:      text.Msg("mapping.level-form-hint"),
	elsewhereWord: text.Msg("mapping.level-elsewhere"),
	categoryHint:  text.Msg("mapping.level-category-hint"),
	titleHint:     text.Msg("mapping.level-title-hint"),
	headHint:      text.Msg("mapping.level-head-hint"),
	titleForm:     text.Msg("mapping.level-form"),
	categoryWord:  text.Msg("mapping.level-category"),
	titleWord:     text.Msg("mapping.level-title"),
	headWord:      text.Msg("mapping.level-head"),
}

func (r *Rules) explainOutcome(s Suggestion) []text.Message {
	lines := []text.Message{}
	for _, why := range s.Why {
		lines = append(lines, text.Msg("mapping.explain-because", why))
	}
	switch {
	case s.Skip:
		lines = append(lines, text.Msg("mapping.explain-skip"))
	case s.Tag == "":
		lines = append(lines, text.Msg("mapping.explain-unknown", s.Project))
	default:
		t, _ := r.Tag(s.Tag)
		lines = append(lines, text.Msg("mapping.explain-outcome", s.Project, s.Task, t.Name))
	}
	if s.Certain {
		return append(lines, text.Msg("mapping.explain-certain"))
	}
	return append(lines, text.Msg("mapping.explain-look"))
}
