package leantimetest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/leantime/leantimetest"
)

// A fact is something that a real Leantime was seen to do; testdata/facts.txt says how one is written.
type fact struct {
	name    string // the recordings' numbers and what they show
	setting map[string]string
	steps   []string
	rows    []string
}

func TestItDoesWhatRealServersWereRecordedToDo(t *testing.T) {
	t.Parallel()
	facts := readFacts(t, "testdata/facts.txt")
	require.GreaterOrEqual(t, recordingsIn(facts), 250, "facts have been lost")
	for _, f := range facts {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, f.setting)
			for _, step := range f.steps {
				w.play(t, step)
			}
			if f.rows != nil {
				require.Equal(t, f.rows, w.rows())
			}
		})
	}
}

var recordingNumbers = regexp.MustCompile(`^(\d{3} )+`)

// recordingsIn counts the recordings that facts cite.
func recordingsIn(facts []fact) int {
	cited := map[string]bool{}
	for _, f := range facts {
		for _, number := range strings.Fields(recordingNumbers.FindString(f.name)) {
			cited[number] = true
		}
	}
	return len(cited)
}

func readFacts(t *testing.T, name string) []fact {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	var facts []fact
	setting := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = repeated.ReplaceAllStringFunc(strings.TrimRight(line, "\n"), repeat)
		switch rest, indented := strings.CutPrefix(line, "  "); {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "server "):
			setting = settingOf(line)
		case !indented:
			facts = append(facts, fact{name: line, setting: setting})
		case strings.HasPrefix(rest, "= "):
			f := &facts[len(facts)-1]
			f.rows = append([]string{}, f.rows...)
			if rest != "= none" {
				f.rows = append(f.rows, rest[2:])
			}
		default:
			facts[len(facts)-1].steps = append(facts[len(facts)-1].steps, rest)
		}
	}
	return facts
}

var repeated = regexp.MustCompile(`\pL×\d+`)

// repeat writes a letter as often as æ×300 says.
func repeat(text string) string {
	letter, count, _ := strings.Cut(text, "×")
	n, _ := strconv.Atoi(count)
	return strings.Repeat(letter, n)
}

// settingOf reads "server 3.9.8 language=da-DK".
func settingOf(line string) map[string]string {
	words := strings.Fields(line)
	setting := map[string]string{"version": words[1]}
	for _, word := range words[2:] {
		name, value, _ := strings.Cut(word, "=")
		setting[name] = value
	}
	return setting
}

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

// expect compares an answer: "http 401", "nothing", "!-32001 text", or JSON that must be part of it with the same types.
func expect(t *testing.T, want string, status int, answer string, rpc bool) {
	t.Helper()
	if code, ok := strings.CutPrefix(want, "http "); ok {
		require.Equal(t, code, strconv.Itoa(status), answer)
		return
	}
	require.Equal(t, http.StatusOK, status, answer)
	if want == "nothing" {
		require.Empty(t, answer)
		return
	}
	got := decoded(t, answer)
	if refusal, ok := strings.CutPrefix(want, "!"); ok {
		require.Equal(t, refusal, errorOf(got), answer)
		return
	}
	if rpc {
		fields, _ := got.(map[string]any)
		require.Contains(t, fields, "result", answer)
		got = fields["result"]
	}
	require.NoError(t, within(decoded(t, want), got), answer)
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var v any
	require.NoError(t, d.Decode(&v), text)
	return v
}

// errorOf writes an error as facts do: its code and the text that says more.
func errorOf(answer any) string {
	fields, _ := answer.(map[string]any)
	refused, _ := fields["error"].(map[string]any)
	text := refused["message"]
	if refused["data"] != nil {
		text = refused["data"]
	}
	return fmt.Sprintf("%v %v", refused["code"], text)
}

// within tells where got differs from want; an object may have more members than wanted.
func within(want, got any) error {
	switch want := want.(type) {
	case map[string]any:
		fields, ok := got.(map[string]any)
		if !ok {
			return fmt.Errorf("want an object, got %T %v", got, got)
		}
		for name := range want {
			value, ok := fields[name]
			if !ok && want[name] != "-" {
				return fmt.Errorf("%s is missing", name)
			}
			if ok && want[name] == "-" {
				return fmt.Errorf("%s is there", name)
			}
			if !ok {
				continue
			}
			if err := within(want[name], value); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return nil
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return fmt.Errorf("want a list of %d, got %T %v", len(want), got, got)
		}
		for i := range want {
			if err := within(want[i], list[i]); err != nil {
				return fmt.Errorf("element %d: %w", i, err)
			}
		}
		return nil
	}
	if fmt.Sprintf("%T %v", want, want) != fmt.Sprintf("%T %v", got, got) {
		return fmt.Errorf("want %T %v, got %T %v", want, want, got, got)
	}
	return nil
}
