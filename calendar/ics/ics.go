// Package ics reads calendars that are iCalendar texts: files, folders of them, standard input, and links that a calendar program publishes.
package ics

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ugeseddel/calendar"
	"ugeseddel/calendar/ical"
	"ugeseddel/text"
)

// Options tell what a text does not: whose calendar it is.
type Options = ical.Options

// Path returns the calendar in a file, or in all .ics files of a folder and the folders in it, which make one calendar.
func Path(path string, o Options) calendar.Source { return pathSource{path, o} }

type pathSource struct {
	path    string
	options Options
}

func (s pathSource) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	info, err := os.Stat(s.path)
	if err != nil {
		return nil, withoutPath(err)
	}
	if info.IsDir() {
		return s.folder(ctx, w)
	}
	return s.file(ctx, w)
}

func (s pathSource) file(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	file, err := os.Open(s.path)
	if err != nil {
		return nil, withoutPath(err)
	}
	defer file.Close()
	return read(ctx, file, w, s.options)
}

// read reads one text, and gives up when ctx does.
func read(ctx context.Context, source io.Reader, w calendar.Window, o Options) ([]calendar.Event, error) {
	events, err := ical.ReadFrom(cancelled{ctx, source}, w, o)
	return events, err
}

// cancelled is a reader that ends with ctx.
type cancelled struct {
	ctx    context.Context
	source io.Reader
}

func (c cancelled) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.source.Read(b)
	return n, withoutPath(err)
}

func (s pathSource) folder(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	var objects []ical.Object
	var unread []error
	err := filepath.WalkDir(s.path, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(s.path, path)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			unread = append(unread, s.unreadable(name, err))
			return nil
		case !entry.Type().IsRegular() || !strings.EqualFold(filepath.Ext(path), ".ics"):
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			unread = append(unread, s.unreadable(name, err))
			return nil
		}
		objects = append(objects, ical.Object{Name: name, Data: data})
		return nil
	})
	if err == nil && len(objects)+len(unread) == 0 {
		err = text.Errorf("ics.no-files")
	}
	events, problems := ical.ReadAll(objects, w, s.options)
	return events, errors.Join(err, errors.Join(unread...), problems)
}

// unreadable is a file of a folder that costs only itself.
func (s pathSource) unreadable(name string, err error) error {
	return &calendar.Problem{Calendar: s.options.Calendar, Where: text.Verbatim(name), What: text.Msg("ics.unreadable", withoutPath(err))}
}

// withoutPath leaves out the path of a file, which is said by whoever knows what the person calls it.
func withoutPath(err error) error {
	if inner, ok := errors.AsType[*fs.PathError](err); ok {
		return inner.Err
	}
	return err
}

// Reader returns the calendar that is read from source, such as standard input. It is read when it is first asked for.
func Reader(source io.Reader, o Options) calendar.Source {
	return &readerSource{source: source, options: o}
}

type readerSource struct {
	source  io.Reader
	options Options
	data    []byte // what was read; nil until then
}

func (s *readerSource) Events(ctx context.Context, w calendar.Window) ([]calendar.Event, error) {
	if s.data == nil {
		data, err := io.ReadAll(cancelled{ctx, s.source})
		if err != nil {
			return nil, err
		}
		s.data = append([]byte{}, data...)
	}
	return read(ctx, bytes.NewReader(s.data), w, s.options)
}
