package draft

import (
	"slices"
	"strings"

	"ugeseddel/day"
	"ugeseddel/mapping"
)

// Registration is what one to-do gets on one day: the sum of its lines, and a text that lists them in order.
type Registration struct {
	Date day.Date
	mapping.Choice
	Minutes int
	Text    string
	Lines   []string // the ids of the lines, in order
}

// Registrations returns what the lines of those days would register, from (included) to (excluded), a zero date being no limit.
// Lines that are skipped, or still need a decision, or come to nothing are not in it. They are ordered by day, and within it by their first line.
func (d *Draft) Registrations(from, to day.Date) []Registration {
	type key struct {
		date day.Date
		mapping.Choice
	}
	place := map[key]int{}
	var all []Registration
	texts := map[int][]string{}
	for _, l := range d.Between(from, to) {
		if l.Status != Ready || l.Minutes == 0 {
			continue
		}
		k := key{l.Date, l.Choice}
		i, known := place[k]
		if !known {
			i = len(all)
			place[k] = i
			all = append(all, Registration{Date: l.Date, Choice: l.Choice})
		}
		all[i].Minutes += l.Minutes
		all[i].Lines = append(all[i].Lines, l.ID)
		if words := l.Words(); words != "" && !slices.Contains(texts[i], words) {
			texts[i] = append(texts[i], words)
		}
	}
	for i := range all {
		all[i].Text = strings.Join(texts[i], "; ")
	}
	return all
}
