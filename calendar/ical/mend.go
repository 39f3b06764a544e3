package ical

import "bytes"

// mended returns the text with an LF for each CR that is a line break by itself.
func mended(text []byte) []byte {
	text = bytes.Clone(text)
	for at := 0; at < len(text); {
		i := bytes.IndexByte(text[at:], '\r')
		if i < 0 {
			return text
		}
		at += i + 1
		if at == len(text) || text[at] != '\n' {
			text[at-1] = '\n'
		}
	}
	return text
}

// scanMended scans a text that may have a CR as a line break by itself, which is rare: only if not every CR has turned out to stand
// before an LF is the text mended and scanned anew, into another sink.
// It returns the number of line breaks.
func scanMended(text []byte, newSink func() sink) (lines int) {
	s := scanner{text: text, to: newSink()}
	s.run()
	if s.crlf != bytes.Count(text, []byte("\r")) {
		s = scanner{text: mended(text), to: newSink()}
		s.run()
	}
	return s.lines
}
