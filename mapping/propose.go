package mapping

import (
	"cmp"
	"slices"
	"strings"
)

// leastCorrections is how many like corrections make a proposal.
const leastCorrections = 3

// Proposal is a rule that would have spared a person corrections. It is never used before somebody accepts it.
type Proposal struct {
	Word    string     // what the titles have in common
	Choice  Choice     // what the rule would decide; Task is not part of it
	Skip    bool       // or that such events are not registered
	Line    int        // where in the file it would stand
	Added   string     // the line or the word that is added
	Data    []byte     // the whole file with the rule in it
	Under   string     // the tag or to-do to whose keywords it is added, "" for an exception
	Hits    []Labelled // corrections that would no longer be needed
	Sure    int        // how many of the hits would be certain
	Changes []Change   // events that were right and would become something else
	Misses  []Labelled // like corrections that would still be needed
}

// Propose looks for rules behind a person's corrections: events that were decided and that the rules in data, the file called
// name, get wrong. A word that at least three of them share, with one decision, becomes a keyword of its tag, or an exception
// where a keyword would not do or a project has to be set. The best proposal comes first; no two are for the same events.
//
// examples are those that the rules are used with, or nil.
func Propose(name string, data []byte, examples *Examples, decided []Labelled) ([]Proposal, error) {
	r, err := Parse(name, data)
	if err != nil {
		return nil, err
	}
	r = r.WithExamples(examples)
	p := proposer{name: name, data: data, rules: r, before: r.Replay(decided)}
	var all []Proposal
	for _, g := range p.groups() {
		if proposal, ok := p.try(g); ok {
			all = append(all, proposal)
		}
	}
	slices.SortStableFunc(all, func(a, b Proposal) int {
		return cmp.Or(cmp.Compare(len(b.Hits), len(a.Hits)), cmp.Compare(len(a.Changes), len(b.Changes)), cmp.Compare(len(b.Word), len(a.Word)), cmp.Compare(a.Word, b.Word))
	})
	return distinct(all), nil
}

// proposer holds what every proposal is measured against.
type proposer struct {
	name   string
	data   []byte
	rules  *Rules
	before []Answer
}

// group is the corrections that share a word and a decision.
type group struct {
	word        string
	answer      Labelled
	corrections int
}

// groups returns the groups of three corrections and more, by word and decision.
func (p proposer) groups() []group {
	found := map[string]*group{}
	for _, a := range p.before {
		if a.IsRight || a.Unclear {
			continue
		}
		for _, word := range titleWordsShown(a.Event.Title) {
			key := word + "\x00" + a.decision()
			if found[key] == nil {
				found[key] = &group{word: word, answer: a.Labelled}
			}
			found[key].corrections++
		}
	}
	var groups []group
	for _, g := range found {
		if g.corrections >= leastCorrections {
			groups = append(groups, *g)
		}
	}
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.answer.decision(), b.answer.decision()))
	})
	return groups
}

// decision names the right answer, to tell like ones from others.
func (l Labelled) decision() string {
	if l.Skip {
		return "skip"
	}
	return l.Tags[0] + " " + nameKey(l.Projects[0])
}

// titleWordsShown returns the words of a title that could be keywords, as a person writes them.
func titleWordsShown(title string) []string {
	var words []string
	for _, w := range wordsOf(title) {
		shown := strings.ToLower(w.shown)
		if allCapitals(w.shown) && len(w.folded) <= 5 {
			shown = w.shown
		}
		if !passing(w.folded) && !common[w.folded] && (len(w.folded) > leastPart || shown == w.shown && allCapitals(shown)) && !slices.Contains(words, shown) {
			words = append(words, shown)
		}
	}
	return words
}

// try writes the rule for a group into the file and keeps it where it would help more than it would hurt.
func (p proposer) try(g group) (Proposal, bool) {
	best, ok := Proposal{}, false
	for _, edit := range []func(group) (edited, bool){p.asKeyword, p.asException} {
		e, possible := edit(g)
		if !possible {
			continue
		}
		proposal, helps := p.measure(g, e)
		if helps && (!ok || len(proposal.Hits) > len(best.Hits)) {
			best, ok = proposal, true
		}
	}
	return best, ok
}

// measure replays the changed file over what was decided.
func (p proposer) measure(g group, e edited) (Proposal, bool) {
	changed, err := Parse(p.name, e.data)
	if err != nil {
		return Proposal{}, false
	}
	changed.examples, changed.learnt = p.rules.examples, p.rules.learnt // an added rule changes nothing that they were learnt with
	after := changed.Replay(labelled(p.before))
	made := Proposal{Word: g.word, Skip: g.answer.Skip, Line: e.line, Added: e.added, Under: e.under, Data: e.data}
	if !g.answer.Skip {
		made.Choice = Choice{Project: g.answer.Projects[0], Tag: g.answer.Tags[0]}
	}
	for i, b := range p.before {
		change := Change{b, after[i]}
		switch {
		case !b.IsRight && after[i].IsRight:
			made.Hits = append(made.Hits, b.Labelled)
			if after[i].Suggestion.Certain {
				made.Sure++
			}
		case b.IsRight && change.answersDiffer():
			made.Changes = append(made.Changes, change)
		case !b.IsRight && !b.Unclear && b.decision() == g.answer.decision():
			made.Misses = append(made.Misses, b.Labelled)
		}
	}
	return made, len(made.Hits) >= leastCorrections && len(made.Hits) > len(made.Changes)
}

func labelled(answers []Answer) []Labelled {
	cases := make([]Labelled, len(answers))
	for i, a := range answers {
		cases[i] = a.Labelled
	}
	return cases
}

// distinct leaves out proposals for events that a better one hits already.
func distinct(all []Proposal) []Proposal {
	var kept []Proposal
	taken := map[string]bool{}
	for _, p := range all {
		fresh := 0
		for _, hit := range p.Hits {
			if !taken[hit.Event.ID()+hit.Event.Title] {
				fresh++
			}
		}
		if fresh < leastCorrections {
			continue
		}
		for _, hit := range p.Hits {
			taken[hit.Event.ID()+hit.Event.Title] = true
		}
		kept = append(kept, p)
	}
	return kept
}
