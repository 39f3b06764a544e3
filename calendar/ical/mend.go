package ical

import "bytes"

// mend makes an LF of each CR that is a line break by itself, in place.
func mend(text []byte) {
	for at := 0; at < len(text); {
		i := bytes.IndexByte(text[at:], '\r')
		if i < 0 {
			return
		}
		at += i + 1
		if at == len(text) || text[at] != '\n' {
			text[at-1] = '\n'
		}
	}
}

// scanMended scans a text that may have a CR as a line break by itself, which is rare: only if not every CR has turned out to stand
// before an LF is the text mended and scanned anew, into another sink. Then the text is changed.
// It returns the number of line breaks.
func scanMended(text []byte, newSink func() sink) (lines int) {
	s := scanner{text: text, to: newSink()}
	s.run()
	if s.crlf != bytes.Count(text, []byte("\r")) {
		mend(text)
		s = scanner{text: text, to: newSink()}
		s.run()
	}
	return s.lines
}
