package draft

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// claim is a stretch of a day that somebody was busy: that of one line or, where it is split, of all its parts.
type claim struct {
	span
	lines []*Line // those that count, and are parts of the same
	all   int     // the sum of all shares, those of skipped parts too
}

// claims returns the claims of the day's counting lines that have clock times, the one that outranks the others first.
func (d *Draft) claims(lines []*Line, asked workday) []*claim {
	byName := map[string]*claim{}
	var claims []*claim
	for _, l := range lines {
		if !l.hasClock() || l.wholeDay(asked) {
			continue
		}
		c := byName[l.whole()]
		if c == nil {
			c = &claim{span: l.busy(asked)}
			byName[l.whole()] = c
			claims = append(claims, c)
		}
		c.all += l.Share
		if l.Counts() {
			c.lines = append(c.lines, l)
		}
	}
	claims = slices.DeleteFunc(claims, func(c *claim) bool { return len(c.lines) == 0 })
	slices.SortFunc(claims, rank)
	if d.Settings.Speedy {
		stretch(claims)
	}
	return claims
}

// whole names what the line is, or is a part of.
func (l *Line) whole() string {
	if l.Share == 0 {
		return l.ID
	}
	name, _, _ := strings.Cut(l.ID, "-")
	return name
}

// rank puts the claim that keeps the time before the one that gives it: what gives way last, and what is perhaps to be skipped;
// a firm answer before a tentative one,
// then the rules' priority, then the shorter of the two, so that it is cut out of the longer.
func rank(a, b *claim) int {
	return cmp.Or(
		compareBool(a.lines[0].soft(), b.lines[0].soft()),
		compareBool(a.lines[0].unsure(), b.lines[0].unsure()),
		compareBool(a.lines[0].Tentative, b.lines[0].Tentative),
		cmp.Compare(b.lines[0].Priority, a.lines[0].Priority),
		cmp.Compare(a.minutes(), b.minutes()),
		a.start.Compare(b.start),
		cmp.Compare(a.lines[0].ID, b.lines[0].ID),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// stretch lets meetings of 25 and 50 minutes last the half or whole hour that they stand for, where nothing else begins in between.
func stretch(claims []*claim) {
	for _, c := range claims {
		minutes := c.minutes()
		if minutes != 25 && minutes != 50 {
			continue
		}
		longer := span{c.start, c.start.Add(time.Duration(minutes*6/5) * time.Minute)}
		if !slices.ContainsFunc(claims, func(o *claim) bool { return o != c && o.overlaps(longer) && !o.overlaps(c.span) }) {
			c.span = longer
		}
	}
}

// both tells whether a person wants the time counted whatever else happens at it.
func (c *claim) both() bool {
	return slices.ContainsFunc(c.lines, func(l *Line) bool { return l.Both })
}

// countTimes says how much of each line with clock times counts, so that no minute of the day counts twice.
func countTimes(claims []*claim) map[*Line]int {
	counted := map[*Line]int{}
	var taken []span
	for _, c := range claims {
		if c.both() {
			c.divide(c.minutes(), counted)
			continue
		}
		c.divide(total(c.without(taken)), counted)
		taken = append(taken, c.span)
	}
	return counted
}

// divide gives each part its share of the minutes; the sum is exact where no part is skipped.
func (c *claim) divide(minutes int, counted map[*Line]int) {
	if c.all == 0 {
		counted[c.lines[0]] = minutes
		return
	}
	given, shares := 0, 0
	for _, l := range c.lines {
		shares += l.Share
		upTo := minutes * shares / c.all
		counted[l] = upTo - given
		given = upTo
	}
}
