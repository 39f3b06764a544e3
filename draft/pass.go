package draft

import "ugeseddel/day"

// Pass records a person's yes to the plan of those days: lines that are ready, and that nobody decided singly, are passed.
func (d *Draft) Pass(from, to day.Date) {
	for i := range d.Lines {
		l := &d.Lines[i]
		if within(l.Date, from, to) && l.Status == Ready && l.Decision == Undecided {
			l.Decision = Passed
		}
	}
	d.settle()
}

// MarkPosted records that the lines of these registrations stand in Leantime as they are now.
func (d *Draft) MarkPosted(posted ...Registration) {
	for _, r := range posted {
		for _, id := range r.Lines {
			if l := d.Line(id); l != nil {
				entry := l.Entry
				l.Posted = &entry
			}
		}
	}
	d.settle()
}

// MarkUnposted records that the lines with these ids were taken back from Leantime. A person's decisions stay.
func (d *Draft) MarkUnposted(ids ...string) {
	for _, id := range ids {
		if l := d.Line(id); l != nil {
			l.Posted = nil
		}
	}
	d.settle()
}
