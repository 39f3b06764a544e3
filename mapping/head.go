package mapping

import "strings"

// turns are the words after which a title says what its head is about: "Nyhedsbrev til styregrupperne" is a newsletter.
var turns = wordSet("om til i for fra med m vedr vedrørende ang angående af på mellem hos ved og mht jf about with on in to at from re of and")

// headLetters returns how many letters of the title, as read, belong to its head: what stands before the first sign that
// parts it or the first word that turns to what it is about. The head has one word at least.
func headLetters(title string) int {
	n := 0
	for i, part := range strings.FieldsFunc(title, func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
		words := wordsOf(part)
		if i > 0 && n > 0 && (len(words) == 0 || turns[words[0].shown] || turns[strings.ToLower(words[0].shown)]) {
			return n
		}
		for _, w := range words {
			n += len(w.folded)
		}
		if n > 0 && strings.ContainsAny(part[len(part)-1:], ":;,.)/") {
			return n
		}
	}
	return n
}
