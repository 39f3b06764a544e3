package caldav

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/text"
)

func TestCalendarsAreFoundFromAnyAddressAPersonMayHave(t *testing.T) {
	t.Parallel()
	for name, path := range map[string]string{
		"the server": "", "the server with a slash": "/", "the WebDAV root": "/dav/", "the principal": "/dav/alice/",
		"the home set": "/dav/home/", "one calendar": "/dav/work/",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := newDouble(t, quirks{})
			s := d.source(Account{Name: "work", URL: d.URL + path})
			found, err := s.client.discover(context.Background())
			require.NoError(t, err)
			require.Equal(t, []collection{{d.URL + "/dav/work/", "work"}}, found.Calendars, "the calendar of tasks is left out")
			require.Equal(t, []string{"alice@example.dk"}, found.Me)
		})
	}
}

// exchange is a server made of a few answers: what it says to PROPFIND of a path, as a status or as the inside of a multistatus.
type exchange map[string]string

func (e exchange) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer, ok := e[r.Header.Get("Depth")+" "+r.URL.Path]
	switch {
	case !ok:
		w.WriteHeader(http.StatusNotFound)
	case strings.HasPrefix(answer, "→ "):
		w.Header().Set("Location", strings.TrimPrefix(answer, "→ "))
		w.WriteHeader(http.StatusMovedPermanently)
	case strings.HasPrefix(answer, "<html"):
		w.Header().Set("Content-Type", "text/html; charset=UTF-8")
		fmt.Fprint(w, answer)
	default:
		w.WriteHeader(http.StatusMultiStatus)
		fmt.Fprint(w, `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav" `,
			`xmlns:cs="http://calendarserver.org/ns/" xmlns:nc="http://nextcloud.com/ns">`, answer, `</d:multistatus>`)
	}
}

// sabre writes a response as Nextcloud does.
func sabre(href, props string) string {
	return `<d:response><d:href>` + href + `</d:href><d:propstat><d:prop>` + props + `</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
}

const sabreCalendar = `<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>` +
	`<cal:supported-calendar-component-set><cal:comp name="VEVENT"/></cal:supported-calendar-component-set>`

// nextcloud has its DAV root beneath a folder of the web server.
func nextcloud(base string) exchange {
	dav := base + "/remote.php/dav/"
	root := sabre(dav, `<d:resourcetype><d:collection/></d:resourcetype><d:current-user-principal><d:href>`+dav+`principals/users/mette/</d:href></d:current-user-principal>`)
	return exchange{
		"0 " + base + "/":                   "<html><body>Log ind</body></html>",
		"0 " + dav:                          root,
		"0 " + strings.TrimSuffix(dav, "/"): root,
		"1 " + dav:                          root + sabre(dav+"calendars/", `<d:resourcetype><d:collection/></d:resourcetype>`),
		"0 " + dav + "principals/users/mette/": sabre(dav+"principals/users/mette/",
			`<d:resourcetype><d:principal/></d:resourcetype><d:current-user-principal><d:href>`+dav+`principals/users/mette/</d:href></d:current-user-principal>`+
				`<cal:calendar-home-set><d:href>`+dav+`calendars/mette/</d:href></cal:calendar-home-set>`+
				`<cal:calendar-user-address-set><d:href>mailto:mette@example.dk</d:href><d:href>`+dav+`principals/users/mette/</d:href></cal:calendar-user-address-set>`),
		"1 " + dav + "calendars/mette/": sabre(dav+"calendars/mette/", `<d:resourcetype><d:collection/></d:resourcetype>`) +
			sabre(dav+"calendars/mette/personal/", sabreCalendar) +
			sabre(dav+"calendars/mette/f%c3%a6lles_shared_by_bo/", sabreCalendar) +
			sabre(dav+"calendars/mette/opgaver/", `<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>`+
				`<cal:supported-calendar-component-set><cal:comp name="VTODO"/></cal:supported-calendar-component-set>`) +
			sabre(dav+"calendars/mette/inbox/", `<d:resourcetype><d:collection/><cal:schedule-inbox/></d:resourcetype>`) +
			sabre(dav+"calendars/mette/trashbin/", `<d:resourcetype><d:collection/><nc:trash-bin/></d:resourcetype>`),
	}
}

func TestNextcloudIsFoundAsItIsInstalled(t *testing.T) {
	t.Parallel()
	wellKnown := nextcloud("")
	wellKnown["0 /.well-known/caldav"] = "→ /remote.php/dav"
	tests := map[string]struct {
		server exchange
		path   string
	}{
		"by its well-known address":                 {wellKnown, ""},
		"without a well-known address":              {nextcloud(""), ""},
		"by the address of its documentation":       {nextcloud(""), "/remote.php/dav"},
		"by its principal":                          {nextcloud(""), "/remote.php/dav/principals/users/mette/"},
		"by the web address, in a folder":           {nextcloud("/cloud"), "/cloud/"},
		"by the DAV address, in a folder":           {nextcloud("/cloud"), "/cloud/remote.php/dav/"},
		"by its home set, as the web page shows it": {nextcloud(""), "/remote.php/dav/calendars/mette/"},
	}
	tests["by its home set, as the web page shows it"].server["0 /remote.php/dav/calendars/mette/"] = sabre("/remote.php/dav/calendars/mette/",
		`<d:resourcetype><d:collection/></d:resourcetype><d:current-user-principal><d:href>/remote.php/dav/principals/users/mette/</d:href></d:current-user-principal>`)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := httptest.NewServer(tt.server)
			t.Cleanup(server.Close)
			s := New(Account{Name: "nextcloud", URL: server.URL + tt.path, User: "mette", Password: "sesame"})
			require.NoError(t, s.connect())
			d, err := s.client.discover(context.Background())
			require.NoError(t, err)
			require.Len(t, d.Calendars, 2)
			require.Equal(t, "personal", d.Calendars[0].Name)
			require.Equal(t, "fælles_shared_by_bo", d.Calendars[1].Name)
			require.Equal(t, []string{"mette@example.dk"}, d.Me)
		})
	}
}

func TestGoogleIsFoundByTheAddressOfThePerson(t *testing.T) {
	t.Parallel()
	const calid, plain = "/caldav/v2/mette%40example.dk", "/caldav/v2/mette@example.dk"
	principal := sabre(calid+"/user", `<d:resourcetype><d:principal/></d:resourcetype><d:current-user-principal><d:href>`+calid+`/user</d:href></d:current-user-principal>`+
		`<cal:calendar-home-set><d:href>`+calid+`/</d:href></cal:calendar-home-set>`+
		`<cal:calendar-user-address-set><d:href>mailto:mette@example.dk</d:href></cal:calendar-user-address-set>`)
	google := exchange{
		"0 /caldav/v2/":        sabre("/caldav/v2/", `<d:resourcetype><d:collection/></d:resourcetype><d:current-user-principal><d:href>`+calid+`/user</d:href></d:current-user-principal>`),
		"0 " + plain + "/user": principal,
		"1 " + plain + "/": sabre(calid+"/", `<d:resourcetype><d:collection/></d:resourcetype>`) + sabre(calid+"/events/", sabreCalendar) +
			sabre("/caldav/v2/delt%40group.calendar.google.com/events/", sabreCalendar),
	}
	server := httptest.NewServer(google)
	t.Cleanup(server.Close)
	for _, address := range []string{Google("mette@example.dk"), Google("")} {
		s := New(Account{Name: "google", URL: strings.Replace(address, "https://apidata.googleusercontent.com", server.URL, 1)})
		require.NoError(t, s.connect())
		d, err := s.client.discover(context.Background())
		require.NoError(t, err)
		require.Len(t, d.Calendars, 2)
		require.Equal(t, server.URL+calid+"/events/", d.Calendars[0].URL)
		require.Equal(t, []string{"mette@example.dk"}, d.Me)
	}
}

func TestAnAddressThatWasWrittenOutIsNotReplacedByAnother(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{before: func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/dav/wrok/" {
			w.WriteHeader(http.StatusNotFound)
		}
		return r.URL.Path == "/dav/wrok/"
	}})
	_, err := d.source(Account{Name: "work", URL: d.URL + "/dav/wrok/"}).Events(context.Background(), week)
	require.EqualError(t, err, `there is nothing at the address (404)`)
	require.NotEmpty(t, text.Danish.Hints(err))
}

func TestDiscoveryIsRememberedAndRepeatedWhenItNoLongerFits(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	folder := t.TempDir()
	require.Equal(t, []string{"Alfa"}, titlesOf(t, d.account(folder)))
	d.asked()
	titlesOf(t, d.account(folder))
	require.Equal(t, []string{"sync-collection"}, d.asked())

	t.Run("after a move", func(t *testing.T) {
		gone := true
		d.before = func(w http.ResponseWriter, r *http.Request) bool {
			if gone {
				gone = false
				w.WriteHeader(http.StatusNotFound)
				return true
			}
			return false
		}
		require.Equal(t, []string{"Alfa"}, titlesOf(t, d.account(folder)))
		require.Equal(t, "sync-collection PROPFIND PROPFIND PROPFIND PROPFIND PROPFIND sync-collection", strings.Join(d.asked(), " "))
	})
	t.Run("for another address", func(t *testing.T) {
		require.Equal(t, []string{"Alfa"}, titlesOf(t, d.source(Account{Name: "work", URL: d.URL + "/dav/work/", Folder: folder})))
		require.Equal(t, "PROPFIND PROPFIND sync-collection", strings.Join(d.asked(), " "))
	})
	t.Run("after a while", func(t *testing.T) {
		shelf := newShelf(folder, "work")
		known, ok := shelf.directory()
		require.True(t, ok)
		known.Found = known.Found.Add(-listAge - time.Minute)
		require.NoError(t, shelf.keepDirectory(known))
		titlesOf(t, d.source(Account{Name: "work", URL: d.URL + "/dav/work/", Folder: folder}))
		require.Equal(t, "PROPFIND PROPFIND sync-collection", strings.Join(d.asked(), " "))
	})
}
