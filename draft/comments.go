package draft

import (
	"slices"
	"strings"

	"ugeseddel/yamlread"
)

// comments are those that people wrote into the file, by what they stand at: a key of the file ("week"),
// a line's id, or both ("k3f9a2x1/project").
type comments map[string]yamlread.Comments

// ours begins the comments that ugeseddel writes itself, anew each time.
const ours = "##"

// take keeps the comments around a key and its value.
func (c comments) take(anchor string, key, value yamlread.Value) {
	k, v := key.Comments(), value.Comments()
	c.add(anchor, yamlread.Comments{
		Above:  append(append(k.Above, v.Above...), value.CommentsWithin()...),
		Beside: append(k.Beside, v.Beside...),
		Below:  append(v.Below, k.Below...),
	})
}

func (c comments) add(anchor string, more yamlread.Comments) {
	has := c[anchor]
	has.Above = append(has.Above, theirs(more.Above)...)
	has.Beside = append(has.Beside, theirs(more.Beside)...)
	has.Below = append(has.Below, theirs(more.Below)...)
	if len(has.Above)+len(has.Beside)+len(has.Below) > 0 {
		c[anchor] = has
	}
}

// theirs drops the comments that ugeseddel wrote.
func theirs(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.HasPrefix(line, ours) })
}
