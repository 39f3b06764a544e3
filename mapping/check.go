package mapping

import (
	"slices"
	"strings"

	"ugeseddel/calendar"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Remark is something about the rules that a person may want to change. It is no mistake: the rules work.
type Remark struct {
	File    string // "" is the file of the rules
	Pos     yamlread.Pos
	Message text.Message
}

// Leantime is what Leantime has, to compare the rules with. A nil list was not asked for.
type Leantime struct {
	Projects []string
	Tags     []string
	Todos    []string
}

// Check returns what is doubtful in the rules, in the order of the file: keywords that can never decide, that contradict one another
// or say too much, and names that Leantime does not have. in may be nil; seen are events to measure keywords on, and may be empty.
func (r *Rules) Check(in *Leantime, seen []calendar.Event) []Remark {
	remarks := slices.Concat(r.checkExamples(), r.checkKeywords(), r.checkExceptions(), r.checkReach(seen))
	if in != nil {
		remarks = append(remarks, r.checkNames(*in)...)
	}
	slices.SortStableFunc(remarks, func(a, b Remark) int { return a.Pos.Line*10_000 + a.Pos.Col - b.Pos.Line*10_000 - b.Pos.Col })
	return remarks
}

// checkExamples finds examples of tags that the rules do not have.
func (r *Rules) checkExamples() []Remark {
	if r.examples == nil {
		return nil
	}
	var ids []string
	for _, t := range r.Tags {
		ids = append(ids, t.ID)
	}
	var remarks []Remark
	for _, h := range r.examples.owners {
		if _, ok := r.Tag(h.owner); !ok && h.owner != skipOwner {
			said := text.Msg("mapping.check-no-examples", h.owner)
			if near := yamlread.Nearest(h.owner, ids); near != "" {
				said = text.Msg("mapping.check-no-examples-near", h.owner, near)
			}
			remarks = append(remarks, Remark{File: h.file, Pos: h.pos, Message: said})
		}
	}
	return remarks
}

// checkKeywords finds keywords that are dead, because they are not found even where they stand alone; shadowed, because another
// word or rule decides even then; or claimed by two sides.
func (r *Rules) checkKeywords() []Remark {
	var remarks []Remark
	first := map[string]use{}
	for _, u := range r.allUses() {
		key := nameKey(u.word.Text) + hyphens(u.word.Text)
		switch {
		case u.kind == forProject:
			key += " project" // where an event belongs is another question than what kind of work it is
		case strings.Contains(u.word.Text, plus):
			key += " pair"
		}
		other, twice := first[key]
		if !u.hint && !twice {
			first[key] = u
		}
		switch {
		case twice && !u.hint && other.kind == u.kind && other.index == u.index:
			remarks = append(remarks, Remark{Pos: u.word.Pos, Message: text.Msg("mapping.check-twice", u.word.Text, other.word.Pos.Line)})
		case twice && !u.hint:
			remarks = append(remarks, Remark{Pos: u.word.Pos, Message: text.Msg("mapping.check-contradiction", u.word.Text, r.owner(u), r.owner(other), other.word.Pos.Line)})
		case !r.finds(u):
			remarks = append(remarks, Remark{Pos: u.word.Pos, Message: text.Msg("mapping.check-dead", u.word.Text)})
		case common[key] && !r.isForm(u):
			remarks = append(remarks, Remark{Pos: u.word.Pos, Message: text.Msg("mapping.check-common", u.word.Text)})
		case !u.hint && u.kind != forProject:
			remarks = append(remarks, r.checkShadow(u)...)
		}
	}
	return remarks
}

// hyphens marks a keyword for whole compounds, which is another one than the word alone.
func hyphens(word string) string {
	marks := ""
	for _, part := range strings.Split(word, plus) {
		k := newKeyword(part)
		if k.begins {
			marks += " begins"
		}
		if k.ends {
			marks += " ends"
		}
		marks += ";"
	}
	return strings.TrimRight(marks, ";")
}

// allUses returns what every keyword is for, in the order of the file.
func (r *Rules) allUses() []use {
	var all []use
	for _, uses := range r.uses {
		all = append(all, uses...)
	}
	for _, pairs := range r.pairs {
		for _, p := range pairs {
			all = append(all, p.use)
		}
	}
	all = slices.DeleteFunc(all, func(u use) bool {
		return u.kind == forCondition || u.kind == againstTag || u.word.Pos.Line == 0 || u.isName(r)
	})
	slices.SortFunc(all, func(a, b use) int {
		return a.word.Pos.Line*10_000 + a.word.Pos.Col - b.word.Pos.Line*10_000 - b.word.Pos.Col
	})
	return all
}

// isForm tells whether a word is a hint for the form of an event, which may well stand in every title.
func (r *Rules) isForm(u use) bool { return u.kind == forTag && u.hint && r.Tags[u.index].LastResort }

// isName tells whether the keyword is the project's own name, which nobody wrote as a keyword.
func (u use) isName(r *Rules) bool {
	return u.kind == forProject && u.word.Pos == r.Projects[u.index].Pos
}

// finds tells whether a keyword is found where it stands alone.
func (r *Rules) finds(u use) bool {
	return slices.ContainsFunc(r.findings(inTitle, read(alone(u.word.Text))), func(f finding) bool { return f.use == u })
}

// alone is a title with nothing but the keyword; one that asks for a compound has another part that means nothing.
func alone(word string) string {
	parts := strings.Split(word, plus)
	for i, part := range parts {
		parts[i] = asCompound(part)
	}
	return strings.Join(parts, plus)
}

// asCompound makes a compound of a keyword that asks for one.
func asCompound(word string) string {
	before, isEnd := strings.CutPrefix(word, "-")
	bare, isBegin := strings.CutSuffix(before, "-")
	if isEnd {
		bare = "qqq-" + bare
	}
	if isBegin {
		bare += "-qqq"
	}
	return bare
}

// checkShadow asks what an event of that title would become.
func (r *Rules) checkShadow(u use) []Remark {
	s := r.WithExamples(nil).Suggest(calendar.Event{Title: alone(u.word.Text), Attendees: 2}, nil)
	rightly := u.kind == forSkip && s.Skip || u.kind == forTag && !s.Skip && s.Tag == r.Tags[u.index].ID
	if rightly || u.kind == forSkip && r.Skips[u.index].If.narrow() {
		return nil
	}
	becomes := text.Msg("mapping.check-skipped")
	if t, ok := r.Tag(s.Tag); ok && !s.Skip {
		becomes = text.Verbatim(t.Name)
	}
	return []Remark{{Pos: u.word.Pos, Message: text.Msg("mapping.check-shadowed", u.word.Text, r.owner(u), becomes)}}
}

// narrow tells whether a condition asks for anything.
func (c Condition) narrow() bool {
	return c.Attendees.Set || c.Minutes.Set || c.Words.Set || c.Clock.Set || len(c.Weekdays) > 0 || c.AllDay != nil || c.Recurring != nil || c.Mine != nil || c.NamesProject != nil || len(c.ShowAs) > 0
}

// owner names what a keyword is for.
func (r *Rules) owner(u use) any {
	switch u.kind {
	case forProject:
		return r.Projects[u.index].Name
	case forSkip:
		return r.Skips[u.index].Why
	}
	return r.Tags[u.index].Name
}

// checkExceptions finds exceptions that can never decide, because one before them asks for no more and decides the same things, and
// those with a to-do that is none of their tag's.
func (r *Rules) checkExceptions() []Remark {
	var remarks []Remark
	for i, x := range r.Exceptions {
		for _, before := range r.Exceptions[:i] {
			if x.If.sameAs(before.If) {
				remarks = append(remarks, Remark{Pos: x.Pos, Message: text.Msg("mapping.check-same-if", before.Pos.Line)})
				break
			}
		}
		if t, ok := r.Tag(x.Then.Tag); ok && x.Then.Task != "" && len(t.Tasks) > 0 && !slices.ContainsFunc(taskNames(t), func(name string) bool { return sameName(name, x.Then.Task) }) {
			remarks = append(remarks, Remark{Pos: x.Pos, Message: text.Msg("mapping.check-task", x.Then.Task, t.Name)})
		}
	}
	return remarks
}

// common are words of every title; as keywords they would match too much.
var common = wordSet("og i om til med for af på paa den det en et er som ved fra the and of for with moede møde teams dag tid os vi du")

const (
	leastSeen  = 40 // events below which nothing can be said about how often a keyword matches
	reachLimit = 4  // a keyword in more than a quarter of all events says too much
)

// checkReach finds keywords that stand in too many of the events seen.
func (r *Rules) checkReach(seen []calendar.Event) []Remark {
	if len(seen) < leastSeen {
		return nil
	}
	hits := map[use]int{}
	for _, e := range seen {
		counted := map[use]bool{}
		for _, f := range r.look(e).found {
			if f.field == inTitle && !f.hint && (f.kind == forTag || f.kind == forSkip) && !counted[f.use] {
				counted[f.use] = true
				hits[f.use]++
			}
		}
	}
	var remarks []Remark
	for u, n := range hits {
		if n*reachLimit > len(seen) {
			remarks = append(remarks, Remark{Pos: u.word.Pos, Message: text.Msg("mapping.check-reach", u.word.Text, n, len(seen))})
		}
	}
	return remarks
}

// checkNames finds projects, tags and standard to-dos that Leantime does not have.
func (r *Rules) checkNames(in Leantime) []Remark {
	var remarks []Remark
	unknown := func(known []string, name string, pos yamlread.Pos, key string) {
		if known != nil && !slices.ContainsFunc(known, func(k string) bool { bare, _ := withoutYear(k); return sameName(k, name) || sameName(bare, name) }) {
			remarks = append(remarks, Remark{Pos: pos, Message: text.Msg(key, name)})
		}
	}
	for _, p := range r.Projects {
		unknown(in.Projects, p.Name, p.Pos, "mapping.check-no-project")
	}
	unknown(in.Projects, r.Default, yamlread.Pos{Line: 1, Col: 1}, "mapping.check-no-project")
	for _, t := range r.Tags {
		unknown(in.Tags, t.Name, t.Pos, "mapping.check-no-tag")
		for _, task := range t.Tasks {
			unknown(in.Todos, task.Name, task.Pos, "mapping.check-no-todo")
		}
	}
	return remarks
}
