package mapping

import "strings"

// match is a keyword found in a text.
type match struct {
	keyword    int32
	start, end int // letters of the text
	words      string
	slips      int  // typing errors
	within     bool // a longer keyword holds it
	place      place
}

func (m match) size() int { return m.end - m.start }

// reading is a text made ready for finding keywords: its letters without gaps, so that "styre gruppe" and "styregruppe" are one.
type reading struct {
	words   []word
	letters string
	starts  []int // where each word begins
	wordAt  []int // the word that each letter belongs to
}

func read(text string) reading {
	r := reading{words: wordsOf(text)}
	var b strings.Builder
	for i, w := range r.words {
		r.starts = append(r.starts, b.Len())
		for range len(w.folded) {
			r.wordAt = append(r.wordAt, i)
		}
		b.WriteString(w.folded)
	}
	r.letters = b.String()
	return r
}

// wordEnd returns where the word that holds letter i ends.
func (r reading) wordEnd(i int) int {
	w := r.wordAt[i]
	return r.starts[w] + len(r.words[w].folded)
}

// shown returns the words from letter start to letter end as the person wrote them.
func (r reading) shown(start, end int) string {
	var shown []string
	for _, w := range r.words[r.wordAt[start] : r.wordAt[end-1]+1] {
		shown = append(shown, w.shown)
	}
	return strings.Join(shown, " ")
}

// find returns every keyword in the text, in the order of the text; with mistyped ones where they are asked for.
func (x *lexicon) find(r reading, mistyped bool) []match {
	var found []match
	for i := range len(r.letters) {
		found = x.findAt(r, i, found)
	}
	if !mistyped {
		return found
	}
	for i, covered := range coveredWords(r, found) {
		if !covered {
			found = x.findMistyped(r, i, found)
		}
	}
	return found
}

// findAt adds the keywords that begin at letter i.
func (x *lexicon) findAt(r reading, i int, found []match) []match {
	at := int32(0)
	for j := i; j < len(r.letters); j++ {
		if at = x.nodes[at].next[symbol(rune(r.letters[j]))]; at == 0 {
			return found
		}
		for _, id := range x.nodes[at].ends {
			if k := x.keywords[id]; k.fits(r, i, j+1) {
				found = append(found, match{keyword: id, start: i, end: j + 1, words: r.shown(i, j+1), place: k.placeIn(r, i, j+1)})
			}
		}
	}
	return found
}

// coveredWords tells of every word whether a keyword begins it; one that only ends it may be part of a longer one, mistyped.
func coveredWords(r reading, found []match) []bool {
	covered := make([]bool, len(r.words))
	for _, m := range found {
		if r.starts[r.wordAt[m.start]] < m.start {
			continue
		}
		for w := r.wordAt[m.start]; w <= r.wordAt[m.end-1]; w++ {
			covered[w] = true
		}
	}
	return covered
}
