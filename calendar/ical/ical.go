// Package ical reads iCalendar texts (RFC 5545, 5546, 7529, 7986): bytes become the occurrences that touch a window of time.
package ical

import (
	"bytes"
	"errors"
	"io"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Options tell what a text does not: whose calendar it is.
type Options struct {
	Calendar string   // the name of the calendar in the settings
	Me       []string // the owner's own addresses, in small letters
}

// Object is one of the texts that a calendar consists of: a file of a folder, a resource of a CalDAV collection.
type Object struct {
	Name string // told where the object cannot be read
	Data []byte
}

// Read returns the occurrences in data that overlap w, ordered by start and UID. What could not be read is in the error as *calendar.Problem,
// the rest in the slice. A text without BEGIN:VCALENDAR is ErrNoCalendar.
func Read(data []byte, w calendar.Window, o Options) ([]calendar.Event, error) {
	if len(data) > blockSize {
		return ReadFrom(bytes.NewReader(data), w, o)
	}
	r := newReader(w, o)
	err := r.readObject(data, "")
	events := r.events()
	return events, errors.Join(err, r.problems.err())
}

// ReadFrom is Read for a text of any length, which is read in pieces and not held. An error of source is returned beside the events before it.
func ReadFrom(source io.Reader, w calendar.Window, o Options) ([]calendar.Event, error) {
	r := newReader(w, o)
	err := r.read(source)
	events := r.events()
	return events, errors.Join(err, r.problems.err())
}

// ReadAll does the same for the objects of one calendar. An object that cannot be read costs only itself;
// a series and its overrides may stand in different objects.
func ReadAll(objects []Object, w calendar.Window, o Options) ([]calendar.Event, error) {
	r := newReader(w, o)
	for _, object := range objects {
		if err := r.readObject(object.Data, object.Name); err != nil {
			r.problems.add(text.Msg("ical.object", object.Name), text.Msg("ical.object-no-calendar"))
		}
	}
	events := r.events()
	return events, r.problems.err()
}
