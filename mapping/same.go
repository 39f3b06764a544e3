package mapping

import "reflect"

// sameAs tells whether two conditions ask for the same, wherever they stand in the file.
func (c Condition) sameAs(o Condition) bool {
	return reflect.DeepEqual(c.bare(), o.bare())
}

// bare returns the condition without the places of its words.
func (c Condition) bare() Condition {
	for _, words := range []*[]Word{&c.Title, &c.Head, &c.Also, &c.Description, &c.Location, &c.Categories, &c.Anywhere, &c.Without} {
		*words = bareWords(*words)
	}
	return c
}

func bareWords(words []Word) []Word {
	var bare []Word
	for _, w := range words {
		bare = append(bare, Word{Text: nameKey(w.Text)})
	}
	return bare
}
