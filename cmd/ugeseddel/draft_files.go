package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"ugeseddel/atomicfile"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/text"
)

// draftFiles is the folder of drafts, one file for each week.
type draftFiles struct {
	dir  string
	lang text.Lang
}

// draftFile is a draft and what its file held when it was read, so that nobody else's decision is overwritten.
type draftFile struct {
	name  string
	lang  text.Lang
	bytes []byte // nil: there was no file
	draft *draft.Draft
}

func (a *app) draftFiles() (draftFiles, error) {
	dir, err := a.stateDir()
	return draftFiles{filepath.Join(dir, "drafts"), a.lang}, err
}

// open reads the draft of a week, to be judged by the settings; where there is none yet, the file's draft is nil.
func (d draftFiles) open(week day.Week, s draft.Settings) (*draftFile, error) {
	f := &draftFile{name: filepath.Join(d.dir, week.String()+".yaml"), lang: d.lang}
	data, err := os.ReadFile(f.name)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil
	}
	if err != nil {
		return nil, text.Errorf("drafts.unreadable", f.name).Because(err)
	}
	f.bytes = data
	f.draft, err = draft.Decode(f.name, data, s)
	if err == nil && f.draft.Week != week {
		return nil, text.Errorf("drafts.other-week", f.name, f.draft.Week)
	}
	return f, err
}

// save writes the draft. Where the file has changed since it was read, nothing is written and the error says so.
func (f *draftFile) save(ctx context.Context, d *draft.Draft) error {
	unlock, err := f.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	now, err := os.ReadFile(f.name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return text.Errorf("drafts.unreadable", f.name).Because(err)
	}
	if !bytes.Equal(now, f.bytes) {
		return text.Errorf("drafts.changed", f.name).Try("drafts.changed-hint")
	}
	data := d.Encode(f.lang)
	if bytes.Equal(data, f.bytes) {
		return nil
	}
	if err := atomicfile.Write(f.name, data); err != nil {
		return text.Errorf("drafts.unwritable", f.name).Because(err)
	}
	f.bytes, f.draft = data, d
	return nil
}

// lock keeps other programs from writing the same draft at the same moment.
func (f *draftFile) lock(ctx context.Context) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(f.name), 0o700); err != nil {
		return nil, text.Errorf("drafts.unwritable", f.name).Because(err)
	}
	lock := flock.New(f.name+".lock", flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	if _, err := lock.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return nil, text.Errorf("drafts.unwritable", f.name).Because(err)
	}
	return func() { _ = lock.Unlock() }, nil
}
