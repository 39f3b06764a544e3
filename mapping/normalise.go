package mapping

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold writes a word the way all words are compared: composed (NFC), in lower case, æ as ae, ø as oe, å as aa, and without other accents.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		r = unicode.ToLower(r)
		if spelt, ok := spelling[r]; ok {
			b.WriteString(spelt)
			continue
		}
		b.WriteString(plain(r))
	}
	return b.String()
}

// spelling is how letters are written where a keyboard does not have them.
var spelling = map[rune]string{
	'æ': "ae", 'ä': "ae", 'ø': "oe", 'ö': "oe", 'å': "aa", 'ß': "ss", 'ð': "d", 'þ': "th", 'œ': "oe", 'ı': "i", 'ł': "l",
}

// plain takes the accents off a letter; they are what decomposing leaves after the first rune.
func plain(r rune) string {
	if r < unicode.MaxASCII {
		return string(r)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(string(r)))
	return strings.ToLower(bare)
}
