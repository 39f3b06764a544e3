package caldav

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"ugeseddel/text"
)

// directory is what discovery found out about an account. It is kept with the local copies, so that a usual read need not ask again.
type directory struct {
	Account   string       // fingerprint of the address and the user that it was found with
	Found     time.Time    // when
	Calendars []collection // those that may hold events
	Me        []string     // the owner's e-mail addresses, as the server knows them, in lower case

	missing error // what kept a part of the account from being looked through
}

// collection is one calendar on the server.
type collection struct {
	URL  string
	Name string // the last part of its address: what tells it from its siblings
}

// resource is something on the server with its address and properties.
type resource struct {
	url *url.URL
	prop
}

// discover finds the account's calendars from any address that a person may have: that of the server, of the principal, of the home set,
// or of one calendar (RFC 6764 §6, RFC 5397, RFC 4791 §6.2.1).
func (c *client) discover(ctx context.Context) (directory, error) {
	var failure error
	for _, start := range c.starts() {
		d, err := c.explore(ctx, start)
		if err == nil || c.isFinal(start, err) {
			return d, err
		}
		if failure == nil || helps(err) > helps(failure) {
			failure = err
		}
	}
	return directory{}, failure
}

// starts are the addresses to begin at, the likeliest first. Nextcloud is often installed without the well-known address.
func (c *client) starts() []*url.URL {
	wellKnown := c.home.ResolveReference(&url.URL{Path: "/.well-known/caldav"})
	nextcloud := c.home.JoinPath("remote.php/dav/")
	if isRoot(c.home) {
		return []*url.URL{wellKnown, c.home, nextcloud}
	}
	return []*url.URL{c.home, wellKnown, nextcloud}
}

var (
	errNoHome      = text.Errorf("caldav.no-home").Try("caldav.address-hint")
	errNoCalendars = text.Errorf("caldav.no-calendars").Try("caldav.address-hint")
)

// isFinal tells whether looking elsewhere on the server is of no use, or no good: an address that was written out must not be replaced by another.
func (c *client) isFinal(start *url.URL, err error) bool {
	switch status(err) {
	case 0:
	case http.StatusUnauthorized, http.StatusTooManyRequests:
		return true
	case http.StatusForbidden, http.StatusNotFound, http.StatusGone:
		return start == c.home && !isRoot(start)
	default:
		return false
	}
	for _, local := range []error{errNoHome, errWebPage, errUnreadable, errCircle} {
		if errors.Is(err, local) {
			return false
		}
	}
	return !isElsewhere(err)
}

func isRoot(u *url.URL) bool { return strings.Trim(u.Path, "/") == "" }

// helps tells how much an error helps a person: most where it says where to go instead, least where it says that there is nothing here.
func helps(err error) int {
	switch status(err) {
	case http.StatusForbidden, http.StatusNotFound, http.StatusGone, http.StatusMethodNotAllowed:
		return 0
	}
	switch {
	case isElsewhere(err):
		return 2
	case errors.Is(err, errNoHome):
		return 0
	}
	return 1
}

// explore looks for calendars at one address, and behind the principal and the home sets that it names.
func (c *client) explore(ctx context.Context, start *url.URL) (directory, error) {
	at, err := c.resource(ctx, start)
	if err != nil {
		return directory{}, err
	}
	owner, err := c.owner(ctx, at)
	if err != nil && at.Types.Calendar == nil {
		return directory{}, err
	}
	found, err := c.calendars(ctx, at, owner)
	if err != nil && len(found) == 0 {
		return directory{}, err
	}
	d := directory{Me: addresses(owner.Addresses.List), missing: err}
	for _, r := range found {
		cal := collection{r.url.String(), lastPart(r.url)}
		if r.takesEvents() && !slices.Contains(d.Calendars, cal) {
			d.Calendars = append(d.Calendars, cal)
		}
	}
	if len(d.Calendars) == 0 {
		return d, errNoCalendars
	}
	return d, nil
}

// owner returns the principal: the resource itself, or the one that it names.
func (c *client) owner(ctx context.Context, at resource) (resource, error) {
	if len(at.HomeSets.List) > 0 || len(at.Principal.List) == 0 {
		return at, nil
	}
	u, err := at.url.Parse(at.Principal.List[0])
	if err != nil {
		return resource{}, errUnreadable
	}
	return c.resource(ctx, u)
}

// calendars returns the calendar itself, or else those inside the address, or else those in the owner's home sets.
// A home set that cannot be listed is in the error; the others' calendars are returned beside it.
func (c *client) calendars(ctx context.Context, at, owner resource) ([]resource, error) {
	if at.Types.Calendar != nil {
		return []resource{at}, nil
	}
	if at.Types.Collection != nil && len(at.HomeSets.List) == 0 && !isRoot(at.url) {
		inside, err := c.list(ctx, at.url)
		if err == nil && len(onlyCalendars(inside)) > 0 {
			return onlyCalendars(inside), nil
		}
	}
	if len(owner.HomeSets.List) == 0 {
		return nil, errNoHome
	}
	var all []resource
	var errs []error
	for _, home := range owner.HomeSets.List {
		u, err := owner.url.Parse(home)
		if err != nil {
			continue
		}
		inside, err := c.list(ctx, u)
		if err != nil {
			errs = append(errs, text.Errorf("caldav.home-set", lastPart(u)).Because(err))
		}
		all = append(all, onlyCalendars(inside)...)
	}
	return all, errors.Join(errs...)
}

func onlyCalendars(all []resource) []resource {
	var list []resource
	for _, r := range all {
		if r.Types.Calendar != nil {
			list = append(list, r)
		}
	}
	return list
}

// resource asks for one resource.
func (c *client) resource(ctx context.Context, u *url.URL) (resource, error) {
	a, err := c.ask(ctx, propfind(u, "0", "resourcetype", "current-user-principal", "C:calendar-home-set",
		"C:calendar-user-address-set", "C:supported-calendar-component-set"))
	if err != nil {
		return resource{}, err
	}
	for _, r := range a.Responses {
		at := a.member(r)
		if len(a.Responses) > 1 && strings.Trim(at.Path, "/") != strings.Trim(a.from.Path, "/") {
			continue
		}
		if code := r.failure(); code != 0 {
			return resource{}, newRefusal(code, 0)
		}
		return resource{at, r.found()}, nil
	}
	return resource{}, errUnreadable
}

// list asks for what is inside a collection.
func (c *client) list(ctx context.Context, u *url.URL) ([]resource, error) {
	a, err := c.ask(ctx, propfind(u, "1", "resourcetype", "C:supported-calendar-component-set"))
	if err != nil {
		return nil, err
	}
	var all []resource
	for _, r := range a.Responses {
		if r.failure() == 0 {
			all = append(all, resource{a.member(r), r.found()})
		}
	}
	return all, nil
}

// member returns the address of a response. It is on the server that was asked, whatever name that has for itself (RFC 4918 §8.3).
func (a answer) member(r response) *url.URL {
	u, err := a.from.Parse(strings.TrimSpace(r.Href))
	if err != nil {
		return a.from
	}
	u.Scheme, u.Host = a.from.Scheme, a.from.Host
	return u
}

// addresses takes the e-mail addresses out of a calendar-user-address-set (RFC 6638 §2.4.1).
func addresses(hrefs []string) []string {
	var list []string
	for _, href := range hrefs {
		mail, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(href)), "mailto:")
		if ok {
			list = append(list, mail)
		}
	}
	return list
}

func lastPart(u *url.URL) string {
	path := strings.TrimSuffix(u.Path, "/")
	return path[strings.LastIndexByte(path, '/')+1:]
}
