package ical

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/calendar/ical/icaltest"
)

var large = sync.OnceValue(icaltest.Large)

// BenchmarkNewlines is what the others are measured against: the newlines of the large calendar counted in pieces of 1 MB.
func BenchmarkNewlines(b *testing.B) {
	b.SetBytes(int64(len(large())))
	for b.Loop() {
		countNewlines(b)
	}
}

func countNewlines(b *testing.B) int {
	source, piece, n := bytes.NewReader(large()), make([]byte, 1<<20), 0
	for {
		k, err := source.Read(piece)
		n += bytes.Count(piece[:k], []byte("\n"))
		if err == io.EOF {
			return n
		}
		require.NoError(b, err)
	}
}

func BenchmarkLargeWeek(b *testing.B) { benchmarkLarge(b, "2026-11-23", "2026-11-30", 500, 800) }

func BenchmarkLargeYear(b *testing.B) {
	benchmarkLarge(b, fmt.Sprintf("%d-01-01", icaltest.LargeYear), fmt.Sprintf("%d-01-01", icaltest.LargeYear+1), 30_000, 34_000)
}

// benchmarkLarge reads a window of the large calendar and writes what it finds as JSON.
func benchmarkLarge(b *testing.B, from, to string, least, most int) {
	w := window(b, from, to, icaltest.LargeZone)
	reference := fastest(func() { countNewlines(b) })
	var memory peak
	var own time.Duration
	b.SetBytes(int64(len(large())))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		own += timeOf(func() { n = readAndWrite(b, w) })
	}
	memory.watch(func() { readAndWrite(b, w) })
	require.True(b, least < n && n < most, "%d occurrences", n)
	b.ReportMetric(float64(own)/float64(b.N)/float64(reference), "x-newlines")
	b.ReportMetric(float64(memory.most)/1e6, "peak-MB")
	b.ReportMetric(float64(n), "occurrences")
}

func readAndWrite(b *testing.B, w calendar.Window) int {
	events, err := ReadFrom(bytes.NewReader(large()), w, Options{Me: []string{"mette@example.dk"}})
	require.NoError(b, err)
	line := make([]byte, 0, 4096)
	for i := range events {
		line = events[i].AppendJSON(line[:0])
		_, _ = io.Discard.Write(line)
	}
	return len(events)
}

// fastest returns the shortest of nine times.
func fastest(f func()) time.Duration {
	least := timeOf(f)
	for range 8 {
		least = min(least, timeOf(f))
	}
	return least
}

func timeOf(f func()) time.Duration {
	begin := time.Now()
	f()
	return time.Since(begin)
}

// peak is the most memory that was in use beyond what there was before.
type peak struct{ most uint64 }

func (p *peak) watch(f func()) {
	before := heap()
	done := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				if now := heap(); now > before {
					p.most = max(p.most, now-before)
				}
			}
		}
	})
	f()
	close(done)
	group.Wait()
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}
