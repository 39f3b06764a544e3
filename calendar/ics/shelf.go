package ics

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"

	"ugeseddel/atomicfile"
	"ugeseddel/calendar/ical"
	"ugeseddel/text"
)

// shelf keeps the last answer of one link.
type shelf struct{ folder, address string }

// copied is a calendar and what the server called this state of it.
type copied struct {
	ETag         string `json:"etag"`
	LastModified string `json:"last_modified"`
	data         []byte
}

// file returns where the copy is. The address is not in the name.
func (s shelf) file() string {
	sum := sha256.Sum256([]byte(s.address))
	return filepath.Join(s.folder, "link-"+hex.EncodeToString(sum[:12])+".ics")
}

// load returns the copy, if there is a whole one. It begins with a line about it, in JSON.
func (s shelf) load() (copied, bool) {
	if s.folder == "" {
		return copied{}, false
	}
	file, err := os.ReadFile(s.file())
	if err != nil {
		return copied{}, false
	}
	var c copied
	head, data, _ := bytes.Cut(file, []byte("\n"))
	if json.Unmarshal(head, &c) != nil || !isCalendar(data) {
		return copied{}, false
	}
	c.data = data
	return c, true
}

// save keeps the copy, of an answer that can be asked about again.
func (s shelf) save(c copied) error {
	if s.folder == "" || c.ETag == "" && c.LastModified == "" {
		return nil
	}
	head, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	return atomicfile.Write(s.file(), append(append(head, '\n'), c.data...))
}

// keep takes in an answer, and leaves out what nobody needs to have on a disk.
func (l *Link) keep(body []byte, header http.Header) (copied, error) {
	if !isCalendar(body) {
		if looksLikeHTML(body) {
			return copied{}, text.Errorf("ics.html").Try("ics.new-link")
		}
		return copied{}, ical.ErrNoCalendar
	}
	c := copied{ETag: header.Get("ETag"), LastModified: header.Get("Last-Modified"), data: ical.Redact(body)}
	if err := l.shelf.save(c); err != nil {
		return copied{}, text.Errorf("ics.no-copy").Because(withoutPath(err))
	}
	return c, nil
}

func isCalendar(body []byte) bool {
	return bytes.Contains(bytes.ToUpper(body[:min(len(body), 64<<10)]), []byte("BEGIN:VCALENDAR"))
}

func looksLikeHTML(body []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(body[:min(len(body), 1024)], "\xEF\xBB\xBF \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) || bytes.Contains(head, []byte("<head"))
}
