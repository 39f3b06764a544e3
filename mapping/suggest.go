package mapping

import (
	"cmp"
	"slices"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// Suggest says what the rules, and above them the memory, know of an event. m may be nil. The same event gives the same suggestion always.
func (r *Rules) Suggest(e calendar.Event, m *Memory) Suggestion {
	f := r.look(e)
	s := Suggestion{}
	r.decide(f, &s)
	if f.cancelledBy == "" {
		r.remind(f, m, &s)
	}
	r.fill(f, &s)
	r.checkTag(&s)
	return s
}

// decide puts together what exceptions and keywords say.
func (r *Rules) decide(f facts, s *Suggestion) {
	if f.cancelledBy != "" {
		s.Skip, s.Certain, s.Known = true, true, true
		s.because("mapping.cancelled", f.cancelledBy)
		return
	}
	ruled := r.applyExceptions(f, s)
	claims := r.claims(f)
	if !ruled.skip && !ruled.tag {
		r.decideTag(f, claims, ruled, s)
	}
	if s.Skip {
		s.Choice, s.Certain = Choice{}, s.Certain && !f.asks()
		return
	}
	if !ruled.project {
		r.decideProject(f, s)
	}
	r.decideTask(f, s)
	r.fillShares(f, s)
	s.Certain = s.Certain && !ruled.check && !r.crowded(f, s.Tag) && !f.asks()
}

// mostAtRest is how many are at lunch, away or under way together before a person looks: it may well be work.
const mostAtRest = 4

// crowded tells whether an event that should be a break, an absence or a journey has more people than such things have.
func (r *Rules) crowded(f facts, tag string) bool {
	t, _ := r.Tag(tag)
	return t.Itself && f.event.Attendees > mostAtRest
}

// fillShares gives every share what its rule left open. The first share is what the event as a whole is said to be.
func (r *Rules) fillShares(f facts, s *Suggestion) {
	shares := slices.Clone(s.Shares)
	for i := range shares {
		share := Suggestion{Choice: shares[i].Choice}
		share.Project, share.Tag = cmp.Or(share.Project, s.Project), cmp.Or(share.Tag, s.Tag)
		if share.Task == "" && share.Tag == s.Tag && share.Project == s.Project {
			share.Task = s.Task
		}
		r.decideTask(f, &share)
		shares[i].Choice = share.Choice
	}
	if len(shares) > 0 {
		s.Shares, s.Choice = shares, shares[0].Choice
	}
}

// ruled tells what exceptions have decided.
type ruled struct{ skip, keep, tag, project, check, fill bool }

// applyExceptions lets every exception that fits decide what those before it left open.
func (r *Rules) applyExceptions(f facts, s *Suggestion) ruled {
	var done ruled
	for i, x := range r.Exceptions {
		if done.skip || !f.fits(i, x.If) {
			continue
		}
		r.apply(x, &done, s)
	}
	return done
}

func (r *Rules) apply(x Exception, done *ruled, s *Suggestion) {
	before := *done
	t := x.Then
	if t.Skip && !done.keep && !done.tag {
		s.Skip, s.Certain, s.Known, done.skip = true, !t.Check, true, true
	}
	done.keep = done.keep || t.Keep
	if t.Tag != "" && !done.tag {
		s.Tag, s.Certain, s.Known, done.tag = t.Tag, true, true, true
	}
	if t.Project != "" && !done.project {
		s.Project, s.Known, done.project = t.Project, true, true
	}
	if s.Task == "" {
		s.Task = t.Task
	}
	if s.Note == "" {
		s.Note = t.Text
	}
	if s.Shares == nil && t.Split != nil {
		s.Shares, s.Certain, s.Known = t.Split, true, true
		s.Tag = cmp.Or(s.Tag, t.Split[0].Tag)
		done.tag = s.Tag != ""
	}
	if t.fillSet && !done.fill {
		s.Fill, done.fill = t.Fill, true
	}
	if s.Priority == 0 {
		s.Priority = t.Priority
	}
	done.check = done.check || t.Check
	if *done != before || t.Text != "" || t.Split != nil || t.Task != "" {
		s.because("mapping.exception", x.Why, r.at(x.Pos))
	}
}

func (s *Suggestion) because(key string, args ...any) {
	s.Why = append(s.Why, text.Msg(key, args...))
}
