package leantimetest_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/leantime/leantimetest"
)

// A world is the server of one fact: nine accounts, five projects, seven to-dos, no rows.
type world struct {
	server *leantimetest.Server
	now    time.Time
}

func newWorld(t *testing.T, setting map[string]string) *world {
	t.Helper()
	w := &world{now: time.Date(2026, time.November, 23, 14, 0, 0, 0, time.UTC)}
	options := leantimetest.Options{Version: setting["version"], Language: setting["language"], Clock: func() time.Time { return w.now }}
	if name := setting["zone"]; name != "" {
		zone, err := time.LoadLocation(name)
		require.NoError(t, err)
		options.Zone = zone
	}
	w.server = leantimetest.New(options)
	w.addPeople()
	w.addWork()
	return w
}

func (w *world) addPeople() {
	for _, u := range []leantimetest.User{
		{First: "Ada", Last: "Holm", Email: "ada@example.dk", Role: leantimetest.Owner, Token: "ada"},
		{First: "Karen", Last: "Lund", Email: "karen@example.dk", Role: leantimetest.Manager, Token: "karen"},
		{First: "Mette", Last: "Ågård", Email: "mette@example.dk", Token: "mette"},
		{First: "Jens", Last: "Dam", Email: "jens@example.dk", Token: "jens"},
		{First: "Rita", Last: "Bech", Email: "rita@example.dk", Role: leantimetest.ReadOnly, Token: "rita"},
		{First: "editors key", Key: "lt_editor_key"},
		{First: "managers key", Role: leantimetest.Manager, Key: "lt_manager_key"},
		{First: "admins key", Role: leantimetest.Admin, Key: "lt_admin_key"},
		{First: "lone key", Key: "lt_lone_key"},
	} {
		w.server.AddUser(u)
	}
}

func (w *world) addWork() {
	w.server.AddProject(leantimetest.Project{Name: "Valg", Members: []int{1, 2, 3, 4, 5, 6, 7}})
	w.server.AddProject(leantimetest.Project{Name: "Ældre", Members: []int{3, 6}, Statuses: []leantimetest.Status{
		{ID: 5, Name: "Ny", Type: "NEW"}, {ID: 7, Name: "I gang", Type: "INPROGRESS"}, {ID: 3, Name: "Færdig", Type: "DONE", Sort: 9}}})
	w.server.AddProject(leantimetest.Project{Name: "Fremmed", Members: []int{2, 7}})
	w.server.AddProject(leantimetest.Project{Name: "Nedlagt", Members: []int{3}, Closed: true})
	for _, task := range []leantimetest.Task{
		{Project: 1, Headline: "Koordinering", Tags: "møde,valg", Status: 3, Editor: 3, Author: 2, Date: "2026-11-01 08:00:00"},
		{Project: 1, Headline: "Færdigt", Status: 0, Editor: 3, Date: "2026-11-02 08:00:00"},
		{Headline: "Uden projekt", Date: "2026-11-03 08:00:00"},
		{Project: 3, Headline: "Ikke Mettes", Status: 3, Date: "2026-11-04 08:00:00"},
		{Project: 2, Headline: "Besøg", Status: 7, Editor: 4, Date: "2026-11-05 08:00:00"},
		{Project: 4, Headline: "I det nedlagte", Status: 3, Editor: 3, Date: "2026-11-06 08:00:00"},
		{Project: 1, Headline: "Gemt væk", Status: -1, Date: "2026-11-07 08:00:00"},
	} {
		w.server.AddTask(task)
	}
}

// rows writes the rows that there are as facts do.
func (w *world) rows() []string {
	rows := []string{}
	for _, r := range w.server.Rows() {
		at := "0000-00-00 00:00"
		if !r.WorkDate.IsZero() {
			at = r.WorkDate.Format("2006-01-02 15:04")
		}
		text, hours := strconv.Quote(r.Text), strconv.FormatFloat(r.Hours, 'f', -1, 64)
		if r.TextNull {
			text = "NULL"
		}
		if r.HoursNull {
			hours = "NULL"
		}
		rows = append(rows, fmt.Sprintf("%d %d %s %s %s %s", r.User, r.Task, at, hours, r.Kind, text))
	}
	return rows
}

var stepForm = regexp.MustCompile(`^(\S+) (?:x(\d+) )?(\S+) ?(.*?) -> (.*)$`)

// play does one step: a wait, the end of a token, or a call with its answer.
func (w *world) play(t *testing.T, step string) {
	t.Helper()
	if wait, ok := strings.CutPrefix(step, "wait "); ok {
		d, err := time.ParseDuration(wait)
		require.NoError(t, err)
		w.now = w.now.Add(d)
		return
	}
	if token, ok := strings.CutPrefix(step, "expire "); ok {
		w.server.ExpireToken(token)
		return
	}
	m := stepForm.FindStringSubmatch(step)
	require.NotNil(t, m, "no step: %s", step)
	who, method, params, want := m[1], m[3], m[4], m[5]
	times, _ := strconv.Atoi(m[2])
	var status int
	var answer string
	for range max(1, times) {
		status, answer = w.send(t, who, body(t, method, params))
	}
	expect(t, want, status, answer, method != "raw")
}

// credentials are the headers of those who call; anybody else's name is a wrong token.
var credentials = map[string][2]string{
	"editorkey": {"x-api-key", "lt_editor_key"}, "managerkey": {"x-api-key", "lt_manager_key"},
	"adminkey": {"x-api-key", "lt_admin_key"}, "lonekey": {"x-api-key", "lt_lone_key"}, "wrongkey": {"x-api-key", "lt_a_b"},
	"keyasbearer": {"Authorization", "Bearer lt_editor_key"}, "beareraskey": {"x-api-key", "mette"},
	"lowercase": {"Authorization", "bearer mette"}, "nobody": {"Accept", "*/*"},
}

func (w *world) send(t *testing.T, who, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	header, ok := credentials[who]
	if !ok {
		header = [2]string{"Authorization", "Bearer " + who}
	}
	r.Header.Set(header[0], header[1])
	answer, err := w.server.RoundTrip(r)
	require.NoError(t, err)
	text, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(text)
}

// defaults are what the short forms of the writing calls hold besides the params given.
var defaults = map[string]string{
	"log":    `{"timestamp":1795129200,"hours":1,"kind":"GENERAL_BILLABLE","description":"t"}`,
	"upsert": `{"timestamp":1795129200,"hours":1,"kind":"GENERAL_BILLABLE","description":"t"}`,
	"add":    `{"ticket":1,"date":"2026-11-19 23:00:00","hours":1,"kind":"GENERAL_BILLABLE","description":"t"}`,
	"update": `{"id":1,"ticket":1,"date":"2026-11-19 23:00:00","hours":1,"kind":"GENERAL_BILLABLE","description":"t",` +
		`"invoicedEmpl":0,"invoicedComp":0,"invoicedEmplDate":"","invoicedCompDate":"","paid":0,"paidDate":""}`,
}

// body writes the request. A param "-" takes a default away, and "ticketId" of log and upsert goes to its place.
func body(t *testing.T, method, params string) string {
	t.Helper()
	if method == "raw" {
		return strings.ReplaceAll(params, "rpc:", `"jsonrpc":"2.0","method":"leantime.rpc.`)
	}
	given := map[string]any{}
	if params != "" {
		require.NoError(t, json.Unmarshal([]byte(params), &given))
	}
	if standard, ok := defaults[method]; ok {
		given = written(t, method, standard, given)
		method = "timesheets." + map[string]string{"log": "logTime", "upsert": "upsertTime", "add": "addTime", "update": "updateTime"}[method]
	}
	call, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "leantime.rpc." + method, "params": given})
	require.NoError(t, err)
	return string(call)
}

func written(t *testing.T, method, standard string, given map[string]any) map[string]any {
	t.Helper()
	all := map[string]any{}
	require.NoError(t, json.Unmarshal([]byte(standard), &all))
	maps.Copy(all, given)
	for name, value := range all {
		if value == "-" {
			delete(all, name)
		}
	}
	if method == "add" || method == "update" {
		return map[string]any{"values": all}
	}
	ticket, ok := all["ticketId"]
	if !ok {
		ticket = 1
	}
	delete(all, "ticketId")
	return map[string]any{"ticketId": ticket, "params": all}
}
