// Package signin signs a person in to Microsoft or Google and keeps them signed in: in the browser (authorization code with PKCE
// over a loopback address, RFC 8252), or with a code that is typed on another device (RFC 8628). Only the refresh token is kept,
// and each new one is stored before the access token beside it is used. It also fetches app passwords from Nextcloud.
package signin

import (
	"cmp"
	"net"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/endpoints"
)

// Provider is whom a person signs in to, and with which app registration.
type Provider struct {
	Name     string                  // as people call it
	Config   oauth2.Config           // the registration; the redirect is filled in at each sign-in
	Options  []oauth2.AuthCodeOption // what the browser's address says beyond the usual
	Approval string                  // where an IT department can approve the app; "" where that is unknown
}

// Microsoft365 is an app registered in Microsoft Entra. Only the client id has no default.
type Microsoft365 struct {
	ClientID  string
	Tenant    string   // an id or a domain; "" is organizations: any work account
	Authority string   // where people sign in; "" is Microsoft's global cloud
	BaseURL   string   // where Graph is, whose name the permissions carry in a national cloud; "" is the global one
	Scopes    []string // instead of the usual permissions
	Shared    bool     // also read calendars that others share
}

const (
	globalAuthority = "https://login.microsoftonline.com"
	globalGraph     = "https://graph.microsoft.com"
	offline         = "offline_access" // without it there is no refresh token
)

// Microsoft signs in to Outlook in Microsoft 365 as a public client: an app on a person's computer can keep no secret, and one that
// is sent nevertheless is refused when the sign-in is renewed (AADSTS700025).
func Microsoft(app Microsoft365) Provider {
	tenant := cmp.Or(app.Tenant, "organizations")
	authority := strings.TrimSuffix(cmp.Or(app.Authority, globalAuthority), "/")
	if !strings.HasSuffix(authority, "/"+tenant) {
		authority += "/" + url.PathEscape(tenant)
	}
	return Provider{
		Name: "Microsoft",
		Config: oauth2.Config{
			ClientID: app.ClientID,
			Scopes:   app.scopes(),
			Endpoint: oauth2.Endpoint{
				AuthURL:       authority + "/oauth2/v2.0/authorize",
				TokenURL:      authority + "/oauth2/v2.0/token",
				DeviceAuthURL: authority + "/oauth2/v2.0/devicecode",
				// Without a style the library tries two for each question, and the second one counts as asking too fast.
				AuthStyle: oauth2.AuthStyleInParams,
			},
		},
		Approval: authority + "/adminconsent?" + url.Values{"client_id": {app.ClientID}}.Encode(),
	}
}

// scopes are no wider than reading calendars needs.
func (app Microsoft365) scopes() []string {
	scopes := slices.Clone(app.Scopes)
	if len(scopes) == 0 {
		scopes = append(scopes, app.permission("Calendars.Read"))
		if app.Shared {
			scopes = append(scopes, app.permission("Calendars.Read.Shared"))
		}
	}
	if !slices.Contains(scopes, offline) {
		scopes = append(scopes, offline)
	}
	return scopes
}

// permission writes a permission of Graph in full where Graph is that of a national cloud: a short name means the global one.
func (app Microsoft365) permission(name string) string {
	u, err := url.Parse(app.BaseURL)
	if err != nil || u.Host == "" || "https://"+u.Host == globalGraph || isLoopback(u.Hostname()) {
		return name
	}
	return "https://" + u.Host + "/" + name
}

// Google signs in to Google's calendars. The secret of an installed app is none: Google's own word for it.
func Google(clientID, clientSecret string) Provider {
	endpoint := endpoints.Google
	endpoint.AuthStyle = oauth2.AuthStyleInParams
	endpoint.DeviceAuthURL = "" // a code on another device cannot be had for calendars
	return Provider{
		Name: "Google",
		Config: oauth2.Config{
			ClientID:     clientID,
			ClientSecret: clientSecret,
			Scopes:       []string{"https://www.googleapis.com/auth/calendar"},
			Endpoint:     endpoint,
		},
		// A refresh token comes only where access offline is asked for, and only together with a consent.
		Options: []oauth2.AuthCodeOption{oauth2.AccessTypeOffline, oauth2.SetAuthURLParam("prompt", "consent")},
	}
}

// HasDevice tells whether a person can sign in with a code on another device.
func (p Provider) HasDevice() bool { return p.Config.Endpoint.DeviceAuthURL != "" }

// wanted are the permissions without which nothing can be read.
func (p Provider) wanted() []string {
	return slices.DeleteFunc(slices.Clone(p.Config.Scopes), func(scope string) bool {
		return slices.Contains([]string{offline, "openid", "profile", "email", "User.Read"}, lastPart(scope))
	})
}

// missing returns the permissions that were not granted. A provider that does not tell them granted all (RFC 6749 §5.1).
func (p Provider) missing(granted string) []string {
	if granted == "" {
		return nil
	}
	var names []string
	for scope := range strings.FieldsSeq(granted) {
		names = append(names, strings.ToLower(lastPart(scope)))
	}
	return slices.DeleteFunc(p.wanted(), func(scope string) bool {
		return slices.Contains(names, strings.ToLower(lastPart(scope)))
	})
}

// lastPart is a permission's name without the address of what it is for.
func lastPart(scope string) string { return scope[strings.LastIndexByte(scope, '/')+1:] }

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
