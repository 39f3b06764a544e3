package config

import (
	"strings"

	"ugeseddel/yamlread"
)

func (r reader) calendars(v yamlread.Value) []Calendar {
	var list []Calendar
	lines := map[string]int{}
	for _, item := range v.List() {
		c := r.calendar(item)
		if first := lines[c.Name]; first > 0 {
			item.Mistake("config.calendar-twice", c.Name, first)
		}
		lines[c.Name] = item.Pos().Line
		list = append(list, c)
	}
	return list
}

func (r reader) calendar(v yamlread.Value) Calendar {
	m := v.Map("name", "ics", "caldav", "graph", "user", "password", "client_id", "client_secret")
	c := Calendar{Name: m["name"].Text(), Pos: v.Pos()}
	if v.IsMap() && c.Name == "" {
		v.Mistake("config.calendar-name")
	}
	kinds := 0
	for _, kind := range []string{"ics", "caldav", "graph"} {
		if m[kind].Exists() {
			kinds++
		}
	}
	switch {
	case v.IsMap() && kinds != 1:
		v.Mistake("config.calendar-kind")
	case m["ics"].Exists():
		refuse(m, "config.not-for-ics", "user", "password", "client_id", "client_secret")
		c.ICS = r.link(m["ics"])
	case m["caldav"].Exists():
		c.CalDAV = r.caldav(m)
	case m["graph"].Exists():
		refuse(m, "config.not-for-graph", "user", "password", "client_id", "client_secret")
		c.Graph = graph(m["graph"])
	}
	return c
}

// refuse reports keys that say nothing for the kind of calendar.
func refuse(m map[string]yamlread.Value, mistake string, keys ...string) {
	for _, key := range keys {
		if m[key].Exists() {
			m[key].SecretMistake(mistake, key)
		}
	}
}

// link returns a path on this computer or an address; Outlook's webcal: means https:.
func (r reader) link(v yamlread.Value) string {
	s := v.Text()
	if rest, ok := strings.CutPrefix(s, "webcal://"); ok {
		return "https://" + rest
	}
	if strings.Contains(s, "://") {
		return address(v)
	}
	return r.path(s)
}

func (r reader) caldav(m map[string]yamlread.Value) *CalDAV {
	c := &CalDAV{
		URL:          m["caldav"].Text(),
		User:         m["user"].Text(),
		Password:     r.secret(m["password"]),
		ClientID:     m["client_id"].Text(),
		ClientSecret: r.secret(m["client_secret"]),
	}
	if !c.Google() {
		address(m["caldav"])
		refuse(m, "config.only-google", "client_id", "client_secret")
	} else if c.ClientID == "" {
		m["caldav"].Mistake("config.google-client")
	}
	return c
}

func graph(v yamlread.Value) *Graph {
	m := v.Map("tenant", "client_id", "base_url", "authority", "scopes", "calendar", "mailbox")
	g := &Graph{
		Tenant:    m["tenant"].Text(),
		ClientID:  m["client_id"].Text(),
		BaseURL:   strings.TrimSuffix(address(m["base_url"]), "/"),
		Authority: strings.TrimSuffix(address(m["authority"]), "/"),
		Calendar:  m["calendar"].Text(),
		Mailbox:   m["mailbox"].Text(),
	}
	for _, scope := range m["scopes"].Items() {
		g.Scopes = append(g.Scopes, strings.Fields(scope.Text())...)
	}
	if v.IsMap() && g.ClientID == "" {
		v.Mistake("config.graph-client")
	}
	return g
}
