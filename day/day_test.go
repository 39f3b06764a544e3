package day_test

import (
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
)

func TestParseReadsOnlyDaysThatExist(t *testing.T) {
	t.Parallel()
	d, err := day.Parse("2028-02-29")
	require.NoError(t, err)
	require.Equal(t, day.Date{Year: 2028, Month: time.February, Day: 29}, d)
	for _, s := range []string{"", "2026-02-30", "2026-2-3", "23/11/2026", "2026-11-23T00:00"} {
		_, err := day.Parse(s)
		require.Error(t, err, s)
	}
}

func TestADayBeginsAtItsFirstInstantInItsZone(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ zone, date, want string }{
		"winter":                          {"Europe/Copenhagen", "2026-11-23", "2026-11-23T00:00:00+01:00"},
		"the day the clock goes forward":  {"Europe/Copenhagen", "2026-03-29", "2026-03-29T00:00:00+01:00"},
		"the day the clock goes back":     {"Europe/Copenhagen", "2026-10-25", "2026-10-25T00:00:00+02:00"},
		"a day without midnight":          {"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"},
		"a midnight that comes only once": {"America/Havana", "2026-11-01", "2026-11-01T00:00:00-04:00"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			zone, err := time.LoadLocation(c.zone)
			require.NoError(t, err)
			d, err := day.Parse(c.date)
			require.NoError(t, err)
			require.Equal(t, c.want, d.In(zone).Format(time.RFC3339))
			require.Equal(t, d, day.Of(d.In(zone)))
			require.NotEqual(t, d, day.Of(d.In(zone).Add(-time.Second)))
		})
	}
}

func TestDatesCountOverYearsAndLeapDays(t *testing.T) {
	t.Parallel()
	d := day.Date{Year: 2027, Month: time.December, Day: 31}
	require.Equal(t, "2028-01-01", d.Add(1).String())
	require.Equal(t, "2028-02-29", d.Add(60).String())
	require.Equal(t, 366, day.Date{Year: 2028, Month: 12, Day: 31}.DaysSince(d))
	require.True(t, d.Before(d.Add(1)))
	require.Equal(t, time.Friday, d.Weekday())
	require.Empty(t, day.Date{}.String())
}

func TestWeeksAreThoseOfISO8601(t *testing.T) {
	t.Parallel()
	for s, monday := range map[string]string{
		"2026-W01": "2025-12-29",
		"2026-W47": "2026-11-16",
		"2026-W53": "2026-12-28",
		"2027-W01": "2027-01-04",
		"2024w09":  "2024-02-26",
	} {
		w, err := day.ParseWeek(s)
		require.NoError(t, err, s)
		require.Equal(t, monday, w.Monday().String(), s)
		for _, d := range w.Dates() {
			require.Equal(t, w, day.WeekOf(d), s)
		}
	}
	require.Equal(t, day.Week{Year: 2027, Number: 1}, day.Week{Year: 2026, Number: 53}.Add(1))
	require.Equal(t, 52, day.Last(2027).Number)
}

func TestAWeekThatTheYearDoesNotHaveIsRefused(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2026-W54", "2027-W53", "2026-W00"} {
		_, err := day.ParseWeek(s)
		var missing *day.NoSuchWeekError
		require.ErrorAs(t, err, &missing, s)
	}
	for _, s := range []string{"", "47", "2026-47", "2026-W7", "this"} {
		_, err := day.ParseWeek(s)
		require.Error(t, err, s)
	}
}

func FuzzWeekAndDateAreTextsThatReadBack(f *testing.F) {
	f.Add(0)
	f.Add(740_000)
	f.Fuzz(func(t *testing.T, n int) {
		d := day.Date{Year: 1, Month: 1, Day: 1}.Add(n % 3_600_000)
		if d.Year < 1 || d.Year > 9990 {
			t.Skip()
		}
		back, err := day.Parse(d.String())
		require.NoError(t, err)
		require.Equal(t, d, back)
		w, err := day.ParseWeek(day.WeekOf(d).String())
		require.NoError(t, err)
		require.Contains(t, w.Dates(), d)
	})
}
