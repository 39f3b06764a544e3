package leantime

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain is s as names are compared: composed (NFC), lower case, without spaces and invisible signs.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(s))
}

func sameName(a, b string) bool { return plain(a) == plain(b) }

// likeness tells how many pairs of letters two names share, from 0 to 1.
func likeness(a, b string) float64 {
	p, q := pairs(a), pairs(b)
	if len(p)+len(q) == 0 {
		return 0
	}
	shared := 0
	for pair, n := range p {
		shared += min(n, q[pair])
	}
	return 2 * float64(shared) / float64(total(p)+total(q))
}

func pairs(s string) map[[2]rune]int {
	letters := []rune(plain(s))
	counts := map[[2]rune]int{}
	for i := 1; i < len(letters); i++ {
		counts[[2]rune{letters[i-1], letters[i]}]++
	}
	return counts
}

func total(counts map[[2]rune]int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// nearest returns the index of the name that is most like the wanted one, or -1 where none has more than least in common with it.
func nearest(wanted string, names []string, least float64) int {
	best, most := -1, least
	for i, name := range names {
		if l := likeness(wanted, name); l > most {
			best, most = i, l
		}
	}
	return best
}
