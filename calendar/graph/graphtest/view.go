package graphtest

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// view answers a calendarView: the page that the request asks for of the events that overlap its window.
func (s *Server) view(w http.ResponseWriter, r *http.Request, events []Event) {
	if strings.Contains(r.URL.RawQuery, "+") {
		Refuse(w, http.StatusBadRequest, "BadRequest", "A + in the query is a space; an offset needs %2B.")
		return
	}
	q, err := query(r)
	if err != nil {
		Refuse(w, http.StatusBadRequest, "ErrorInvalidParameter", err.Error())
		return
	}
	zone := cmp.Or(preferences(r)["outlook.timezone"], "UTC")
	if zones[zone] == "" {
		Refuse(w, http.StatusBadRequest, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified.")
		return
	}
	found := overlapping(events, q.start, q.end)
	size := q.top
	if s.PageSize > 0 {
		size = min(size, s.PageSize)
	}
	first := min(q.skip, len(found))
	last := min(first+size, len(found))
	if s.Gaps && q.gap {
		last = first
	}
	body := map[string]any{"@odata.context": "$metadata#events", "value": project(found[first:last], q.fields, zone, r)}
	if last < len(found) {
		body["@odata.nextLink"] = nextLink(r, last, s.Gaps && !q.gap)
	}
	answer(w, body)
}

// zones are some of those that a mailbox supports. Europe/Copenhagen is not in Microsoft's list.
var zones = map[string]string{"UTC": "UTC", "Romance Standard Time": "Europe/Copenhagen"}

// viewQuery is what a calendarView can be asked.
type viewQuery struct {
	start, end time.Time
	top, skip  int
	gap        bool
	fields     []string
}

func query(r *http.Request) (viewQuery, error) {
	v := r.URL.Query()
	var q viewQuery
	var err error
	if q.start, err = instant(v.Get("startDateTime")); err != nil {
		return q, err
	}
	if q.end, err = instant(v.Get("endDateTime")); err != nil {
		return q, err
	}
	for _, unsupported := range []string{"$filter", "$orderby", "$search"} {
		if v.Has(unsupported) {
			return q, fmt.Errorf("%s is not reliable here", unsupported)
		}
	}
	if q.top, err = strconv.Atoi(v.Get("$top")); err != nil || q.top < 1 || q.top > 1000 {
		return q, fmt.Errorf("$top must be between 1 and 1000; without it a page has 10")
	}
	token := v.Get("$skiptoken")
	q.gap = strings.HasPrefix(token, "gap")
	q.skip, _ = strconv.Atoi(strings.TrimPrefix(token, "gap"))
	q.fields = strings.Split(v.Get("$select"), ",")
	if v.Get("$select") == "" || slices.Contains(q.fields, "body") {
		return q, fmt.Errorf("the whole body is asked for")
	}
	return q, nil
}

// instant reads a time with an offset; without one Graph takes it for UTC.
func instant(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	return time.Parse("2006-01-02T15:04:05", s)
}

func overlapping(events []Event, from, to time.Time) []Event {
	var found []Event
	for _, e := range events {
		if start, end := e.times(); start.Before(to) && (end.After(from) || start.Equal(end) && !start.Before(from)) {
			found = append(found, e)
		}
	}
	return found
}

// project keeps the selected properties, and those that always come. Without the preference ids are not immutable.
func project(events []Event, fields []string, zone string, r *http.Request) []Event {
	projected := []Event{}
	for _, e := range events {
		kept := Event{}
		for _, field := range append(fields, "id", "@odata.etag") {
			if value, ok := e[field]; ok {
				kept[field] = value
			}
		}
		if preferences(r)["idtype"] != "ImmutableId" {
			kept["id"] = fmt.Sprintf("moves-with-its-folder-%v", e["id"])
		}
		projected = append(projected, kept.in(zone))
	}
	return projected
}

// in shows the event's times in a zone. Those of an all-day event stay the same, only the zone beside them changes.
func (e Event) in(zone string) Event {
	location, err := time.LoadLocation(zones[zone])
	if err != nil || e["isAllDay"] == true {
		location = time.UTC
	}
	shown := maps.Clone(e)
	for _, property := range []string{"start", "end"} {
		if t, ok := readTime(e[property]); ok {
			shown[property] = dateTime(t.In(location), zone)
		}
	}
	return shown
}

// nextLink is the address of the request with a token for the next page, on the host that was asked.
func nextLink(r *http.Request, skip int, gap bool) string {
	u := *r.URL
	v := u.Query()
	token := strconv.Itoa(skip)
	if gap {
		token = "gap" + token
	}
	v.Set("$skiptoken", token)
	path, _, _ := strings.Cut(r.RequestURI, "?")
	return cmp.Or(r.URL.Scheme, "http") + "://" + r.Host + path + "?" + v.Encode()
}
