package mapping

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"ugeseddel/calendar"
)

// kinship is how an event is like a remembered one, the closest first.
type kinship int

const (
	sameSeries kinship = iota
	sameTitle
	nearTitle
	kinships
)

// memoryIndex finds entries by what they are known by.
type memoryIndex map[string][]int

// recalled is what the memory knows of an event.
type recalled struct {
	kinship kinship
	entry   Remembered
	before  *Remembered // another way, remembered for the same and older
}

// recall finds the newest decision for the event's series, else for its title, else for nearly its title;
// and likewise what was only let pass. Either is nil where nothing is remembered.
func (r *Rules) recall(m *Memory, e calendar.Event) (decided, passed *recalled) {
	if m == nil || len(m.Entries) == 0 {
		return nil, nil
	}
	m.buildIndex()
	words := titleWords(r.properTitle(e))
	for k := range kinships {
		var d, p []Remembered
		for _, i := range r.candidates(m, series(e), words, k) {
			if entry := m.Entries[i]; entry.Passed {
				p = append(p, entry)
			} else {
				d = append(d, entry)
			}
		}
		if decided = newest(k, d); decided != nil {
			return decided, passed
		}
		if passed == nil {
			passed = newest(k, p)
		}
	}
	return nil, passed
}

// newest returns the newest of what was found, and the newest that differs from it; nil where nothing was.
func newest(k kinship, found []Remembered) *recalled {
	if len(found) == 0 {
		return nil
	}
	slices.SortStableFunc(found, func(a, b Remembered) int { return cmp.Or(b.Last.Compare(a.Last), cmp.Compare(b.Times, a.Times)) })
	known := &recalled{kinship: k, entry: found[0]}
	for i := range found[1:] {
		if !found[0].same(found[i+1]) {
			known.before = &found[i+1]
			break
		}
	}
	return known
}

// candidates returns the entries that are kin to the event in that way, by their place in the memory.
func (r *Rules) candidates(m *Memory, series string, words []string, k kinship) []int {
	key := strings.Join(words, " ")
	switch {
	case k == sameSeries && series != "":
		return m.index["series "+series]
	case k == sameSeries || key == "":
		return nil
	case k == sameTitle && !m.marks:
		return m.index["title "+key]
	case k == sameTitle:
		return slices.Concat(m.index["title "+key], m.index["title "+markOf(key)])
	}
	return r.nearly(m, words)
}

func (r *Rules) properTitle(e calendar.Event) string {
	rest, _ := r.starts.take(e.Title)
	return rest
}

// nearly returns the entries whose title has one word more or less, one that says nothing to the rules, or one word mistyped.
func (r *Rules) nearly(m *Memory, words []string) []int {
	if len(words) < 2 {
		return nil
	}
	found := slices.Clone(r.withOneMore(m, words))
	for i, word := range words {
		rest := without(words, i)
		key := strings.Join(rest, " ")
		if len(rest) >= 2 && r.saysNothing(word) {
			found = append(found, m.index["title "+key]...)
		}
		for _, other := range m.index["less "+key] {
			if mistyped(word, missingWord(m.Entries[other].Title, rest)) {
				found = append(found, other)
			}
		}
	}
	return found
}

func (r *Rules) withOneMore(m *Memory, words []string) []int {
	var found []int
	for _, i := range m.index["less "+strings.Join(words, " ")] {
		if r.saysNothing(missingWord(m.Entries[i].Title, words)) {
			found = append(found, i)
		}
	}
	return found
}

// saysNothing tells whether no rule knows the word.
func (r *Rules) saysNothing(word string) bool { return len(r.words.find(read(word), true)) == 0 }

func (m *Memory) buildIndex() {
	if m.index != nil {
		return
	}
	m.index, m.marks = memoryIndex{}, false
	for i, e := range m.Entries {
		if e.Series != "" {
			m.index.add("series "+e.Series, i)
		}
		if e.Skip && e.Title != "" {
			m.index.add("title "+e.Title, i)
			m.marks = true
		}
		if words := titleWords(e.Title); len(words) > 0 && !e.Skip {
			m.index.add("title "+strings.Join(words, " "), i)
			for j := range words {
				m.index.add("less "+strings.Join(without(words, j), " "), i)
			}
		}
	}
}

func (x memoryIndex) add(key string, entry int) { x[key] = append(x[key], entry) }

// titleWords returns the words by which a title is known again, in the order of the alphabet.
func titleWords(title string) []string {
	var words []string
	for _, w := range wordsOf(title) {
		if !passing(w.folded) {
			words = append(words, w.folded)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// plainTitle is the title as the memory keeps it, for a person to read: in lower case, without numbers and dates.
func plainTitle(title string) string {
	var words []string
	for _, w := range wordsOf(title) {
		if !passing(w.folded) {
			words = append(words, strings.ToLower(w.shown))
		}
	}
	return strings.Join(words, " ")
}

// markOf stands for a title in the memory where its words are not to be kept.
func markOf(title string) string {
	key := strings.Join(titleWords(title), " ")
	if key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(key))
	return "#" + hex.EncodeToString(sum[:6])
}

// passing tells whether a word is of the moment only: a number, a date, a weekday, a month.
func passing(folded string) bool {
	return momentWords[folded] || strings.IndexFunc(folded, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 ||
		len(folded) <= 3 && unicode.IsDigit(rune(folded[len(folded)-1])) && (folded[0] == 'q' || folded[0] == 'v')
}

var momentWords = wordSet(`uge week nr no kl mandag tirsdag onsdag torsdag fredag loerdag soendag monday tuesday wednesday thursday friday saturday sunday
	januar februar marts april maj juni juli august september oktober november december january february march may june july october
	jan feb mar apr jun jul aug sep sept okt oct nov dec kvartal`)

func without(words []string, i int) []string {
	return slices.Delete(slices.Clone(words), i, i+1)
}

// missingWord returns the word of title that is not among the others.
func missingWord(title string, others []string) string {
	for _, w := range titleWords(title) {
		if !slices.Contains(others, w) {
			return w
		}
	}
	return ""
}

// mistyped tells whether two long words differ by one letter, or by two that have changed places.
func mistyped(a, b string) bool {
	if min(len(a), len(b)) < leastMistyped || len(a)-len(b) > 1 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	rest := func(s string, n int) string { return s[min(len(s), i+n):] }
	swapped := len(a) == len(b) && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && rest(a, 2) == rest(b, 2)
	return swapped || rest(a, 1) == rest(b, 1) || rest(a, 1) == rest(b, 0) || rest(a, 0) == rest(b, 1)
}
