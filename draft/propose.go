package draft

import (
	"fmt"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
)

// propose makes the lines of a piece: one or, where the suggestion splits it, one for each share.
func propose(p *piece, suggest Suggest, s Settings) []Line {
	var suggestion mapping.Suggestion
	if !p.event.Private {
		suggestion = suggest(p.event)
	}
	whole := proposeWhole(p, suggestion, s)
	if len(suggestion.Shares) < 2 {
		return []Line{whole}
	}
	var parts []Line
	for i, share := range suggestion.Shares {
		part := whole
		part.Part, part.Share, part.Choice = i, max(1, share.Parts), share.Choice
		part.ID = partID(whole.ID, i)
		parts = append(parts, part)
	}
	return parts
}

func proposeWhole(p *piece, suggestion mapping.Suggestion, s Settings) Line {
	l := Line{
		ID: id(p.event.ID(), p.date.String()), Date: p.date, Start: p.start, End: p.end,
		Title: p.event.Title, Event: p.seen(), Private: p.event.Private,
		Tentative: tentative(p.event), Certain: suggestion.Certain, Fill: suggestion.Fill, Priority: suggestion.Priority,
		Why: suggestion.Why,
	}
	if !l.Private {
		l.Facts = factsOf(p.event)
	}
	l.Choice, l.Note, l.Second = suggestion.Choice, suggestion.Note, suggestion.Second
	l.Left = leaveOut(p, suggestion, s)
	l.Actual = l.actual(s.workday(p.date))
	return l
}

// partID names the parts of a split line: the first keeps the line's own id.
func partID(whole string, part int) string {
	if part == 0 {
		return whole
	}
	return fmt.Sprintf("%s-%d", whole, part+1)
}

// tentative tells whether somebody may not have been there: an event pencilled in, or an invitation without a yes.
func tentative(e calendar.Event) bool {
	invited := e.Attendees > 0 && !e.OrganizerSelf
	unanswered := invited && (e.Response == calendar.None || e.Response == "")
	return e.ShowAs == calendar.Tentative || e.Response == calendar.Unsure || unanswered
}

// leaveOut returns the strongest reason to leave the piece out.
func leaveOut(p *piece, suggestion mapping.Suggestion, s Settings) Left {
	absence := suggestion.Fill != mapping.FillTime && suggestion.Fill != mapping.FillWork
	switch reason := p.event.LeaveOut(); {
	case reason == calendar.LeftDeclined:
		return LeftDeclined
	case reason == calendar.LeftPrivate && !s.Private:
		return LeftPrivate
	case reason == calendar.LeftFree && !suggestion.Known:
		return LeftFree
	case p.noLength():
		return LeftNoLength
	case suggestion.Skip && suggestion.Certain:
		return LeftRule
	case (p.whole() || absence) && s.norm(p.date) == 0:
		return LeftNoNorm
	case suggestion.Skip:
		return LeftUnsure
	}
	return ""
}
