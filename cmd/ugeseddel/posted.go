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

// forget takes out the rows that a plan is about to write: killed on the way, this computer does not know what became of them.
func (f *postedFile) forget(plan *leantime.Plan) error {
	return f.keep(slices.DeleteFunc(slices.Clone(f.rows), func(p leantime.Posted) bool {
		return slices.ContainsFunc(plan.Actions, func(one leantime.Action) bool {
			return one.Date == p.Date && one.TaskID == p.TaskID && one.Verb != leantime.Unchanged && one.Verb != leantime.Blocked
		})
	}))
}

// prove remembers the rows as they were read back. Rows outside the span, and rows that were not written, stay as they were known.
func (f *postedFile) prove(proof *leantime.Proof, span period) error {
	rows := slices.Clone(proof.Posted)
	for _, old := range f.rows {
		known := slices.ContainsFunc(rows, func(p leantime.Posted) bool { return p.Date == old.Date && p.TaskID == old.TaskID })
		if !known && (!span.holds(old.Date) || blocked(proof.Actions, old)) {
			rows = append(rows, old)
		}
	}
	return f.keep(rows)
}

// blocked tells whether a question about the row is still open.
func blocked(actions []leantime.Action, p leantime.Posted) bool {
	return slices.ContainsFunc(actions, func(one leantime.Action) bool {
		return one.Date == p.Date && one.TaskID == p.TaskID && one.Verb == leantime.Blocked
	})
}

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
