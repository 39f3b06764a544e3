package caldav

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// multistatus is the answer to PROPFIND and REPORT (RFC 4918 §14.16, RFC 6578 §6.4): one response for each resource.
type multistatus struct {
	XMLName   xml.Name   `xml:"DAV: multistatus"`
	Responses []response `xml:"DAV: response"`
	SyncToken string     `xml:"DAV: sync-token"`
}

type response struct {
	Href      string     `xml:"DAV: href"`
	Status    string     `xml:"DAV: status"`
	Propstats []propstat `xml:"DAV: propstat"`
}

type propstat struct {
	Status string `xml:"DAV: status"`
	Prop   prop   `xml:"DAV: prop"`
}

// prop is every property that is asked for anywhere.
type prop struct {
	Types struct {
		Collection *struct{} `xml:"DAV: collection"`
		Calendar   *struct{} `xml:"urn:ietf:params:xml:ns:caldav calendar"`
	} `xml:"DAV: resourcetype"`
	Principal  hrefs      `xml:"DAV: current-user-principal"`
	HomeSets   hrefs      `xml:"urn:ietf:params:xml:ns:caldav calendar-home-set"`
	Addresses  hrefs      `xml:"urn:ietf:params:xml:ns:caldav calendar-user-address-set"`
	Components components `xml:"urn:ietf:params:xml:ns:caldav supported-calendar-component-set"`
	CTag       string     `xml:"http://calendarserver.org/ns/ getctag"`
	ETag       string     `xml:"DAV: getetag"`
	Data       string     `xml:"urn:ietf:params:xml:ns:caldav calendar-data"`
}

type hrefs struct {
	List []string `xml:"DAV: href"`
}

type components struct {
	List []struct {
		Name string `xml:"name,attr"`
	} `xml:"urn:ietf:params:xml:ns:caldav comp"`
}

// parseMultistatus reads an answer, however untidy its bytes are. An answer that ends too early is io.ErrUnexpectedEOF.
func parseMultistatus(body []byte) (*multistatus, error) {
	var m multistatus
	err := xml.Unmarshal(readable(body), &m)
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok && syntax.Msg == "unexpected EOF" {
		return nil, io.ErrUnexpectedEOF
	}
	if err == io.EOF {
		return nil, io.ErrUnexpectedEOF
	}
	return &m, err
}

// readable replaces what XML does not allow but servers pass on out of the events they were given: control characters and broken UTF-8.
func readable(body []byte) []byte {
	allowed := func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}
	if utf8.Valid(body) && !bytes.ContainsFunc(body, func(r rune) bool { return allowed(r) != r }) {
		return body
	}
	return bytes.Map(allowed, bytes.ToValidUTF8(body, []byte("\uFFFD")))
}

// found returns the properties that the server has for the resource: those of every propstat without a failure.
func (r response) found() prop {
	var p prop
	for _, ps := range r.Propstats {
		if succeeded(ps.Status) {
			p.add(ps.Prop)
		}
	}
	return p
}

func (p *prop) add(q prop) {
	if q.Types.Collection != nil {
		p.Types.Collection = q.Types.Collection
	}
	if q.Types.Calendar != nil {
		p.Types.Calendar = q.Types.Calendar
	}
	p.Principal.List = append(p.Principal.List, q.Principal.List...)
	p.HomeSets.List = append(p.HomeSets.List, q.HomeSets.List...)
	p.Addresses.List = append(p.Addresses.List, q.Addresses.List...)
	p.Components.List = append(p.Components.List, q.Components.List...)
	p.CTag += strings.TrimSpace(q.CTag)
	p.ETag += bareETag(q.ETag)
	p.Data += q.Data
}

// failure returns the status of a resource that could not be answered for, else 0. That it lacks properties is no failure.
func (r response) failure() int {
	if succeeded(r.Status) {
		return 0
	}
	return statusCode(r.Status)
}

// truncated tells whether the response says that the list goes on after it (RFC 6578 §3.6).
func (r response) truncated() bool { return statusCode(r.Status) == http.StatusInsufficientStorage }

// takesEvents tells whether the resource is a calendar that may hold events; one that does not say takes everything (RFC 4791 §5.2.3).
func (p prop) takesEvents() bool {
	if p.Types.Calendar == nil {
		return false
	}
	for _, c := range p.Components.List {
		if strings.EqualFold(c.Name, "VEVENT") {
			return true
		}
	}
	return len(p.Components.List) == 0
}

// bareETag takes off what servers write differently from one answer to the next: W/ and the quotes.
func bareETag(s string) string {
	return strings.Trim(strings.TrimPrefix(strings.TrimSpace(s), "W/"), `"`)
}

// statusCode reads a status line such as "HTTP/1.1 404 Not Found"; 0 where there is none.
func statusCode(line string) int {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return 0
	}
	code, _ := strconv.Atoi(fields[1])
	return code
}

func succeeded(status string) bool {
	code := statusCode(status)
	return code == 0 || code/100 == 2
}
