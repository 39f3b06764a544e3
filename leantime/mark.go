package leantime

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A mark ends each text that ugeseddel writes into a row:
//
//	Styregruppemøde [ugeseddel 1.5 k3f9x2]
//	Styregruppemøde [ugeseddel 0.75+1.5 k3f9x2]
//
// It says how many hours this text brought (1.5), on top of how many hours of the person's own (+1.5). The six signs prove it: the
// first three belong to these numbers, this to-do and this day, the last three to the text before the mark. So a mark that was copied
// or moved to another row, or whose numbers were changed, is known; and so is a text that a person has edited, which is then kept.
//
// Marks add up. Where Leantime, or the network, logs a text twice, the hours and the mark are both there twice; where a correction
// is logged as a difference (before 3.9), both are added in the same statement. So a row's hours less the sum of its marks are the
// person's own hours, however often, late or half the requests were executed.
type mark struct {
	start, end int // place in the text, without the space before it
	minutes    int
	base       float64
	digest     string // of the text that belongs to the mark; "" where a person has edited that text
}

var (
	markForm  = regexp.MustCompile(`\[ugeseddel (-?\d+(?:\.\d+)?)(?:\+(-?\d+(?:\.\d+)?))? ([a-z2-7]{3})([a-z2-7]{3})?\]`)
	markTrace = regexp.MustCompile(`(?i)\[\s*ugeseddel`)
)

// place is what a mark is bound to: the to-do and the instant at which Leantime stores the day.
type place struct {
	taskID   int
	workDate string
}

func (p place) mark(minutes int, base float64, digest string) string {
	numbers := markNumbers(minutes, base)
	return "[ugeseddel " + numbers + " " + p.seal(numbers) + digest + "]"
}

func markNumbers(minutes int, base float64) string {
	numbers := strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.4f", float64(minutes)/60), "0"), ".")
	if base != 0 {
		numbers += "+" + strconv.FormatFloat(base, 'f', -1, 64)
	}
	return numbers
}

func (p place) seal(numbers string) string {
	return short(fmt.Sprintf("%d %s %s", p.taskID, p.workDate, numbers))
}

// short is the first three signs of a digest: 15 bits, against mistakes and not against malice.
func short(s string) string {
	sum := sha256.Sum256([]byte(s))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:3]
}

// marks finds the marks that belong to p, from the top of the text down. Whole is false where there is a mark, or the trace of one,
// that does not: it was copied from another row, or somebody changed it.
func (p place) marks(text string) (found []mark, whole bool) {
	for _, at := range markForm.FindAllStringSubmatchIndex(text, -1) {
		m := mark{start: at[0], end: at[1]}
		hours, _ := strconv.ParseFloat(text[at[2]:at[3]], 64)
		m.minutes = int(math.Round(hours * 60))
		if at[4] >= 0 {
			m.base, _ = strconv.ParseFloat(text[at[4]:at[5]], 64)
		}
		if at[8] >= 0 {
			m.digest = text[at[8]:at[9]]
		}
		if p.seal(markNumbers(m.minutes, m.base)) == text[at[6]:at[7]] {
			found = append(found, m)
		}
	}
	return found, len(found) == len(markTrace.FindAllString(text, -1))
}
