package mapping

import (
	"slices"
	"strings"
)

// lexicon holds every keyword of the rules as a tree of letters, so that a text is read once, whatever the number of keywords.
type lexicon struct {
	nodes    []node
	keywords []keyword
}

// node is one letter on the way to a keyword.
type node struct {
	next [symbols]int32 // 0 is nowhere: nothing leads back to the root
	ends []int32        // the keywords that end here
}

// keyword is a word, or several, as the lexicon compares it.
type keyword struct {
	shown   string
	letters string
	breaks  []bool // breaks[i]: the keyword has a gap before its letter i
	whole   bool   // an abbreviation: only as a word of its own, never inflected
	alone   bool   // written with "=" before it: inflected, but never a part of a compound
	begins  bool   // written with "-" after it: what it begins is of its kind, whatever comes after
	ends    bool   // written with "-" before it: what it ends is of its kind, whatever comes before
}

const symbols = 36

// symbol numbers the letters a–z and the digits; anything else is -1.
func symbol(r rune) int {
	switch {
	case r >= 'a' && r <= 'z':
		return int(r - 'a')
	case r >= '0' && r <= '9':
		return int(r-'0') + 26
	}
	return -1
}

func newLexicon() *lexicon { return &lexicon{nodes: make([]node, 1)} }

// add puts a keyword into the lexicon and returns its number; the same keyword has the same number.
// A keyword without a letter or digit has none (-1).
func (x *lexicon) add(shown string) int32 {
	k := newKeyword(shown)
	if k.letters == "" {
		return -1
	}
	at := int32(0)
	for i := range len(k.letters) {
		at = x.step(at, symbol(rune(k.letters[i])))
	}
	for _, id := range x.nodes[at].ends {
		if x.keywords[id].sameKind(k) {
			return id
		}
	}
	id := int32(len(x.keywords))
	x.keywords = append(x.keywords, k)
	x.nodes[at].ends = append(x.nodes[at].ends, id)
	return id
}

func (x *lexicon) step(at int32, s int) int32 {
	if next := x.nodes[at].next[s]; next != 0 {
		return next
	}
	next := int32(len(x.nodes))
	x.nodes[at].next[s] = next
	if len(x.nodes) == cap(x.nodes) {
		x.nodes = slices.Grow(x.nodes, len(x.nodes)) // append alone would copy the large nodes many times
	}
	x.nodes = append(x.nodes, node{})
	return next
}

func newKeyword(shown string) keyword {
	k := keyword{shown: shown, alone: strings.HasPrefix(shown, "="), begins: strings.HasSuffix(shown, "-"), ends: strings.HasPrefix(shown, "-")}
	words := wordsOf(shown)
	for _, w := range words {
		for i := range len(w.folded) {
			k.breaks = append(k.breaks, i == 0 && k.letters != "")
			k.letters += string(w.folded[i])
		}
	}
	k.whole = len(words) == 1 && isAbbreviation(words[0].shown)
	return k
}

// sameKind tells whether two keywords of the same letters are found in the same places.
func (k keyword) sameKind(o keyword) bool {
	return k.whole == o.whole && k.alone == o.alone && k.begins == o.begins && k.ends == o.ends
}

// isAbbreviation tells whether a keyword is written in capitals (KL, MUS), or is so short that a longer word would hold it by chance.
func isAbbreviation(shown string) bool {
	if shown == "1:1" {
		return true
	}
	return len([]rune(shown)) <= 2 || fold(shown) != shown && allCapitals(shown)
}
