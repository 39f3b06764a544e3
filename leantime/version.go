package leantime

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strconv"

	"ugeseddel/text"
)

// version is Leantime's own number. The oldest and the newest that this package was made for are 3.5 and 3.9.8.
type version struct{ major, minor, patch int }

var (
	oldestKnown = version{3, 5, 0}
	newestKnown = version{3, 9, 8}
)

func (v version) String() string { return fmt.Sprintf("%d.%d.%d", v.major, v.minor, v.patch) }

func (v version) before(w version) bool {
	if v.major != w.major {
		return v.major < w.major
	}
	if v.minor != w.minor {
		return v.minor < w.minor
	}
	return v.patch < w.patch
}

func (v version) atLeast(minor int) bool { return !v.before(version{3, minor, 0}) }

// What differs between the versions.
func (v version) knowsSelf() bool     { return v.atLeast(8) } // users.getUser without an id
func (v version) tellsZone() bool     { return v.atLeast(9) } // users.getOwnProfileSettings
func (v version) breaksTokens() bool  { return v.atLeast(9) && v.before(version{3, 9, 2}) }
func (v version) deletesByID() bool   { return v.atLeast(6) } // timesheets.deleteTime
func (v version) setsText() bool      { return v.atLeast(9) } // timesheets.updateTime: hours and text in one statement
func (v version) patchesTicket() bool { return v.atLeast(9) } // tickets.patchTicket; before, tickets.patch

// perMinute is the number of requests that such a server allows in a minute, where nobody has changed it.
func (v version) perMinute() int {
	if v.before(version{3, 9, 7}) {
		return 10
	}
	return 120
}

var (
	versionTag    = regexp.MustCompile(`<meta[^>]+leantime-version[^>]*>`)
	versionNumber = regexp.MustCompile(`(\d+)\.(\d+)(?:\.(\d+))?`)
)

// readVersion asks the login page, which is public, for the version (a meta tag; 3.5.12 and 3.9.8).
func (c *Client) readVersion(ctx context.Context) (v version, err error) {
	err = c.again(ctx, func() error {
		page, err := c.exchange(ctx, http.MethodGet, "auth/login", nil)
		if err != nil {
			return err
		}
		m := versionNumber.FindStringSubmatch(string(versionTag.Find(page)))
		if m == nil {
			return &Error{Kind: NotLeantime, Status: http.StatusOK, err: text.Errorf("leantime.no-version").Try("leantime.url-try")}
		}
		v.major, _ = strconv.Atoi(m[1])
		v.minor, _ = strconv.Atoi(m[2])
		v.patch, _ = strconv.Atoi(m[3])
		return nil
	})
	return v, err
}
