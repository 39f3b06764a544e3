package mapping

import "strings"

// timings are the words before a word that only tells when: "før ferien", "efter frokost".
var timings = wordSet("foer efter inden siden under mod omkring before after inkl incl")

// tellsWhen tells whether the words of a match only say when an event is, or what comes with it.
func (r reading) tellsWhen(m match) bool {
	w := r.wordAt[m.start]
	if w == 0 {
		return false
	}
	before, word := r.words[w-1].folded, r.words[w].folded
	return timings[before] || (before == "i" || before == "fra" || before == "til") && (strings.HasSuffix(word, "en") || strings.HasSuffix(word, "erne"))
}

// passes tells whether the finding is only mentioned in passing where its tag asks for the event itself, and so do all skips.
func (r *Rules) passes(found finding) bool {
	switch found.kind {
	case forTag:
		return found.aside && r.Tags[found.index].Itself
	case forSkip:
		return found.aside
	case forCondition:
		return found.aside && r.isSpent(found.index)
	}
	return false
}

// isSpent tells whether an exception is for time that is spent, not worked, or for an event that is left out.
func (r *Rules) isSpent(index int) bool {
	if index < 0 {
		return false
	}
	then := r.Exceptions[index].Then
	t, _ := r.Tag(then.Tag)
	return then.Skip || t.Itself
}
