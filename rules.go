// Package ugeseddel is the home of rules.yaml, the secretariat's default rules, and of the examples beside them, which every binary
// carries within it.
package ugeseddel

import _ "embed"

// DefaultRules is rules.yaml as it stood when the program was built.
//
//go:embed rules.yaml
var DefaultRules []byte

// DefaultExamples is examples.txt, made-up events of which the kind of work is known.
//
//go:embed examples.txt
var DefaultExamples []byte
