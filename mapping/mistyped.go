package mapping

// leastMistyped is how many letters a word has at least for one of them to be mistyped.
const leastMistyped = 8

// findMistyped adds the keyword that word w begins with, but for one letter too many, too few, wrong or exchanged with the next.
// The first letter must be right.
func (x *lexicon) findMistyped(r reading, w int, found []match) []match {
	text := r.words[w].folded
	if len(text) < leastMistyped {
		return found
	}
	best := match{end: -1}
	at := x.nodes[0].next[symbol(rune(text[0]))]
	for i := 1; i <= len(text) && at != 0; i++ {
		for _, s := range x.slips(at, text, i) {
			x.followSlip(r, w, s, &best)
		}
		if i == len(text) {
			break
		}
		at = x.nodes[at].next[symbol(rune(text[i]))]
	}
	if best.end < 0 {
		return found
	}
	return append(found, best)
}

// slip is a way to go on after one typing error: from a node of the tree with the rest of the word, from a letter on.
type slip struct {
	at   int32
	from int
}

// slips returns the ways to go on where letter i of text may be wrong.
func (x *lexicon) slips(at int32, text string, i int) []slip {
	var ways []slip
	if i < len(text) {
		ways = append(ways, slip{at, i + 1}) // a letter too many
	}
	for _, child := range x.nodes[at].next {
		if child == 0 {
			continue
		}
		ways = append(ways, slip{child, i}) // a letter too few
		if i < len(text) {
			ways = append(ways, slip{child, i + 1}) // a wrong letter
		}
	}
	if i+1 < len(text) {
		if swapped := x.nodes[at].next[symbol(rune(text[i+1]))]; swapped != 0 {
			if both := x.nodes[swapped].next[symbol(rune(text[i]))]; both != 0 {
				ways = append(ways, slip{both, i + 2})
			}
		}
	}
	return ways
}

// followSlip reads on after a typing error and keeps the longest keyword found.
func (x *lexicon) followSlip(r reading, w int, s slip, best *match) {
	start, text := r.starts[w], r.words[w].folded
	for at, j := s.at, s.from; ; j++ {
		for _, id := range x.nodes[at].ends {
			k := x.keywords[id]
			if k.whole || k.begins || k.ends || len(k.letters) < leastMistyped || !k.endsWell(text[j:]) {
				continue
			}
			if m := (match{keyword: id, start: start, end: start + j, slips: 1}); m.size() > best.size() {
				m.words = r.shown(start, start+j)
				*best = m
			}
		}
		if j >= len(text) {
			return
		}
		if at = x.nodes[at].next[symbol(rune(text[j]))]; at == 0 {
			return
		}
	}
}

// endsWell tells whether the rest of a mistyped word is an ending or, where the keyword may be a part of a compound, the other part.
func (k keyword) endsWell(after string) bool {
	return k.inflectedBy(after) || !k.alone && len(after) >= leastPart
}
