package leantimetest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// getUser returns the caller without an id, from 3.8 on. Before 3.8 an id is a must, and the password's hash comes along.
func (s *Server) getUser(c *call) (any, error) {
	id := c.who.ID
	switch {
	case c.has("id"):
		id = c.int("id")
	case s.version.wraps():
		return nil, badParams("Required Parameter Missing: id")
	}
	u := s.user(id)
	if u == nil {
		return false, nil
	}
	return s.doubled(s.userObject(u)), nil
}

// getUsers lists everybody but API keys by name: to admins only, before 3.9 to all.
func (s *Server) getUsers(c *call) (any, error) {
	if s.version.checksRights() && c.who.Role < Admin {
		return nil, errDenied
	}
	list := []object{}
	for _, u := range s.people() {
		list = append(list, s.doubled(object{
			{"id", u.ID}, {"lastname", u.Last}, {"firstname", u.First}, {"role", strconv.Itoa(u.Role)}, {"profileId", ""},
			{"status", state(u)}, {"username", u.Email}, {"twoFAEnabled", 0}, {"clientId", clientID}, {"clientName", clientName},
			{"jobTitle", ""}, {"jobLevel", ""}, {"department", ""}, {"modified", s.now()},
		}))
	}
	return list, nil
}

// people are the users that are no API key, by last name.
func (s *Server) people() []*User {
	people := without(s.users, func(u *User) bool { return u.Key != "" })
	slices.SortStableFunc(people, func(a, b *User) int {
		return cmp.Or(strings.Compare(collated(a.Last), collated(b.Last)), a.ID-b.ID)
	})
	return people
}

// getUserByEmail is for admins, before 3.9 for all.
func (s *Server) getUserByEmail(c *call) (any, error) {
	if s.version.checksRights() && c.who.Role < Admin {
		return nil, errDenied
	}
	u := find(s.users, func(u *User) bool { return strings.EqualFold(u.Email, c.text("email")) })
	if u == nil {
		return false, nil
	}
	return s.doubled(s.userObject(u)), nil
}

// getProjectUsers is users.searchProjectUsers: the members of a project, and those who see every project.
func (s *Server) getProjectUsers(c *call) (any, error) {
	if s.version.checksRights() && !s.sees(c.who, c.int("projectId")) {
		return nil, errDenied
	}
	list := []object{}
	for _, u := range s.people() {
		if s.sees(u, c.int("projectId")) {
			list = append(list, object{
				{"id", u.ID}, {"firstname", u.First}, {"lastname", u.Last}, {"username", u.Email}, {"notifications", 1},
				{"profileId", ""}, {"jobTitle", ""}, {"source", ""}, {"status", state(u)}, {"modified", s.now()},
				{"role", strconv.Itoa(u.Role)}, {"projectRole", ""},
			})
		}
	}
	return list, nil
}

// getOwnSettings returns the caller's profile; formats that he has not chosen are false.
func (s *Server) getOwnSettings(c *call) (any, error) {
	language := "en-US"
	if s.danish {
		language = "da-DK"
	}
	return object{{"user", s.userObject(c.who)}, {"userLang", language}, {"dateFormat", false}, {"timeFormat", false},
		{"timezone", s.zone.String()}}, nil
}

// secretColumns are the columns of a user that Leantime gave away before 3.8.
var secretColumns = map[string]any{
	"password": "$2y$10$no-real-hash", "session": nil, "sessiontime": nil, "pwReset": "", "pwResetExpiration": nil,
	"pwResetCount": nil, "twoFASecret": nil,
}

func (s *Server) userObject(u *User) object {
	source, client := "", clientID
	if u.Key != "" {
		source, client = "api", 0
	}
	all := object{
		{"id", u.ID}, {"username", cmp.Or(u.Email, u.Key)}, {"password", nil}, {"firstname", u.First}, {"lastname", u.Last},
		{"phone", ""}, {"profileId", ""}, {"lastlogin", nil}, {"status", state(u)}, {"expires", nil},
		{"role", strconv.Itoa(u.Role)}, {"session", nil}, {"sessiontime", nil}, {"wage", nil}, {"hours", nil},
		{"description", nil}, {"clientId", client}, {"notifications", 1}, {"pwReset", nil}, {"pwResetExpiration", nil},
		{"pwResetCount", nil}, {"forcePwReset", nil}, {"lastpwd_change", nil}, {"settings", nil}, {"twoFAEnabled", 0},
		{"twoFASecret", nil}, {"createdOn", s.now()}, {"source", source}, {"jobTitle", ""}, {"jobLevel", ""},
		{"department", ""}, {"modified", s.now()},
	}
	var shown object
	for _, c := range all {
		secret, isSecret := secretColumns[c.name]
		switch {
		case !isSecret:
			shown = append(shown, c)
		case s.version.wraps():
			shown = append(shown, column{c.name, secret})
		}
	}
	return shown
}

func state(u *User) string {
	if u.Inactive {
		return "i"
	}
	return "a"
}

// revokeToken makes the caller's own tokens worthless.
func (s *Server) revokeToken(c *call) (any, error) {
	for _, credential := range s.credentials {
		if credential.user == c.who.ID && !credential.key {
			credential.expired = true
		}
	}
	return true, nil
}
