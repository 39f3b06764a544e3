package mapping

// fill says how an event without clock times becomes hours. An exception that said so is left alone.
func (r *Rules) fill(f facts, s *Suggestion) {
	if s.Fill != FillTime || s.Skip || !wholeDay(f.event) {
		return
	}
	if t, ok := r.Tag(s.Tag); ok {
		s.Fill = t.AllDay
	}
}
