package calendartest_test

import (
	"testing"

	"ugeseddel/calendar"
	"ugeseddel/calendar/calendartest"
)

func TestTheFakeKeepsTheContract(t *testing.T) {
	t.Parallel()
	calendartest.Run(t, func(_ *testing.T, meetings []calendartest.Meeting) calendar.Source {
		return calendartest.Holding(meetings)
	})
}
