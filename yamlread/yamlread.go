// Package yamlread is a strict reader of the YAML files that people write for ugeseddel: settings, rules, drafts and memory.
// It keeps the position of every value and collects every mistake, so that a person is told all of them at once, each with its line.
package yamlread

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ugeseddel/text"
)

// File is one YAML document and the mistakes found in it so far.
type File struct {
	Name     string
	lines    []string
	document *yaml.Node
	root     *yaml.Node
	mistakes Mistakes
	hidden   map[int]bool // lines with a secret
	broken   bool         // no YAML: what is missing from it is no mistake besides
}

// Parse reads data, called name in messages. Whatever is wrong with it, the result can be asked for values: they are then absent, and Err tells why.
func Parse(name string, data []byte) *File {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	f := &File{Name: name, lines: strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"), hidden: map[int]bool{}}
	if pos, ok := firstInvalidUTF8(f.lines); !ok {
		f.Report(pos, text.Msg("yaml.utf8"))
		f.broken = true
		return f
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, next yaml.Node
	if err := decoder.Decode(&document); err != nil && !errors.Is(err, io.EOF) {
		f.reportSyntax(err)
		return f
	}
	f.document = &document
	if len(document.Content) > 0 {
		f.root = document.Content[0]
	}
	if err := decoder.Decode(&next); err == nil {
		f.Report(Pos{Line: next.Line, Col: next.Column}, text.Msg("yaml.documents"))
	} else if !errors.Is(err, io.EOF) {
		f.reportSyntax(err)
	}
	return f
}

// Root returns the outermost value, absent in an empty file.
func (f *File) Root() Value { return Value{f, f.root} }

// Report adds a mistake at pos; a place beyond the last line counts as the last line.
func (f *File) Report(pos Pos, m text.Message) {
	if f.broken {
		return
	}
	pos.Line = min(max(pos.Line, 1), max(len(f.lines), 1))
	f.mistakes = append(f.mistakes, Mistake{File: f.Name, Pos: pos, Line: f.line(pos.Line), Message: m})
}

// Err returns all mistakes as Mistakes, in the order of the file, or nil.
func (f *File) Err() error {
	if len(f.mistakes) == 0 {
		return nil
	}
	sorted := slices.Clone(f.mistakes)
	for i := range sorted {
		if f.hidden[sorted[i].Pos.Line] {
			sorted[i].Line = ""
		}
	}
	slices.SortStableFunc(sorted, func(a, b Mistake) int { return a.Pos.compare(b.Pos) })
	return sorted
}

func (f *File) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

func (f *File) reportSyntax(err error) {
	defer func() { f.broken = true }()
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		f.Report(Pos{Line: 1, Col: 1}, text.Msg("yaml.syntax", err.Error()))
		return
	}
	pos := Pos{Line: max(1, e.Mark.Line), Col: max(1, e.Mark.Column)}
	if strings.TrimSpace(f.line(pos.Line)) == "" && e.ContextMark.Line > 0 {
		pos = Pos{Line: e.ContextMark.Line, Col: max(1, e.ContextMark.Column)} // where what never ended began
	}
	if open, ok := f.openBracket(); ok {
		f.Report(open, text.Msg("yaml.unclosed"))
		return
	}
	if key := syntaxKey(e.Message); key != "" {
		f.Report(pos, text.Msg(key))
		return
	}
	f.Report(pos, text.Msg("yaml.syntax", e.Message))
}

// openBracket finds a bracket that is not closed before a line that begins further to the left than the one where it stands, as a
// person who forgot it would go on; the parser only notices much later.
func (f *File) openBracket() (Pos, bool) {
	type opened struct {
		pos    Pos
		indent int
	}
	var open []opened
	for i, line := range f.lines {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		bare := strings.TrimSpace(line)
		if bare != "" && !strings.HasPrefix(bare, "#") && len(open) > 0 && indent <= open[0].indent && !strings.ContainsAny(bare[:1], "]}") {
			return open[0].pos, true
		}
		eachBracket(line, func(at int, bracket byte) {
			switch {
			case len(open) == 0 && (!beginsValue(line[:at]) || strings.IndexByte("]}", bracket) >= 0):
			case bracket == '[' || bracket == '{':
				open = append(open, opened{Pos{Line: i + 1, Col: utf8.RuneCountInString(line[:at]) + 1, Width: 1}, indent})
			default:
				open = open[:len(open)-1]
			}
		})
	}
	if len(open) > 0 {
		return open[0].pos, true
	}
	return Pos{}, false
}

// beginsValue tells whether a value begins after so much of a line; within a plain text, brackets are letters like others.
func beginsValue(before string) bool {
	bare := strings.TrimRight(before, " ")
	return strings.TrimLeft(bare, " ") == "" || bare != before && strings.ContainsAny(bare[len(bare)-1:], ":-")
}

// eachBracket calls use with the brackets of a line that stand outside of quotes and comments.
func eachBracket(line string, use func(at int, bracket byte)) {
	quote := byte(0)
	for i := range len(line) {
		c := line[i]
		begins := i == 0 || strings.ContainsRune(" [{,:-", rune(line[i-1]))
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && begins:
			quote = c
		case c == '#' && (i == 0 || line[i-1] == ' '):
			return
		case strings.IndexByte("[]{}", c) >= 0:
			use(i, c)
		}
	}
}

// syntaxKey finds our own words for the mistakes that people make most; the parser's own words serve for the rest.
func syntaxKey(message string) string {
	switch {
	case strings.Contains(message, "tab character"), strings.Contains(message, "cannot start any token"):
		return "yaml.tab"
	case strings.Contains(message, "mapping values are not allowed"):
		return "yaml.colon"
	case strings.Contains(message, "unexpected end of stream"), strings.Contains(message, "',' or"):
		return "yaml.unclosed"
	case strings.Contains(message, "could not find expected ':'"), strings.Contains(message, "did not find expected key"):
		return "yaml.indent"
	}
	return ""
}

func firstInvalidUTF8(lines []string) (Pos, bool) {
	for i, line := range lines {
		col := 1
		for rest := line; rest != ""; col++ {
			r, size := utf8.DecodeRuneInString(rest)
			if r == utf8.RuneError && size == 1 {
				return Pos{Line: i + 1, Col: col, Width: 1}, false
			}
			rest = rest[size:]
		}
	}
	return Pos{}, true
}
