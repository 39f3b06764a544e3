package draft

import (
	"time"

	"ugeseddel/day"
	"ugeseddel/text"
	"ugeseddel/yamlread"
)

// Decode reads a draft from the file called name. What a person changed in it is a decision of theirs.
// The rest of the week is made to add up with it.
// The error is yamlread.Mistakes and holds all of them. Zone and step are those of the file, the other settings those given.
func Decode(name string, data []byte, s Settings) (*Draft, error) {
	file := yamlread.Parse(name, data)
	keys := file.Root().Map("week", "timezone", "step", "lines")
	r := reader{draft: &Draft{Settings: s, comments: comments{}}, ids: map[string]int{}}
	r.draft.Week = r.week(file, keys["week"])
	r.draft.Settings.Zone = r.zone(keys["timezone"])
	r.draft.Settings.Step = r.step(keys["step"])
	r.comments(file)
	items := keys["lines"].List()
	r.countIDs(items)
	for _, item := range items {
		r.line(item)
	}
	if err := file.Err(); err != nil {
		return nil, err
	}
	r.draft.settle()
	return r.draft, nil
}

// reader reads one file.
type reader struct {
	draft *Draft
	ids   map[string]int // how often each id is in the file
}

func (r *reader) week(file *yamlread.File, v yamlread.Value) day.Week {
	if !v.Exists() {
		file.Report(yamlread.Pos{Line: 1, Col: 1}, text.Msg("draft.file-no-week"))
		return day.Week{}
	}
	w, err := day.ParseWeek(v.Text())
	if err != nil {
		v.Mistake("draft.file-week", v.Text())
	}
	return w
}

func (r *reader) zone(v yamlread.Value) *time.Location {
	if !v.Exists() {
		return r.draft.Settings.zone()
	}
	zone, err := time.LoadLocation(v.Text())
	if err != nil {
		v.Mistake("draft.file-zone", v.Text())
		return time.UTC
	}
	return zone
}

func (r *reader) step(v yamlread.Value) Step {
	if !v.Exists() {
		return r.draft.Settings.Step
	}
	minutes := v.Int(1, 60)
	step, ok := NewStep(minutes)
	if !ok && minutes > 0 {
		v.Mistake("draft.file-step", minutes)
	}
	return step
}

// comments keeps those at the keys of the file.
func (r *reader) comments(file *yamlread.File) {
	around := file.Comments()
	r.draft.comments.add("week", yamlread.Comments{Above: around.Above})
	r.draft.comments.add("lines", yamlread.Comments{Below: around.Below})
	for _, p := range file.Root().Pairs() {
		if p.Key.Text() == "lines" {
			r.draft.comments.add("lines", p.Key.Comments())
			continue
		}
		r.draft.comments.take(p.Key.Text(), p.Key, p.Value)
	}
}

func (r *reader) lineComments(id string, item yamlread.Value) {
	r.draft.comments.add(id, item.Comments())
	for _, p := range item.Pairs() {
		anchor := id + "/" + p.Key.Text()
		if p.Key.Text() == "id" {
			anchor = id
		}
		r.draft.comments.take(anchor, p.Key, p.Value)
	}
}

func (r *reader) countIDs(items []yamlread.Value) {
	for _, item := range items {
		for _, p := range item.Pairs() {
			if p.Key.Text() == "id" {
				r.ids[p.Value.Text()]++
			}
		}
	}
}
