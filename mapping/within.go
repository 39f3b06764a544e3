package mapping

import (
	"cmp"
	"slices"
)

// markWithin marks what stands within a longer keyword: where "bestyrelse" is one, it holds no "styrelse". Conditions see it still.
func (r *Rules) markWithin(matches []match) {
	order := make([]*match, len(matches))
	for i := range matches {
		order[i] = &matches[i]
	}
	slices.SortStableFunc(order, func(a, b *match) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	reach := map[hiding]int{} // how far the keywords that began before reach
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && order[to].start == order[from].start && order[to].end == order[from].end {
			to++
		}
		for _, m := range order[from:to] {
			m.within = reach[hidesAll] >= m.end || reach[hidesTags] >= m.end && !r.isProject(m.keyword)
		}
		for _, m := range order[from:to] {
			h := r.hiding(m.keyword)
			reach[h] = max(reach[h], m.end)
		}
		from = to
	}
}

// hiding says what a keyword takes the place of, where it holds a shorter one.
type hiding int

const (
	hidesNothing hiding = iota // it is there for the conditions of exceptions alone
	hidesTags                  // the word of a project within it still tells the project: "dirigentmøde"
	hidesAll
)

func (r *Rules) hiding(keyword int32) hiding {
	h := hidesNothing
	for _, u := range r.uses[keyword] {
		switch {
		case u.kind == forProject, u.kind == forSkip:
			return hidesAll
		case u.kind != forCondition, u.index < 0: // the words of guesses are names too: "OS2indberetning" is no "beretning"
			h = hidesTags
		}
	}
	return h
}

func (r *Rules) isProject(keyword int32) bool {
	return slices.ContainsFunc(r.uses[keyword], func(u use) bool { return u.kind == forProject })
}
