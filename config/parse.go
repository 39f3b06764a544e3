package config

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ugeseddel/secret"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Parse reads the settings in data. name is the file's name for messages and the place that relative paths start from; home stands for "~".
// The error holds every mistake.
func Parse(name, home string, data []byte) (Settings, error) {
	file := yamlread.Parse(name, data)
	r := reader{folder: filepath.Dir(name), home: home}
	root := file.Root().Map(append([]string{"timezone", "language", "calendars", "me", "leantime", "rules"}, weekKeys...)...)
	s := Settings{
		File:      name,
		Timezone:  zone(root["timezone"]),
		Language:  text.Lang(root["language"].OneOf(string(text.Danish), string(text.English))),
		Calendars: r.calendars(root["calendars"]),
		Me:        addresses(root["me"]),
		Leantime:  r.leantime(root["leantime"]),
		Draft:     week(root),
		Rules:     r.path(root["rules"].Text()),
	}
	return s, file.Err()
}

// reader knows what paths in the file are relative to.
type reader struct{ folder, home string }

func (r reader) path(p string) string {
	switch {
	case p == "" || filepath.IsAbs(p):
		return p
	case p == "~" || strings.HasPrefix(p, "~/"):
		return filepath.Join(r.home, p[1:])
	}
	return filepath.Join(r.folder, p)
}

func zone(v yamlread.Value) *time.Location {
	name := v.Text()
	if name == "" {
		return nil
	}
	z, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		v.Mistake("config.timezone", name)
		return nil
	}
	return z
}

func addresses(v yamlread.Value) []string {
	var list []string
	for _, item := range v.Items() {
		address := strings.ToLower(strings.TrimSpace(item.Text()))
		if !strings.Contains(address, "@") {
			item.Mistake("config.address", address)
			continue
		}
		list = append(list, address)
	}
	return list
}

func (r reader) leantime(v yamlread.Value) Leantime {
	m := v.Map("url", "token", "user")
	if v.Exists() && !m["url"].Exists() {
		v.Mistake("config.leantime-url")
	}
	return Leantime{
		URL:   strings.TrimSuffix(address(m["url"]), "/"),
		Token: r.secret(m["token"]),
		User:  strings.ToLower(m["user"].Text()),
	}
}

func address(v yamlread.Value) string {
	s := v.Text()
	u, err := url.Parse(s)
	if err == nil && u.User != nil {
		v.SecretMistake("config.secret-in-url")
		return ""
	}
	if s != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "") {
		v.Mistake("config.url", s)
	}
	return s
}

// secret reads where a secret is to be found. A secret that stands in the file itself is a mistake, and is not shown again.
func (r reader) secret(v yamlread.Value) secret.Ref {
	if v.Exists() && !v.IsMap() {
		v.SecretMistake("config.bare-secret")
		return secret.Ref{}
	}
	known := []string{"env", "file", "command", "keyring"}
	for _, p := range v.Pairs() {
		if !slices.Contains(known, p.Key.Text()) || p.Value.IsMap() || p.Value.IsList() {
			p.Value.Hide() // whatever was meant, it may be the secret itself
		}
	}
	m := v.Map(known...)
	if v.Exists() && len(m) != 1 {
		v.Mistake("config.one-secret")
	}
	return secret.Ref{
		Env:     m["env"].Text(),
		File:    r.path(m["file"].Text()),
		Command: m["command"].Text(),
		Keyring: m["keyring"].Text(),
	}
}
