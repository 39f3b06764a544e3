package ical

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"sync"
)

// A text is read in blocks, each of which can be scanned by itself and beside the others: it ends where an event begins, which closes
// whatever was open before.

const (
	blockSize = 512 << 10
	// maxBlock bounds how much of one event is held. With a million EXDATEs it is smaller; a larger one is cut off.
	maxBlock = 64 << 20
)

// blocks cuts what it reads into blocks.
type blocks struct {
	source io.Reader
	size   int    // of the first block
	rest   []byte // what was read after the last block
	done   bool
	err    error // of the source, but for io.EOF
}

func newBlocks(source io.Reader) *blocks {
	b := &blocks{source: source, size: blockSize}
	if known, ok := source.(interface{ Len() int }); ok { // a calendar may consist of thousands of small texts
		b.size = min(b.size, known.Len()+1)
	}
	return b
}

// next reads a block into space, which grows where it is too small, and returns nothing at the end.
func (b *blocks) next(space []byte) []byte {
	block := append(space[:0], b.rest...)
	b.rest = b.rest[:0]
	for !b.done {
		if len(block) == cap(block) {
			block = append(make([]byte, 0, max(b.size, 2*cap(block))), block...)
		}
		block = b.read(block)
		if b.done {
			break
		}
		if cut := lastBegin(block); cut > 0 || len(block) >= maxBlock {
			if cut <= 0 {
				cut = len(block)
			}
			b.rest = append(b.rest, block[cut:]...)
			return block[:cut]
		}
	}
	return block
}

// read fills a block.
func (b *blocks) read(block []byte) []byte {
	n, err := io.ReadFull(b.source, block[len(block):cap(block)])
	if err != nil {
		b.done = true
		if !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			b.err = err
		}
	}
	return block[:len(block)+n]
}

var beginEvent = []byte("BEGIN:VEVENT")

// lastBegin returns where the last line BEGIN:VEVENT begins, 0 or less if there is none.
func lastBegin(block []byte) int {
	for end := len(block); ; {
		at := bytes.LastIndex(block[:end], beginEvent)
		if at <= 0 {
			return at
		}
		if isLine(block, at, at+len(beginEvent)) {
			return at
		}
		end = at
	}
}

// isLine tells whether there is a line of its own from begin to end, and not a part of a folded one.
func isLine(block []byte, begin, end int) bool {
	before := block[begin-1]
	if before != '\n' && before != '\r' || end+4 > len(block) {
		return false
	}
	switch after := block[end:]; {
	case after[0] == '\n' || after[0] == '\r' && after[1] != '\n':
		return after[1] > ' '
	case after[0] == '\r':
		return after[2] > ' '
	}
	return false
}

// scanBlocks reads and scans a text, with as many blocks at once as there are processors for, and takes in what they hold in order.
func (r *reader) scanBlocks(source io.Reader) ([]*part, error) {
	b := newBlocks(source)
	spaces := make(chan []byte, min(runtime.GOMAXPROCS(0), 4))
	for range cap(spaces) {
		spaces <- nil
	}
	var parts []*part
	var group sync.WaitGroup
	for !b.done {
		space := <-spaces
		block := b.next(space)
		p := &part{}
		parts = append(parts, p)
		if b.done && len(parts) == 1 { // most texts are small
			r.scan(block, p)
			break
		}
		group.Go(func() {
			r.scan(block, p)
			spaces <- block
		})
	}
	group.Wait()
	return parts, b.err
}
