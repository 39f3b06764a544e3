package mapping

import "strings"

// plus joins keywords of which all must be found.
const plus = " + "

// kind is what a keyword is for.
type kind int

const (
	forProject kind = iota
	forTag
	forSkip
	forCondition // of an exception
	againstTag
)

// use is one purpose of a keyword. A keyword may serve several.
type use struct {
	kind  kind
	index int // of the project, tag, skip or condition
	task  int // of the tag, or -1
	hint  bool
	word  Word
}

// pair is a keyword that asks for several words at once.
type pair struct {
	parts []int32
	use   use
}

// compile puts every keyword into the lexicon.
func (r *Rules) compile() {
	r.words, r.uses, r.pairs = newLexicon(), map[int32][]use{}, map[int32][]*pair{}
	for i, p := range r.Projects {
		r.addAll(p.Keywords, use{kind: forProject, index: i, task: -1})
		r.addAll(p.Hints, use{kind: forProject, index: i, task: -1, hint: true})
		r.addName(i, p)
	}
	for i, t := range r.Tags {
		r.addAll(t.Keywords, use{kind: forTag, index: i, task: -1})
		r.addAll(t.Hints, use{kind: forTag, index: i, task: -1, hint: true})
		r.addAll(t.Against, use{kind: againstTag, index: i, task: -1})
		for j, task := range t.Tasks {
			r.addAll(task.Keywords, use{kind: forTag, index: i, task: j})
			r.addAll(task.Hints, use{kind: forTag, index: i, task: j, hint: true})
		}
	}
	for i, s := range r.Skips {
		r.addAll(s.Keywords, use{kind: forSkip, index: i, task: -1})
		r.addAll(s.Hints, use{kind: forSkip, index: i, task: -1, hint: true})
	}
	r.compileExceptions()
	r.starts = newStarters(r.Ignored, r.Cancelled)
}

// addName makes a project known by its own name, without its year too, and by what people call it.
func (r *Rules) addName(i int, p Project) {
	bare, _ := withoutYear(p.Name)
	for _, name := range []string{p.Name, bare, shortName(bare)} {
		name = strings.Trim(name, "=- ") // the marks of keywords mean nothing in a name
		if name != "" && !r.hasWord(p, name) {
			r.add(Word{name, p.Pos}, use{kind: forProject, index: i, task: -1})
		}
	}
}

// hasWord tells whether the file itself says what a name without OS2 means.
func (r *Rules) hasWord(p Project, name string) bool {
	for _, w := range append(append([]Word{}, p.Keywords...), p.Hints...) {
		if sameName(w.Text, name) {
			return true
		}
	}
	return false
}

// compileExceptions adds the words of conditions; the exceptions themselves stay in the order of the file.
func (r *Rules) compileExceptions() {
	for i, x := range r.Exceptions {
		r.addCondition(x.If, i)
	}
	for i, x := range r.Otherwise {
		r.addCondition(x.If, guessIndex(i))
	}
}

// guessIndex numbers the "otherwise" rules apart from the exceptions.
func guessIndex(i int) int { return -1 - i }

func (r *Rules) addCondition(c Condition, index int) {
	for _, words := range [][]Word{c.Title, c.Head, c.Also, c.Description, c.Location, c.Categories, c.Anywhere, c.Without} {
		r.addAll(words, use{kind: forCondition, index: index, task: -1})
	}
}

func (r *Rules) addAll(words []Word, u use) {
	for _, w := range words {
		r.add(w, u)
	}
}

func (r *Rules) add(w Word, u use) {
	u.word = w
	parts := strings.Split(w.Text, plus)
	if len(parts) == 1 {
		if id := r.words.add(w.Text); id >= 0 {
			r.uses[id] = append(r.uses[id], u)
		}
		return
	}
	p := &pair{use: u}
	for _, part := range parts {
		p.parts = append(p.parts, r.words.add(part))
	}
	r.pairs[p.parts[0]] = append(r.pairs[p.parts[0]], p)
}
