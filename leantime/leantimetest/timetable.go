package leantimetest

import (
	"slices"
	"time"

	"ugeseddel/day"
)

// A Line is one to-do in a week of ITK's TimeTable plugin.
type Line struct {
	Task     int
	Headline string
	Project  string
	Cells    [7]*Row // Monday first; nil where nothing is shown
}

// Hours adds up the cells, as the plugin's own sum does.
func (l Line) Hours() float64 {
	sum := 0.0
	for _, cell := range l.Cells {
		if cell != nil {
			sum += cell.Hours
		}
	}
	return sum
}

// TimeTable returns what ITK's TimeTable 4.3.2 shows a user of the week from Monday: a line for each to-do that has a row
// within the week in zone, by id. A cell shows the first of the to-do's rows whose date in UTC is the UTC date of the day's
// local midnight, whatever its kind; the others are neither seen nor counted. So a row at noon shows a day late.
func (s *Server) TimeTable(user int, monday day.Date, zone *time.Location) []Line {
	s.mu.Lock()
	defer s.mu.Unlock()
	from, to := monday.In(zone), monday.Add(7).In(zone)
	var lines []Line
	for _, task := range s.tasks {
		line := Line{Task: task.ID, Headline: task.Headline, Project: s.nameOf(task)}
		rows := s.rowsOf(user, task.ID)
		listed := slices.ContainsFunc(rows, func(r Row) bool { return !r.WorkDate.Before(from) && r.WorkDate.Before(to) })
		if !listed {
			continue
		}
		for i := range line.Cells {
			line.Cells[i] = shownOn(rows, day.Of(monday.Add(i).In(zone).UTC()))
		}
		lines = append(lines, line)
	}
	return lines
}

func (s *Server) nameOf(t *Task) string {
	if p := s.project(t.Project); p != nil {
		return p.Name
	}
	return ""
}

func (s *Server) rowsOf(user, task int) []Row {
	var rows []Row
	for _, r := range s.rows {
		if r.User == user && r.Task == task {
			rows = append(rows, *r)
		}
	}
	return rows
}

func shownOn(rows []Row, utc day.Date) *Row {
	i := slices.IndexFunc(rows, func(r Row) bool { return day.Of(r.WorkDate) == utc })
	if i < 0 {
		return nil
	}
	return &rows[i]
}
