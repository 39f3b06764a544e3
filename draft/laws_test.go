package draft_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/draft"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// holds checks a law over many random weeks, and lets the fuzzer look for a week that breaks it.
func holds(f *testing.F, law func(t *testing.T, r *randomWeek)) {
	f.Helper()
	for seed := range uint64(200) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { law(t, newRandomWeek(seed)) })
}

// alike compares drafts by what they say: zones by name, messages by their words.
var alike = cmp.Options{
	cmpopts.IgnoreUnexported(draft.Draft{}, draft.Step{}), cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b *time.Location) bool { return a.String() == b.String() }),
	cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) }),
	cmp.Comparer(func(a, b text.Message) bool { return text.Danish.Say(a) == text.Danish.Say(b) }),
}

func same(t *testing.T, want, got *draft.Draft) {
	t.Helper()
	require.Empty(t, cmp.Diff(want, got, alike))
}

func FuzzDecodingWhatWasEncodedGivesTheSameDraft(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		r.decide(d)
		if r.IntN(2) == 0 {
			r.disturb()
			d = r.refresh(d)
		}
		if r.IntN(2) == 0 {
			d.Pass(r.week.Monday(), r.week.Monday().Add(3))
			d.MarkPosted(d.Registrations(r.week.Monday(), r.week.Monday().Add(2))...)
		}
		data := d.Encode(text.Danish)
		got, err := draft.Decode("uge.yaml", data, r.settings)
		require.NoError(t, err, "%s", data)
		same(t, d, got)
		require.Equal(t, string(data), string(got.Encode(text.Danish)))
	})
}

func FuzzARefreshWithAnUnchangedCalendarChangesNothing(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		r.decide(d)
		same(t, d, r.refresh(d))
	})
}

func FuzzTheOrderOfEventsDoesNotMatter(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		r.Shuffle(len(r.events), func(i, j int) { r.events[i], r.events[j] = r.events[j], r.events[i] })
		same(t, d, r.draft())
	})
}

func FuzzADecisionSurvivesAnyChangeOfTheCalendar(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		r.decide(d)
		for range 3 {
			r.disturb()
			next := r.refresh(d)
			for _, l := range d.Lines {
				if l.Decision == draft.Undecided {
					continue
				}
				kept := next.Line(l.ID)
				require.NotNil(t, kept)
				require.Equal(t, l.Entry, kept.Entry)
				require.Equal(t, l.Date, kept.Date)
			}
			d = next
		}
	})
}

func FuzzEveryLineIsAMultipleOfTheStepAndLessThanAStepFromItsWorth(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		for _, l := range d.Lines {
			require.True(t, r.settings.Step.Fits(l.Minutes))
			require.Less(t, max(l.Rounded, -l.Rounded), r.settings.Step.Minutes())
			require.False(t, l.Status == draft.Ready && l.Minutes == 0, "a line became nothing unnoticed")
		}
	})
}

// The sum of a day that nobody decided anything about is that of what counts, rounded once.
func FuzzTheSumOfADayIsRoundedOnce(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		worth := map[int]int{}
		for _, l := range d.Lines {
			if l.Counts() || l.Left == draft.LeftGivesWay && l.Rounded != 0 {
				worth[l.Date.Day] += l.Minutes - l.Rounded
			}
		}
		for _, one := range d.Days() {
			require.Equal(t, r.settings.Step.Nearest(worth[one.Date.Day]), one.Registered)
		}
	})
}

func FuzzAcceptingWhatIsReadyMovesNoQuarter(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		before := slices.Clone(d.Lines)
		for _, l := range before {
			if l.Status == draft.Ready && r.IntN(2) == 0 {
				require.NoError(t, d.Accept(l.ID))
			}
		}
		for i, l := range d.Lines {
			require.Equal(t, before[i].Minutes, l.Minutes)
		}
	})
}

// No minute counts twice: what meetings count together is never more than the time they cover.
func FuzzNoMinuteCountsTwice(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		r.settings.Speedy = false
		r.settings.Standing, r.settings.Travel, r.settings.Preparation = nil, draft.Travel{}, nil
		suggest := func(e calendar.Event) mapping.Suggestion {
			s := r.suggest(e)
			s.Fill = mapping.FillTime
			return s
		}
		d := draft.Refresh(nil, r.week, r.reading(), suggest, r.settings)
		covered, worth := map[int64]bool{}, 0
		for _, l := range d.Lines {
			if !l.Counts() {
				continue
			}
			worth += l.Minutes - l.Rounded
			for at := l.Start; at.Before(l.End); at = at.Add(time.Minute) {
				covered[at.Unix()] = true
			}
		}
		require.Equal(t, len(covered), worth)
	})
}

func FuzzSplittingKeepsTheSum(f *testing.F) {
	holds(f, func(t *testing.T, r *randomWeek) {
		d := r.draft()
		if len(d.Lines) == 0 {
			return
		}
		l := pick(r, d.Lines)
		var shares []mapping.Share
		for range 2 + r.IntN(4) {
			shares = append(shares, mapping.Share{Choice: mapping.Choice{Project: "S"}, Parts: 1 + r.IntN(9)})
		}
		before := slices.Clone(d.Lines)
		ids, err := d.Split(l.ID, shares)
		if err != nil {
			require.NotZero(t, l.Share)
			return
		}
		for _, other := range before {
			if other.ID != l.ID && l.Counts() && l.Minutes > 0 {
				require.Equal(t, other.Minutes, d.Line(other.ID).Minutes, "splitting moved a quarter of another line")
			}
		}
		sum := 0
		for _, id := range ids {
			sum += d.Line(id).Minutes
		}
		require.Equal(t, l.Minutes, sum)
	})
}
