package main

import (
	"context"
	"encoding/csv"
	"strconv"
	"strings"
)

// writeCSV prints the registrations that a yes to the plan would confirm, to be carried elsewhere without Leantime: a header, then a line
// for each to-do and day. What lacks a project, a tag or a to-do, or still needs a decision, is left out, and that is said.
func (w *week) writeCSV(ctx context.Context) error {
	_, d, err := w.draftToPost(ctx)
	if err != nil {
		return err
	}
	out := csv.NewWriter(w.out)
	if err := out.Write([]string{"date", "project", "task", "tag", "hours", "text"}); err != nil {
		return err
	}
	incomplete := 0
	for _, r := range registrations(d, w.rules, w.span, nil) {
		if r.Project == "" || r.Tag == "" || r.Task == "" {
			incomplete += len(r.Refs)
			continue
		}
		hours := strconv.FormatFloat(float64(r.Minutes)/60, 'f', 2, 64)
		record := []string{r.Date.String(), r.Project, r.Task, tagID(w.rules, r.Tag), hours, r.Text}
		for i, field := range record[1:] {
			record[i+1] = noFormula(field)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	if incomplete > 0 {
		w.say("post.incomplete", incomplete, w.span.week())
	}
	if open := len(d.Open(w.span.From, w.span.To)); open > 0 {
		w.say("post.left-out", open)
	}
	return out.Error()
}

// noFormula keeps a spreadsheet from carrying out a title that came from somebody else's invitation.
func noFormula(field string) string {
	if field != "" && strings.ContainsRune("=+-@\t", rune(field[0])) {
		return "'" + field
	}
	return field
}
