package mapping

import (
	"cmp"
	"slices"
	"strconv"
)

// decideProject finds where the event belongs: the project that its words tell; the internal or the default one where none does, or several do.
func (r *Rules) decideProject(f facts, s *Suggestion) {
	if t, ok := r.Tag(s.Tag); ok && t.Internal {
		s.Project = r.Internal
		return
	}
	named := r.named(f)
	if t, ok := r.Tag(s.Tag); ok && t.NoProjectHints {
		named = slices.DeleteFunc(named, func(c claim) bool { return c.best.hint })
	}
	switch {
	case len(named) == 0:
		s.Project = r.Default
	case len(named) > 1 && named[0].level == named[1].level && named[0].level == titleWord:
		s.Project = r.Default
		s.Second = &Choice{Project: r.Projects[named[0].index].Name, Tag: s.Tag}
		s.Certain = false
		s.because("mapping.projects", r.Projects[named[0].index].Name, r.Projects[named[1].index].Name, r.Default)
	default:
		s.Project = r.Projects[named[0].index].Name
		s.Known = true
		s.Certain = s.Certain && named[0].level >= categoryWord
		s.because("mapping.project", named[0].best.words, s.Project, r.at(named[0].best.word.Pos))
	}
}

// named returns the projects that the event's words tell, the surest first; of a yearly one only that of the year.
func (r *Rules) named(f facts) []claim {
	byProject := map[int]*claim{}
	for _, found := range f.found {
		if found.kind != forProject {
			continue
		}
		if byProject[found.index] == nil {
			byProject[found.index] = &claim{kind: forProject, index: found.index}
		}
		byProject[found.index].add(found, placeLevel(found))
	}
	var all []claim
	for _, c := range byProject {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b claim) int {
		return cmp.Or(cmp.Compare(b.level, a.level), cmp.Compare(b.best.size, a.best.size),
			r.ofYear(f, a.index)-r.ofYear(f, b.index), cmp.Compare(a.index, b.index))
	})
	return slices.CompactFunc(all, r.sameButForYear)
}

// ofYear is 0 for the project of the event's year, 1 for one of no year, 2 for one of another year.
func (r *Rules) ofYear(f facts, project int) int {
	switch _, inYear := withoutYear(r.Projects[project].Name); inYear {
	case strconv.Itoa(f.event.Start.Year()):
		return 0
	case "":
		return 1
	}
	return 2
}

func (r *Rules) sameButForYear(a, b claim) bool {
	one, _ := withoutYear(r.Projects[a.index].Name)
	other, _ := withoutYear(r.Projects[b.index].Name)
	return sameName(one, other)
}
