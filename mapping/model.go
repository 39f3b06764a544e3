package mapping

import (
	"hash/fnv"
	"math"
	"slices"
)

// model counts in how many examples of each kind a word, or a piece of one, stands. What it says of a title is a naive Bayes
// classifier in its complement form (Rennie et al., Tackling the Poor Assumptions of Naive Bayes Text Classifiers, 2003):
// for each feature, how much likelier it is among the examples of a kind than among all others.
type model struct {
	owners []string
	titles []int   // examples of each owner
	counts []uint8 // for each bucket the examples of each owner that have the feature, up to 255
	begins map[string][]int32
	logs   []float64 // of a count, smoothed
}

// feature is a word, a piece of one, or how many take part; bucket numbers it.
type feature struct {
	bucket uint32
	weight float64
	word   int // which word of the title it comes from, -1 for none
}

const (
	buckets     = 1 << 19
	mostOwners  = 16
	smoothing   = 0.05
	pieceWeight = 0.5 // of a piece of a word, against the whole word
	leastOften  = 2   // examples that have a feature, for it to say anything
)

// learn counts the examples. Owners beyond the sixteenth are not known.
func learn(list []example) *model {
	m := &model{counts: make([]uint8, buckets*mostOwners), begins: map[string][]int32{}}
	for i, e := range list {
		owner := m.owner(e.owner)
		if owner < 0 {
			continue
		}
		m.titles[owner]++
		words := wordsOf(e.title)
		for _, f := range featuresOf(words, e.attendees) {
			if at := &m.counts[f.bucket*mostOwners+uint32(owner)]; *at < math.MaxUint8 {
				*at++
			}
		}
		for _, w := range words {
			if b := beginning(w.folded); len(w.folded) >= leastPart {
				m.begins[b] = append(m.begins[b], int32(i))
			}
		}
	}
	m.logs = make([]float64, math.MaxUint8*mostOwners+1)
	for i := range m.logs {
		m.logs[i] = math.Log(float64(i) + smoothing)
	}
	return m
}

func (m *model) owner(name string) int {
	if i := slices.Index(m.owners, name); i >= 0 {
		return i
	}
	if len(m.owners) == mostOwners {
		return -1
	}
	m.owners, m.titles = append(m.owners, name), append(m.titles, 0)
	return len(m.owners) - 1
}

// score returns what speaks for each owner.
func (m *model) score(feats []feature) []float64 {
	sum := make([]float64, len(m.owners))
	all := 0
	for _, n := range m.titles {
		all += n
	}
	base := make([]float64, len(m.owners))
	for i, n := range m.titles {
		base[i] = math.Log(float64(n)+2*smoothing) - math.Log(float64(all-n)+2*smoothing)
	}
	for _, f := range feats {
		row, often := m.row(f)
		if often < leastOften {
			continue
		}
		for i, n := range row {
			sum[i] += f.weight * (m.logs[n] - m.logs[often-int(n)] - base[i])
		}
	}
	return sum
}

// row returns in how many examples of each owner the feature stands, and in how many together.
func (m *model) row(f feature) (row []uint8, often int) {
	row = m.counts[f.bucket*mostOwners:][:len(m.owners)]
	for _, n := range row {
		often += int(n)
	}
	return row, often
}

// knowsWordOf tells whether a word of the title, or a piece of one, says anything.
func (m *model) knowsWordOf(feats []feature) bool {
	return slices.ContainsFunc(feats, func(f feature) bool { _, often := m.row(f); return f.word >= 0 && often >= leastOften })
}

// featuresOf returns the features of a title, each once: its words, the pieces of four and five letters of each with its ends marked,
// and about how many take part.
func featuresOf(words []word, attendees int) []feature {
	feats := []feature{{bucketOf('a', crowd(attendees)), 1, -1}}
	for i, w := range words {
		feats = append(feats, feature{bucketOf('w', w.folded), 1, i})
		marked := "^" + w.folded + "$"
		for _, size := range []int{4, 5} {
			for at := 0; at+size <= len(marked); at++ {
				feats = append(feats, feature{bucketOf('p', marked[at:at+size]), pieceWeight, i})
			}
		}
	}
	slices.SortStableFunc(feats, func(a, b feature) int { return int(int64(a.bucket) - int64(b.bucket)) })
	return slices.CompactFunc(feats, func(a, b feature) bool { return a.bucket == b.bucket })
}

func bucketOf(kind byte, s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte{kind})
	h.Write([]byte(s))
	sum := h.Sum32()
	return (sum ^ sum>>19) % buckets
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
