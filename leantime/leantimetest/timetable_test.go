package leantimetest_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
)

// A week of TimeTable as recorded in 270 to 273 and 317, and the notes on noon rows of a Sunday.
func TestTimeTableShowsOneRowPerToDoAndDay(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("Europe/Copenhagen")
	require.NoError(t, err)
	monday := day.Date{Year: 2026, Month: time.November, Day: 16}
	midnight := func(weekday int) time.Time { return monday.Add(weekday).In(zone) }
	for name, test := range map[string]struct {
		rows []leantimetest.Row
		want [7]float64
		none bool // no line for the to-do
	}{
		"local midnight is on its day": {
			rows: []leantimetest.Row{{WorkDate: midnight(2), Hours: 1.25}}, want: [7]float64{2: 1.25}},
		"noon is a day late": {
			rows: []leantimetest.Row{{WorkDate: midnight(2).Add(12 * time.Hour), Hours: 1.25}}, want: [7]float64{3: 1.25}},
		"midnight in UTC is a day late": {
			rows: []leantimetest.Row{{WorkDate: midnight(2).Add(time.Hour), Hours: 1.25}}, want: [7]float64{3: 1.25}},
		"of two kinds only the first is seen": {
			rows: []leantimetest.Row{{WorkDate: midnight(2), Hours: 1}, {WorkDate: midnight(2), Hours: 2, Kind: leantimetest.Development}},
			want: [7]float64{2: 1}},
		"noon of a Sunday is in no week": {
			rows: []leantimetest.Row{{WorkDate: midnight(6).Add(12 * time.Hour), Hours: 1}}},
		"noon of the Sunday before shows beside another row": {
			rows: []leantimetest.Row{{WorkDate: midnight(-1).Add(12 * time.Hour), Hours: 1}, {WorkDate: midnight(4), Hours: 2}},
			want: [7]float64{0: 1, 4: 2}},
		"noon of the Sunday before alone does not": {
			rows: []leantimetest.Row{{WorkDate: midnight(-1).Add(12 * time.Hour), Hours: 1}}, none: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := leantimetest.New(leantimetest.Options{})
			user := s.AddUser(leantimetest.User{})
			task := s.AddTask(leantimetest.Task{Headline: "Møde"})
			for _, r := range test.rows {
				r.User, r.Task = user, task
				s.AddRow(r)
			}
			lines := s.TimeTable(user, monday, zone)
			if test.none {
				require.Empty(t, lines)
				return
			}
			require.Len(t, lines, 1)
			var got [7]float64
			for i, cell := range lines[0].Cells {
				if cell != nil {
					got[i] = cell.Hours
				}
			}
			require.Equal(t, test.want, got)
		})
	}
}
