package signin

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ugeseddel/text"
)

// IsNextcloud tells whether a CalDAV address is one of Nextcloud's, where an app password can be fetched.
func IsNextcloud(caldav string) bool { return strings.Contains(caldav, "/remote.php/") }

// AppPassword is a password that Nextcloud made for ugeseddel alone; the person finds it, and can withdraw it, in their settings
// under Security.
type AppPassword struct{ User, Password string }

// nextcloudTime is how long Nextcloud waits for the person.
const nextcloudTime = 20 * time.Minute

// Nextcloud fetches an app password by Nextcloud's login flow v2. caldav is the address of the calendars; show is given
// the address that the person must open. Nothing is stored.
func Nextcloud(ctx context.Context, network http.RoundTripper, caldav string, show func(address string)) (AppPassword, error) {
	root, _, _ := strings.Cut(caldav, "/remote.php/")
	flow := &nextcloud{root: root, client: (&Session{Network: network}).network()}
	var start struct {
		Poll  struct{ Token, Endpoint string }
		Login string
	}
	if err := flow.post(ctx, root+"/index.php/login/v2", nil, &start); err != nil {
		return AppPassword{}, flow.explain(err)
	}
	if !flow.own(start.Poll.Endpoint) || !flow.own(start.Login) {
		return AppPassword{}, text.Errorf("signin.not-understood", "Nextcloud")
	}
	show(start.Login)
	return flow.wait(ctx, start.Poll.Endpoint, url.Values{"token": {start.Poll.Token}})
}

// nextcloud is one run of the flow at one server.
type nextcloud struct {
	root   string
	client *http.Client
}

// errNotYet is Nextcloud's answer as long as the person has not agreed.
var errNotYet = errors.New("not yet")

// wait asks until the person has agreed. An answer that fails is asked for again.
func (n *nextcloud) wait(ctx context.Context, endpoint string, form url.Values) (AppPassword, error) {
	ctx, cancel := context.WithTimeout(ctx, nextcloudTime)
	defer cancel()
	ticker := time.NewTicker(2 * time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			if errors.Is(ctx.Err(), context.DeadlineExceeded) {
				return AppPassword{}, text.Errorf("signin.no-answer", "Nextcloud")
			}
			return AppPassword{}, ctx.Err()
		}
		var got struct{ LoginName, AppPassword string }
		err := n.post(ctx, endpoint, form, &got)
		switch {
		case err == nil && got.AppPassword != "":
			return AppPassword{got.LoginName, got.AppPassword}, nil
		case err == nil:
			return AppPassword{}, text.Errorf("signin.not-understood", "Nextcloud")
		case ctx.Err() == nil && !errors.Is(err, errNotYet) && !passing(err):
			return AppPassword{}, n.explain(err)
		}
	}
}

// post is the only place that talks to Nextcloud, which shows the User-Agent to the person as the name of the app.
func (n *nextcloud) post(ctx context.Context, address string, form url.Values, answer any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("User-Agent", "ugeseddel")
	resp, err := n.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	switch {
	case err != nil:
		return err
	case resp.StatusCode == http.StatusNotFound && form != nil:
		return errNotYet
	case resp.StatusCode >= 500:
		return &url.Error{Op: "Post", Err: errors.New(resp.Status)}
	case resp.StatusCode != http.StatusOK || json.Unmarshal(body, answer) != nil:
		return errNotUnderstood
	}
	return nil
}

// own tells whether an address is on the server itself: the app password, and the person, go nowhere else.
func (n *nextcloud) own(address string) bool {
	root, err := url.Parse(n.root)
	if err != nil {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && u.Scheme == root.Scheme && strings.EqualFold(u.Host, root.Host)
}

func (n *nextcloud) explain(err error) error {
	return (&Session{Provider: Provider{Name: "Nextcloud"}}).explain(err)
}
