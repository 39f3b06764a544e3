package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// split asks how the line's time is shared between projects: "OS2iot 2, OS2ai 1". Each share keeps the kind of work.
func (r *terminalReview) split(ctx context.Context, id string) error {
	answer, err := r.ask(ctx, "review.shares")
	if err != nil || answer == "" {
		return err
	}
	l := r.draft.Line(id)
	var shares []mapping.Share
	for share := range strings.SplitSeq(answer, ",") {
		project, parts, err := r.share(share)
		if err != nil {
			return err
		}
		task := l.Task
		if project != l.Project {
			task = r.rules.TaskFor(project, l.Tag, l.Title)
		}
		shares = append(shares, mapping.Share{Choice: mapping.Choice{Project: project, Tag: l.Tag, Task: task}, Parts: parts})
	}
	_, err = r.draft.Split(id, shares)
	return err
}

// share reads a project and, behind it, its parts; without a number they are 1.
func (r *terminalReview) share(s string) (project string, parts int, err error) {
	project, parts = strings.TrimSpace(s), 1
	if i := strings.LastIndexAny(project, " "); i > 0 {
		if n, err := strconv.Atoi(project[i+1:]); err == nil {
			project, parts = strings.TrimSpace(project[:i]), n
		}
	}
	known, ok := r.rules.Project(project)
	if !ok || parts < 1 {
		return "", 0, text.Errorf("review.no-share", strings.TrimSpace(s))
	}
	return known.Name, parts, nil
}

// merge asks which other line of the day this one takes over.
func (r *terminalReview) merge(ctx context.Context, id string) error {
	l := r.draft.Line(id)
	var ids, labels []string
	for _, other := range r.draft.Between(l.Date, l.Date.Add(1)) {
		if other.ID != id && other.Counts() {
			ids = append(ids, other.ID)
			labels = append(labels, fmt.Sprintf("%s  %s  %s", clock(other), r.lang.Hours(other.Minutes), r.view.title(other)))
		}
	}
	other, err := r.pickKnown(ctx, "review.merge", "review.no-line", ids, labels)
	if err != nil || other == "" {
		return err
	}
	return r.draft.Merge(id, other)
}

// add asks for a line without an event, on the day of the line that is asked about.
func (r *terminalReview) add(ctx context.Context, id string) error {
	n := draft.New{Date: r.draft.Line(id).Date, Entry: draft.Entry{Status: draft.Ready}}
	var err error
	if n.Title, err = r.ask(ctx, "review.title"); err != nil || n.Title == "" {
		return err
	}
	answer, err := r.ask(ctx, "review.hours")
	if err != nil {
		return err
	}
	minutes, ok := parseHours(answer)
	if !ok || minutes == 0 {
		return text.Errorf("review.no-hours", answer)
	}
	n.Minutes = minutes
	n.Project, err = r.pickKnown(ctx, "review.project", "review.no-project", r.rules.ProjectNames(), nil)
	if err != nil || n.Project == "" {
		return err
	}
	if n.Tag, err = r.askTag(ctx); err != nil || n.Tag == "" {
		return err
	}
	n.Task = r.rules.TaskFor(n.Project, n.Tag, n.Title)
	_, err = r.draft.Add(n)
	return err
}
