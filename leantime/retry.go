package leantime

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"ugeseddel/text"
)

// Reading again is harmless. Leantime counts requests by the minute, so the waits add up to more than one.
var (
	pauses     = []time.Duration{500 * time.Millisecond, 2 * time.Second}
	longPauses = []time.Duration{2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second, 32 * time.Second}
)

// longestWait is how long a Retry-After may be before a person is told to come back later.
const longestWait = 2 * time.Minute

// read sends calls that change nothing, and sends them again a few times where no whole answer came.
func (c *Client) read(ctx context.Context, calls ...*call) error {
	return c.again(ctx, func() error {
		if err := c.once(ctx, calls...); err != nil {
			return err
		}
		return missing(calls)
	})
}

// again tries what changes nothing until it works, a few times.
func (c *Client) again(ctx context.Context, try func() error) error {
	for failures, refusals := 0, 0; ; {
		err := try()
		if err == nil || ctx.Err() != nil {
			return err
		}
		var e *Error
		switch {
		case errors.As(err, &e) && e.Kind == TooMany:
			if refusals == len(longPauses) || e.after(longPauses[refusals]) > longestWait {
				return err
			}
			c.pause(ctx, e.after(longPauses[refusals]), text.Msg("leantime.waiting-limit"))
			refusals++
		case !uncertain(err) || failures == len(pauses):
			return err
		default:
			c.pause(ctx, pauses[failures], text.Msg("leantime.waiting-again"))
			failures++
		}
	}
}

// missing is an error where an answer is not there or not Leantime's: half a batch is no reading.
func missing(calls []*call) error {
	for _, one := range calls {
		var e *Error
		if errors.As(one.err, &e) && e.Kind == Unreachable {
			return one.err
		}
	}
	return nil
}

// after is how long to wait: what Leantime says, else what we think.
func (e *Error) after(ours time.Duration) time.Duration {
	if seconds, err := strconv.Atoi(e.retryAfter); err == nil && seconds >= 0 {
		return max(time.Duration(seconds)*time.Second, time.Second)
	}
	if at, err := http.ParseTime(e.retryAfter); err == nil {
		return max(time.Until(at), time.Second)
	}
	return ours
}

func (c *Client) pause(ctx context.Context, d time.Duration, why text.Message) {
	c.say(why)
	c.wait(ctx, d)
	c.say(text.Message{})
}

// sleep waits for d, or until ctx is done.
func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}
