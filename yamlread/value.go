package yamlread

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ugeseddel/day"
	"ugeseddel/text"
)

// Value is a value in a File. The zero Value is absent: it reads as the zero value of whatever it is asked for, without a mistake.
type Value struct {
	file *File
	node *yaml.Node
}

// Exists tells whether the file has the value, and not as null.
func (v Value) Exists() bool { return v.node != nil && v.node.Tag != "!!null" }

// Pos returns where the value stands.
func (v Value) Pos() Pos {
	if v.node == nil {
		return Pos{}
	}
	width := 0
	if v.node.Kind == yaml.ScalarNode && !strings.Contains(v.node.Value, "\n") {
		width = utf8.RuneCountInString(v.node.Value)
		if v.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			width += 2
		}
	}
	return Pos{v.node.Line, v.node.Column, width}
}

// Mistake reports that something is wrong with the value.
func (v Value) Mistake(key string, args ...any) { v.file.Report(v.Pos(), text.Msg(key, args...)) }

// Hide keeps the lines of the value, which may hold a secret, from being shown with any mistake.
func (v Value) Hide() { hide(v.node, v.file.hidden) }

func hide(n *yaml.Node, hidden map[int]bool) {
	for line := n.Line; line <= n.Line+strings.Count(n.Value, "\n"); line++ {
		hidden[line] = true
	}
	for _, inner := range n.Content {
		hide(inner, hidden)
	}
}

// SecretMistake reports a mistake in a value that is a secret: its line is never shown, not with another mistake either.
func (v Value) SecretMistake(key string, args ...any) {
	v.Hide()
	v.Mistake(key, args...)
}

// IsMap tells whether the value is a mapping.
func (v Value) IsMap() bool { return v.node != nil && v.node.Kind == yaml.MappingNode }

// IsList tells whether the value is a list.
func (v Value) IsList() bool { return v.node != nil && v.node.Kind == yaml.SequenceNode }

// Pair is a key and its value.
type Pair struct{ Key, Value Value }

// Pairs returns the keys and values of a mapping in their order; a key that stands twice, or a value that is no mapping, is a mistake.
func (v Value) Pairs() []Pair {
	if !v.Exists() || !v.is(yaml.MappingNode, "yaml.want-map") {
		return nil
	}
	seen := map[string]int{}
	var pairs []Pair
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		p := Pair{Value{v.file, v.node.Content[i]}, Value{v.file, v.node.Content[i+1]}}
		if first, twice := seen[p.Key.node.Value]; twice {
			p.Key.Mistake("yaml.twice", p.Key.node.Value, first)
			continue
		}
		seen[p.Key.node.Value] = p.Key.node.Line
		pairs = append(pairs, p)
	}
	return pairs
}

// Map returns the values of a mapping by key. A key that is not among the known ones is a mistake that names the nearest.
func (v Value) Map(known ...string) map[string]Value {
	values := map[string]Value{}
	for _, p := range v.Pairs() {
		name := p.Key.node.Value
		if !slices.Contains(known, name) {
			p.Key.unknown("yaml.unknown-key", name, known)
			continue
		}
		values[name] = p.Value
	}
	return values
}

// List returns the items of a list. Anything but a list is a mistake.
func (v Value) List() []Value {
	if !v.Exists() || !v.is(yaml.SequenceNode, "yaml.want-list") {
		return nil
	}
	items := make([]Value, len(v.node.Content))
	for i, n := range v.node.Content {
		items[i] = Value{v.file, n}
	}
	return items
}

// Items returns the items of a list, or the value itself as the only one where it is no list.
func (v Value) Items() []Value {
	if v.Exists() && !v.IsList() {
		return []Value{v}
	}
	return v.List()
}

// Text returns a scalar as it is written, quotes taken off: 1:1 and 2026 are texts too.
func (v Value) Text() string {
	if !v.Exists() || !v.is(yaml.ScalarNode, "yaml.want-text") {
		return ""
	}
	return v.node.Value
}

// Bool returns true or false.
func (v Value) Bool() bool {
	s := v.Text()
	if s == "" && !v.Exists() {
		return false
	}
	b, err := strconv.ParseBool(strings.ToLower(s))
	if err != nil && v.scalar() {
		v.Mistake("yaml.want-bool", s)
	}
	return b
}

// Int returns a whole number between low and high; anything else is a mistake.
func (v Value) Int(low, high int) int {
	s := v.Text()
	if !v.scalar() {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		v.Mistake("yaml.want-int", s, low, high)
		return 0
	}
	return n
}

// Float returns a number between low and high, written with a dot or a comma; anything else is a mistake.
func (v Value) Float(low, high float64) float64 {
	s := v.Text()
	if !v.scalar() {
		return 0
	}
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil || !(x >= low && x <= high) {
		v.Mistake("yaml.want-number", s, low, high)
		return 0
	}
	return x
}

// OneOf returns the text if it is one of the known words; anything else is a mistake that names the nearest.
func (v Value) OneOf(known ...string) string {
	s := v.Text()
	if !v.scalar() || slices.Contains(known, s) {
		return s
	}
	v.unknown("yaml.unknown-word", s, known)
	return ""
}

// IndexOf returns which of the known words the text is, counted from 0; -1 for anything else, which is a mistake as in OneOf.
func (v Value) IndexOf(known ...string) int { return slices.Index(known, v.OneOf(known...)) }

// Date returns a day written YYYY-MM-DD; anything else is a mistake.
func (v Value) Date() day.Date {
	s := v.Text()
	if !v.scalar() {
		return day.Date{}
	}
	d, err := day.Parse(s)
	if err != nil {
		v.Mistake("yaml.want-date", s)
	}
	return d
}

func (v Value) scalar() bool { return v.Exists() && v.node.Kind == yaml.ScalarNode }

func (v Value) is(kind yaml.Kind, mistake string) bool {
	if v.node.Kind == yaml.AliasNode {
		v.Mistake("yaml.alias")
		return false
	}
	if v.node.Kind != kind {
		v.Mistake(mistake)
		return false
	}
	return true
}

func (v Value) unknown(key, name string, known []string) {
	if near := Nearest(name, known); near != "" {
		v.Mistake(key+"-near", name, near)
		return
	}
	v.Mistake(key, name, known)
}
