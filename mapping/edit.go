package mapping

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"ugeseddel/yamlread"
)

// edited is a rules file with something added, and nothing else changed: comments, order and layout stay.
type edited struct {
	data  []byte
	line  int    // of what was added, from 1
	added string // what was added
	under string // the tag or to-do whose keyword it is; "" for an exception
}

// asKeyword adds the word to the keywords of the tag. A project that is not where such events belong anyway cannot be said that way.
func (p proposer) asKeyword(g group) (edited, bool) {
	if g.answer.Skip {
		return edited{}, false
	}
	t, _ := p.rules.Tag(g.answer.Tags[0])
	words, under := t.mainKeywords()
	if len(words) == 0 {
		return edited{}, false
	}
	e := addAfter(p.data, words[len(words)-1].Pos, quoted(g.word))
	e.under = under
	return e, true
}

// mainKeywords returns the keywords to which a word that tells the tag alone is added, and whose they are: the tag's own, else those of
// its usual to-do, else those of its first one that has any.
func (t Tag) mainKeywords() (words []Word, under string) {
	if len(t.Keywords) > 0 {
		return t.Keywords, t.Name
	}
	for _, task := range t.Tasks {
		if len(task.Keywords) > 0 && (words == nil || task.Name == t.Task) {
			words, under = task.Keywords, task.Name
		}
	}
	return words, under
}

// asException adds an exception at the end of the exceptions, or begins them at the end of the file.
func (p proposer) asException(g group) (edited, bool) {
	then := "{skip: true}"
	if !g.answer.Skip {
		then = "{project: " + quoted(g.answer.Projects[0]) + ", tag: " + quoted(g.answer.Tags[0]) + "}"
	}
	rule := []string{
		"  - why: " + quoted(g.word),
		"    if: {title: [" + quoted(g.word) + "]}",
		"    then: " + then,
	}
	lines := linesOf(p.data)
	at, ok := endOfList(lines, "exceptions:")
	if !ok {
		rule = append([]string{"exceptions:"}, rule...)
	}
	return joined(slices.Insert(lines, at, rule...), at+1, strings.Join(rule, "\n")), true
}

// addAfter adds an item to a list after the one at pos: on a line of its own where the list is written so, else after a comma.
func addAfter(data []byte, pos yamlread.Pos, item string) edited {
	lines := linesOf(data)
	runes := []rune(lines[pos.Line-1])
	before := string(runes[:pos.Col-1])
	if strings.TrimSpace(before) == "-" {
		return joined(slices.Insert(lines, pos.Line, before+item), pos.Line+1, item)
	}
	end := min(pos.Col-1+pos.Width, len(runes))
	lines[pos.Line-1] = string(runes[:end]) + ", " + item + string(runes[end:])
	return joined(lines, pos.Line, item)
}

// endOfList returns the number of lines up to the end of a list at the top level, the blank lines and comments after it not counted.
func endOfList(lines []string, key string) (at int, ok bool) {
	at = len(lines)
	for at > 0 && strings.TrimSpace(lines[at-1]) == "" {
		at--
	}
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, key):
			at, ok = i+1, true
		case ok && isTopLevel(line):
			return at, true
		case ok && strings.TrimSpace(line) != "" && !strings.HasPrefix(strings.TrimSpace(line), "#"):
			at = i + 1
		}
	}
	return at, ok
}

func isTopLevel(line string) bool {
	return line != "" && !strings.ContainsAny(line[:1], " \t#-\r")
}

func linesOf(data []byte) []string {
	return strings.Split(string(data), "\n")
}

func joined(lines []string, line int, added string) edited {
	return edited{data: []byte(strings.Join(lines, "\n")), line: line, added: added}
}

// quoted writes a text as YAML, in quotes where it needs them.
func quoted(s string) string {
	out, err := yaml.Marshal(s)
	plain := strings.TrimSpace(string(out))
	if err != nil || strings.ContainsAny(s, ",[]{}\"'\n") || strings.Contains(plain, "\n") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ").Replace(s) + `"`
	}
	return plain
}
