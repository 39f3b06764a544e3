package mapping

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold writes a word the way all words are compared: composed (NFC), in lower case, æ as ae, ø as oe, å as aa, and without other accents.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 4)
	for _, r := range norm.NFC.String(s) {
		switch {
		case 'A' <= r && r <= 'Z':
			b.WriteByte(byte(r) | 0x20)
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		default:
			b.WriteString(foldOther(unicode.ToLower(r)))
		}
	}
	return b.String()
}

// foldOther folds a letter that is not one of the 26.
func foldOther(r rune) string {
	if spelt, ok := spelling[r]; ok {
		return spelt
	}
	return plain(r)
}

// spelling is how letters are written where a keyboard does not have them.
var spelling = map[rune]string{
	'æ': "ae", 'ä': "ae", 'ø': "oe", 'ö': "oe", 'å': "aa", 'ß': "ss", 'ð': "d", 'þ': "th", 'œ': "oe", 'ı': "i", 'ł': "l",
}

// plain takes the accents off a letter; they are what decomposing leaves after the first rune.
func plain(r rune) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(string(r)))
	return strings.ToLower(bare)
}
