package signin_test

import (
	"bufio"
	"bytes"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/needs"
	"ugeseddel/signin"
)

// These tests run against a real OpenID provider, the npm package oidc-provider: `make test-deps` installs it.

func TestRealProviderSignsInThroughTheBrowserAndStaysSignedIn(t *testing.T) {
	t.Parallel()
	s := overNetwork(realProvider(t, "600"), t.TempDir())
	require.NoError(t, s.Browser(t.Context(), newPerson(t).agree))
	requireRotation(t, s)
}

func TestRealProviderSignsInWithACode(t *testing.T) {
	t.Parallel()
	s := overNetwork(realProvider(t, "600"), t.TempDir())
	require.NoError(t, s.Device(t.Context(), func(c signin.Code) { newPerson(t).agreeToCode(c) }))
	requireRotation(t, s)
}

func TestRealProviderIsDeclined(t *testing.T) {
	t.Parallel()
	const declined = "the sign-in to Microsoft was declined (access_denied)"
	authority := realProvider(t, "600")
	t.Run("in the browser", func(t *testing.T) {
		t.Parallel()
		require.EqualError(t, overNetwork(authority, t.TempDir()).Browser(t.Context(), newPerson(t).decline), declined)
	})
	t.Run("with a code", func(t *testing.T) {
		t.Parallel()
		s := overNetwork(authority, t.TempDir())
		require.EqualError(t, s.Device(t.Context(), func(c signin.Code) { newPerson(t).declineCode(c) }), declined)
	})
}

func TestRealProvidersCodeExpires(t *testing.T) {
	t.Parallel()
	s := overNetwork(realProvider(t, "1"), t.TempDir())
	require.EqualError(t, s.Device(t.Context(), func(signin.Code) {}), "the code was not used in time")
}

func TestRealProviderRefusesACodeWithoutItsVerifier(t *testing.T) {
	t.Parallel()
	s := overNetwork(realProvider(t, "600"), t.TempDir())
	s.Network = roundTrip(func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		forged := r.Clone(r.Context())
		form := regexp.MustCompile(`code_verifier=[^&]*`).ReplaceAll(body, []byte("code_verifier="+strings.Repeat("x", 43)))
		forged.Body, forged.ContentLength = io.NopCloser(bytes.NewReader(form)), int64(len(form))
		return http.DefaultTransport.RoundTrip(forged)
	})
	err := s.Browser(t.Context(), newPerson(t).agree)
	require.EqualError(t, err, "your sign-in to Microsoft is no longer valid (invalid_grant)")
}

// requireRotation renews the sign-in a few times, each as a new run of the program would, and then with a token that was used
// before: the provider takes that for theft and ends the sign-in.
func requireRotation(t *testing.T, s *signin.Session) {
	t.Helper()
	server := httptest.NewServer(http.NotFoundHandler()) // a calendar, for what is asked of it
	defer server.Close()
	renew := func() error {
		client, err := s.Client(server.URL)
		require.NoError(t, err)
		_, err = get(t.Context(), client, server.URL)
		return err
	}
	first := stored(t, s)
	for range 3 {
		before := stored(t, s)
		require.NoError(t, renew())
		require.NotEqual(t, before, stored(t, s))
	}
	require.NoError(t, s.Store.Set(t.Context(), s.Name, first))
	err := renew()
	require.ErrorContains(t, err, "your sign-in to Microsoft is no longer valid (invalid_grant)")
	require.NotContains(t, err.Error(), first)
}

// realProvider starts the provider and returns its address.
func realProvider(t *testing.T, deviceCodeSeconds string) string {
	t.Helper()
	node := needs.Program(t, "node", "nodejs")
	dir := filepath.Join("testdata", "oidc-provider")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "oidc-provider")); err != nil {
		needs.Missing(t, "the npm package oidc-provider is not installed; `make test-deps` installs it")
	}
	program := exec.CommandContext(t.Context(), node, "server.mjs", deviceCodeSeconds)
	program.Dir = dir
	var complaints bytes.Buffer
	program.Stderr = &complaints
	output, err := program.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, program.Start())
	address, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatalf("%v, %v: %s", err, program.Wait(), &complaints)
	}
	t.Cleanup(func() { _ = program.Wait() }) // the context has ended it
	return strings.TrimSpace(address)
}

// person is somebody with a browser at the provider's pages.
type person struct {
	t      *testing.T
	client *http.Client
}

func newPerson(t *testing.T) person {
	t.Helper()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	return person{t, &http.Client{Jar: jar}}
}

func (p person) agree(address string) { p.fillIn(p.open(address), "") }

func (p person) decline(address string) { p.cancel(p.open(address)) }

func (p person) agreeToCode(c signin.Code) { p.fillIn(p.open(c.Address), c.Code) }

func (p person) declineCode(c signin.Code) {
	page := p.open(c.Address)
	for !strings.Contains(page, "/abort\"") {
		page = p.submit(page, c.Code)
	}
	p.cancel(page)
}

func (p person) open(address string) string { return p.read(p.client.Get(address)) }

var (
	formForm  = regexp.MustCompile(`(?s)<form[^>]* action="([^"]+)".*?</form>`)
	inputForm = regexp.MustCompile(`<input[^>]* name="([^"]+)"(?: value="([^"]*)")?`)
	abortForm = regexp.MustCompile(`href="([^"]+/abort)"`)
)

// fillIn submits form after form until a page has none.
func (p person) fillIn(page, code string) {
	for range 10 {
		if !formForm.MatchString(page) {
			return
		}
		page = p.submit(page, code)
	}
	p.t.Error("the provider's pages have no end")
}

func (p person) submit(page, code string) string {
	form := formForm.FindStringSubmatch(page)
	if form == nil {
		p.t.Errorf("no form in %s", page)
		return ""
	}
	values := url.Values{}
	for _, input := range inputForm.FindAllStringSubmatch(form[0], -1) {
		values.Set(input[1], input[2])
	}
	for name, value := range map[string]string{"login": "mette", "password": "hemmelig", "user_code": code} {
		if values.Has(name) && values.Get(name) == "" {
			values.Set(name, value)
		}
	}
	return p.read(p.client.PostForm(html.UnescapeString(form[1]), values))
}

func (p person) cancel(page string) {
	link := abortForm.FindStringSubmatch(page)
	if link == nil {
		p.t.Errorf("nothing to cancel in %s", page)
		return
	}
	p.open(html.UnescapeString(link[1]))
}

func (p person) read(resp *http.Response, err error) string {
	if err != nil {
		p.t.Error(err)
		return ""
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		p.t.Error(err)
	}
	return string(body)
}
