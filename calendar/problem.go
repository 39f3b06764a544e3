package calendar

import (
	"errors"

	"ugeseddel/text"
)

// Problem is one event, or one piece of a calendar, that could not be read as it was written; the rest of the calendar was.
type Problem struct {
	Calendar string       // the name of the calendar in the settings
	Where    text.Message // which event: its UID, or its place in the file; never its title
	What     text.Message // what is wrong with it, and what was done about it
}

// Say tells which event it was and what is wrong with it.
func (p *Problem) Say(l text.Lang) string {
	return l.T("calendar.problem", p.Calendar, p.Where, p.What)
}

func (p *Problem) Error() string { return p.Say(text.English) }

// Problems takes the error of Source.Events apart: the pieces that could not be read, and whatever kept the calendar as a whole from being read.
func Problems(err error) (problems []*Problem, rest error) {
	var others []error
	var walk func(error)
	walk = func(err error) {
		switch e := err.(type) {
		case nil:
		case *Problem:
			problems = append(problems, e)
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				walk(inner)
			}
		default:
			others = append(others, err)
		}
	}
	walk(err)
	return problems, errors.Join(others...)
}
