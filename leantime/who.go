package leantime

import (
	"context"
	"errors"
	"strings"
	"time"

	"ugeseddel/text"
)

// Account is what Leantime says about the credential: the version that it talks to and the person whose time it books.
type Account struct {
	Version   string // as the server states it, such as "3.9.8"
	PerMinute int    // how many requests such a server allows in a minute by default
	PersonID  int    // 0 where it is known only after the projects were read (a manager's key)
	Name      string // of the person
	Email     string
	Role      Role   // of the token's or key's own account; 0 where the version does not tell
	Key       bool   // an API key rather than a personal token
	Zone      string // the person's time zone in Leantime; "" where the version, or a key, does not tell
	Projects  []Project
	Notes     []text.Message // what a person should know, such as that the version is newer than any known

	settled bool // with a key: Projects are those that the person is on
}

// Role is what an account may do; a higher one may do more (3.5 to 3.9.8).
type Role int

// The roles that matter here. Only editors and above have time of their own; managers and above can book on others.
const (
	ReadOnly  Role = 5
	Commenter Role = 10
	Editor    Role = 20
	Manager   Role = 30
)

type userRow struct {
	ID        integer `json:"id"`
	Username  word    `json:"username"` // the e-mail address; of an API key its middle part
	Firstname word    `json:"firstname"`
	Lastname  word    `json:"lastname"`
	Role      integer `json:"role"`
}

type profileRow struct {
	Timezone word `json:"timezone"`
}

func (u userRow) name() string {
	return strings.TrimSpace(string(u.Firstname) + " " + string(u.Lastname))
}

// Connect finds out which version answers and who the credential is. It refuses what could not post: versions that are too old,
// accounts that may not book time, and keys that would book on themselves. Later calls return the same answer.
func (c *Client) Connect(ctx context.Context) (*Account, error) {
	if c.account != nil {
		return c.account, nil
	}
	c.say(text.Msg("leantime.connecting"))
	v, err := c.readVersion(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.suits(v); err != nil {
		return nil, err
	}
	c.version = v
	account := &Account{Version: v.String(), PerMinute: v.perMinute(), Key: c.credential.isKey()}
	if newestKnown.before(v) {
		account.Notes = append(account.Notes, text.Msg("leantime.newer-version", v.String(), newestKnown.String()))
	}
	if err := c.readAccount(ctx, account); err != nil {
		return nil, err
	}
	c.account = account
	return account, nil
}

func (c *Client) suits(v version) error {
	switch {
	case v.before(oldestKnown):
		return unsuitable("leantime.too-old", v.String(), oldestKnown.String())
	case v.breaksTokens() && !c.credential.isKey():
		return unsuitable("leantime.broken-tokens", v.String())
	case c.credential.isKey() && c.credential.User == "":
		return badCredential("leantime.key-without-user")
	}
	return nil
}

// readAccount asks who the credential is and, in the same request, for the projects.
func (c *Client) readAccount(ctx context.Context, a *Account) error {
	var self object[userRow]
	var all list[userRow]
	var projects list[projectRow]
	calls := []*call{{method: "projects.getAll", params: none, into: &projects}}
	whoami := &call{method: "users.getUser", params: none, into: &self}
	everyone := &call{method: "users.getAll", params: none, into: &all}
	if c.version.knowsSelf() {
		calls = append(calls, whoami)
	}
	if a.Key || !c.version.knowsSelf() {
		calls = append(calls, everyone)
	}
	var profile object[profileRow]
	if !a.Key && c.version.tellsZone() {
		calls = append(calls, &call{method: "users.getOwnProfileSettings", params: map[string]any{"userId": 0}, into: &profile})
	}
	if err := c.read(ctx, calls...); err != nil {
		return err
	}
	if err := errors.Join(calls[0].err, whoami.err); err != nil {
		return err
	}
	a.Projects, a.Zone = openAndClosed(projects), string(profile.value.Timezone)
	a.Role = Role(self.value.Role)
	if self.there && a.Role < Editor {
		return badCredential("leantime.role-too-low")
	}
	if a.Key {
		return c.personOfKey(a, all)
	}
	if c.version.knowsSelf() {
		return a.be(self.value, self.there)
	}
	return c.personOfOldToken(a, all)
}

// personOfKey finds the person that a manager's key books on. Up to 3.8 any key sees everybody; from 3.9 on only an administrator's
// does, and for a manager's the members of the projects are looked through (see membersReading).
func (c *Client) personOfKey(a *Account, all []userRow) error {
	if a.Role != 0 && a.Role < Manager {
		return badCredential("leantime.key-not-manager")
	}
	for _, u := range all {
		if strings.EqualFold(string(u.Username), c.credential.User) {
			return a.be(u, true)
		}
	}
	if len(all) > 0 {
		return badCredential("leantime.no-such-user")
	}
	return nil
}

// personOfOldToken finds out whose token it is where Leantime does not tell: up to 3.7 users.getUser needs an id. The person's own
// addresses are looked for among all users, whom those versions show to everybody.
func (c *Client) personOfOldToken(a *Account, all []userRow) error {
	for _, email := range append([]string{c.credential.User}, c.credential.Emails...) {
		for _, u := range all {
			if email != "" && strings.EqualFold(string(u.Username), email) {
				a.Role = Role(u.Role)
				if a.Role < Editor {
					return badCredential("leantime.role-too-low")
				}
				return a.be(u, true)
			}
		}
	}
	return badCredential("leantime.who-are-you", c.version.String())
}

func (a *Account) be(u userRow, there bool) error {
	if !there || u.ID == 0 {
		return badCredential("leantime.no-such-user")
	}
	a.PersonID, a.Name, a.Email = int(u.ID), u.name(), string(u.Username)
	return nil
}

// otherMidnight tells whether the person's days begin at other instants in Leantime than in span's zone: TimeTable would then show
// rows on the day before or after.
func (a *Account) otherMidnight(span Span) bool {
	zone, err := time.LoadLocation(a.Zone)
	if a.Zone == "" || err != nil {
		return false
	}
	for d := span.From; span.Holds(d); d = d.Add(1) {
		if !d.In(zone).Equal(d.In(span.Zone)) {
			return true
		}
	}
	return false
}

// badCredential is an Error about the token, the key or user:, with the hint that belongs to it.
func badCredential(key string, args ...any) *Error {
	e := unsuitable(key, args...)
	switch key {
	case "leantime.bad-token":
		e.err = e.err.Try("leantime.unauthorized-try")
	case "leantime.key-without-user", "leantime.key-not-manager":
		e.err = e.err.Try("leantime.key-try")
	case "leantime.who-are-you", "leantime.no-such-user":
		e.err = e.err.Try("leantime.user-try")
	}
	return e
}

// none is the parameters of a method that has none.
var none = map[string]any{}
