package mapping

import (
	"strings"
	"unicode"
)

// endings are the inflections of Danish nouns, adjectives and verbs.
var endings = wordSet("e en et n t er r erne rne ne s ens ets ernes es ers de ede ende des te")

// shortEndings are those of a word of three letters or fewer; with the others it would be another word: "flyt" is no "fly".
var shortEndings = wordSet("s en et ens ets ene erne")

// prefixes make another word of what follows: "bestyrelse" holds no "styrelse", wherever it stands.
var prefixes = []string{"be", "for"}

const (
	leastPart   = 3 // letters that the other part of a compound has at least
	leastFirst  = 5 // letters of a keyword that begins a compound: "demo" does not begin "demokrati"
	leastLast   = 4 // letters of a keyword that ends a compound
	leastMiddle = 6 // letters of a keyword with parts on both sides
)

// fits tells whether the keyword, found from letter i to letter j, stands there as a word, an inflected one or a part of a compound.
func (k keyword) fits(r reading, i, j int) bool {
	before := r.letters[r.starts[r.wordAt[i]]:i]
	after := r.letters[j:r.wordEnd(j-1)]
	switch {
	case k.whole && (before != "" || after != "" || r.wordAt[i] != r.wordAt[j-1]):
		return false
	case k.begins || k.ends:
		return k.gapsFit(r, i, j) && (k.beginsLonger(r, i, j) || k.endsLonger(r, i, j))
	case k.whole:
		return true
	case !k.gapsFit(r, i, j) || before != "" && r.wordAt[i] != r.wordAt[j-1]:
		return false
	}
	inflected := k.inflectedBy(after)
	if k.alone && (before != "" || !inflected) {
		return false
	}
	switch {
	case before == "":
		return inflected || len(k.letters) >= leastFirst && len(after) >= leastPart
	case !joins(before):
		return false
	case inflected:
		return len(k.letters) >= leastLast
	}
	return len(k.letters) >= leastMiddle && len(after) >= leastPart
}

// beginsLonger tells whether the keyword begins a compound, glued or with a hyphen, where it asks for one.
func (k keyword) beginsLonger(r reading, i, j int) bool {
	next := r.wordAt[j-1] + 1
	goesOn := !k.inflectedBy(r.letters[j:r.wordEnd(j-1)]) || next < len(r.words) && r.words[next].hyphened
	return k.begins && goesOn && i == r.starts[r.wordAt[i]]
}

// endsLonger tells whether the keyword ends a compound, glued or with a hyphen, where it asks for one.
func (k keyword) endsLonger(r reading, i, j int) bool {
	first := r.wordAt[i]
	before := r.letters[r.starts[first]:i]
	return k.ends && k.inflectedBy(r.letters[j:r.wordEnd(j-1)]) && (before == "" && r.words[first].hyphened || joins(before))
}

// inflectedBy tells whether after is nothing, or an ending that the keyword can have.
func (k keyword) inflectedBy(after string) bool {
	if len(k.letters) <= leastPart {
		return after == "" || shortEndings[after]
	}
	return after == "" || endings[after]
}

// gapsFit tells whether a keyword that runs over a gap between words is not put together of their ends:
// each piece must be long enough, and so must the piece of a last word that goes on.
func (k keyword) gapsFit(r reading, i, j int) bool {
	if r.wordAt[i] == r.wordAt[j-1] {
		return true
	}
	for n := i + 1; n < j; n++ {
		if r.wordAt[n] != r.wordAt[n-1] && !k.breaks[n-i] && (len(k.letters) < leastMiddle || n-i < leastPart-1) {
			return false
		}
	}
	inLast := j - r.starts[r.wordAt[j-1]]
	return inLast >= leastLast || k.inflectedBy(r.letters[j:r.wordEnd(j-1)])
}

// joins tells whether what stands before a keyword in the same word can be the first part of a compound.
func joins(before string) bool {
	if before == "os2" {
		return true
	}
	for _, p := range prefixes {
		if strings.HasSuffix(before, p) {
			return false
		}
	}
	return len(before) >= leastPart
}

func allCapitals(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
