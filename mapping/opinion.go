package mapping

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// opinion is what the examples say of an event: how much speaks for each tag and for leaving it out, in no unit but against one another.
type opinion struct {
	model *model
	feats []feature
	score map[string]float64
	best  string // of the owners, that which most speaks for
	lead  float64
}

// opinion asks the examples about an event; nil where there are none, or they know nothing of its title.
func (r *Rules) opinion(f facts) *opinion {
	if r.learnt == nil {
		return nil
	}
	m := r.learnt()
	o := &opinion{model: m, feats: eachOnce(m.featuresOf(nil, f.read[inTitle].words, f.event.Attendees)), score: map[string]float64{}}
	if !m.knowsWordOf(o.feats) {
		return nil
	}
	for i, weight := range m.score(o.feats) {
		o.score[m.owners[i]] = weight
	}
	o.rank()
	return o
}

// rank finds what most speaks for, and by how much.
func (o *opinion) rank() {
	ranked := slices.SortedFunc(maps.Keys(o.score), func(a, b string) int {
		return cmp.Or(cmp.Compare(o.score[b], o.score[a]), cmp.Compare(a, b))
	})
	o.best, o.lead = "", 0
	if len(ranked) > 0 {
		o.best = ranked[0]
	}
	if len(ranked) > 1 {
		o.lead = o.score[ranked[0]] - o.score[ranked[1]]
	}
}

// forget takes an owner out of the question.
func (o *opinion) forget(owner string) {
	delete(o.score, owner)
	o.rank()
}

// ahead is how far the best owner is ahead of another; of one without examples, as far as can be.
func (o *opinion) ahead(owner string) float64 {
	weight, known := o.score[owner]
	if !known {
		return math.Inf(1)
	}
	return o.score[o.best] - weight
}

// smallWord is what is left of the weight of a word of three letters or fewer, when one is named as the reason.
const smallWord = 0.25

// telling returns the word that most speaks for the owner, a longer one before the small words, -1 where none does.
func (o *opinion) telling(owner string, words []word) int {
	at := slices.Index(o.model.owners, owner)
	if at < 0 {
		return -1
	}
	byWord := make([]float64, len(words))
	for _, f := range o.feats {
		if f.word >= 0 {
			byWord[f.word] += o.model.weight(f, at)
		}
	}
	best := -1
	for i, weight := range byWord {
		if len(words[i].folded) <= leastPart {
			byWord[i] = weight * smallWord
		}
		if byWord[i] > 0 && (best < 0 || byWord[i] > byWord[best]) {
			best = i
		}
	}
	return best
}
