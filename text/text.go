// Package text is the catalogue of everything a person reads, in Danish and English, and the only place where words are put to values.
// The other packages say what they have to say as a Message: a key of the catalogue and its arguments.
package text

import (
	"fmt"
	"math"
	"strings"
	"time"

	"ugeseddel/day"
)

// Lang is a language of the catalogue.
type Lang string

// The languages there are.
const (
	Danish  Lang = "da"
	English Lang = "en"
)

// Message is a sentence, or a part of one, that has no words yet: a key of the catalogue and the values that its words mention.
// An argument may be a string, a number, another Message, or one of the values below (Hours, Clock, day.Date, time.Weekday, …),
// which each language writes in its own way. The zero Message says nothing.
type Message struct {
	Key  string
	Args []any
}

// Msg makes a Message. A test finds every literal key and compares it, and the number of its arguments, with the catalogue.
func Msg(key string, args ...any) Message { return Message{key, args} }

// IsZero tells whether m says nothing.
func (m Message) IsZero() bool { return m.Key == "" }

// Verbatim is a Message of words that are already a person's own, such as a title.
func Verbatim(s string) Message { return Msg("text.verbatim", s) }

// List is several values said after one another: "a, b and c".
type List []any

// Both is a person's own words in both languages, such as a reason that stands in the rules.
type Both struct{ DA, EN string }

// Say returns the words of the language.
func (b Both) Say(l Lang) string {
	if l == Danish {
		return b.DA
	}
	return b.EN
}

// Hours is a length of time in minutes, said as decimal hours: "1,25" in Danish, "1.25" in English.
type Hours int

// Percent is a part of one, said as per cent with a tenth: "98,3 %", "98.3 %". What is not quite all is never said to be all.
type Percent float64

// Clock is an instant said as the time of day in its own zone: "13:15".
type Clock time.Time

// Stamp is an instant said with date and time of day in its own zone.
type Stamp time.Time

// Long is a date said with its weekday and month: "onsdag 18. november".
type Long day.Date

// Short is a date said briefly with its weekday: "ons 18/11", "Wed 18 Nov".
type Short day.Date

// A Speaker puts itself into words. Errors that are more than one sentence, such as the mistakes in a file, are Speakers.
type Speaker interface{ Say(Lang) string }

// Say puts words to m. Where the first argument is the number 1, or one hour, and the catalogue has the key with ".one" added, those words are taken.
func (l Lang) Say(m Message) string {
	if m.IsZero() {
		return ""
	}
	words, ok := l.words(m)
	if !ok {
		return m.Key + fmt.Sprint(m.Args...)
	}
	if len(m.Args) == 0 {
		return words
	}
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = l.value(a)
	}
	return fmt.Sprintf(words, args...)
}

// T is Say for a key and its arguments.
func (l Lang) T(key string, args ...any) string { return l.Say(Msg(key, args...)) }

func (l Lang) words(m Message) (string, bool) {
	if len(m.Args) > 0 && (m.Args[0] == any(1) || m.Args[0] == any(Hours(60))) {
		if e, ok := lookUp(m.Key + ".one"); ok {
			return e.in(l), true
		}
	}
	e, ok := lookUp(m.Key)
	return e.in(l), ok
}

// value makes an argument ready for fmt: what the language writes in its own way becomes a string, the rest stays.
func (l Lang) value(a any) any {
	switch v := a.(type) {
	case Message:
		return l.Say(v)
	case []Message:
		list := make(List, len(v))
		for i, m := range v {
			list[i] = m
		}
		return l.list(list)
	case List:
		return l.list(v)
	case []string:
		list := make(List, len(v))
		for i, s := range v {
			list[i] = s
		}
		return l.list(list)
	case Speaker:
		return v.Say(l)
	case error:
		return strings.Join(l.Error(v), "; ")
	case Hours:
		return l.hours(int(v))
	case Percent:
		return l.percent(float64(v))
	case Clock:
		return time.Time(v).Format("15:04")
	case Stamp:
		return l.stamp(time.Time(v))
	case Long:
		return l.long(day.Date(v))
	case Short:
		return l.short(day.Date(v))
	case day.Date:
		return v.String()
	case time.Weekday:
		return l.Weekday(v)
	case fmt.Stringer:
		return v.String()
	}
	return a
}

func (l Lang) list(items List) string {
	words := make([]string, len(items))
	for i, item := range items {
		words[i] = fmt.Sprint(l.value(item))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + l.T("text.and") + " " + words[last]
}

// hours writes quarters with two decimals at the most and the language's decimal sign: 7,5 and 1,25 and 0,33.
func (l Lang) hours(minutes int) string {
	s := fmt.Sprintf("%.2f", float64(minutes)/60)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if l == Danish {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// percent rounds down to a tenth.
func (l Lang) percent(part float64) string {
	s := fmt.Sprintf("%.1f %%", math.Floor(part*1000)/10)
	if l == Danish {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// Hours writes minutes as decimal hours, always with two decimals, for columns: "7,50", "7.50".
func (l Lang) Hours(minutes int) string {
	s := fmt.Sprintf("%.2f", float64(minutes)/60)
	if l == Danish {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
