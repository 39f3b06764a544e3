package mapping

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text: as it is compared, and as it is shown.
type word struct {
	folded string
	shown  string
}

var (
	clock     = regexp.MustCompile(`(?i)\bkl(?:okken)?\b\.?\s*\d{1,2}(?:[.:]\d{2})?|\b\d{1,2}[.:]\d{2}\b`)
	oneToOne  = regexp.MustCompile(`\b1\s*:\s*1\b|\b1-1\b`)
	endedWord = regexp.MustCompile(`(\pL)['’´](?:s|er|en|et|erne|ernes|ene|e)\b`)
)

// oneOnOne stands for 1:1 and 1-1, which would not survive being taken apart into words.
const oneOnOne = "1til1"

// wordsOf takes a text apart into words of letters and digits. Times of day are no words, so that "kl. 10" is not KL.
func wordsOf(text string) []word {
	text = strings.ReplaceAll(norm.NFC.String(text), "½", " halv ")
	if strings.ContainsAny(text, "0123456789'’´") {
		text = clock.ReplaceAllString(text, " ")
		text = oneToOne.ReplaceAllString(text, " "+oneOnOne+" ")
		text = endedWord.ReplaceAllString(text, "$1 ")
	}
	var words []word
	for _, shown := range strings.FieldsFunc(text, separates) {
		if folded := letters(fold(shown)); folded != "" {
			words = append(words, word{folded, strings.Replace(shown, oneOnOne, "1:1", 1)})
		}
	}
	return words
}

func separates(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// letters keeps what a keyword can be made of: a to z and 0 to 9.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if symbol(r) < 0 {
			return -1
		}
		return r
	}, s)
}
