package caldav

import (
	"fmt"
	"testing"

	"ugeseddel/calendar"
	"ugeseddel/calendar/caldav/caldavtest"
	"ugeseddel/calendar/calendartest"
)

func TestADoubleKeepsTheContractInEveryWayOfReading(t *testing.T) {
	t.Parallel()
	for name, q := range map[string]quirks{
		"sync-collection": {},
		"ETags":           {noSync: 403},
		"a query":         {noSync: 403, noETags: true, noCTag: true},
	} {
		newSource := func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
			d := newDouble(t, q)
			for i, m := range meetings {
				d.put(fmt.Sprint(i, ".ics"), m.ICS())
			}
			return d.account(t.TempDir())
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			calendartest.Run(t, newSource)
			t.Run("tells what is broken", func(t *testing.T) { calendartest.RunBroken(t, newSource) })
		})
	}
}

func TestRealServersKeepTheContract(t *testing.T) {
	t.Parallel()
	onRealServers(t, func(t *testing.T, s *caldavtest.Server) {
		n := 0
		calendartest.Run(t, func(t *testing.T, meetings []calendartest.Meeting) calendar.Source {
			n++
			work := s.MakeCalendar(t, fmt.Sprint("contract", n), "VEVENT")
			t.Cleanup(func() { s.Delete(t, work, "") })
			for i, m := range meetings {
				s.Put(t, work, fmt.Sprint(i, ".ics"), m.ICS())
			}
			a, _ := accountOn(s, t.TempDir())
			return New(a)
		})
	})
}
