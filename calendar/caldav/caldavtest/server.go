// Package caldavtest starts real CalDAV servers for tests, on 127.0.0.1 and only for as long as the test runs.
//
// Radicale and Xandikos come from Debian's packages; `make test-deps` installs them. A test without its server is skipped,
// or fails where UGESEDDEL_REQUIRE_ALL=1 is set. `go test ./calendar/caldav -run Real -v` runs the tests that use them.
package caldavtest

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/needs"
)

// Server is a running CalDAV server with the one user alice.
type Server struct {
	URL      string // of the server itself
	Home     string // where the user's calendars are
	User     string
	Password string
}

// Radicale starts Debian's Radicale, with basic authentication.
func Radicale(t testing.TB) *Server {
	t.Helper()
	program := needs.Program(t, "radicale")
	dir, address := t.TempDir(), freeAddress(t)
	users := filepath.Join(dir, "users")
	require.NoError(t, os.WriteFile(users, []byte("alice:sesame\n"), 0o600))
	settings := fmt.Sprintf("[server]\nhosts = %s\n[auth]\ntype = htpasswd\nhtpasswd_filename = %s\nhtpasswd_encryption = plain\n"+
		"[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = %s\n[logging]\nlevel = warning\n", address, users, filepath.Join(dir, "data"))
	config := filepath.Join(dir, "config")
	require.NoError(t, os.WriteFile(config, []byte(settings), 0o600))
	s := &Server{URL: "http://" + address, User: "alice", Password: "sesame"}
	s.Home = s.URL + "/alice/"
	start(t, address, program, "--config", config)
	return s
}

// Xandikos starts Debian's Xandikos, which knows no passwords.
func Xandikos(t testing.TB) *Server {
	t.Helper()
	program := needs.Program(t, "xandikos")
	dir, address := t.TempDir(), freeAddress(t)
	_, port, err := net.SplitHostPort(address)
	require.NoError(t, err)
	s := &Server{URL: "http://" + address}
	s.Home = s.URL + "/alice/calendars/"
	start(t, address, program, "-d", filepath.Join(dir, "data"), "--defaults", "--current-user-principal", "/alice/", "-l", "127.0.0.1", "-p", port)
	return s
}

func freeAddress(t testing.TB) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}

// start runs a server until the test ends, and waits until it answers.
func start(t testing.TB, address, program string, args ...string) {
	t.Helper()
	var output bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &output, &output
	require.NoError(t, cmd.Start())
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
	})
	for range 300 {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s has ended: %v\n%s", program, err, &output)
		case <-time.After(100 * time.Millisecond):
		}
		if conn, err := net.Dial("tcp", address); err == nil {
			conn.Close()
			return
		}
	}
	t.Fatalf("%s does not answer at %s", program, address)
}

// MakeCalendar makes a calendar for the components, such as VEVENT or VTODO, and returns its address. Without components it takes any.
func (s *Server) MakeCalendar(t testing.TB, name string, components ...string) string {
	t.Helper()
	var set strings.Builder
	for _, c := range components {
		fmt.Fprintf(&set, `<C:comp name="%s"/>`, c)
	}
	if set.Len() > 0 {
		set.WriteString("</C:supported-calendar-component-set></prop></set>")
	}
	body := `<?xml version="1.0" encoding="utf-8"?><C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">`
	if set.Len() > 0 {
		body += "<set><prop><C:supported-calendar-component-set>" + set.String()
	}
	address := s.Home + url.PathEscape(name) + "/"
	s.must(t, "MKCALENDAR", address, "application/xml", body+"</C:mkcalendar>")
	return address
}

// Put stores an object in a calendar, new or in place of an older one.
func (s *Server) Put(t testing.TB, calendar, name, ics string) {
	t.Helper()
	s.must(t, "PUT", calendar+url.PathEscape(name), "text/calendar; charset=utf-8", ics)
}

// Delete removes an object from a calendar.
func (s *Server) Delete(t testing.TB, calendar, name string) {
	t.Helper()
	s.must(t, "DELETE", calendar+url.PathEscape(name), "", "")
}

func (s *Server) must(t testing.TB, method, address, kind, body string) {
	t.Helper()
	req, err := http.NewRequest(method, address, strings.NewReader(body))
	require.NoError(t, err)
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	req.SetBasicAuth(s.User, s.Password)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(t, err)
	defer resp.Body.Close()
	answer, _ := io.ReadAll(resp.Body)
	require.Equal(t, 2, resp.StatusCode/100, "%s %s: %s %s", method, address, resp.Status, answer)
}
