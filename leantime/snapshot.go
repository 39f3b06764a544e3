package leantime

import (
	"context"
	"slices"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
)

// A snapshot is what Leantime held at one moment, as far as a plan needs it.
type snapshot struct {
	taken  time.Time
	rows   []timeRow
	tasks  []Task           // also done ones, ordered by id
	states map[int]statuses // by project
	denied map[int]error    // by project, where Leantime would not show its to-dos
}

// hours is the sum of the rows on the local days of span.
func (s *snapshot) hours(span Span) float64 {
	sum := 0.0
	for _, r := range s.rows {
		if span.Holds(day.Of(r.at().In(span.Zone))) {
			sum += float64(r.Hours)
		}
	}
	return sum
}

// A reading asks for a snapshot, in one request or as a part of one.
type reading struct {
	client  *Client
	rows    list[timeRow]
	asking  *call
	tasks   tasksReading
	members membersReading
}

func (c *Client) newReading(span Span, projectIDs []int) (*reading, []*call) {
	r := &reading{client: c}
	// Literal UTC is the one form that all versions take as it is; a day more on both sides shows the rows that are not at midnight.
	params := map[string]any{
		"dateFrom": span.From.In(span.Zone).Add(-25 * time.Hour).UTC().Format(stored),
		"dateTo":   span.To.In(span.Zone).Add(25 * time.Hour).UTC().Format(stored),
	}
	if id := c.account.PersonID; id != 0 {
		params["userId"] = id
	}
	r.asking = &call{method: "timesheets.getAll", params: params, into: &r.rows}
	calls := append([]*call{r.asking}, r.tasks.calls(c.account.Projects, projectIDs)...)
	if c.account.Key && !c.account.settled {
		calls = append(calls, r.members.calls(c.account.Projects)...)
	}
	return r, calls
}

// result makes the snapshot of the answers. With a key it also settles who the person is, and on which projects.
func (r *reading) result() (*snapshot, error) {
	if r.asking.err != nil {
		return nil, r.asking.err
	}
	c := r.client
	if c.account.Key && !c.account.settled {
		if err := r.members.settle(c.account, c.credential.User); err != nil {
			return nil, err
		}
	}
	tasks, states, denied, err := r.tasks.result()
	if err != nil {
		return nil, err
	}
	rows := slices.DeleteFunc(slices.Clone(r.rows), func(row timeRow) bool { return int(row.UserID) != c.account.PersonID })
	return &snapshot{taken: time.Now(), rows: rows, tasks: tasks, states: states, denied: denied}, nil
}

// look reads a snapshot.
func (c *Client) look(ctx context.Context, span Span, projectIDs []int) (*snapshot, error) {
	c.say(text.Msg("leantime.reading"))
	r, calls := c.newReading(span, projectIDs)
	if err := c.read(ctx, calls...); err != nil {
		return nil, err
	}
	return r.result()
}

// membersReading asks who is on the projects: from 3.9 on the only way for a manager's key to find anybody, and always the way to know
// which projects the person is on, since Leantime lets a key book on all of them.
type membersReading struct {
	projects []Project
	found    []list[userRow]
	sent     []*call
}

func (r *membersReading) calls(projects []Project) []*call {
	r.projects, r.found = projects, make([]list[userRow], len(projects))
	for i, p := range projects {
		r.sent = append(r.sent, &call{method: "users.searchProjectUsers", params: map[string]any{"projectId": p.ID}, into: &r.found[i]})
	}
	return r.sent
}

// settle finds the person, and leaves those projects in the account that the person is on, or may be on where Leantime does not tell.
func (r *membersReading) settle(a *Account, email string) error {
	var theirs []Project
	for i, p := range r.projects {
		at := slices.IndexFunc(r.found[i], func(u userRow) bool { return strings.EqualFold(string(u.Username), email) })
		if at >= 0 && a.PersonID == 0 {
			if err := a.be(r.found[i][at], true); err != nil {
				return err
			}
		}
		if at >= 0 || r.sent[i].err != nil {
			theirs = append(theirs, p)
		}
	}
	if a.PersonID == 0 {
		return badCredential("leantime.no-such-member")
	}
	a.Projects, a.settled = theirs, true
	return nil
}
