package main

import (
	"io"
	"os"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// paint writes colours where out is a terminal that wants them, and nothing elsewhere. Meaning never rests on it alone.
type paint bool

// painter tells whether out shows colours.
func (a *app) painter(out io.Writer) paint {
	if a.flags.noColor || a.getenv("NO_COLOR") != "" || a.getenv("TERM") == "dumb" {
		return false
	}
	return paint(isTerminal(out))
}

func (p paint) bold(s string) string   { return p.escape("1", s) }
func (p paint) dim(s string) string    { return p.escape("2", s) }
func (p paint) green(s string) string  { return p.escape("32", s) }
func (p paint) yellow(s string) string { return p.escape("33", s) }
func (p paint) red(s string) string    { return p.escape("31", s) }
func (p paint) cyan(s string) string   { return p.escape("36", s) }

func (p paint) escape(code, s string) string {
	if !p || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// isTerminal tells whether a person sees, or types into, the stream.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// columns is how wide out is: that of the terminal, or 100 where there is none.
func columns(out io.Writer) int {
	if f, ok := out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	return 100
}

// pad fills s with blanks up to width columns, counted as a terminal shows them; longer texts stay as they are.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-runewidth.StringWidth(s)))
}

// cut shortens s to at most width columns, with an ellipsis where something went.
func cut(s string, width int) string { return runewidth.Truncate(s, max(1, width), "…") }

// wrap breaks s into lines of at most width columns, between words; a longer word stays whole.
func wrap(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && runewidth.StringWidth(line)+1+runewidth.StringWidth(word) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
