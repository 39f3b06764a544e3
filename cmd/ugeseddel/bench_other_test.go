//go:build !linux

package main

import "os"

// peakMemory is not told in the same way by other systems.
func peakMemory(*os.ProcessState) float64 { return 0 }
