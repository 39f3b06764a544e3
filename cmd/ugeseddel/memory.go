package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ugeseddel/atomicfile"
	"ugeseddel/calendar"
	"ugeseddel/day"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// memoryFile is where what the person decided is kept.
func (a *app) memoryFile() (string, error) {
	dir, err := a.stateDir()
	return filepath.Join(dir, "memory.yaml"), err
}

// memory reads what the person decided in earlier weeks. Without a file nothing is remembered.
func (a *app) memory() (*mapping.Memory, error) {
	name, err := a.memoryFile()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return &mapping.Memory{}, nil
	}
	if err != nil {
		return nil, text.Errorf("suggest.file", name).Because(err)
	}
	return mapping.ParseMemory(name, data)
}

// learn takes the decisions of a draft into the memory's file, and forgets what is too old. Each decision is taken in once, so that what
// a person deletes from the memory does not come back from the draft.
func (w *week) learn(ctx context.Context, file *draftFile, d *draft.Draft) error {
	memory, err := w.memory()
	if err != nil {
		return err
	}
	before := memory.Encode(w.lang)
	for i, l := range d.Lines {
		decision, ok := decisionOf(d, l)
		if mark := markOf(decision); ok && l.Learnt != mark {
			w.rules.Remember(memory, eventOf(l), decision)
			d.Lines[i].Learnt = mark
		}
	}
	memory.Forget(day.Of(w.now().In(w.settings.Timezone)))
	after := memory.Encode(w.lang)
	name, err := w.memoryFile()
	if err != nil {
		return err
	}
	if !bytes.Equal(before, after) {
		if err := atomicfile.Write(name, after); err != nil {
			return err
		}
	}
	return file.save(ctx, d)
}

// markOf tells decisions apart without saying what they are.
func markOf(d mapping.Decision) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%+v", d))
	return hex.EncodeToString(sum[:4])
}

// decisionOf returns what a line teaches: nothing where no person stands behind it, where it is no event's,
// or where it is left out this once only. The first part of a split line teaches the whole split.
func decisionOf(d *draft.Draft, l draft.Line) (mapping.Decision, bool) {
	skipped := l.Status == draft.Skip
	onceOnly := skipped && !l.Always && l.Left != draft.LeftUnsure
	if l.Kind != draft.FromEvent || l.Decision == draft.Undecided || l.Part > 0 || onceOnly {
		return mapping.Decision{}, false
	}
	decision := mapping.Decision{Skip: skipped, Choice: l.Choice, Passed: l.Decision == draft.Passed}
	if l.Share == 0 {
		return decision, true
	}
	decision.Shares = sharesOf(d, l)
	return decision, len(decision.Shares) > 1
}

// sharesOf returns how the event of a split line is shared, or nil where a part of it is left out.
func sharesOf(d *draft.Draft, first draft.Line) []mapping.Share {
	var shares []mapping.Share
	for _, l := range d.Between(first.Date, first.Date.Add(1)) {
		if l.Event.ID != first.Event.ID || l.Share == 0 {
			continue
		}
		if l.Status == draft.Skip {
			return nil
		}
		shares = append(shares, mapping.Share{Choice: l.Choice, Parts: l.Share})
	}
	return shares
}

// eventOf returns what a line knows of its event, for the memory and the rules.
func eventOf(l draft.Line) calendar.Event {
	e := calendar.Event{UID: l.Event.UID, Calendar: l.Event.Calendar, Title: l.Title, Start: l.Start, End: l.End, Private: l.Private,
		Attendees: l.Facts.Attendees, Recurring: l.Facts.Recurring, OrganizerSelf: l.Facts.Mine, ShowAs: l.Facts.ShowAs}
	if l.Start.IsZero() {
		e.AllDay, e.Start, e.End = true, l.Event.Start, l.Event.End
	}
	if occurrence, ok := strings.CutPrefix(l.Event.ID, l.Event.UID+"/"); ok {
		e.RecurrenceID = occurrence
	} else if l.Event.ID != l.Event.UID {
		e.StableID = l.Event.ID
	}
	return e
}
