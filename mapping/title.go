package mapping

import (
	"regexp"
	"strings"
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
	rest = title
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
