package mapping

import (
	"cmp"
	"slices"
)

// level is how much a finding weighs; a higher one wins whatever the length of the words.
type level int

const (
	none          level = iota
	formHint            // the form of an event, such as "møde"
	elsewhereWord       // a keyword in location or description
	categoryHint        // a hint among the categories
	titleHint           // a hint in the title
	headHint            // a hint in the head of the title
	titleForm           // a keyword for the form of an event in the title, such as "mandagsmøde"
	categoryWord        // a keyword among the categories
	titleWord           // a keyword in the title
	headWord            // a keyword in the head of the title
)

// Levels at and above this one can be certain.
const leastCertain = titleForm

// claim is what speaks for one tag, or for leaving the event out.
type claim struct {
	kind  kind // forTag or forSkip
	index int
	level level
	best  finding
	count int // findings at this level
}

// claims returns what the event's words speak for, the strongest first.
func (r *Rules) claims(f facts) []claim {
	byOwner := map[[2]int]*claim{}
	for _, found := range f.found {
		if found.kind != forTag && !(found.kind == forSkip && f.fits(found.index, r.Skips[found.index].If)) {
			continue
		}
		key := [2]int{int(found.kind), found.index}
		if byOwner[key] == nil {
			byOwner[key] = &claim{kind: found.kind, index: found.index}
		}
		if at := r.level(f, found); at > none {
			byOwner[key].add(found, at)
		}
	}
	var all []claim
	for _, c := range byOwner {
		if c.level > none {
			all = append(all, *c)
		}
	}
	slices.SortFunc(all, func(a, b claim) int {
		return cmp.Or(-a.compare(b), cmp.Compare(a.kind, b.kind), cmp.Compare(a.index, b.index))
	})
	return all
}

// add takes a finding into the claim.
func (c *claim) add(f finding, at level) {
	switch {
	case at > c.level:
		c.level, c.best, c.count = at, f, 1
	case at == c.level:
		c.count++
		if f.size > c.best.size || f.size == c.best.size && c.best.task < 0 {
			c.best = f
		}
	}
}

// compare ranks claims: by level, then the longer match, then the greater number of matches. Equal ones are a tie.
func (c claim) compare(o claim) int {
	return cmp.Or(cmp.Compare(c.level, o.level), cmp.Compare(c.best.size, o.best.size), cmp.Compare(c.count, o.count))
}

// level weighs a finding: title before categories before location and description, purpose before form, and "not used when" against.
func (r *Rules) level(f facts, found finding) level {
	at := placeLevel(found)
	if found.kind != forTag {
		return at
	}
	if r.Tags[found.index].LastResort {
		switch {
		case at >= titleWord:
			return titleForm
		case at != none:
			return formHint
		}
	}
	if at >= categoryWord && f.against[found.index] {
		return titleHint
	}
	return at
}

func placeLevel(found finding) level {
	if found.place == asFirst {
		found.hint = true
	}
	switch {
	case found.field == inTitle && !found.hint && found.inHead:
		return headWord
	case found.field == inTitle && !found.hint:
		return titleWord
	case found.field == inTitle && found.inHead:
		return headHint
	case found.field == inTitle:
		return titleHint
	case found.field == inCategories && !found.hint:
		return categoryWord
	case found.field == inCategories:
		return categoryHint
	case !found.hint:
		return elsewhereWord
	}
	return none
}
