package leantime

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"ugeseddel/text"
)

// A Project of Leantime that the account can see.
type Project struct {
	ID     int
	Name   string
	Closed bool
}

// A Task is a to-do.
type Task struct {
	ID        int
	ProjectID int
	Project   string // the project's name
	Title     string
	Tags      []string
	Open      bool   // neither done nor archived
	name      string // the title as names are compared
	note      string // its description
}

type projectRow struct {
	ID    integer `json:"id"`
	Name  word    `json:"name"`
	State word    `json:"state"` // "-1": closed (3.5 to 3.9.8)
	Type  word    `json:"type"`  // "project", or null up to 3.7
}

type taskRow struct {
	ID        integer `json:"id"`
	Headline  word    `json:"headline"`
	ProjectID integer `json:"projectId"`
	Status    word    `json:"status"`
	Tags      word    `json:"tags"`
	Type      word    `json:"type"`
	Text      word    `json:"description"`
}

// statusRow is one of a project's own states; a project may have any (3.9.8).
type statusRow struct {
	Type    word    `json:"statusType"` // NEW, INPROGRESS or DONE
	SortKey integer `json:"sortKey"`
}

type statuses map[string]statusRow

const archived = "-1"

// done tells whether a to-do in this state takes no more time. A state that the project does not know is open, as in Leantime.
func (s statuses) done(id string) bool { return id == archived || s[id].Type == "DONE" }

// first returns the project's first state of type NEW.
func (s statuses) first() (id string, ok bool) {
	for candidate, row := range s {
		if row.Type != "NEW" || candidate == archived {
			continue
		}
		if !ok || row.SortKey < s[id].SortKey || row.SortKey == s[id].SortKey && candidate < id {
			id, ok = candidate, true
		}
	}
	return id, ok
}

func openAndClosed(rows []projectRow) []Project {
	var projects []Project
	for _, r := range rows {
		if r.Type == "" || r.Type == "project" {
			projects = append(projects, Project{ID: int(r.ID), Name: string(r.Name), Closed: r.State == "-1"})
		}
	}
	return projects
}

// Projects returns the projects that the account can see, also closed ones.
func (c *Client) Projects(ctx context.Context) ([]Project, error) {
	account, err := c.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return account.Projects, nil
}

// Tasks returns the open to-dos of the projects with these ids, ordered by id, in one request. The error also names the projects that
// Leantime would not show; the to-dos of the others are returned all the same.
func (c *Client) Tasks(ctx context.Context, projectIDs ...int) ([]Task, error) {
	tasks, denied, err := c.openTasks(ctx, projectIDs)
	if err != nil {
		return nil, err
	}
	return tasks, errors.Join(slices.Collect(maps.Values(denied))...)
}

func (c *Client) openTasks(ctx context.Context, projectIDs []int) ([]Task, map[int]error, error) {
	account, err := c.Connect(ctx)
	if err != nil {
		return nil, nil, err
	}
	c.say(text.Msg("leantime.reading-tasks"))
	var reading tasksReading
	if err := c.read(ctx, reading.calls(account.Projects, projectIDs)...); err != nil {
		return nil, nil, err
	}
	tasks, _, denied, err := reading.result()
	return slices.DeleteFunc(tasks, func(t Task) bool { return !t.Open }), denied, err
}

// tasksReading asks for the to-dos and states of projects, as a part of a batch.
type tasksReading struct {
	projects []Project
	tasks    []list[taskRow]
	statuses []object[statuses]
	sent     []*call // two for each project
}

func (r *tasksReading) calls(all []Project, ids []int) []*call {
	for _, p := range all {
		if slices.Contains(ids, p.ID) {
			r.projects = append(r.projects, p)
		}
	}
	r.tasks = make([]list[taskRow], len(r.projects))
	r.statuses = make([]object[statuses], len(r.projects))
	for i, p := range r.projects {
		search := map[string]any{"currentProject": p.ID, "status": "all", "excludeType": "milestone"}
		r.sent = append(r.sent,
			&call{method: "tickets.getAll", params: map[string]any{"searchCriteria": search}, into: &r.tasks[i]},
			&call{method: "tickets.getStatusLabels", params: map[string]any{"projectId": p.ID}, into: &r.statuses[i]})
	}
	return r.sent
}

// result returns all to-dos, ordered by id, and each project's states; and the projects that Leantime would not show, with what it said.
func (r *tasksReading) result() (tasks []Task, states map[int]statuses, denied map[int]error, err error) {
	states, denied = map[int]statuses{}, map[int]error{}
	for i, p := range r.projects {
		states[p.ID] = r.statuses[i].value
		for _, one := range r.sent[2*i : 2*i+2] {
			var e *Error
			if errors.As(one.err, &e) && e.Kind == Refused {
				denied[p.ID] = e
			} else if one.err != nil {
				return nil, nil, nil, one.err
			}
		}
		for _, row := range r.tasks[i] {
			if int(row.ProjectID) == p.ID && row.Type != "milestone" {
				tasks = append(tasks, row.task(p, states[p.ID]))
			}
		}
	}
	slices.SortFunc(tasks, func(a, b Task) int { return a.ID - b.ID })
	return slices.CompactFunc(tasks, func(a, b Task) bool { return a.ID == b.ID }), states, denied, nil
}

func (row taskRow) task(p Project, s statuses) Task {
	return Task{ID: int(row.ID), ProjectID: p.ID, Project: p.Name, Title: string(row.Headline), name: plain(string(row.Headline)), Tags: splitTags(string(row.Tags)),
		Open: !s.done(string(row.Status)), note: string(row.Text)}
}

// splitTags takes Leantime's one string of tags apart.
func splitTags(s string) []string {
	var tags []string
	for tag := range strings.SplitSeq(s, ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}
