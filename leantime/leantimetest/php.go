package leantimetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// An object is a PHP array with named keys: unlike a Go map it keeps the order of its columns, and it is `[]` when empty.
type object []column

type column struct {
	name  string // "" is a column that only has a number, see doubled
	value any
}

// MarshalJSON writes the named columns in order.
func (o object) MarshalJSON() ([]byte, error) {
	if len(o) == 0 {
		return []byte("[]"), nil
	}
	var b bytes.Buffer
	for _, c := range o {
		if c.name == "" {
			continue
		}
		b.WriteString(map[bool]string{true: "{", false: ","}[b.Len() == 0])
		b.WriteString(strconv.Quote(c.name) + ":")
		if err := plain(&b, c.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// doubled repeats each column under its number, as PDO's default fetch does.
func (o object) doubled() object {
	var double object
	for i, c := range o {
		double = append(double, c, column{strconv.Itoa(i), c.value})
	}
	return double
}

// encode writes v as PHP's json_encode does: ASCII only and with escaped slashes.
func encode(v any) ([]byte, error) {
	var utf8 bytes.Buffer
	if err := plain(&utf8, v); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, r := range utf8.String() {
		switch {
		case r == '/':
			b.WriteString(`\/`)
		case r < 0x80:
			b.WriteRune(r)
		default:
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		}
	}
	return b.Bytes(), nil
}

// plain writes v as JSON without Go's extra care for <, > and &.
func plain(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // the line's end
	return nil
}

// decode reads JSON into nil, bool, int, float64, string, []any and map[string]any: PHP tells 1 from 1.0.
func decode(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, fmt.Errorf("more than one value")
	}
	return numbered(v), nil
}

func numbered(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := strconv.Atoi(v.String()); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	case []any:
		for i := range v {
			v[i] = numbered(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = numbered(v[k])
		}
	}
	return v
}

// trimmed does what two middlewares do to every JSON body: strings lose their outer space, empty ones become null.
func trimmed(v any) any {
	switch v := v.(type) {
	case string:
		if v = strings.TrimSpace(v); v == "" {
			return nil
		}
		return v
	case []any:
		for i := range v {
			v[i] = trimmed(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = trimmed(v[k])
		}
	}
	return v
}

var numberPrefix = regexp.MustCompile(`^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?`)

// toFloat is PHP's (float): the number that a text starts with, or 0. It is not ok for an array.
func toFloat(v any) (f float64, ok bool) {
	switch v := v.(type) {
	case nil:
		return 0, true
	case bool:
		return map[bool]float64{true: 1}[v], true
	case int:
		return float64(v), true
	case float64:
		return v, true
	case string:
		f, _ = strconv.ParseFloat(strings.TrimSpace(numberPrefix.FindString(v)), 64)
		return f, true
	}
	return 0, false
}

// toInt is PHP's (int) of a scalar.
func toInt(v any) int {
	f, _ := toFloat(v)
	return int(f)
}

// toText is PHP's (string) of a scalar; null is "". It is not ok for an array.
func toText(v any) (text string, ok bool) {
	switch v := v.(type) {
	case nil:
		return "", true
	case string:
		return v, true
	case bool:
		return map[bool]string{true: "1"}[v], true
	case int, float64:
		return fmt.Sprint(v), true
	}
	return "", false
}

// collated returns text in the form by which MariaDB sorts and compares it.
func collated(text string) string {
	return strings.NewReplacer("æ", "ae", "ø", "o", "å", "a").Replace(strings.ToLower(text))
}

// cutRunes cuts text to what a varchar(limit) holds; MariaDB does so without a word outside strict mode.
func cutRunes(text string, limit int) string {
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit])
	}
	return text
}

// cutBytes cuts text to what a TEXT column of limit bytes holds, between two letters.
func cutBytes(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	return strings.ToValidUTF8(text[:limit], "")
}
