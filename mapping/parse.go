package mapping

import (
	"cmp"
	"strings"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Parse reads a rules file, called name in messages. An error is yamlread.Mistakes: everything that is wrong, each with its line.
func Parse(name string, data []byte) (*Rules, error) {
	f := yamlread.Parse(name, data)
	r := &Rules{File: name}
	top := f.Root().Map("lists", "projects", "prefixes", "tags", "skip", "exceptions", "otherwise", "examples", "names")
	p := parser{rules: r, file: f, lists: map[string][]Word{}}
	for _, list := range top["lists"].Pairs() {
		p.lists[list.Key.Text()] = p.words(list.Value)
	}
	for _, v := range top["names"].Items() {
		r.Names = append(r.Names, p.list(v.Text(), v))
	}
	p.projects(top["projects"])
	p.prefixes(top["prefixes"])
	for _, v := range top["tags"].List() {
		r.Tags = append(r.Tags, p.tag(v))
	}
	for _, v := range top["skip"].List() {
		r.Skips = append(r.Skips, p.skip(v))
	}
	for _, v := range top["exceptions"].List() {
		r.Exceptions = append(r.Exceptions, p.exception(v))
	}
	for _, v := range top["otherwise"].List() {
		r.Otherwise = append(r.Otherwise, p.exception(v))
	}
	for _, v := range top["examples"].Items() {
		r.ExamplesIn = append(r.ExamplesIn, Word{v.Text(), v.Pos()})
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	r.compile()
	return r, nil
}

// parser fills rules from a file, in the order of the file.
type parser struct {
	rules *Rules
	file  *yamlread.File
	lists map[string][]Word // lists of words that may be used by name
}

func (p parser) projects(v yamlread.Value) {
	top := v.Map("default", "internal", "names")
	p.rules.Default = p.required(v, top, "default")
	p.rules.Internal = top["internal"].Text()
	if p.rules.Internal == "" {
		p.rules.Internal = p.rules.Default
	}
	for _, item := range top["names"].List() {
		m := item.Map("name", "keywords", "hints")
		name := p.required(item, m, "name")
		if _, twice := p.rules.Project(name); twice {
			m["name"].Mistake("mapping.twice", name)
		}
		p.rules.Projects = append(p.rules.Projects,
			Project{Name: name, Pos: m["name"].Pos(), Keywords: p.words(m["keywords"]), Hints: p.words(m["hints"])})
	}
}

func (p parser) prefixes(v yamlread.Value) {
	m := v.Map("ignored", "cancelled")
	p.rules.Ignored = p.words(m["ignored"])
	p.rules.Cancelled = p.words(m["cancelled"])
}

func (p parser) tag(v yamlread.Value) Tag {
	m := v.Map("id", "name", "when", "not-when", "internal", "itself", "last-resort", "project-hints", "all-day", "keywords", "hints", "against", "tasks", "task")
	t := Tag{
		ID: p.required(v, m, "id"), Name: p.required(v, m, "name"), Pos: m["id"].Pos(),
		When: m["when"].Text(), NotWhen: m["not-when"].Text(),
		Internal: m["internal"].Bool(), Itself: m["itself"].Bool(), LastResort: m["last-resort"].Bool(),
		NoProjectHints: m["project-hints"].Exists() && !m["project-hints"].Bool(), AllDay: fill(m["all-day"]),
		Keywords: p.words(m["keywords"]), Hints: p.words(m["hints"]), Against: p.words(m["against"]),
	}
	if _, twice := p.rules.Tag(t.ID); twice {
		m["id"].Mistake("mapping.twice", t.ID)
	}
	if t.ID == skipOwner {
		m["id"].Mistake("mapping.tag-skip")
	}
	for _, item := range m["tasks"].List() {
		t.Tasks = append(t.Tasks, p.task(item))
	}
	if m["task"].Exists() {
		t.Task = m["task"].OneOf(taskNames(t)...)
	}
	return t
}

// task reads a standard to-do; one without words may be written as its name alone.
func (p parser) task(v yamlread.Value) Task {
	if !v.IsMap() {
		return Task{Name: v.Text(), Pos: v.Pos()}
	}
	m := v.Map("name", "keywords", "hints")
	return Task{Name: p.required(v, m, "name"), Pos: m["name"].Pos(), Keywords: p.words(m["keywords"]), Hints: p.words(m["hints"])}
}

func (p parser) skip(v yamlread.Value) Skip {
	m := v.Map("why", "if", "keywords", "hints")
	if !m["why"].IsMap() {
		p.required(v, m, "why")
	}
	return Skip{Why: why(m["why"]), Pos: v.Pos(), If: p.condition(m["if"]), Keywords: p.words(m["keywords"]), Hints: p.words(m["hints"])}
}

// why reads a reason: one text for both languages, or one for each.
func why(v yamlread.Value) text.Both {
	if !v.IsMap() {
		said := strings.TrimSpace(v.Text())
		return text.Both{DA: said, EN: said}
	}
	m := v.Map("da", "en")
	da, en := strings.TrimSpace(m["da"].Text()), strings.TrimSpace(m["en"].Text())
	if da == "" && en == "" {
		v.Mistake("mapping.missing", "why")
	}
	return text.Both{DA: cmp.Or(da, en), EN: cmp.Or(en, da)}
}

// words reads keywords. "<name>" stands for the list of that name; a word without a letter or digit can never be found, and is a mistake.
func (p parser) words(v yamlread.Value) []Word {
	var words []Word
	for _, item := range v.Items() {
		word := item.Text()
		if name, ok := strings.CutPrefix(word, "<"); ok {
			words = append(words, p.list(strings.TrimSuffix(name, ">"), item)...)
			continue
		}
		if k := newKeyword(word); k.alone && (k.begins || k.ends) {
			item.Mistake("mapping.alone-in-part", word)
			continue
		}
		if strings.Contains(word, ",") {
			item.Mistake("mapping.comma", word)
			continue
		}
		for _, part := range strings.Split(word, plus) {
			if newKeyword(part).letters == "" {
				item.Mistake("mapping.no-letters", word)
			}
		}
		words = append(words, Word{word, item.Pos()})
	}
	return words
}

// list returns the words of a list, each where it stands there.
func (p parser) list(name string, used yamlread.Value) []Word {
	words, ok := p.lists[name]
	if !ok {
		used.Mistake("mapping.no-list", name)
	}
	return words
}

func (p parser) required(v yamlread.Value, m map[string]yamlread.Value, key string) string {
	s := strings.TrimSpace(m[key].Text())
	if s == "" {
		place := m[key]
		if !place.Exists() {
			place = v
		}
		if place.Exists() {
			place.Mistake("mapping.missing", key)
		} else {
			p.file.Report(yamlread.Pos{Line: 1, Col: 1}, text.Msg("mapping.missing", key))
		}
	}
	return s
}

// fill reads how an event becomes hours; "time", the clock times, is the zero Fill.
func fill(v yamlread.Value) Fill {
	f := v.OneOf("time", string(FillWork), string(FillAbsence), string(FillRest), string(FillHalf))
	if f == "time" {
		return FillTime
	}
	return Fill(f)
}
