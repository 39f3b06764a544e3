package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/demo"
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

func BenchmarkPreviewOfASmallCalendar(b *testing.B) {
	file := filepath.Join(b.TempDir(), "week.ics")
	require.NoError(b, os.WriteFile(file, demo.Calendar, 0o600))
	benchmarkProcess(b, file, "preview", "--week", "2026-W47")
}

func BenchmarkPreviewOfALargeCalendar(b *testing.B) {
	benchmarkProcess(b, largeFile(b), "preview", "--week", "2026-W48")
}

func BenchmarkEventsOfALargeWeek(b *testing.B) {
	benchmarkProcess(b, largeFile(b), "events", "--json", "--week", "2026-W48")
}

func BenchmarkEventsOfALargeYear(b *testing.B) {
	benchmarkProcess(b, largeFile(b), "events", "--json", "--from", "2026-01-01", "--to", "2027-01-01")
}

// largeFile writes the large calendar, in a process of its own: Linux counts what this one holds into the peaks of those that it starts.
func largeFile(b *testing.B) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "large.ics")
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), writeLarge+"="+file)
	require.NoError(b, c.Run())
	return file
}

const writeLarge = "UGESEDDEL_WRITE_LARGE"

// benchmarkProcess measures a whole process on a calendar's file. Beside its time it tells the peak of its memory (of Linux) and, less the
// start-up, how many times as long it takes as counting the newlines of the file, both by the median within this run.
func benchmarkProcess(b *testing.B, file string, args ...string) {
	binary := built(b)
	args = append(args, "--timezone", "Europe/Copenhagen", file)
	var whole, start, newlines []time.Duration
	peak := 0.0
	for b.Loop() {
		newlines = append(newlines, timed(func() { countNewlines(b, file) }))
		start = append(start, timed(func() { require.NoError(b, exec.Command(binary, "--version").Run()) }))
		c := exec.Command(binary, args...)
		whole = append(whole, timed(func() { require.NoError(b, c.Run()) }))
		peak = max(peak, peakMemory(c.ProcessState))
	}
	b.ReportMetric(float64(median(whole)-median(start))/float64(median(newlines)), "x-newlines")
	b.ReportMetric(float64(median(whole).Nanoseconds()), "ns/process")
	b.ReportMetric(peak, "peak-MB")
}

func timed(f func()) time.Duration {
	begin := time.Now()
	f()
	return time.Since(begin)
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// countNewlines reads the file in pieces of 1 MB and goes from line to line, which is the least that reading a calendar can cost.
func countNewlines(b *testing.B, name string) (lines int) {
	f, err := os.Open(name)
	require.NoError(b, err)
	defer f.Close()
	piece := make([]byte, 1<<20)
	for {
		n, err := f.Read(piece)
		for rest := piece[:n]; ; lines++ {
			end := bytes.IndexByte(rest, '\n')
			if end < 0 {
				break
			}
			rest = rest[end+1:]
		}
		if err == io.EOF {
			return lines
		}
		require.NoError(b, err)
	}
}
