package mapping

import (
	"slices"
	"strings"
)

// decideTag takes what the event's words claim and, where they are not sure, what the examples say.
func (r *Rules) decideTag(f facts, claims []claim, done ruled, s *Suggestion) {
	if done.keep {
		claims = slices.DeleteFunc(claims, func(c claim) bool { return c.kind == forSkip })
	}
	before := *s
	r.decideByWords(f, claims, s)
	r.weigh(f, claims, done, before, s)
}

// decideByWords takes the strongest claim, and says what came second. Two that weigh the same are a choice for a person.
func (r *Rules) decideByWords(f facts, claims []claim, s *Suggestion) {
	if f.onlyForm(claims) && r.guess(f, len(claims) == 0, s) {
		return
	}
	if len(claims) == 0 {
		s.because("mapping.nothing")
		return
	}
	first := claims[0]
	s.Known = true
	s.Certain = first.level >= leastCertain && !first.best.typo && first.best.place == asWord
	s.because(first.reasonKey(), first.best.words, r.at(first.best.word.Pos))
	r.take(first, s)
	if len(claims) > 1 {
		r.secondTo(first, claims[1], s)
	}
	if vague(first, claims) || first.level == titleWord && r.strangeHead(f) {
		s.Certain = false
	}
}

// onlyForm tells whether the words tell no more than the form of the event: where a project is named, "morgenmøde" is no purpose either.
func (f facts) onlyForm(claims []claim) bool {
	return len(claims) == 0 || claims[0].level == formHint || claims[0].level == titleForm && f.namesProject()
}

// asks tells whether the title is a single word with a question mark: whether there is such an event at all, nobody knows yet.
func (f facts) asks() bool {
	return len(f.read[inTitle].words) == 1 && strings.HasSuffix(strings.TrimSpace(f.title), "?")
}

// guess takes the first of the "otherwise" rules that fits, for a person to look at, and tells whether there was one.
// A word for the form of the event is better than a guess at its tag that looks at no word.
func (r *Rules) guess(f facts, tagToo bool, s *Suggestion) bool {
	for i, x := range r.Otherwise {
		if (tagToo || x.Then.Skip || x.If.readsTitle()) && f.fits(guessIndex(i), x.If) {
			s.Tag, s.Skip, s.Task = x.Then.Tag, x.Then.Skip, x.Then.Task
			s.because("mapping.nothing")
			s.because("mapping.guess", x.Why, r.at(x.Pos))
			return true
		}
	}
	return false
}

func (r *Rules) take(c claim, s *Suggestion) {
	if c.kind == forSkip {
		s.Skip = true
		s.because("mapping.skip", r.Skips[c.index].Why)
		return
	}
	s.Tag = r.Tags[c.index].ID
}

// secondTo keeps the claim that came second, and says so.
func (r *Rules) secondTo(first, second claim, s *Suggestion) {
	if second.kind == forTag {
		s.Second = &Choice{Tag: r.Tags[second.index].ID}
	}
	if first.compare(second) == 0 {
		s.Certain = false
		s.because("mapping.tie", r.claimed(first), r.claimed(second))
		return
	}
	s.because("mapping.second", r.claimed(second), second.best.words, r.at(second.best.word.Pos))
}

// claimed names what a claim is for.
func (r *Rules) claimed(c claim) any {
	if c.kind == forSkip {
		return r.Skips[c.index].Why
	}
	return r.Tags[c.index].Name
}

func (c claim) reasonKey() string {
	switch {
	case c.best.hint, c.best.place == asFirst:
		return "mapping.hint"
	case c.best.field == inTitle:
		return "mapping.title"
	case c.best.field == inCategories:
		return "mapping.category"
	}
	return "mapping.elsewhere"
}

// vague tells whether another claim is too near the first one for a person not to look.
func vague(first claim, claims []claim) bool {
	for _, c := range claims[1:] {
		switch {
		case (c.kind == forSkip) != (first.kind == forSkip) && c.level >= titleHint,
			first.level == titleForm && (c.level == titleHint || c.level == headHint),
			first.level == titleWord && c.level == headHint,
			first.level == headWord && c.level == titleWord && first.best.size < c.best.size,
			c.level == categoryWord,
			c.level >= titleWord && first.level == c.level:
			return true
		}
	}
	return false
}

// readsTitle tells whether a condition asks for words of the title, or for a project there.
func (c Condition) readsTitle() bool { return len(c.Title) > 0 || c.NamesProject != nil }
