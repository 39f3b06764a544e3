package draft

// Step is the unit that hours are registered in: a divisor of 60 minutes. The zero value is a quarter of an hour.
type Step struct{ minutes int }

// NewStep makes a Step of so many minutes; ok tells whether they divide an hour.
func NewStep(minutes int) (s Step, ok bool) {
	if minutes < 1 || 60%minutes != 0 {
		return Step{}, false
	}
	return Step{minutes}, true
}

// Minutes returns the length of the step.
func (s Step) Minutes() int {
	if s.minutes == 0 {
		return 15
	}
	return s.minutes
}

// Nearest returns the multiple of the step nearest to minutes, upwards from the middle.
func (s Step) Nearest(minutes int) int {
	return (2*minutes + s.Minutes()) / (2 * s.Minutes()) * s.Minutes()
}

// Fits tells whether minutes are a multiple of the step.
func (s Step) Fits(minutes int) bool { return minutes%s.Minutes() == 0 }

func (s Step) down(minutes int) int { return minutes - minutes%s.Minutes() }
