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

	list  []example
	learn func() *model
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
	x.learn = sync.OnceValue(func() *model { return learn(x.list) })
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
	s.examples = x
	return &s
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
	if r.examples == nil || len(r.examples.list) == 0 {
		return nil
	}
	m := r.examples.learn()
	o := &opinion{model: m, feats: featuresOf(nil, f.read[inTitle].words, f.event.Attendees), score: map[string]float64{}}
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

// nearest returns the example of the owner that is most like the title, by the words that they share or that begin alike; ok is false where none is.
func (x *Examples) nearest(words []word, owner string) (best example, ok bool) {
	m := x.learn()
	shared := map[int32]int{}
	for _, w := range words {
		if len(w.folded) < leastPart {
			continue
		}
		for _, i := range m.begins[beginning(w.folded)] {
			if x.list[i].owner == owner {
				shared[i] += min(len(w.folded), leastFirst)
			}
		}
	}
	most, at := 0, int32(-1)
	for i, n := range shared {
		if n > most || n == most && i < at {
			most, at = n, i
		}
	}
	if at < 0 {
		return example{}, false
	}
	return x.list[at], true
}

// beginning is what two words share that are forms of one: their first letters.
func beginning(folded string) string { return folded[:min(len(folded), leastFirst)] }
