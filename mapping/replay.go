package mapping

// Figures say how well rules did on labelled events.
type Figures struct {
	Events       int
	Right        int // the right answer
	Certain      int // said with certainty
	CertainRight int // and rightly so
}

// Coverage is the part of the events of which the rules were certain, from 0 to 1.
func (f Figures) Coverage() float64 { return part(f.Certain, f.Events) }

// Precision is the part of the certain answers that were right, from 0 to 1; 1 where none was certain.
func (f Figures) Precision() float64 {
	if f.Certain == 0 {
		return 1
	}
	return part(f.CertainRight, f.Certain)
}

// Accuracy is the part of all answers that were right, from 0 to 1.
func (f Figures) Accuracy() float64 { return part(f.Right, f.Events) }

func part(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Answer is what rules say of a labelled event.
type Answer struct {
	Labelled
	Suggestion Suggestion
	IsRight    bool
}

// Replay asks the rules, without any memory, about every event.
func (r *Rules) Replay(cases []Labelled) []Answer {
	answers := make([]Answer, len(cases))
	for i, c := range cases {
		s := r.Suggest(c.Event, nil)
		answers[i] = Answer{c, s, c.Right(s)}
	}
	return answers
}

// Measure counts answers.
func Measure(answers []Answer) Figures {
	f := Figures{Events: len(answers)}
	for _, a := range answers {
		if a.IsRight {
			f.Right++
		}
		if a.Suggestion.Certain {
			f.Certain++
			if a.IsRight {
				f.CertainRight++
			}
		}
	}
	return f
}

// Change is how the answer for an event differs between two sets of rules.
type Change struct {
	Before, After Answer
}

// Comparison is what other rules would do to the same events.
type Comparison struct {
	Better, Worse, Different []Change // Different: both right, or both wrong
}

// Compare compares the answers of two sets of rules for the same events, in the same order.
func Compare(before, after []Answer) Comparison {
	var c Comparison
	for i := range before {
		change := Change{before[i], after[i]}
		switch {
		case change.After.IsRight && !change.Before.IsRight:
			c.Better = append(c.Better, change)
		case change.Before.IsRight && !change.After.IsRight:
			c.Worse = append(c.Worse, change)
		case change.answersDiffer():
			c.Different = append(c.Different, change)
		}
	}
	return c
}

func (c Change) answersDiffer() bool {
	a, b := c.Before.Suggestion, c.After.Suggestion
	return a.Skip != b.Skip || a.Certain != b.Certain || a.Project != b.Project || a.Tag != b.Tag || a.Task != b.Task
}
