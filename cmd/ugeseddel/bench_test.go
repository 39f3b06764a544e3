package main

import (
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// built is the program as a person runs it.
func built(b *testing.B) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "ugeseddel")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(b, err, string(out))
	return binary
}

// BenchmarkStart is the start-up time of the binary: what a person waits for before anything else.
func BenchmarkStart(b *testing.B) {
	binary := built(b)
	for b.Loop() {
		require.NoError(b, exec.Command(binary, "--version").Run())
	}
}
