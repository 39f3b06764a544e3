package caldav

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
)

// double is a CalDAV server in memory, with one calendar for alice at /dav/alice/work/. Without quirks it does what the RFCs say.
type double struct {
	*httptest.Server
	mu      sync.Mutex
	objects map[string]string // by name
	changed map[string]int    // the version at which each was last changed, also those that are gone
	version int
	since   int      // tokens of versions before this one are forgotten
	log     []string // what was asked: the method, or the kind of report
	queried string   // the last calendar-query
	quirks
}

// quirks are ways in which servers differ.
type quirks struct {
	noSync      int                                           // the status for sync-collection, where it is not offered
	noETags     bool                                          // there are none
	noCTag      bool                                          //
	forget      int                                           // the status for a forgotten token; 0 is a silent full list
	etag        func(string) string                           // how an ETag is written
	href        func(name string) string                      // how an address is written
	broken      map[string]string                             // data in place of the object's own
	statusOf    map[string]int                                // of one object in a multiget
	silentAbout map[string]bool                               // left out of a multiget
	page        int                                           // objects in one answer to sync-collection
	before      func(http.ResponseWriter, *http.Request) bool // answers in place of the server
}

func newDouble(t testing.TB, q quirks) *double {
	t.Helper()
	d := &double{objects: map[string]string{}, changed: map[string]int{}, quirks: q}
	d.Server = httptest.NewServer(d)
	t.Cleanup(d.Close)
	return d
}

func (d *double) put(name, data string) {
	d.version++
	d.objects[name], d.changed[name] = data, d.version
}

func (d *double) remove(name string) {
	d.version++
	delete(d.objects, name)
	d.changed[name] = d.version
}

// asked returns what was asked since the last time.
func (d *double) asked() []string {
	log := d.log
	d.log = nil
	return log
}

func (d *double) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	defer d.mu.Unlock()
	body, _ := io.ReadAll(r.Body)
	kind := r.Method
	if r.Method == "REPORT" {
		kind = rootOf(body)
	}
	d.log = append(d.log, kind)
	if d.before != nil && d.before(w, r) {
		return
	}
	switch {
	case r.URL.Path == "/.well-known/caldav":
		http.Redirect(w, r, "/dav/", http.StatusMovedPermanently)
	case kind == "PROPFIND" && r.URL.Path == "/dav/work/" && r.Header.Get("Depth") == "1":
		d.multistatus(w, d.list()+d.collection())
	case kind == "PROPFIND":
		d.multistatus(w, d.properties(r.URL.Path, r.Header.Get("Depth")))
	case kind == "sync-collection":
		d.sync(w, body)
	case kind == "calendar-multiget":
		d.multiget(w, body)
	case kind == "calendar-query":
		d.queried = string(body)
		d.query(w)
	default:
		w.WriteHeader(http.StatusMethodNotAllowed)
	}
}

func rootOf(body []byte) string {
	var root struct{ XMLName xml.Name }
	_ = xml.Unmarshal(body, &root)
	return root.XMLName.Local
}

func (d *double) properties(path, depth string) string {
	switch {
	case path == "/dav/":
		return response200(path, `<resourcetype><collection/></resourcetype><current-user-principal><href>/dav/alice/</href></current-user-principal>`)
	case path == "/dav/alice/" && depth == "0":
		return response200(path, `<resourcetype><principal/></resourcetype><C:calendar-home-set><href>/dav/home/</href></C:calendar-home-set>`+
			`<C:calendar-user-address-set><href>mailto:Alice@Example.dk</href><href>/dav/alice/</href></C:calendar-user-address-set>`)
	case path == "/dav/home/" && depth == "1":
		return response200(path, `<resourcetype><collection/></resourcetype>`) + d.collection() +
			response200("/dav/tasks/", `<resourcetype><collection/><C:calendar/></resourcetype>`+
				`<C:supported-calendar-component-set><C:comp name="VTODO"/></C:supported-calendar-component-set>`)
	case path == "/dav/home/":
		return response200(path, `<resourcetype><collection/></resourcetype><current-user-principal><href>/dav/alice/</href></current-user-principal>`)
	case path == "/dav/work/":
		return d.collection()
	}
	return ""
}

func (d *double) collection() string {
	ctag := fmt.Sprintf("<S:getctag>%d</S:getctag>", d.version)
	if d.noCTag {
		ctag = ""
	}
	return response200("/dav/work/", `<resourcetype><collection/><C:calendar/></resourcetype>`+
		`<current-user-principal><href>/dav/alice/</href></current-user-principal>`+
		`<C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>`+ctag)
}

func (d *double) names() []string {
	var names []string
	for name := range d.changed {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (d *double) list() string {
	var b strings.Builder
	for _, name := range d.names() {
		if _, ok := d.objects[name]; ok {
			b.WriteString(response200(d.hrefOf(name), d.etagOf(name)))
		}
	}
	return b.String()
}

func (d *double) hrefOf(name string) string {
	if d.href != nil {
		return d.href(name)
	}
	return "/dav/work/" + name
}

func (d *double) etagOf(name string) string {
	switch {
	case d.noETags:
		return ""
	case d.etag != nil:
		return "<getetag>" + d.etag(fmt.Sprint(d.changed[name])) + "</getetag>"
	}
	return fmt.Sprintf(`<getetag>"%d"</getetag>`, d.changed[name])
}

func (d *double) sync(w http.ResponseWriter, body []byte) {
	var ask struct {
		Token string `xml:"sync-token"`
	}
	_ = xml.Unmarshal(body, &ask)
	var since int
	_, err := fmt.Sscanf(ask.Token, "urn:version:%d", &since)
	switch {
	case d.noSync != 0:
		w.WriteHeader(d.noSync)
		return
	case ask.Token != "" && (err != nil || since < d.since) && d.forget != 0:
		w.WriteHeader(d.forget)
		fmt.Fprint(w, `<D:error xmlns:D="DAV:"><D:valid-sync-token/></D:error>`)
		return
	case since < d.since:
		since = 0
	}
	d.multistatus(w, d.delta(since))
}

// delta is what has changed since a version, at most a page of it, and the token of the version that it goes up to.
func (d *double) delta(since int) string {
	names := d.names()
	slices.SortFunc(names, func(a, b string) int { return d.changed[a] - d.changed[b] })
	var b strings.Builder
	n, token := 0, d.version
	for _, name := range names {
		_, there := d.objects[name]
		if d.changed[name] <= since || !there && since == 0 {
			continue
		}
		if n++; d.page > 0 && n > d.page {
			b.WriteString(`<response><href>/dav/work/</href><status>HTTP/1.1 507 Insufficient Storage</status></response>`)
			break
		}
		token = d.changed[name]
		if there {
			b.WriteString(response200(d.hrefOf(name), d.etagOf(name)))
		} else {
			b.WriteString(responseStatus(d.hrefOf(name), 404))
		}
	}
	if d.page == 0 || n <= d.page {
		token = d.version
	}
	return b.String() + fmt.Sprintf("<sync-token>urn:version:%d</sync-token>", token)
}

func (d *double) multiget(w http.ResponseWriter, body []byte) {
	var ask struct {
		Hrefs []string `xml:"href"`
	}
	_ = xml.Unmarshal(body, &ask)
	if strings.Index(string(body), "<href>") < strings.Index(string(body), "<prop>") {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	names := map[string]string{}
	for name := range d.changed {
		names[d.hrefOf(name)] = name
	}
	var b strings.Builder
	for _, href := range ask.Hrefs {
		b.WriteString(d.object(names[href]))
	}
	d.multistatus(w, b.String())
}

func (d *double) object(name string) string {
	data, ok := d.objects[name]
	switch {
	case d.silentAbout[name]:
		return ""
	case d.statusOf[name] != 0:
		return responseStatus(d.hrefOf(name), d.statusOf[name])
	case !ok:
		return responseStatus(d.hrefOf(name), 404)
	}
	if other, ok := d.broken[name]; ok {
		return response200(d.hrefOf(name), d.etagOf(name)+"<C:calendar-data>"+other+"</C:calendar-data>")
	}
	return response200(d.hrefOf(name), d.etagOf(name)+"<C:calendar-data>"+escape(data)+"</C:calendar-data>")
}

// query answers with everything: the filter is not looked at.
func (d *double) query(w http.ResponseWriter) {
	var b strings.Builder
	for _, name := range d.names() {
		if _, ok := d.objects[name]; ok {
			b.WriteString(d.object(name))
		}
	}
	d.multistatus(w, b.String())
}

func (d *double) multistatus(w http.ResponseWriter, inner string) {
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	w.WriteHeader(http.StatusMultiStatus)
	fmt.Fprint(w, `<?xml version="1.0" encoding="utf-8"?><multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/">`, inner, "</multistatus>")
}

// response200 is a response with the properties, and with one that the server does not have.
func response200(href, props string) string {
	if props == "" {
		return "<response><href>" + href + "</href><propstat><prop><getetag/></prop><status>HTTP/1.1 404 Not Found</status></propstat></response>"
	}
	return "<response><href>" + href + "</href><propstat><prop>" + props + "</prop><status>HTTP/1.1 200 OK</status></propstat>" +
		"<propstat><prop><displayname/></prop><status>HTTP/1.1 404 Not Found</status></propstat></response>"
}

func responseStatus(href string, code int) string {
	return fmt.Sprintf("<response><href>%s</href><status>HTTP/1.1 %d %s</status></response>", href, code, http.StatusText(code))
}

var copenhagen, _ = time.LoadLocation("Europe/Copenhagen")

// week is 23 to 29 November 2026 in Copenhagen.
var week = calendar.Window{
	Start: time.Date(2026, 11, 23, 0, 0, 0, 0, copenhagen),
	End:   time.Date(2026, 11, 30, 0, 0, 0, 0, copenhagen),
}

// meeting is an event at 9 UTC on a day of November.
func meeting(uid string, day int, title string) string {
	return fmt.Sprintf("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ugeseddel//test//EN\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\n"+
		"DTSTART:202611%02dT090000Z\r\nDTEND:202611%02dT100000Z\r\nSUMMARY:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", uid, day, day, title)
}

// account is one of the double, which never waits.
func (d *double) account(folder string) *Source {
	return d.source(Account{Name: "work", URL: d.URL, User: "alice", Password: "sesame", Folder: folder})
}

func (d *double) source(a Account) *Source {
	s := New(a)
	if s.connect() == nil {
		s.client.wait = func(context.Context, time.Duration) error { return nil }
	}
	return s
}

// titlesOf reads the week and returns its titles in order.
func titlesOf(t *testing.T, s *Source) []string {
	t.Helper()
	events, err := s.Events(context.Background(), week)
	require.NoError(t, err)
	return titles(events)
}

func titles(events []calendar.Event) []string {
	list := []string{}
	for _, e := range events {
		list = append(list, e.Title)
	}
	return list
}

func newDoubleURL(t *testing.T) *url.URL {
	t.Helper()
	u, err := url.Parse("http://127.0.0.1/dav/work/")
	require.NoError(t, err)
	return u
}
