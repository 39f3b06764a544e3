package leantime

import (
	"regexp"
	"strings"
	"unicode"
)

// words are a row's text, taken apart into what ugeseddel wrote and what a person wrote.
type words struct {
	own    string // the person's text: all that is not a block of ours
	ours   string // our text without its mark, where there is exactly one block of ours
	edited bool   // a person has changed our text: it is now part of own
}

// A block is our text with its mark. Leantime's logTime puts a new text before an old one like this (3.5 to 3.9.8):
//
//	2026-11-19 23:00:00
//	new text
//	--
//
//	old text
var (
	loggedBefore = regexp.MustCompile(`(?m)^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n\z`)
	loggedAfter  = "\n--\n\n"
)

// takeApart removes the blocks that belong to marks from text, the last one first, so that places further up stay true.
func takeApart(text string, marks []mark) words {
	w := words{own: text}
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		start, known := blockStart(w.own, m)
		if !known {
			w.own = strings.TrimRight(w.own[:m.start], " ") + w.own[m.end:]
			w.edited = true
			continue
		}
		w.ours = strings.TrimSpace(w.own[start:m.start])
		w.own = cutBlock(w.own, start, m.end)
	}
	if len(marks) != 1 {
		w.ours = ""
	}
	return w
}

// blockStart finds the beginning of the line from which on the text up to the mark is the one that the mark was made for.
func blockStart(text string, m mark) (start int, known bool) {
	if m.digest == "" {
		return 0, false
	}
	for start = m.start; ; start-- {
		start = strings.LastIndexByte(text[:start], '\n') + 1
		if short(strings.TrimSpace(text[start:m.start])) == m.digest {
			return start, true
		}
		if start == 0 {
			return 0, false
		}
	}
}

// cutBlock removes text[start:end] with what joined it to the rest.
func cutBlock(text string, start, end int) string {
	before, after := text[:start], text[end:]
	if at := loggedBefore.FindStringIndex(before); at != nil && strings.HasPrefix(after, loggedAfter) {
		return before[:at[0]] + after[len(loggedAfter):]
	}
	if strings.HasSuffix(before, "\n") && !strings.HasSuffix(before, loggedAfter) {
		return before[:len(before)-1] + after
	}
	return before + strings.TrimPrefix(after, "\n")
}

// block is the text to write, with its mark.
func (p place) block(text string, minutes int, base float64) string {
	return strings.TrimSpace(text + " " + p.mark(minutes, base, short(text)))
}

// rewrite is the whole text of a row whose hours are set to base and minutes. What a person wrote or edited is kept.
func (p place) rewrite(w words, text string, minutes int, base float64) string {
	switch {
	case minutes == 0:
		return w.own
	case w.edited:
		return w.own + " " + p.mark(minutes, base, "")
	case w.own == "":
		return p.block(text, minutes, base)
	}
	return w.own + "\n" + p.block(text, minutes, base)
}

// tidy makes a text as Leantime will store it: without signs that cannot be seen, without spaces around it, and with nothing in it
// that looks like a mark.
func tidy(text string) string {
	text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), "�")
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
	text = markTrace.ReplaceAllString(text, "(ugeseddel")
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}
