package mapping

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// ParseMemory reads the file of a memory, called name in messages. An error is yamlread.Mistakes.
func ParseMemory(name string, data []byte) (*Memory, error) {
	f := yamlread.Parse(name, data)
	top := f.Root().Map("forget-after", "remembered")
	m := &Memory{comments: theirs(f.Comments(), f.Root(), false)}
	if top["forget-after"].Exists() {
		m.ForgetAfter = top["forget-after"].Int(1, 100_000)
	}
	for _, v := range top["remembered"].List() {
		entry := remembered(v)
		entry.comments = theirs(v.Comments(), v, true)
		m.Entries = append(m.Entries, entry)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return m, nil
}

// theirs returns the comments around a value and at its own keys that a person wrote, where within also those in the values.
func theirs(around yamlread.Comments, v yamlread.Value, within bool) []string {
	lines := slices.Concat(around.Above, around.Beside)
	for _, p := range v.Pairs() {
		lines = slices.Concat(lines, allLines(p.Key.Comments()), allLines(p.Value.Comments()))
		if within {
			lines = append(lines, p.Value.CommentsWithin()...)
		}
	}
	lines = append(lines, around.Below...)
	return slices.DeleteFunc(lines, isHeader)
}

func allLines(c yamlread.Comments) []string { return slices.Concat(c.Above, c.Beside, c.Below) }

// isHeader tells whether a comment is what Encode writes at the top, in whatever language.
func isHeader(comment string) bool {
	said := strings.TrimSpace(strings.TrimLeft(comment, "#"))
	return slices.ContainsFunc([]text.Lang{text.Danish, text.English}, func(l text.Lang) bool {
		return slices.Contains(strings.Split(l.T("mapping.memory-header"), "\n"), said)
	})
}

func remembered(v yamlread.Value) Remembered {
	at := v.Map("title", "series", "skip", "project", "tag", "task", "shares", "times", "last", "passed")
	r := Remembered{
		Title: at["title"].Text(), Series: at["series"].Text(), Skip: at["skip"].Bool(), Choice: choice(at),
		Times: at["times"].Int(0, most), Last: at["last"].Date(), Passed: at["passed"].Bool(),
	}
	for _, s := range at["shares"].List() {
		part := s.Map("project", "tag", "task", "parts")
		r.Shares = append(r.Shares, Share{choice(part), part["parts"].Int(1, 100)})
	}
	if r.Last.IsZero() && !at["last"].Exists() {
		v.Mistake("mapping.missing", "last")
	}
	return r
}

func choice(at map[string]yamlread.Value) Choice {
	return Choice{Project: at["project"].Text(), Tag: at["tag"].Text(), Task: at["task"].Text()}
}

// Encode writes the memory as a file that a person can read and edit; what it is stands at the top, in the person's language.
// A person's own comments stay, above what they were about.
func (m *Memory) Encode(l text.Lang) []byte {
	var b strings.Builder
	for line := range strings.Lines(l.T("mapping.memory-header")) {
		b.WriteString("# " + strings.TrimRight(line, "\n") + "\n")
	}
	writeLines(&b, m.comments)
	b.WriteString("forget-after: " + strconv.Itoa(cmp.Or(m.ForgetAfter, DefaultForgetAfter)) + "\nremembered:\n")
	entries := slices.Clone(m.Entries)
	slices.SortStableFunc(entries, func(a, b Remembered) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Series, b.Series), a.Last.Compare(b.Last))
	})
	for _, r := range entries {
		writeLines(&b, r.comments)
		b.Write(r.encode())
	}
	return []byte(b.String())
}

func writeLines(b *strings.Builder, lines []string) {
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
}

// entryFile is an entry in the order of the file.
type entryFile struct {
	Title   string      `yaml:"title,omitempty"`
	Series  string      `yaml:"series,omitempty"`
	Skip    bool        `yaml:"skip,omitempty"`
	Project string      `yaml:"project,omitempty"`
	Tag     string      `yaml:"tag,omitempty"`
	Task    string      `yaml:"task,omitempty"`
	Shares  []shareFile `yaml:"shares,omitempty"`
	Times   int         `yaml:"times"`
	Last    string      `yaml:"last"`
	Passed  bool        `yaml:"passed,omitempty"`
}

type shareFile struct {
	Project string `yaml:"project,omitempty"`
	Tag     string `yaml:"tag,omitempty"`
	Task    string `yaml:"task,omitempty"`
	Parts   int    `yaml:"parts"`
}

func (r Remembered) encode() []byte {
	file := entryFile{Title: r.Title, Series: r.Series, Skip: r.Skip, Project: r.Project, Tag: r.Tag, Task: r.Task,
		Times: r.Times, Last: r.Last.String(), Passed: r.Passed}
	for _, s := range r.Shares {
		file.Shares = append(file.Shares, shareFile{s.Project, s.Tag, s.Task, s.Parts})
	}
	var b bytes.Buffer
	encoder := yaml.NewEncoder(&b)
	encoder.SetIndent(2)
	if err := encoder.Encode([]entryFile{file}); err != nil {
		panic(err) // texts and numbers always encode
	}
	return b.Bytes()
}
