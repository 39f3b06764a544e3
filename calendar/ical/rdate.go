package ical

// addDates adds the occurrences by RDATE. A date in a series with times means the series' time on that day.
func (s *run) addDates() {
	if s.master.series == nil {
		return
	}
	for i := range s.master.series.dates {
		d := &s.master.series.dates[i]
		w := d.start.wall
		switch {
		case s.master.start.isDate():
			w = wallOf(dateOf(d.start, s.home).day(), 0)
		case d.start.isDate():
			w += wall(s.master.start.wall.clock())
		default:
			w = s.clock.wall(s.keyOf(d.start).at)
		}
		s.addDate(w, d)
	}
}

func (s *run) addDate(w wall, d *period) {
	k := s.keyAt(w)
	if _, replaced := s.replaced[k]; s.done[k] || replaced || s.isExcluded(k, w) {
		return
	}
	s.done[k] = true
	s.addOccurrence(k, w, d)
}

// span returns when an occurrence takes place that is by the series at o, where the RDATE has an end of its own.
func (d *period) span(o occurrence, clock *zone, w wall, home *zone) occurrence {
	switch {
	case o.allDay:
	case d.hasEnd:
		o.end = max(o.start, d.end.instant(home))
	case d.hasLen:
		o.end = clock.instant(w+wall(d.length.days*secondsPerDay)) + d.length.seconds
	}
	return o
}
