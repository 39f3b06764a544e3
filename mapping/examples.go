package mapping

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Examples are titles of which the kind of work is known. They have a say where no keyword is sure of itself. Make them with ParseExamples.
type Examples struct {
	list   []example
	owners []heading
}

// heading is a line that says what the titles below it are examples of.
type heading struct {
	owner, file string
	pos         yamlread.Pos
}

// example is one title with its right tag, or skipOwner.
type example struct {
	file      string
	line      int
	owner     string
	attendees int
	title     string
}

// skipOwner is in place of a tag where an event is not to be registered.
const skipOwner = "skip"

// ParseExamples reads a file of examples, called name in messages: the id of a tag, or "skip", on a line of its own, and below it,
// indented, titles with the number of attendees before each. An error is yamlread.Mistakes.
func ParseExamples(name string, data []byte) (*Examples, error) {
	x := &Examples{}
	p := examplesParser{name: name}
	for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\ufeff")))) {
		p.number++
		p.line(x, strings.TrimRight(line, "\r\n"))
	}
	if len(p.mistakes) > 0 {
		return nil, p.mistakes
	}
	return x, nil
}

// examplesParser reads a file of examples line by line.
type examplesParser struct {
	name, owner string
	number      int
	mistakes    yamlread.Mistakes
}

func (p *examplesParser) line(x *Examples, line string) {
	bare := strings.TrimSpace(line)
	isHeading := strings.TrimLeft(line, " \t") == line
	switch {
	case !utf8.ValidString(line):
		p.mistake(line, 1, "yaml.utf8")
	case bare == "" || strings.HasPrefix(bare, "#"):
	case isHeading && strings.ContainsAny(bare, " \t:"):
		p.mistake(line, 1, "mapping.example-heading")
	case isHeading:
		p.owner = bare
		x.owners = append(x.owners, heading{bare, p.name, yamlread.Pos{Line: p.number, Col: 1, Width: len([]rune(bare))}})
	default:
		e, m := parseExample(p.owner, bare)
		if m != "" {
			p.mistake(line, 1+strings.Index(line, bare), m)
			return
		}
		e.file, e.line = p.name, p.number
		x.list = append(x.list, e)
	}
}

func (p *examplesParser) mistake(line string, col int, key string) {
	p.mistakes = append(p.mistakes, yamlread.Mistake{File: p.name, Pos: yamlread.Pos{Line: p.number, Col: col}, Line: strings.ToValidUTF8(line, "?"), Message: text.Msg(key)})
}

// parseExample reads a number of attendees and a title; mistake is the key of what is wrong, or "".
func parseExample(owner, line string) (e example, mistake string) {
	number, title, ok := strings.Cut(line, " ")
	attendees, err := strconv.Atoi(number)
	switch {
	case owner == "":
		return example{}, "mapping.example-owner"
	case !ok || err != nil || attendees < 0:
		return example{}, "mapping.example-line"
	}
	return example{owner: owner, attendees: attendees, title: strings.TrimSpace(title)}, ""
}

// And returns the examples of both.
func (x *Examples) And(more *Examples) *Examples {
	return &Examples{slices.Concat(x.list, more.list), slices.Concat(x.owners, more.owners)}
}

// WithExamples returns rules that ask the examples where no keyword is sure of itself. x may be nil.
func (r *Rules) WithExamples(x *Examples) *Rules {
	s := *r
	s.examples, s.learnt = x, nil
	if x != nil && slices.ContainsFunc(x.list, r.hasOwner) {
		s.learnt = sync.OnceValue(func() *model { return learn(x.list, r.hasOwner, namesIn(r.Names)) })
	}
	return &s
}

// hasOwner tells whether an example is one of a tag of the rules, or of what is left out.
func (r *Rules) hasOwner(e example) bool {
	_, ok := r.Tag(e.owner)
	return ok || e.owner == skipOwner
}

// namesIn returns the words of lists of names, also those of names of several, each with the number of its list.
func namesIn(lists [][]Word) map[string]int {
	names := map[string]int{}
	for i, list := range lists {
		for _, name := range list {
			for _, w := range wordsOf(name.Text) {
				names[w.folded] = i
			}
		}
	}
	return names
}

// Examples returns the examples that the rules ask, nil where there are none.
func (r *Rules) Examples() *Examples { return r.examples }

// nearest returns the example of the owner that has the telling word, or else one that begins alike, and shares most other words with
// the title; ok is false where none has.
func (r *Rules) nearest(m *model, words []word, telling int, owner string) (best example, ok bool) {
	list := r.examples.list
	shared := map[int32]int{}
	itself := strings.ToLower(words[telling].shown)
	for _, i := range m.begins[beginning(words[telling].folded)] {
		switch {
		case list[i].owner != owner:
		case strings.Contains(strings.ToLower(list[i].title), itself):
			shared[i] = 3
		default:
			shared[i] = 1
		}
	}
	for _, w := range words {
		likes := m.begins[beginning(w.folded)]
		if len(likes) > tooCommon {
			continue
		}
		for _, i := range likes {
			if shared[i] > 0 {
				shared[i]++
			}
		}
	}
	at := int32(-1)
	for i, n := range shared {
		if at < 0 || n > shared[at] || n == shared[at] && i < at {
			at = i
		}
	}
	if at < 0 {
		return example{}, false
	}
	return list[at], true
}

// tooCommon is how many examples have a word when it no longer makes two titles alike.
const tooCommon = 200

// beginning is what two words share that are forms of one: their first letters.
func beginning(folded string) string { return folded[:min(len(folded), leastFirst)] }
