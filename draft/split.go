package draft

import (
	"errors"
	"slices"

	"ugeseddel/mapping"
	"ugeseddel/text"
)

// Split records that the line's time belongs to several things: whole steps by the parts of the shares, the sum unchanged.
// The first share stays on the line; it returns the ids of all parts.
func (d *Draft) Split(id string, shares []mapping.Share) ([]string, error) {
	l := d.Line(id)
	switch {
	case l == nil:
		return nil, text.Errorf("draft.no-line", id)
	case len(shares) < 2 || l.Share != 0:
		return nil, text.Errorf("draft.cannot-split", l.Words())
	}
	minutes, err := d.Settings.Step.divide(l.Minutes, shares)
	if err != nil {
		return nil, err
	}
	parts, err := d.parts(*l, shares, minutes)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, part := range parts {
		ids = append(ids, part.ID)
		d.put(part)
	}
	d.settle()
	return ids, nil
}

// parts makes a line for each share. What rounding did to the whole stays with the longest, so that no other line has to move.
func (d *Draft) parts(whole Line, shares []mapping.Share, minutes []int) ([]Line, error) {
	var parts []Line
	longest := slices.Index(minutes, slices.Max(minutes))
	for i, share := range shares {
		part := whole
		part.ID, part.Part, part.Share, part.Decision = d.freePartID(whole.ID, i), i, share.Parts, Decided
		part.Choice, part.Minutes, part.Actual = share.Choice, minutes[i], minutes[i]
		if i != longest {
			part.Rounded = 0
		}
		if err := part.makeReady(); err != nil {
			return nil, err
		}
		if part.Kind != FromHand {
			part.Suggested = part.Entry
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// divide shares minutes out in whole steps; the sum stays the same.
func (s Step) divide(minutes int, shares []mapping.Share) ([]int, error) {
	all := 0
	for _, share := range shares {
		if share.Parts < 1 {
			return nil, text.Errorf("draft.bad-share")
		}
		all += share.Parts
	}
	steps := minutes / s.Minutes()
	given, parts := 0, 0
	divided := make([]int, len(shares))
	for i, share := range shares {
		parts += share.Parts
		upTo := (2*steps*parts + all) / (2 * all)
		divided[i] = (upTo - given) * s.Minutes()
		given = upTo
	}
	return divided, nil
}

// Merge records that the first line takes over the time of the others, which are skipped from then on. All must be of one day.
func (d *Draft) Merge(ids ...string) error {
	var lines []*Line
	for _, id := range ids {
		l := d.Line(id)
		switch {
		case l == nil:
			return text.Errorf("draft.no-line", id)
		case slices.Contains(lines, l) || len(lines) > 0 && l.Date != lines[0].Date:
			return text.Errorf("draft.cannot-merge")
		}
		lines = append(lines, l)
	}
	if len(lines) < 2 {
		return text.Errorf("draft.cannot-merge")
	}
	into := *lines[0]
	for _, l := range lines[1:] {
		if l.Counts() {
			into.Minutes += l.Minutes
			into.Rounded += l.Rounded
		}
	}
	if err := errors.Join(d.checkMinutes(into.Minutes), into.makeReady()); err != nil {
		return err
	}
	into.Decision = Decided
	*lines[0] = into
	for _, l := range lines[1:] {
		l.Status, l.Decision, l.MergedInto, l.Left = Skip, Decided, into.ID, LeftMerged
	}
	d.settle()
	return nil
}

// put replaces the line of that id, or adds it.
func (d *Draft) put(l Line) {
	if has := d.Line(l.ID); has != nil {
		*has = l
		return
	}
	d.Lines = append(d.Lines, l)
}

func (d *Draft) freePartID(whole string, part int) string {
	for name := partID(whole, part); ; name += "x" {
		if part == 0 || d.Line(name) == nil {
			return name
		}
	}
}
