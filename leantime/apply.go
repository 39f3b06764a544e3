package leantime

import (
	"context"
	"errors"
	"time"

	"ugeseddel/text"
)

// A Proof is what Leantime held after everything was done.
type Proof struct {
	Actions  []Action // the plan's, as they ended: what could not be done is Blocked, with the reason
	Verified bool     // all that was to be written was read back as shown
	Created  []Task   // to-dos that were created
	Posted   []Posted // the rows with hours of ours on the span's days
	Hours    float64  // all the person's time on the span's days, also in rows that the plan has nothing to do with

	span Span
}

// rounds is how often Apply reads and writes before it gives up on a server that keeps failing.
const rounds = 8

// Apply does what the plan shows, and nothing else, then reads back. It looks at the rows again before it writes, unless they were read
// this very moment, and leaves alone what has changed since it was shown. It never repeats a request that adds: when it is not certain
// what Leantime did, it reads, and does what is still missing. So it may be called again with a new plan after any failure.
//
// An error means that Leantime could not be asked any longer; what was done by then is in Leantime, and a new plan will show it.
func (c *Client) Apply(ctx context.Context, p *Plan) (*Proof, error) {
	run := &posting{client: c, plan: p, held: p.held, attempts: map[string]int{}, failures: map[string]error{}}
	if err := run.refresh(ctx, time.Since(p.held.taken) > c.fresh); err != nil {
		return nil, err
	}
	for round := 0; round < rounds; round++ {
		done, err := run.round(ctx)
		if err != nil {
			return nil, err
		}
		if done {
			break
		}
	}
	return run.proof(), nil
}

// posting is one run of Apply.
type posting struct {
	client   *Client
	plan     *Plan
	held     *snapshot
	now      []Action // what would be done by a plan made of held
	attempts map[string]int
	failures map[string]error // what Leantime said of an action
	lost     error            // why the last writing request had no answer
}

func (r *posting) refresh(ctx context.Context, needed bool) error {
	if needed {
		held, err := r.client.look(ctx, r.plan.span, r.plan.projects)
		if err != nil {
			return err
		}
		r.held = held
	}
	r.now = r.plan.build(r.held, r.plan.decisions, r.plan.Before(r.plan.posted)) // what we write now is no surprise
	return nil
}

// round writes what is missing, first the to-dos and then the rows, and reads again. It is done when nothing is missing.
func (r *posting) round(ctx context.Context) (done bool, err error) {
	missing := r.missing()
	if len(missing) == 0 {
		return true, nil
	}
	if onTasks := tasksFirst(missing); len(onTasks) > 0 {
		return false, r.writeTasks(ctx, onTasks)
	}
	return false, r.writeRows(ctx, missing)
}

// attemptsEach is how often one action is tried where Leantime answers and yet nothing happens.
const attemptsEach = 3

// missing returns the actions that were shown and are still to be done.
func (r *posting) missing() []Action {
	shown := map[string]Action{}
	for _, a := range r.plan.Actions {
		shown[a.key] = a
	}
	var left []Action
	for _, a := range r.now {
		was, ok := shown[a.key]
		waits := !a.SetsTag && a.work.target.tags != "" // for its to-do's tag
		if ok && a.writes() && !waits && a.asShown(was) && r.attempts[a.attempt()] < attemptsEach {
			left = append(left, a)
		}
	}
	return left
}

// attempt is the key of what is tried next for a: its to-do, or its row.
func (a Action) attempt() string {
	if a.NewTask {
		return "new|" + a.work.target.newKey(a.work.reg)
	}
	return a.key
}

// asShown tells whether a leads to what was shown as was, from hours of the person's own that are the same as then. Our own hours may
// have changed in between: that was us.
func (a Action) asShown(was Action) bool {
	return was.writes() && sameHours(a.After, was.After) && sameHours(a.work.base, was.work.base)
}

// tasksFirst returns the actions that need a to-do or its tag: one for each to-do.
func tasksFirst(actions []Action) []Action {
	var first []Action
	seen := map[string]bool{}
	for _, a := range actions {
		if (a.SetsTag || a.NewTask) && !seen[a.attempt()] {
			seen[a.attempt()] = true
			first = append(first, a)
		}
	}
	return first
}

// writeTasks creates to-dos and sets tags, and reads in the same request what came of it. The ids are taken from the reading, not from
// the answers: so that a to-do that somebody else, or the network, created as well is seen, and the first one used.
func (r *posting) writeTasks(ctx context.Context, actions []Action) error {
	c := r.client
	c.say(text.Msg("leantime.creating", len(actions)))
	calls := make([]*call, len(actions))
	for i, a := range actions {
		if a.SetsTag {
			calls[i] = c.setTags(a)
		} else {
			calls[i] = c.addTask(a)
		}
	}
	reading, more := c.newReading(r.plan.span, r.plan.projects)
	if err := r.send(ctx, actions, calls, more); err != nil {
		return err
	}
	if held, err := reading.result(); err == nil {
		r.held = held
		return r.refresh(ctx, false)
	}
	return r.refresh(ctx, true)
}

// writeRows writes rows of time and reads back in a request of its own, which also shows what the network did twice.
func (r *posting) writeRows(ctx context.Context, actions []Action) error {
	r.client.say(text.Msg("leantime.posting", len(actions)))
	calls := make([]*call, len(actions))
	for i, a := range actions {
		calls[i] = r.client.write(a, r.plan.span.Zone)
	}
	if err := r.send(ctx, actions, calls, nil); err != nil {
		return err
	}
	return r.refresh(ctx, true)
}

// send sends calls once, each for one action, and notes what became of them. Its error means that it is no use to go on.
func (r *posting) send(ctx context.Context, actions []Action, calls, more []*call) error {
	err := r.client.once(ctx, append(calls[:len(calls):len(calls)], more...)...)
	if r.lost = err; err != nil {
		return r.afterFailure(ctx, err)
	}
	for i, one := range calls {
		key := actions[i].attempt()
		delete(r.failures, key)
		r.attempts[key]++
		var e *Error
		if errors.As(one.err, &e) && e.Kind != Unreachable {
			r.failures[key] = e
			if e.Kind == Refused {
				r.attempts[key] = attemptsEach
			}
		}
	}
	return nil
}

// afterFailure waits before Leantime is asked what it did, if it can be asked.
func (r *posting) afterFailure(ctx context.Context, err error) error {
	var e *Error
	switch {
	case ctx.Err() != nil:
		return err
	case errors.As(err, &e) && e.Kind == TooMany:
		if e.after(longPauses[0]) > longestWait {
			return err
		}
		r.client.pause(ctx, e.after(longPauses[0]), text.Msg("leantime.waiting-limit"))
	case !uncertain(err):
		return err
	default:
		r.client.pause(ctx, pauses[0], text.Msg("leantime.waiting-again"))
	}
	return nil
}
