package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"ugeseddel/draft"
	"ugeseddel/text"
)

// fill offers what likely belongs into the free stretches of the days that lack hours: what was there last week, or a standing line.
// Nothing is filled by itself.
func (r *terminalReview) fill(ctx context.Context, lastWeek *draft.Draft) error {
	passedOver := map[time.Time]bool{}
	for {
		gap, fillers := r.nextGap(lastWeek, passedOver)
		if fillers == nil {
			return nil
		}
		passedOver[gap.Start] = true
		err := r.fillGap(ctx, gap, fillers)
		switch {
		case errors.Is(err, errQuit), errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// nextGap returns the first free stretch that lies behind the person, and what likely belongs into it; nil where there is none left.
func (r *terminalReview) nextGap(lastWeek *draft.Draft, passedOver map[time.Time]bool) (draft.Gap, []draft.New) {
	for _, today := range r.draft.Days() {
		if !r.view.span.holds(today.Date) {
			continue
		}
		for _, gap := range today.Gaps {
			if passedOver[gap.Start] || gap.End.After(r.now()) {
				continue
			}
			if fillers := r.draft.Fillers(gap, lastWeek); len(fillers) > 0 {
				return gap, fillers
			}
		}
	}
	return draft.Gap{}, nil
}

// fillGap asks which of the fillers to add; an empty answer adds none.
func (r *terminalReview) fillGap(ctx context.Context, gap draft.Gap, fillers []draft.New) error {
	r.view.line("")
	r.view.line(r.view.paint.bold(r.lang.Say(gap.Message())))
	for i, f := range fillers {
		r.view.line(fmt.Sprintf("  %2d  %s  %s  %s", i+1, r.lang.Hours(f.Minutes), f.Title, r.view.choice(f.Choice)))
	}
	for {
		answer, err := r.ask(ctx, "review.fill")
		if err != nil || answer == "" {
			return err
		}
		if answer == "q" {
			return errQuit
		}
		n, err := strconv.Atoi(answer)
		if err != nil || n < 1 || n > len(fillers) {
			r.tell(text.Errorf("review.no-choice", answer))
			continue
		}
		if _, err := r.draft.Add(fillers[n-1]); err != nil {
			return err
		}
		return r.save(r.draft)
	}
}
