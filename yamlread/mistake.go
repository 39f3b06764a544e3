package yamlread

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"ugeseddel/text"
)

// Pos is a place in a file. Line and Col count from 1, Col in characters; Width is how many characters are meant, 0 where unknown.
// The zero Pos is no place.
type Pos struct {
	Line, Col, Width int
}

func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Mistake is one thing that is wrong in a file that a person wrote.
type Mistake struct {
	File    string
	Pos     Pos
	Line    string // the line itself, as it stands in the file; "" where it holds a secret
	Message text.Message
}

// Say tells the mistake as "file:line:col: what", followed by the line with a caret below.
func (m Mistake) Say(l text.Lang) string {
	said := fmt.Sprintf("%s:%d:%d: %s", m.File, m.Pos.Line, m.Pos.Col, l.Say(m.Message))
	if strings.TrimSpace(m.Line) == "" {
		return said
	}
	number := fmt.Sprintf("%5d", m.Pos.Line)
	line := strings.ReplaceAll(m.Line, "\t", " ")
	before := strings.Repeat(" ", min(max(m.Pos.Col-1, 0), utf8.RuneCountInString(line)))
	carets := strings.Repeat("^", max(1, m.Pos.Width))
	return fmt.Sprintf("%s\n%s | %s\n%*s | %s%s", said, number, line, len(number), "", before, carets)
}

func (m Mistake) Error() string { return m.Say(text.English) }

// Mistakes are all that is wrong in one file, in the order of the file.
type Mistakes []Mistake

// Say tells every mistake.
func (ms Mistakes) Say(l text.Lang) string {
	said := make([]string, len(ms))
	for i, m := range ms {
		said[i] = m.Say(l)
	}
	return strings.Join(said, "\n")
}

func (ms Mistakes) Error() string { return ms.Say(text.English) }
