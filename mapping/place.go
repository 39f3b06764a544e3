package mapping

import "strings"

// place says what a keyword is to the word in which it stands.
type place int

const (
	asWord  place = iota // the word itself, inflected or with a form of meeting after it: "styregruppemøde"
	asHead               // the last part of a compound: "bemanding" in "standbemanding" is one kind of it
	asFirst              // what another thing is about: "kursus" in "kursusmateriale" is none
)

// forms are words for the form of an event: what stands before one says what the event is.
var forms = []string{"moede", "gruppe", "workshop", "seminar", "dag", "dage", "status", "snak", "samtale", "gennemgang", "opfoelgning", "koordinering", "dialog", "arbejde", "opgave", "sync"}

// placeIn returns what the keyword, found from letter i to letter j, is to its word. Words that a hyphen joins are one.
func (k keyword) placeIn(r reading, i, j int) place {
	last := r.wordAt[j-1]
	after := r.letters[j:r.wordEnd(j-1)]
	if next := last + 1; next < len(r.words) && r.words[next].hyphened {
		after = r.words[next].folded
	} else if k.inflectedBy(after) {
		after = ""
	}
	switch first := r.wordAt[i]; {
	case after != "" && !endsInForm(after) && !k.begins:
		return asFirst
	case k.ends:
		return asWord
	case i > r.starts[first] && r.letters[r.starts[first]:i] != "os2":
		return asHead
	}
	return asWord
}

// endsInForm tells whether the rest of a compound ends in the form of an event, inflected or not.
func endsInForm(after string) bool {
	for _, form := range forms {
		if at := strings.LastIndex(after, form); at >= 0 && (at+len(form) == len(after) || endings[after[at+len(form):]]) {
			return true
		}
	}
	return false
}
