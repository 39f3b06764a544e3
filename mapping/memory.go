package mapping

// Memory is what a person decided before.
type Memory struct{}
