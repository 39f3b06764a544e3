package signin_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/secret"
	"ugeseddel/signin"
)

func TestPermissionsAreNoWiderThanReadingNeeds(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		app  signin.Microsoft365
		want string
	}{
		"own calendar":      {signin.Microsoft365{}, "Calendars.Read offline_access"},
		"shared calendar":   {signin.Microsoft365{Shared: true}, "Calendars.Read Calendars.Read.Shared offline_access"},
		"global cloud":      {signin.Microsoft365{BaseURL: "https://graph.microsoft.com/v1.0"}, "Calendars.Read offline_access"},
		"national cloud":    {signin.Microsoft365{BaseURL: "https://graph.microsoft.us"}, "https://graph.microsoft.us/Calendars.Read offline_access"},
		"this computer":     {signin.Microsoft365{BaseURL: "http://127.0.0.1:4010"}, "Calendars.Read offline_access"},
		"the settings' own": {signin.Microsoft365{Scopes: []string{"Calendars.ReadBasic"}, Shared: true}, "Calendars.ReadBasic offline_access"},
		"already lasting":   {signin.Microsoft365{Scopes: []string{"offline_access", "Calendars.Read"}}, "offline_access Calendars.Read"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, strings.Join(signin.Microsoft(c.app).Config.Scopes, " "))
		})
	}
}

func TestMicrosoftsAddressesFollowTenantAndCloud(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		app  signin.Microsoft365
		want string
	}{
		"any work account":           {signin.Microsoft365{}, "https://login.microsoftonline.com/organizations"},
		"one tenant":                 {signin.Microsoft365{Tenant: "os2.eu"}, "https://login.microsoftonline.com/os2.eu"},
		"national cloud":             {signin.Microsoft365{Authority: "https://login.microsoftonline.us/"}, "https://login.microsoftonline.us/organizations"},
		"authority names the tenant": {signin.Microsoft365{Authority: "https://login.microsoftonline.com/os2.eu", Tenant: "os2.eu"}, "https://login.microsoftonline.com/os2.eu"},
		"under a path":               {signin.Microsoft365{Authority: "http://127.0.0.1:4010/entra"}, "http://127.0.0.1:4010/entra/organizations"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.app.ClientID = "app"
			p := signin.Microsoft(c.app)
			require.Equal(t, c.want+"/oauth2/v2.0/authorize", p.Config.Endpoint.AuthURL)
			require.Equal(t, c.want+"/oauth2/v2.0/token", p.Config.Endpoint.TokenURL)
			require.Equal(t, c.want+"/oauth2/v2.0/devicecode", p.Config.Endpoint.DeviceAuthURL)
			require.Equal(t, c.want+"/adminconsent?client_id=app", p.Approval)
		})
	}
}

func TestGoogleIsAskedForAccessThatLasts(t *testing.T) {
	t.Parallel()
	s := &signin.Session{Name: "google", Provider: signin.Google("id", "secret"), Store: secret.Open(t.TempDir())}
	var address string
	ctx, cancel := context.WithCancel(t.Context())
	_ = s.Browser(ctx, func(a string) { address = a; cancel() })
	for _, part := range []string{"https://accounts.google.com/", "access_type=offline", "prompt=consent", "code_challenge_method=S256",
		"redirect_uri=http%3A%2F%2Flocalhost%3A", "scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcalendar"} {
		require.Contains(t, address, part)
	}
	require.NotContains(t, address, "client_secret")
	require.EqualError(t, s.Device(t.Context(), nil), "Google gives no access to calendars with a code")
}
