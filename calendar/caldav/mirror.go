package caldav

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// A mirror is the local copy of one calendar: its objects as they were last delivered, private ones bare of their text,
// and what has to be said to the server to hear of changes only.
type mirror struct {
	Way     way    `json:"way"`
	Token   string `json:"token"`            // the sync-token that the objects are up to date with
	CTag    string `json:"ctag"`             // the same of servers without sync-collection
	Drifts  bool   `json:"drifts,omitempty"` // the server gives new tokens although nothing has changed
	Objects []*object

	url     *url.URL
	byPath  map[string]*object
	changed bool
}

// way is how a calendar's changes are learned.
type way string

const (
	bySync  way = ""      // sync-collection (RFC 6578), which is tried first
	byETags way = "etags" // a list of ETags, when the CTag has changed
	byQuery way = "query" // neither: each read is a time-range query, and nothing is kept
)

// object is one resource of a calendar: an event with all its exceptions.
type object struct {
	Href string `json:"href"` // as the server writes it
	ETag string `json:"etag"` // without its quotes; "" where the server gives none
	Size int    `json:"size"` // bytes of data
	Due  bool   `json:"due"`  // the data is missing or out of date

	data []byte
}

func newMirror(u *url.URL) *mirror {
	return &mirror{url: u, byPath: map[string]*object{}}
}

// path returns what two spellings of an href have in common: absolute or not, percent signs or not.
func (m *mirror) path(href string) string {
	u, err := m.url.Parse(strings.TrimSpace(href))
	if err != nil {
		return href
	}
	return u.Path
}

// isMember tells whether the path is that of an object, not the calendar itself or a folder in it.
func (m *mirror) isMember(path string) bool {
	return !strings.HasSuffix(path, "/") && path != strings.TrimSuffix(m.url.Path, "/")
}

// note records that the server has an object with this ETag. It is due when it is new or has changed, or when nobody can tell.
func (m *mirror) note(href, etag string) {
	path := m.path(href)
	held := m.byPath[path]
	if held == nil {
		held = &object{Due: true}
		m.byPath[path] = held
		m.changed = true
	}
	if held.ETag != etag || etag == "" {
		held.Due, m.changed = true, true
	}
	held.Href, held.ETag = href, etag
}

func (m *mirror) forget(path string) {
	if m.byPath[path] != nil {
		delete(m.byPath, path)
		m.changed = true
	}
}

// due returns the paths of the objects that have to be fetched, in order.
func (m *mirror) due() []string {
	var paths []string
	for path, o := range m.byPath {
		if o.Due {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// encode writes the mirror: a line with a checksum of the rest, a line of JSON about the objects, and their data one after another.
func (m *mirror) encode() ([]byte, error) {
	m.Objects = slices.SortedFunc(maps.Values(m.byPath), func(a, b *object) int { return cmp.Compare(a.Href, b.Href) })
	head, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	first := len(firstLine(nil))
	size := first + len(head) + 1
	for _, o := range m.Objects {
		size += len(o.data)
	}
	file := make([]byte, first, size)
	file = append(append(file, head...), '\n')
	for _, o := range m.Objects {
		file = append(file, o.data...)
	}
	copy(file, firstLine(file[first:]))
	return file, nil
}

// firstLine is what a whole copy begins with; it is of the same length for any rest.
func firstLine(rest []byte) string {
	return fmt.Sprintf("ugeseddel caldav copy 1 %08x\n", crc32.ChecksumIEEE(rest))
}

var errCorrupt = errors.New("not a whole copy of a calendar")

// decodeMirror reads what encode wrote. The objects share the memory of file.
func decodeMirror(u *url.URL, file []byte) (*mirror, error) {
	first := min(len(file), len(firstLine(nil)))
	if string(file[:first]) != firstLine(file[first:]) {
		return nil, errCorrupt
	}
	head, data, _ := bytes.Cut(file[first:], []byte("\n"))
	m := newMirror(u)
	if err := json.Unmarshal(head, m); err != nil {
		return nil, err
	}
	for _, o := range m.Objects {
		if o.Size < 0 || o.Size > len(data) {
			return nil, errCorrupt
		}
		o.data, data = data[:o.Size:o.Size], data[o.Size:]
		m.byPath[m.path(o.Href)] = o
	}
	return m, nil
}
