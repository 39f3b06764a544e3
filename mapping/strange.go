package mapping

// strangeHead tells whether the head of the title holds a long word that no rule knows: what the rest is about is then no certain answer.
func (r *Rules) strangeHead(f facts) bool {
	title := f.read[inTitle]
	known := coveredWords(title, r.words.find(title, true))
	head := headLetters(f.title)
	for i, w := range title.words {
		if title.starts[i] < head && !known[i] && len(w.folded) >= leastFirst {
			return true
		}
	}
	return false
}
