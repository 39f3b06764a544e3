package mapping

import (
	"regexp"
	"strings"
	"unicode"
)

// starters are the words before a title proper, such as "VS:" and "[HOLD]", and those that call the event off.
type starters struct {
	ignored, cancelled map[string]bool
}

func newStarters(ignored, cancelled []Word) starters {
	s := starters{map[string]bool{}, map[string]bool{}}
	for _, w := range ignored {
		s.ignored[nameKey(w.Text)] = true
	}
	for _, w := range cancelled {
		s.cancelled[nameKey(w.Text)] = true
	}
	return s
}

// starter is a short phrase that ends with a colon, a dash or its own brackets.
var starter = regexp.MustCompile(`^[\s\pS\pP]*?(?:[\[(]([^\])]{1,30})[\])]\s*[:–—-]*|([\pL\pN][\pL\pM\pN /.]{0,24}?)\s*(?::|\s[–—-]\s))\s*`)

// take splits a title into its starters and the rest. A title of nothing but starters is left as it is.
func (s starters) take(title string) (rest string, cancelledBy string) {
	rest, cancelledBy = title, s.calledOff(title)
	for {
		if !strings.ContainsAny(rest, ":[(–—-") {
			return rest, cancelledBy
		}
		m := starter.FindStringSubmatch(rest)
		if m == nil {
			return rest, cancelledBy
		}
		phrase := m[1] + m[2]
		key := nameKey(phrase)
		switch {
		case s.cancelled[key]:
			cancelledBy = phrase
		case !s.ignored[key]:
			return rest, cancelledBy
		}
		left := strings.TrimSpace(rest[len(m[0]):])
		if letters(fold(left)) == "" {
			return rest, cancelledBy
		}
		rest = left
	}
}

// calledOff returns the word of the title that calls the event off where no starter does: its first or last word, or one in capitals.
// "Aflysning af aftalen" is about a cancellation, and a last word with a question mark only asks.
func (s starters) calledOff(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		name := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		outer := i == 0 || i == len(words)-1
		if !outer && !allCapitals(name) || strings.HasSuffix(w, "?") || !s.cancelled[nameKey(name)] {
			continue
		}
		if i+1 == len(words) || !turns[strings.ToLower(words[i+1])] {
			return name
		}
	}
	return ""
}
