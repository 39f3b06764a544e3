package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text: as it is compared, and as it is shown.
type word struct {
	folded   string
	shown    string
	hyphened bool // a hyphen alone parts it from the word before: "app" in "beredskabs-app"
}

// oneOnOne stands for 1:1 and 1-1, which would not survive being taken apart into words.
const oneOnOne = "1til1"

// wordsOf takes a text apart into words of letters and digits. Times of day are no words, so that "kl. 10" is not KL;
// an ending after an apostrophe is none either, so that "IdP'er" is IdP.
func wordsOf(text string) []word {
	p := piecesOf(strings.ReplaceAll(norm.NFC.String(text), "½", " halv "))
	words := make([]word, 0, len(p.spans))
	for i := 0; i < len(p.spans); i++ {
		if n := p.clock(i); n > 0 {
			i += n - 1
			continue
		}
		if p.oneToOne(i) {
			words = append(words, word{folded: oneOnOne, shown: "1:1"})
			i++
			continue
		}
		if p.isEnding(i) {
			continue
		}
		if folded := letters(fold(p.at(i))); folded != "" {
			words = append(words, word{folded, p.at(i), i > 0 && p.gap(i-1) == "-"})
		}
	}
	return words
}

// pieces are the runs of letters and digits in a text.
type pieces struct {
	text  string
	spans [][2]int
}

func piecesOf(text string) pieces {
	p := pieces{text: text}
	start := -1
	for i, r := range text {
		switch {
		case separates(r) && start >= 0:
			p.spans = append(p.spans, [2]int{start, i})
			start = -1
		case !separates(r) && start < 0:
			start = i
		}
	}
	if start >= 0 {
		p.spans = append(p.spans, [2]int{start, len(text)})
	}
	return p
}

func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return symbol(r|0x20) < 0 && symbol(r) < 0
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// at returns a piece as it stands in the text, "" where there is none.
func (p pieces) at(i int) string {
	if i < 0 || i >= len(p.spans) {
		return ""
	}
	return p.text[p.spans[i][0]:p.spans[i][1]]
}

// gap returns what stands between a piece and the next.
func (p pieces) gap(i int) string {
	if i < 0 || i+1 >= len(p.spans) {
		return ""
	}
	return p.text[p.spans[i][1]:p.spans[i+1][0]]
}

// clock returns how many pieces from i on are a time of day: "kl. 10", "klokken 9.30", "13:15".
func (p pieces) clock(i int) int {
	if name := strings.ToLower(p.at(i)); name == "kl" || name == "klokken" {
		if isNumber(p.at(i+1), 1) && strings.Trim(p.gap(i), ". \u00a0") == "" {
			return 1 + max(1, p.hourAndMinute(i+1))
		}
		return 0
	}
	return p.hourAndMinute(i)
}

func (p pieces) hourAndMinute(i int) int {
	if isNumber(p.at(i), 1) && isNumber(p.at(i+1), 2) && (p.gap(i) == ":" || p.gap(i) == ".") {
		return 2
	}
	return 0
}

// isNumber tells whether a piece is a number of one or two digits, and of so many at least.
func isNumber(s string, least int) bool {
	if len(s) < least || len(s) > 2 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

func (p pieces) oneToOne(i int) bool {
	return p.at(i) == "1" && p.at(i+1) == "1" && slices.Contains([]string{":", " : ", ": ", "-"}, p.gap(i))
}

// isEnding tells whether a piece is the ending of the one before it.
func (p pieces) isEnding(i int) bool {
	return i > 0 && apostropheEndings[strings.ToLower(p.at(i))] && slices.Contains([]string{"'", "’", "´"}, p.gap(i-1))
}

var apostropheEndings = wordSet("s er en et erne ernes ene e")

// letters keeps what a keyword can be made of: a to z and 0 to 9.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if symbol(r) < 0 {
			return -1
		}
		return r
	}, s)
}
