package ical

import "bytes"

// A content line may be folded: a line break with a blank or tab after it is to be taken out again (RFC 5545 §3.1).
// That can be anywhere, also inside of a name or of a UTF-8 sequence. Line breaks are CRLF or LF here; a lone CR has become LF.

// cutLine cuts the first content line off text, its folds still in it.
func cutLine(text []byte) (line, rest []byte) {
	end := 0
	for {
		i := bytes.IndexByte(text[end:], '\n')
		if i < 0 {
			return text, nil
		}
		end += i + 1
		if !continues(text[end:]) {
			return text[:end], text[end:]
		}
	}
}

// continues tells whether the text after a line break goes on with the same line. One empty line in between is overlooked:
// some programs end their lines with CR CR LF.
func continues(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	if text[0] == '\r' && len(text) > 1 && text[1] == '\n' {
		text = text[2:]
	} else if text[0] == '\n' {
		text = text[1:]
	}
	return len(text) > 0 && isBlank(text[0])
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// withoutBreak takes the line breaks off the end.
func withoutBreak(line []byte) []byte {
	for n := len(line); n > 0 && (line[n-1] == '\n' || line[n-1] == '\r'); n-- {
		line = line[:n-1]
	}
	return line
}

// unfold takes the line breaks out of a content line. A line without folds is returned as it is, without a copy.
func unfold(line []byte) []byte {
	var space []byte
	return unfoldInto(&space, line)
}

// unfoldInto is unfold, with space for the copy of a line that has folds.
func unfoldInto(space *[]byte, line []byte) []byte {
	line = withoutBreak(line)
	i := bytes.IndexByte(line, '\n')
	if i < 0 {
		return line
	}
	whole := (*space)[:0]
	for i >= 0 {
		whole = append(whole, withoutBreak(line[:i])...)
		for line[i] == '\r' || line[i] == '\n' {
			i++
		}
		line = line[i+1:] // without the blank
		i = bytes.IndexByte(line, '\n')
	}
	*space = append(whole, line...)
	return *space
}
