package mapping

import (
	"cmp"
	"slices"

	"ugeseddel/text"
)

// How much a claim of the rules weighs beside the opinion of the examples, where it is not sure of itself.
var claimWeight = [...]float64{
	formHint: 1, elsewhereWord: 3, categoryHint: 3, titleHint: 7, headHint: 8, titleForm: 16, categoryWord: 16, titleWord: 16, headWord: 18,
}

const (
	partWeight    = 0.7 // of a claim by a word that is only the last part of another
	contradiction = 3   // lead over the tag of a keyword at which the examples make it doubtful
	leadOverSkip  = 20  // lead at which they keep an event that the rules would perhaps leave out
	leadToSure    = 16  // lead at which a hint of the rules and the examples together are sure
)

// weigh lets the examples speak where the rules are not sure, and doubt them where the examples are of another kind.
// before is what exceptions had decided.
func (r *Rules) weigh(f facts, claims []claim, done ruled, before Suggestion, s *Suggestion) {
	o := r.opinion(f)
	if o != nil && done.keep {
		o.forget(skipOwner)
	}
	switch {
	case o == nil || o.best == "":
	case s.Certain:
		r.doubt(o, s)
	case settled(claims):
		s.Certain = r.agreed(f, claims, o, r.weighed(o, claims))
	case !s.Skip || o.ahead(skipOwner) > leadOverSkip:
		r.decideByExamples(f, claims, o, before, s)
	case len(claims) > 0 && claims[0].kind == forSkip && !claims[0].best.typo && o.best == skipOwner && o.lead > leadToSure:
		s.Certain = true
	}
}

// settled tells whether a keyword in the head of the title decides, as it stands there and with no equal: the examples do not outrank it.
func settled(claims []claim) bool {
	if len(claims) == 0 {
		return false
	}
	first := claims[0]
	unequalled := len(claims) < 2 || first.compare(claims[1]) != 0
	return first.kind == forTag && first.level == headWord && first.best.place == asWord && !first.best.typo && unequalled
}

// decideByExamples takes the tag for which rules and examples together speak most; of two keywords that weigh the same, one of these.
func (r *Rules) decideByExamples(f facts, claims []claim, o *opinion, before Suggestion, s *Suggestion) {
	ranked := r.weighed(o, claims)
	tie := tied(claims)
	if tie {
		ranked = slices.DeleteFunc(ranked, func(w weighted) bool { return w.owner != r.ownerOf(claims[0]) && w.owner != r.ownerOf(claims[1]) })
	}
	first := ranked[0]
	if first.owner != ownerOfSuggestion(*s) {
		other := choiceOf(s.Tag)
		if !tie {
			s.Why = s.Why[:len(before.Why)]
		}
		s.Second, s.Task = other, before.Task
		s.Skip, s.Tag = first.owner == skipOwner, first.owner
		if s.Skip {
			s.Tag = ""
		}
	}
	r.sayExample(f, o, first.owner, s)
	if len(claims) > 0 && !tie && r.ownerOf(claims[0]) != first.owner {
		s.because("mapping.second", r.claimed(claims[0]), claims[0].best.words, r.at(claims[0].best.word.Pos))
	}
	s.Certain = !tie && r.agreed(f, claims, o, ranked)
}

// tied tells whether two keywords weigh the same.
func tied(claims []claim) bool {
	return len(claims) > 1 && claims[0].level >= titleForm && claims[0].compare(claims[1]) == 0
}

// ownerOfSuggestion returns the tag suggested, or skipOwner.
func ownerOfSuggestion(s Suggestion) string {
	if s.Skip {
		return skipOwner
	}
	return s.Tag
}

// ownerOf returns the tag that a claim is for, or skipOwner.
func (r *Rules) ownerOf(c claim) string {
	if c.kind == forTag {
		return r.Tags[c.index].ID
	}
	return skipOwner
}

// choiceOf is a tag as what came second, nil where there is none.
func choiceOf(tag string) *Choice {
	if tag == "" || tag == skipOwner {
		return nil
	}
	return &Choice{Tag: tag}
}

// doubt takes the certainty from a tag that the examples speak against. Of a tag without examples they say nothing.
func (r *Rules) doubt(o *opinion, s *Suggestion) {
	if _, known := o.score[s.Tag]; s.Skip || !known || o.ahead(s.Tag) <= contradiction {
		return
	}
	s.Certain = false
	s.because("mapping.examples-doubt", r.ownerName(o.best))
	if s.Second == nil {
		s.Second = choiceOf(o.best)
	}
}

// weighted is an owner with what speaks for it, by rules and examples.
type weighted struct {
	owner  string
	weight float64
}

// weighed adds what the rules' words claim to what the examples say, and returns the owners with the weightiest first.
func (r *Rules) weighed(o *opinion, claims []claim) []weighted {
	var all []weighted
	for owner, score := range o.score {
		all = append(all, weighted{owner, score})
	}
	for _, c := range claims {
		owner := r.ownerOf(c)
		w := claimWeight[c.level]
		if c.best.place == asHead && c.level >= titleForm {
			w *= partWeight
		}
		i := slices.IndexFunc(all, func(x weighted) bool { return x.owner == owner })
		if i < 0 { // a tag without examples: they say nothing against it
			i, all = len(all), append(all, weighted{owner, o.score[o.best] - contradiction})
		}
		all[i].weight += w
	}
	slices.SortFunc(all, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.owner, b.owner))
	})
	return all
}

// agreed tells whether the first claim of the rules and the examples agree so much that nobody need look.
func (r *Rules) agreed(f facts, claims []claim, o *opinion, ranked []weighted) bool {
	if len(claims) == 0 || claims[0].kind != forTag || len(f.read[inTitle].words) < 2 || len(ranked) < 2 {
		return false
	}
	t := r.Tags[claims[0].index]
	return !t.LastResort && t.ID == o.best && t.ID == ranked[0].owner && ranked[0].weight-ranked[1].weight > leadToSure
}

// ownerName names a tag, or the leaving out.
func (r *Rules) ownerName(owner string) any {
	if t, ok := r.Tag(owner); ok {
		return t.Name
	}
	return text.Msg("mapping.check-skipped")
}

// sayExample says which words of the title the examples know, and which example is most like it.
func (r *Rules) sayExample(f facts, o *opinion, owner string, s *Suggestion) {
	words := f.read[inTitle].words
	telling := o.telling(owner, words)
	if telling < 0 {
		if owner == o.best {
			s.because("mapping.examples-most", r.ownerName(owner))
		}
		return
	}
	if e, ok := r.nearest(o.model, words, telling, owner); ok {
		s.because("mapping.example", words[telling].shown, r.ownerName(owner), e.title, text.Msg("mapping.place", e.file, e.line))
		return
	}
	s.because("mapping.example-word", words[telling].shown, r.ownerName(owner))
}
