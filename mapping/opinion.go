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
