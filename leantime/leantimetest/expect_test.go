package leantimetest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

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
