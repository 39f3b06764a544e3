package draft

import (
	"cmp"
	"slices"
)

// roundTogether rounds each of the amounts (minutes) to a multiple of the step, down or up, so that their sum plus rest is rounded once.
// Those with the largest remainder go up, the first of equals before the later ones. A multiple of the step stays as it is.
// rest are minutes that lines that may not move have left over (positive) or taken too much (negative).
func (s Step) roundTogether(amounts []int, rest int) []int {
	rounded := make([]int, len(amounts))
	var uneven []int // the places of those that are no multiple
	owed := rest
	for i, a := range amounts {
		rounded[i] = s.down(a)
		owed += a - rounded[i]
		if !s.Fits(a) {
			uneven = append(uneven, i)
		}
	}
	slices.SortStableFunc(uneven, func(i, j int) int {
		return cmp.Compare(amounts[j]-rounded[j], amounts[i]-rounded[i])
	})
	ups := s.Nearest(max(owed, 0)) / s.Minutes()
	for _, i := range uneven[:min(ups, len(uneven))] {
		rounded[i] += s.Minutes()
	}
	return rounded
}
