package leantime

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
)

// Leantime's JSON is PHP's: numbers come as strings, an empty object as [], "nothing" as false, and up to 3.7 every single value
// in a list of its own. The types here read all of that.

// integer is a whole number, or a string of one; anything else is 0.
type integer int

func (n *integer) UnmarshalJSON(b []byte) error {
	f, _ := strconv.ParseFloat(scalar(b), 64)
	*n = integer(math.Round(f))
	return nil
}

// decimal is a number, or a string of one; anything else is 0.
type decimal float64

func (n *decimal) UnmarshalJSON(b []byte) error {
	f, _ := strconv.ParseFloat(scalar(b), 64)
	*n = decimal(f)
	return nil
}

// word is a string, or a number as one; null and false are "".
type word string

func (w *word) UnmarshalJSON(b []byte) error {
	*w = word(scalar(b))
	return nil
}

// scalar is the value as a string, out of its list where it is the only one in it.
func scalar(b []byte) string {
	b = bytes.TrimSpace(b)
	var list []json.RawMessage
	if json.Unmarshal(b, &list) == nil && len(list) == 1 {
		b = list[0]
	}
	var s string
	if json.Unmarshal(b, &s) == nil {
		return s
	}
	if c := string(b); c != "null" && c != "false" && c != "[]" {
		return c
	}
	return ""
}

// list is a list of objects; members that are no objects are left out, and anything but a list is empty.
type list[T any] []T

func (l *list[T]) UnmarshalJSON(b []byte) error {
	*l = nil
	var raw []json.RawMessage
	if json.Unmarshal(b, &raw) != nil {
		return shapeless(b)
	}
	for _, r := range raw {
		var v T
		if !bytes.HasPrefix(bytes.TrimSpace(r), []byte("{")) {
			continue
		}
		if err := json.Unmarshal(r, &v); err != nil {
			return err
		}
		*l = append(*l, v)
	}
	return nil
}

// object is an object; there is none where Leantime says false, null, [] or [false].
type object[T any] struct {
	value T
	there bool
}

func (o *object[T]) UnmarshalJSON(b []byte) error {
	*o = object[T]{}
	b = bytes.TrimSpace(b)
	var list []json.RawMessage
	if json.Unmarshal(b, &list) == nil && len(list) == 1 {
		b = bytes.TrimSpace(list[0])
	}
	if !bytes.HasPrefix(b, []byte("{")) {
		return shapeless(b)
	}
	o.there = true
	return json.Unmarshal(b, &o.value)
}

// shapeless accepts the ways in which Leantime says "nothing" where a list or an object is expected.
func shapeless(b []byte) error {
	switch string(bytes.TrimSpace(b)) {
	case "false", "null", "[]", "", "true":
		return nil
	}
	return json.Unmarshal(b, &struct{}{})
}
