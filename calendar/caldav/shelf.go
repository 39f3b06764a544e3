package caldav

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"ugeseddel/atomicfile"
)

// shelf is where the local copies of an account stand: files that only their owner may read in a folder of the account's own,
// or the memory of this run. Each file is whole in itself and written at once, so that two runs, or one that is stopped, do no harm.
// What cannot be read, or is not whole, counts as not there: the server has it all.
type shelf struct {
	folder string

	mu     sync.Mutex
	memory map[string][]byte
}

func newShelf(folder, account string) *shelf {
	if folder != "" {
		folder = filepath.Join(folder, "caldav-"+fingerprint(account))
	}
	return &shelf{folder: folder, memory: map[string][]byte{}}
}

// fingerprint makes a name for a file out of a name that may hold anything.
func fingerprint(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:12])
}

func (s *shelf) read(name string) []byte {
	if s.folder == "" {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.memory[name]
	}
	data, _ := os.ReadFile(filepath.Join(s.folder, name))
	return data
}

func (s *shelf) write(name string, data []byte) error {
	if s.folder == "" {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.memory[name] = data
		return nil
	}
	return atomicfile.Write(filepath.Join(s.folder, name), data)
}

const directoryFile = "calendars.json"

func (s *shelf) directory() (d directory, ok bool) {
	err := json.Unmarshal(s.read(directoryFile), &d)
	return d, err == nil
}

// keepDirectory stores what discovery found, and removes the copies of calendars that are no longer among it.
func (s *shelf) keepDirectory(d directory) error {
	data, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, cal := range d.Calendars {
		keep[mirrorFile(cal.URL)] = true
	}
	old, _ := filepath.Glob(filepath.Join(s.folder, "*.copy"))
	for _, file := range old {
		if s.folder != "" && !keep[filepath.Base(file)] {
			_ = os.Remove(file) // a leftover does no harm
		}
	}
	return s.write(directoryFile, data)
}

func mirrorFile(url string) string { return fingerprint(url) + ".copy" }

func (s *shelf) mirror(u *url.URL) *mirror {
	m, err := decodeMirror(u, s.read(mirrorFile(u.String())))
	if err != nil {
		return newMirror(u)
	}
	return m
}

func (s *shelf) keepMirror(m *mirror) error {
	data, err := m.encode()
	if err != nil {
		return err
	}
	m.changed = false
	return s.write(mirrorFile(m.url.String()), data)
}
