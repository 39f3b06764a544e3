package mapping

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"sync"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Examples are titles of which the kind of work is known. They have a say where no keyword is sure of itself. Make them with ParseExamples.
type Examples struct {
	File string // the name of the file, for reasons and mistakes
	list []example
}

// example is one title with its right tag, or skipOwner.
type example struct {
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
	x := &Examples{File: name}
	var mistakes yamlread.Mistakes
	owner, number := "", 0
	for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\ufeff")))) {
		number++
		line = strings.TrimRight(line, "\r\n")
		bare := strings.TrimSpace(line)
		switch {
		case bare == "" || strings.HasPrefix(bare, "#"):
		case line[0] != ' ' && line[0] != '\t':
			owner = bare
		default:
			e, m := parseExample(owner, bare)
			if !m.IsZero() {
				mistakes = append(mistakes, yamlread.Mistake{File: name, Pos: yamlread.Pos{Line: number, Col: 1 + strings.Index(line, bare)}, Line: line, Message: m})
				continue
			}
			e.line = number
			x.list = append(x.list, e)
		}
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	return x, nil
}

func parseExample(owner, line string) (example, text.Message) {
	number, title, ok := strings.Cut(line, " ")
	attendees, err := strconv.Atoi(number)
	switch {
	case owner == "":
		return example{}, text.Msg("mapping.example-owner")
	case !ok || err != nil || attendees < 0:
		return example{}, text.Msg("mapping.example-line")
	}
	return example{owner: owner, attendees: attendees, title: strings.TrimSpace(title)}, text.Message{}
}

// WithExamples returns rules that ask the examples where no keyword is sure of itself. x may be nil.
func (r *Rules) WithExamples(x *Examples) *Rules {
	s := *r
	s.examples, s.learnt = x, nil
	if x != nil && len(x.list) > 0 {
		s.learnt = sync.OnceValue(func() *model { return learn(x.list, namesIn(r.Names)) })
	}
	return &s
}

// namesIn returns the words of lists of names, each with the number of its list.
func namesIn(lists [][]Word) map[string]int {
	names := map[string]int{}
	for i, list := range lists {
		for _, name := range list {
			if words := wordsOf(name.Text); len(words) == 1 {
				names[words[0].folded] = i
			}
		}
	}
	return names
}

// owners returns of which tags there are examples, in the order of the file.
func (x *Examples) owners() []string {
	var owners []string
	for _, e := range x.list {
		if !slices.Contains(owners, e.owner) {
			owners = append(owners, e.owner)
		}
	}
	return owners
}

// Examples returns the examples that the rules ask, nil where there are none.
func (r *Rules) Examples() *Examples { return r.examples }

// opinion is what the examples say of an event: how much speaks for each tag and for leaving it out, in no unit but against one another.
type opinion struct {
	model *model
	feats []feature
	score map[string]float64
	best  string // of the owners, that which most speaks for
	lead  float64
}

// opinion asks the examples about an event; nil where there are none, or they know nothing of its title.
func (r *Rules) opinion(f facts) *opinion {
	if r.learnt == nil {
		return nil
	}
	m := r.learnt()
	o := &opinion{model: m, feats: m.featuresOf(nil, f.read[inTitle].words, f.event.Attendees), score: map[string]float64{}}
	if !m.knowsWordOf(o.feats) {
		return nil
	}
	scores := m.score(o.feats)
	var known []string
	for i, owner := range m.owners {
		if _, ok := r.Tag(owner); ok || owner == skipOwner {
			o.score[owner] = scores[i]
			known = append(known, owner)
		}
	}
	slices.SortStableFunc(known, func(a, b string) int { return -compareFloat(o.score[a], o.score[b]) })
	if len(known) > 0 {
		o.best = known[0]
	}
	if len(known) > 1 {
		o.lead = o.score[known[0]] - o.score[known[1]]
	}
	return o
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// nearest returns the example of the owner that has the telling word, or one that begins alike, and shares most other words with the
// title; ok is false where none has.
func (r *Rules) nearest(m *model, words []word, telling int, owner string) (best example, ok bool) {
	list := r.examples.list
	shared := map[int32]int{}
	for _, i := range m.begins[beginning(words[telling].folded)] {
		if list[i].owner == owner {
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
