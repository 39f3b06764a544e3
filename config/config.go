// Package config is the person's settings: config.yaml read strictly, every mistake with its place, and where ugeseddel keeps its files.
// Secrets are never in it, only where to find them.
package config

import (
	"time"

	"ugeseddel/draft"
	"ugeseddel/secret"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Settings are what config.yaml says. The zero value is a person without settings: it reads .ics files and shows a week.
type Settings struct {
	File      string         // where the settings stand; "" where there are none
	Timezone  *time.Location // nil: the system's
	Language  text.Lang      // "": the system's
	Calendars []Calendar
	Me        []string // the owner's own e-mail addresses, in lower case
	Leantime  Leantime
	Draft     draft.Settings // how the week adds up; its Zone is left to the caller
	Rules     string         // a file, already resolved; "": the built-in rules
}

// Calendar is one calendar: exactly one of ICS, CalDAV and Graph is set.
type Calendar struct {
	Name   string
	Pos    yamlread.Pos
	ICS    string // a file, a folder (already resolved) or an https link
	CalDAV *CalDAV
	Graph  *Graph
}

// CalDAV is an account on a CalDAV server, with a password or, at Google, an app registration.
type CalDAV struct {
	URL          string // "google" for Google's own server
	User         string
	Password     secret.Ref
	ClientID     string
	ClientSecret secret.Ref
}

// Google tells whether the account is Google's, where a person signs in instead of giving a password.
func (c *CalDAV) Google() bool { return c.URL == google }

const google = "google"

// Graph is an Outlook account in Microsoft 365. Empty fields mean Microsoft's defaults.
type Graph struct {
	Tenant, ClientID   string
	BaseURL, Authority string
	Scopes             []string
	Calendar           string // the name of another calendar of the account
	Mailbox            string // the address of somebody who shares a calendar
}

// Leantime is where hours are posted.
type Leantime struct {
	URL   string
	Token secret.Ref
	User  string // the e-mail address to book on, with a manager's API key
}
