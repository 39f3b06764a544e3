package caldav

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// changingWeek reads a double before and after a change, an addition and a deletion, and returns what was asked for the second read.
func changingWeek(t *testing.T, d *double) []string {
	t.Helper()
	d.put("a.ics", meeting("a", 23, "Alfa"))
	d.put("b.ics", meeting("b", 24, "Beta"))
	d.put("c.ics", meeting("c", 25, "Gamma"))
	s := d.account("")
	require.Equal(t, []string{"Alfa", "Beta", "Gamma"}, titlesOf(t, s))
	d.put("b.ics", meeting("b", 24, "Beta, flyttet"))
	d.put("d.ics", meeting("d", 26, "Delta"))
	d.remove("c.ics")
	d.asked()
	require.Equal(t, []string{"Alfa", "Beta, flyttet", "Delta"}, titlesOf(t, s))
	asked := d.asked()
	require.Equal(t, []string{"Alfa", "Beta, flyttet", "Delta"}, titlesOf(t, s))
	require.Len(t, d.asked(), 1, "an unchanged calendar costs one request")
	return asked
}

func TestChangesArriveHoweverTheServerTellsThem(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		quirks
		asked []string
	}{
		"by sync-collection": {
			quirks{}, []string{"sync-collection", "calendar-multiget"}},
		"in pages": {
			quirks{page: 1}, []string{"sync-collection", "sync-collection", "sync-collection", "calendar-multiget"}},
		"by CTag and ETags": {
			quirks{noSync: http.StatusForbidden}, []string{"PROPFIND", "PROPFIND", "calendar-multiget"}},
		"by ETags alone": {
			quirks{noSync: http.StatusNotImplemented, noCTag: true}, []string{"PROPFIND", "calendar-multiget"}},
		"by a time-range query, where there are no ETags": {
			quirks{noSync: http.StatusBadRequest, noETags: true}, []string{"calendar-query"}},
		"with weak ETags": {
			quirks{etag: func(v string) string { return `W/"` + v + `"` }}, []string{"sync-collection", "calendar-multiget"}},
		"with ETags without quotes": {
			quirks{noSync: http.StatusForbidden, noCTag: true, etag: func(v string) string { return v }}, []string{"PROPFIND", "calendar-multiget"}},
		"with whole addresses": {
			quirks{href: func(name string) string { return "http://other.example/dav/work/" + name }}, []string{"sync-collection", "calendar-multiget"}},
		"with addresses in percent signs": {
			quirks{href: func(name string) string { return "/dav/wor%6b/%20" + name }}, []string{"sync-collection", "calendar-multiget"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.asked, changingWeek(t, newDouble(t, tt.quirks)))
		})
	}
}

func TestAForgottenSyncTokenLeadsToAFullAndRightCopy(t *testing.T) {
	t.Parallel()
	for _, status := range []int{400, 403, 409, 410, 412, 500, 0} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			t.Parallel()
			d := newDouble(t, quirks{forget: status})
			for i := range 6 {
				d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 23+i, fmt.Sprint("Møde ", i)))
			}
			s := d.account("")
			titlesOf(t, s)
			d.remove("0.ics")
			d.put("1.ics", meeting("1", 24, "Ændret"))
			d.since = d.version
			d.asked()
			require.Equal(t, []string{"Ændret", "Møde 2", "Møde 3", "Møde 4", "Møde 5"}, titlesOf(t, s))
			require.Equal(t, []string{"sync-collection", "sync-collection", "calendar-multiget"}, d.asked())
		})
	}
}

func TestACalendarEmptiedBehindAForgottenTokenIsEmpty(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{forget: 0})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	s := d.account("")
	titlesOf(t, s)
	d.remove("a.ics")
	d.since = d.version
	require.Empty(t, titlesOf(t, s))
}

func TestAServerInTroubleIsNotTakenForOneThatOffersLess(t *testing.T) {
	t.Parallel()
	for _, code := range []int{http.StatusForbidden, http.StatusInternalServerError, http.StatusServiceUnavailable} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			t.Parallel()
			d, folder := newDouble(t, quirks{}), t.TempDir()
			d.put("a.ics", meeting("a", 23, "Alfa"))
			titlesOf(t, d.account(folder))
			d.before = func(w http.ResponseWriter, _ *http.Request) bool {
				w.WriteHeader(code)
				return true
			}
			_, err := d.account(folder).Events(t.Context(), week)
			require.Error(t, err)
			d.before = nil
			d.asked()
			require.Equal(t, []string{"Alfa"}, titlesOf(t, d.account(folder)))
			require.Equal(t, []string{"sync-collection"}, d.asked())
		})
	}
}

func TestTokensThatChangeByThemselvesAreDoubtedOnce(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	s := d.account("")
	titlesOf(t, s)
	for _, requests := range []int{2, 1, 1} {
		d.version++
		d.asked()
		require.Equal(t, []string{"Alfa"}, titlesOf(t, s))
		require.Len(t, d.asked(), requests)
	}
}

func TestTheFirstReadOfALargeCalendarTakesAFewBatches(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	for i := range 1200 {
		d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 23, "Møde"))
	}
	require.Len(t, titlesOf(t, d.account("")), 1200)
	require.Equal(t, []string{"PROPFIND", "PROPFIND", "PROPFIND", "PROPFIND", "sync-collection", "calendar-multiget", "calendar-multiget", "calendar-multiget"}, d.asked()[1:])
}

// problemsOf reads the week with one event that cannot be read, and returns the titles of the rest and what is said of it.
func problemsOf(t *testing.T, s *Source) ([]string, []string) {
	t.Helper()
	events, err := s.Events(context.Background(), week)
	problems, rest := calendar.Problems(err)
	require.NoError(t, rest)
	var said []string
	for _, p := range problems {
		said = append(said, p.Say(text.English))
	}
	return titles(events), said
}

func TestAnObjectThatIsNotDeliveredCostsOnlyItself(t *testing.T) {
	t.Parallel()
	bad := map[string]bool{"bad.ics": true}
	tests := map[string]struct {
		quirks
		said string
	}{
		"refused":             {quirks{statusOf: map[string]int{"bad.ics": 403}}, `calendar "work": bad.ics: could not be fetched: the server answers with 403`},
		"without its content": {quirks{broken: map[string]string{"bad.ics": ""}}, `calendar "work": bad.ics: could not be fetched: the server does not send its content`},
		"left out":            {quirks{silentAbout: bad}, `calendar "work": bad.ics: could not be fetched: the server does not send its content`},
		"breaking the XML":    {quirks{broken: map[string]string{"bad.ics": "BEGIN:VCALENDAR</wrong>"}}, `calendar "work": bad.ics: could not be fetched: the server's answer is not CalDAV`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDouble(t, tt.quirks)
			for i := range 20 {
				d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 23, "Møde"))
			}
			d.put("bad.ics", meeting("bad", 23, "Hemmeligt"))
			s := d.account("")
			for range 2 { // it is told each time
				found, said := problemsOf(t, s)
				require.Len(t, found, 20)
				require.Equal(t, []string{tt.said}, said)
			}
			d.quirks = quirks{}
			found, said := problemsOf(t, s)
			require.Len(t, found, 21, "and fetched as soon as that works")
			require.Empty(t, said)
		})
	}
}

func TestAnObjectThatIsNoCalendarIsTold(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	d.put("good.ics", meeting("good", 23, "Godt"))
	d.put("bad.ics", "hemmeligt")
	s := d.account("")
	for range 2 { // from the server, and from the copy
		found, said := problemsOf(t, s)
		require.Equal(t, []string{"Godt"}, found)
		require.Equal(t, []string{`calendar "work": bad.ics: this is no calendar (BEGIN:VCALENDAR is missing); it was left out`}, said)
	}
}

func TestControlCharactersAndBrokenUTF8InAnEventDoNotSpoilTheAnswer(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{broken: map[string]string{"bad.ics": strings.Replace(meeting("bad", 23, "M\xf8de\x0b nu"), "\r", "", -1)}})
	d.put("bad.ics", "")
	require.Equal(t, []string{"M\uFFFDde  nu"}, titlesOf(t, d.account("")))
}

func TestAnObjectDeletedBetweenListAndFetchIsGone(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{statusOf: map[string]int{"a.ics": 404}})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	d.put("b.ics", meeting("b", 24, "Beta"))
	require.Equal(t, []string{"Beta"}, titlesOf(t, d.account("")))
}

func TestTheTimeRangeQueryReachesADayFurtherAndItsAnswerIsChecked(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{noSync: 403, noETags: true})
	d.put("in.ics", meeting("in", 23, "Inde"))
	d.put("out.ics", meeting("out", 2, "Ude"))
	require.Equal(t, []string{"Inde"}, titlesOf(t, d.account("")), "the double sends everything: the window is ours to keep")
	require.Contains(t, d.queried, `<C:time-range start="20261121T230000Z" end="20261130T230000Z"/>`)
	require.NotContains(t, d.queried, "expand")
}
