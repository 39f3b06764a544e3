package yamlread

import "strings"

// Nearest returns the word that name was most likely meant to be, or "" where none is near.
func Nearest(name string, words []string) string {
	best, least := "", len([]rune(name))/3+1
	for _, w := range words {
		if d := distance(strings.ToLower(name), strings.ToLower(w)); d < least || d == least && best == "" {
			best, least = w, d
		}
	}
	return best
}

// distance counts the letters to add, drop or change to get from a to b (Levenshtein).
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(t); j++ {
			change := diagonal
			if s[i-1] != t[j-1] {
				change++
			}
			diagonal, row[j] = row[j], min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(t)]
}
