package signin_test

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/direct"
	"ugeseddel/signin"
)

// cloud is Nextcloud's login flow v2: whoever asks is told 404 until the person has agreed.
type cloud struct {
	login, endpoint string
	answers         []int // what comes before the agreement; 404 is "not yet"
	asked           []*http.Request
}

func (c *cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	c.asked = append(c.asked, r)
	switch {
	case r.URL.Path == "/sky/index.php/login/v2":
		fmt.Fprintf(w, `{"poll": {"token": "poll-token", "endpoint": %q}, "login": %q}`, c.endpoint, c.login)
	case len(c.answers) > 0:
		w.WriteHeader(c.answers[0])
		c.answers = c.answers[1:]
	case r.PostForm.Get("token") == "poll-token":
		io.WriteString(w, `{"server": "https://cloud.example/sky", "loginName": "mette", "appPassword": "hemmelig"}`)
	}
}

const (
	cloudCalDAV = "https://cloud.example/sky/remote.php/dav"
	cloudLogin  = "https://cloud.example/sky/index.php/login/v2/flow/abc"
	cloudPoll   = "https://cloud.example/sky/index.php/login/v2/poll"
)

func TestNextcloudGivesAPasswordForThisProgramAlone(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := &cloud{login: cloudLogin, endpoint: cloudPoll, answers: []int{404, 404, 503, 404}}
		var opened string
		got, err := signin.Nextcloud(t.Context(), direct.To(c), cloudCalDAV, func(address string) { opened = address })
		require.NoError(t, err)
		require.Equal(t, signin.AppPassword{User: "mette", Password: "hemmelig"}, got)
		require.Equal(t, cloudLogin, opened)
		for _, r := range c.asked {
			require.Equal(t, http.MethodPost, r.Method)
			require.Equal(t, "ugeseddel", r.UserAgent())
		}
	})
}

func TestNextcloudThatIsNoneOrPointsElsewhereIsNotBelieved(t *testing.T) {
	t.Parallel()
	const notUnderstood = "the answer from Nextcloud is no answer to a sign-in; is the address in the settings right?"
	for name, c := range map[string]struct {
		cloud cloud
		want  string
	}{
		"poll elsewhere":  {cloud{login: cloudLogin, endpoint: "https://evil.example/poll"}, notUnderstood},
		"login elsewhere": {cloud{login: "http://cloud.example/login", endpoint: cloudPoll}, notUnderstood},
		"no addresses":    {cloud{}, notUnderstood},
		"refused":         {cloud{login: cloudLogin, endpoint: cloudPoll, answers: []int{403}}, notUnderstood},
		"nobody agrees":   {cloud{login: cloudLogin, endpoint: cloudPoll, answers: slices.Repeat([]int{404}, 1000)}, "no answer came from the browser in time; you are not signed in to Nextcloud"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				_, err := signin.Nextcloud(t.Context(), direct.To(&c.cloud), cloudCalDAV, func(string) {})
				require.EqualError(t, err, c.want)
				require.NotContains(t, err.Error(), "poll-token")
			})
		})
	}
}

func TestNextcloudIsKnownByItsAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{cloudCalDAV: true, "https://dav.example/": false, "google": false} {
		require.Equal(t, want, signin.IsNextcloud(address), address)
	}
}
