// Package ugeseddel is the home of rules.yaml, the secretariat's default rules, which every binary carries within it.
package ugeseddel

import _ "embed"

// DefaultRules is rules.yaml as it stood when the program was built.
//
//go:embed rules.yaml
var DefaultRules []byte
