package yamlread

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// Comments are the lines of comment that belong to a value, each with its #.
type Comments struct{ Above, Beside, Below []string }

// Comments returns the comments around the value itself.
func (v Value) Comments() Comments {
	if v.node == nil {
		return Comments{}
	}
	return Comments{commentLines(v.node.HeadComment), commentLines(v.node.LineComment), commentLines(v.node.FootComment)}
}

// CommentsWithin returns the comments around the values within the value, in their order.
func (v Value) CommentsWithin() []string {
	var found []string
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for _, inner := range n.Content {
			found = append(found, commentLines(inner.HeadComment)...)
			found = append(found, commentLines(inner.LineComment)...)
			walk(inner)
			found = append(found, commentLines(inner.FootComment)...)
		}
	}
	if v.node != nil {
		walk(v.node)
	}
	return found
}

// Comments returns the comments of the document that stand before and after everything in it.
func (f *File) Comments() Comments {
	return Value{f, f.document}.Comments()
}

func commentLines(comment string) []string {
	var lines []string
	for line := range strings.SplitSeq(comment, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
