package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ugeseddel/atomicfile"
	"ugeseddel/day"
	"ugeseddel/leantime"
	"ugeseddel/text"
)

// postedFile is what this computer remembers of the rows it posted for a week. It only helps to notice what was deleted in Leantime
// since; without it nothing is posted twice.
type postedFile struct {
	name string
	rows []leantime.Posted
}

// posted reads the file of a week. One that cannot be read is as good as none.
func (a *app) posted(week day.Week) (*postedFile, error) {
	dir, err := a.stateDir()
	if err != nil {
		return nil, err
	}
	f := &postedFile{name: filepath.Join(dir, "posted", week.String()+".json")}
	data, err := os.ReadFile(f.name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && json.Unmarshal(data, &f.rows) != nil {
		return f, nil
	}
	if err != nil {
		return nil, text.Errorf("post.unreadable", f.name).Because(err)
	}
	return f, nil
}

// keep writes the file, where there is anything new.
func (f *postedFile) keep(rows []leantime.Posted) error {
	if slices.Equal(rows, f.rows) {
		return nil
	}
	data, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	if err := atomicfile.Write(f.name, append(data, '\n')); err != nil {
		return text.Errorf("post.unwritable", f.name).Because(err)
	}
	f.rows = rows
	return nil
}
