package ical

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// property is a content line taken apart: NAME;PARAM=VALUE:VALUE.
type property struct {
	name   []byte
	params []byte // with the leading semicolons, "" if there are none
	value  []byte
}

// parseProperty takes an unfolded line apart. A line without a colon is none.
func parseProperty(line []byte) (property, bool) {
	i := 0
	for i < len(line) && line[i] != ':' && line[i] != ';' {
		i++
	}
	if i == len(line) {
		return property{}, false
	}
	colon := endOfParams(line[i:])
	if colon < 0 {
		return property{}, false
	}
	return property{
		name:   bytes.TrimRight(line[:i], " \t"),
		params: line[i : i+colon],
		value:  line[i+colon+1:],
	}, true
}

// endOfParams finds the colon after the parameters, which may hold others in quotes. Where a quote is never closed, the first colon counts.
func endOfParams(s []byte) int {
	if s[0] == ':' {
		return 0
	}
	quoted := false
	for i, c := range s {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return i
		}
	}
	return bytes.IndexByte(s, ':')
}

// is tells whether the property has this name, which is given in capitals.
func (p property) is(name string) bool { return equalFold(p.name, name) }

// param returns the value of a parameter, given in capitals, without quotes and blanks around it; "" where it is missing.
func (p property) param(name string) []byte {
	rest := p.params
	for len(rest) > 0 {
		var param []byte
		param, rest = cutParam(rest[1:])
		key, value, ok := bytes.Cut(param, []byte("="))
		if ok && equalFold(bytes.TrimSpace(key), name) {
			return bytes.Trim(value, "\" \t")
		}
	}
	return nil
}

// cutParam cuts s before the next semicolon that is not in quotes.
func cutParam(s []byte) (param, rest []byte) {
	quoted := false
	for i, c := range s {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			return s[:i], s[i:]
		}
	}
	return s, nil
}

// lastColon reads the line as if its parameters went on to the last colon:
// TZID=(UTC+01:00) Brussels, Copenhagen is often written without the quotes that it needs.
func (p property) lastColon() (property, bool) {
	i := bytes.LastIndexByte(p.value, ':')
	if i < 0 || len(p.params) == 0 {
		return p, false
	}
	p.params = append(append(bytes.Clone(p.params), ':'), p.value[:i]...)
	p.value = p.value[i+1:]
	return p, true
}

// wholeName returns the line so that its name is not cut by a fold.
func wholeName(line []byte) []byte {
	fold := bytes.IndexByte(line, '\n')
	if fold < 0 || fold > 40 || fold == len(line)-1 {
		return line
	}
	return unfold(line)
}

// named tells whether a line begins with the name, given in capitals.
func named(line []byte, name string) bool {
	n := len(name)
	if len(line) <= n || !equalFold(line[:n], name) {
		return false
	}
	c := line[n]
	return c == ':' || c == ';' || isBlank(c)
}

// nameOf returns the name of a property in capitals, put into space; nothing for names that are longer.
func nameOf(line []byte, space *[16]byte) []byte {
	for i, c := range line {
		switch {
		case c == ':' || c == ';' || isBlank(c):
			return space[:i]
		case c == '\n':
			if whole := unfold(line); len(whole) > i {
				return nameOf(whole, space)
			}
			return nil
		case i == len(space):
			return nil
		}
		space[i] = upper(c)
	}
	return nil
}

// equalFold compares ASCII without regard to case.
func equalFold(b []byte, s string) bool {
	if len(b) != len(s) {
		return false
	}
	for i, c := range b {
		if c != s[i] && upper(c) != upper(s[i]) {
			return false
		}
	}
	return true
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

// unescape returns a TEXT value with its escapes resolved (RFC 5545 §3.3.11).
func unescape(value []byte) string {
	var space []byte
	return unescapeIn(&space, value)
}

// unescapeIn is unescape, with space to work in.
func unescapeIn(space *[]byte, value []byte) string {
	i := bytes.IndexByte(value, '\\')
	if i < 0 {
		return decode(value)
	}
	plain := (*space)[:0]
	for i >= 0 && i+1 < len(value) {
		plain = append(plain, value[:i]...)
		switch c := value[i+1]; {
		case c == 'n' || c == 'N':
			plain = append(plain, '\n')
		case strings.IndexByte(`\;,:"`, c) >= 0:
			plain = append(plain, c)
		default: // no escape, but a backslash that somebody forgot to double
			plain = append(plain, '\\', c)
		}
		value = value[i+2:]
		i = bytes.IndexByte(value, '\\')
	}
	*space = append(plain, value...)
	return decode(*space)
}

// list returns a value that is a list of texts, such as CATEGORIES, without empty ones.
func (p property) list() []string {
	var texts []string
	begin := 0
	for i := 0; i <= len(p.value); i++ {
		switch {
		case i < len(p.value) && p.value[i] == '\\':
			i++
		case i == len(p.value) || p.value[i] == ',':
			if s := strings.TrimSpace(unescape(p.value[begin:min(i, len(p.value))])); s != "" {
				texts = append(texts, s)
			}
			begin = i + 1
		}
	}
	return texts
}

// decode makes a string of bytes that should be UTF-8; where they are not, they are taken as Windows-1252, the wider form of Latin-1.
func decode(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b) + len(b)/4)
	for _, c := range b {
		if 0x80 <= c && c < 0xA0 {
			s.WriteRune(windows1252[c-0x80])
		} else {
			s.WriteRune(rune(c))
		}
	}
	return s.String()
}

// windows1252 has the characters of 0x80 to 0x9F; the rest are those of Latin-1.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}
