package mapping

import (
	"slices"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Rules is a rules file, read and ready. Make one with Parse.
type Rules struct {
	File       string // the name of the file, for reasons and mistakes
	Default    string // the project of all that belongs to no other
	Internal   string // the project of pause, absence and internal meetings
	Projects   []Project
	Tags       []Tag
	Skips      []Skip
	Exceptions []Exception
	Otherwise  []Exception // guesses for what no keyword tells, by length, attendees and the like; a person looks
	Ignored    []Word      // words at the beginning of a title that say nothing: VS, Udkast
	Cancelled  []Word      // words at the beginning of a title that call the event off: Aflyst
	ExamplesIn []Word      // where the examples are: files, or BuiltIn. WithExamples takes them in
	Names      [][]Word    // lists of names; who it is does not tell what it is, so the examples take all names of a list for one word

	words  *lexicon
	uses   map[int32][]use   // what a keyword of the lexicon is for
	pairs  map[int32][]*pair // keywords that need another beside them, by the first of them
	starts starters
	todos  map[string][]Todo

	examples *Examples
	learnt   func() *model // what the examples teach, once it is asked for
}

// BuiltIn stands in a rules file for the examples that the program carries.
const BuiltIn = "built-in"

// Word is a keyword as it stands in the file. "a + b" asks for both, in any order.
type Word struct {
	Text string
	Pos  yamlread.Pos
}

// Project is a project and the words that tell it. Its own name always does, with and without the space after OS2.
type Project struct {
	Name     string
	Pos      yamlread.Pos
	Keywords []Word // decide
	Hints    []Word // decide only where nothing else does, and a person looks
}

// Tag is a kind of work.
type Tag struct {
	ID             string // the short name in rules and JSON
	Name           string // as in Leantime
	Pos            yamlread.Pos
	When           string // when the handbook uses it, for the review
	NotWhen        string // and when not
	Internal       bool   // belongs to the internal project
	Itself         bool   // a word that only tells when does not count: "før ferien"
	LastResort     bool   // only where no other tag has a keyword: the form of an event, not its purpose
	NoProjectHints bool   // such work is about a project only where the words name it for certain
	AllDay         Fill   // how an event that lasts all day becomes hours
	Keywords       []Word // decide
	Hints          []Word // decide only where no keyword does, and a person looks
	Against        []Word // in a title, take away a keyword's power for this tag
	Tasks          []Task
	Task           string // the name of the one where no word tells any; "" is the first
}

// Task is a standard to-do and the words that tell it; they tell its tag as well.
type Task struct {
	Name     string
	Pos      yamlread.Pos
	Keywords []Word
	Hints    []Word
}

// Skip is something that is never registered.
type Skip struct {
	Why      text.Both
	Pos      yamlread.Pos
	If       Condition // only for such events; its words are not looked at
	Keywords []Word
	Hints    []Word
}

// Project returns the project called name, written with or without the space after OS2 and in any case.
func (r *Rules) Project(name string) (Project, bool) {
	for _, p := range r.Projects {
		if sameName(p.Name, name) {
			return p, true
		}
	}
	return Project{}, false
}

// Tag returns the tag with the id.
func (r *Rules) Tag(id string) (Tag, bool) {
	for _, t := range r.Tags {
		if t.ID == id {
			return t, true
		}
	}
	return Tag{}, false
}

// ProjectNames returns the names of all projects in the order of the file, the default first.
func (r *Rules) ProjectNames() []string {
	var names []string
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	add(r.Default)
	add(r.Internal)
	for _, p := range r.Projects {
		add(p.Name)
	}
	return names
}

// at is a place in the rules file, for reasons: "rules.yaml:14".
func (r *Rules) at(pos yamlread.Pos) text.Message {
	if pos.Line == 0 {
		return text.Verbatim("Leantime")
	}
	return text.Msg("mapping.place", r.File, pos.Line)
}
