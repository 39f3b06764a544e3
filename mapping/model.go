package mapping

import (
	"hash/maphash"
	"math"
	"slices"
	"strconv"
	"strings"
)

// model counts in how many examples of each kind a word, or a piece of one, stands. What it says of a title is a naive Bayes
// classifier in its complement form (Rennie et al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003):
// for each feature, how much likelier it is among the examples of a kind than among all others.
type model struct {
	owners []string
	titles []int              // examples of each owner
	places map[uint64]int     // of the features, by their hash
	counts []uint16           // for each place the examples of each owner that have the feature
	none   []uint16           // the counts of what no example has
	base   []float64          // what is to be taken from each owner's weight, as there are more examples of some than of others
	begins map[string][]int32 // the examples with a word that begins so
	names  map[string]int     // words that are names, with the number of their list
	logs   []float64          // of a count, smoothed
}

// feature is a word, a piece of one, or how many take part, by its hash.
type feature struct {
	hash   uint64
	weight float64
	word   int // which word of the title it comes from, -1 for none, or for a name
}

const (
	smoothing   = 0.1
	pieceWeight = 0.35 // of a piece of a word, against the whole word
)

// learn counts the examples that are to count.
func learn(list []example, counts func(example) bool, names map[string]int) *model {
	m := &model{places: map[uint64]int{}, begins: map[string][]int32{}, names: names}
	all := 0
	for _, e := range list {
		if counts(e) {
			owner := m.owner(e.owner)
			m.titles[owner]++
			all++
		}
	}
	m.none = make([]uint16, len(m.owners))
	s := student{model: m}
	for i, e := range list {
		if counts(e) {
			s.take(i, e)
		}
	}
	m.logs = make([]float64, all+1)
	for i := range m.logs {
		m.logs[i] = math.Log(float64(i) + smoothing)
	}
	for _, n := range m.titles {
		m.base = append(m.base, math.Log(float64(n)+2*smoothing)-math.Log(float64(all-n)+2*smoothing))
	}
	return m
}

// student takes examples into a model, one after the other.
type student struct {
	*model
	feats []feature
	seen  []int // for each feature the last example that has it, from 1
}

func (s *student) take(i int, e example) {
	words := wordsOf(e.title)
	s.feats = s.featuresOf(s.feats[:0], words, e.attendees)
	for _, f := range s.feats {
		s.count(f, i+1, s.owner(e.owner))
	}
	for _, w := range words {
		if _, isName := s.name(w.folded); !isName && len(w.folded) >= leastPart {
			s.addBeginning(beginning(w.folded), int32(i))
		}
	}
}

// count counts a feature of an example, once where the title has it twice.
func (s *student) count(f feature, example, owner int) {
	at := s.place(f.hash)
	place := at / len(s.owners)
	if place == len(s.seen) {
		s.seen = append(s.seen, 0)
	}
	if n := &s.counts[at+owner]; s.seen[place] != example && *n < math.MaxUint16 {
		*n++
	}
	s.seen[place] = example
}

// place returns where the counts of a feature begin, a new place where it has none.
func (m *model) place(hash uint64) int {
	at, ok := m.places[hash]
	if !ok {
		at = len(m.counts)
		m.places[hash] = at
		m.counts = append(m.counts, m.none...)
	}
	return at
}

func (m *model) addBeginning(beginning string, example int32) {
	if like := m.begins[beginning]; len(like) == 0 || like[len(like)-1] != example {
		m.begins[beginning] = append(like, example)
	}
}

// owner numbers an owner, a new one with the next number.
func (m *model) owner(name string) int {
	if i := slices.Index(m.owners, name); i >= 0 {
		return i
	}
	m.owners, m.titles = append(m.owners, name), append(m.titles, 0)
	return len(m.owners) - 1
}

// score returns what speaks for each owner.
func (m *model) score(feats []feature) []float64 {
	sum := make([]float64, len(m.owners))
	for _, f := range feats {
		row, often := m.row(f)
		if often == 0 {
			continue
		}
		for i := range row {
			sum[i] += m.weightIn(row, often, f, i)
		}
	}
	return sum
}

// weight is how much a feature speaks for an owner.
func (m *model) weight(f feature, owner int) float64 {
	if row, often := m.row(f); often > 0 {
		return m.weightIn(row, often, f, owner)
	}
	return 0
}

func (m *model) weightIn(row []uint16, often int, f feature, owner int) float64 {
	n := int(row[owner])
	return f.weight * (m.logs[n] - m.logs[often-n] - m.base[owner])
}

// row returns in how many examples of each owner the feature stands, and in how many together.
func (m *model) row(f feature) (row []uint16, often int) {
	at, ok := m.places[f.hash]
	if !ok {
		return nil, 0
	}
	row = m.counts[at:][:len(m.owners)]
	for _, n := range row {
		often += int(n)
	}
	return row, often
}

// knowsWordOf tells whether a word of the title, or a piece of one, says anything.
func (m *model) knowsWordOf(feats []feature) bool {
	return slices.ContainsFunc(feats, func(f feature) bool { _, often := m.row(f); return f.word >= 0 && often > 0 })
}

// featuresOf adds to feats the features of a title: its words, the pieces of four and five letters of each with its ends
// marked, and about how many take part. A name is one feature, that it is one of its list.
func (m *model) featuresOf(feats []feature, words []word, attendees int) []feature {
	feats = append(feats, feature{hashOf('a', crowd(attendees)), 1, -1})
	for i, w := range words {
		if list, ok := m.name(w.folded); ok {
			feats = append(feats, feature{hashOf('n', strconv.Itoa(list)), 1, -1})
			continue
		}
		feats = append(feats, feature{hashOf('w', w.folded), 1, i})
		marked := "^" + w.folded + "$"
		for size := 4; size <= 5; size++ {
			for at := 0; at+size <= len(marked); at++ {
				feats = append(feats, feature{hashOf('p', marked[at:at+size]), pieceWeight, i})
			}
		}
	}
	return feats
}

// eachOnce returns each feature once, in their order: the hashes differ from run to run, and no sum may depend on them.
func eachOnce(feats []feature) []feature {
	seen := make(map[uint64]bool, len(feats))
	return slices.DeleteFunc(feats, func(f feature) bool {
		twice := seen[f.hash]
		seen[f.hash] = true
		return twice
	})
}

// name returns the list that the word is a name of, also in the genitive.
func (m *model) name(folded string) (list int, ok bool) {
	if list, ok = m.names[folded]; !ok && strings.HasSuffix(folded, "s") {
		list, ok = m.names[folded[:len(folded)-1]]
	}
	return list, ok
}

// seed is the same for all models, so that features can be told apart without them.
var seed = maphash.MakeSeed()

// hashOf tells the features apart: words (w), pieces (p), names (n) and how many take part (a).
func hashOf(kind byte, s string) uint64 {
	const odd = 0x9e3779b97f4a7c15 // spreads the kind over all bits
	return maphash.String(seed, s) ^ uint64(kind)*odd
}

// crowd says about how many take part.
func crowd(attendees int) string {
	for i, most := range []int{0, 1, 2, 6, 14} {
		if attendees <= most {
			return string(rune('0' + i))
		}
	}
	return "5"
}
