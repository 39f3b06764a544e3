package caldav

import (
	"encoding/xml"
	"net/url"
	"strings"
	"time"
)

// request is one PROPFIND or REPORT. Both only read, so that they can be repeated.
type request struct {
	method string
	url    *url.URL
	depth  string // the Depth header, "" for none
	body   string
}

const (
	xmlHead    = `<?xml version="1.0" encoding="utf-8"?>` + "\n"
	namespaces = ` xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"`
)

func propfind(u *url.URL, depth string, props ...string) request {
	body := xmlHead + "<propfind" + namespaces + "><prop>"
	for _, p := range props {
		body += "<" + p + "/>"
	}
	return request{"PROPFIND", u, depth, body + "</prop></propfind>"}
}

// syncCollection asks for what has changed since token, or for everything where token is "" (RFC 6578 §3.2).
// Only ETags are asked for: some servers would send the events as well, others not, and multiget works with all of them.
func syncCollection(u *url.URL, token string) request {
	return request{"REPORT", u, "", xmlHead + "<sync-collection" + namespaces + "><sync-token>" + escape(token) +
		"</sync-token><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"}
}

// multiget asks for the objects at hrefs. DAViCal 1.1.12 sends no data unless prop stands first, as in RFC 4791 §9.10.
func multiget(u *url.URL, hrefs []string) request {
	var b strings.Builder
	b.WriteString(xmlHead + "<C:calendar-multiget" + namespaces + "><prop><getetag/><C:calendar-data/></prop>")
	for _, href := range hrefs {
		b.WriteString("<href>" + escape(href) + "</href>")
	}
	b.WriteString("</C:calendar-multiget>")
	return request{"REPORT", u, "1", b.String()}
}

// timeRange asks for the objects with an event between start and end (RFC 4791 §7.8). They come as stored: expanding them is our own work.
func timeRange(u *url.URL, start, end time.Time) request {
	const layout = "20060102T150405Z"
	return request{"REPORT", u, "1", xmlHead + "<C:calendar-query" + namespaces + "><prop><getetag/><C:calendar-data/></prop>" +
		`<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="` + start.UTC().Format(layout) +
		`" end="` + end.UTC().Format(layout) + `"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`}
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
