package draft

// settle makes the week add up again after anything changed: of the lines that nobody decided it works out
// how much of each counts, rounds them together, and says which need a decision. Fixed lines it never touches.
func (d *Draft) settle() {
	d.order()
	for i := range d.Lines {
		if l := &d.Lines[i]; !l.fixed() {
			l.Status = l.statusByItself()
		}
	}
	d.follow()
	for _, date := range d.Week.Dates() {
		d.settleDay(d.on(date), d.Settings.workday(date))
	}
}

func (d *Draft) settleDay(lines []*Line, asked workday) {
	claims := d.claims(lines, asked)
	counted := countTimes(claims)
	countLengths(lines, counted)
	countWholeDays(lines, counted, asked)
	d.round(lines, counted)
	for _, o := range overlaps(lines, claims, asked) {
		o.question()
	}
	for _, l := range lines {
		if !l.fixed() {
			l.Suggested = l.Entry
		}
	}
}

// statusByItself is the status of a line that nobody decided, before the rest of its day is looked at.
func (l *Line) statusByItself() Status {
	if l.Left == LeftGivesWay {
		l.Left = ""
	}
	switch {
	case l.Left == LeftUnsure:
		return Check
	case l.Left != "":
		return Skip
	case l.Certain && l.Project != "":
		return Ready
	}
	return Check
}

// countLengths counts the standing lines that have a length but no clock times.
func countLengths(lines []*Line, counted map[*Line]int) {
	for _, l := range lines {
		if l.soft() && !l.hasClock() && l.Counts() {
			counted[l] = l.Actual
		}
	}
}

// round gives the lines of a day their minutes, of which counted says how much each is worth.
func (d *Draft) round(lines []*Line, counted map[*Line]int) {
	var open []*Line
	var amounts []int
	rest := 0
	for _, l := range lines {
		switch {
		case l.fixed() && l.Counts():
			rest -= l.Rounded
		case l.fixed():
		case l.Counts():
			open, amounts = append(open, l), append(amounts, counted[l])
		default:
			l.Minutes, l.Rounded = d.Settings.Step.Nearest(l.Actual), 0
		}
	}
	for i, minutes := range d.Settings.Step.roundTogether(amounts, rest) {
		open[i].Minutes, open[i].Rounded = minutes, minutes-amounts[i]
		open[i].noticeNothing()
	}
}

// noticeNothing sees to it that no line becomes nothing unnoticed: a person is asked, unless the line is one that gives way.
func (l *Line) noticeNothing() {
	switch {
	case l.Minutes > 0:
	case l.soft():
		l.Status, l.Left = Skip, LeftGivesWay
	default:
		l.Status = Check
	}
}

// worth is what a fixed line is worth of its day, before rounding.
func (l *Line) worth() int { return l.Minutes - l.Rounded }
