package leantime

import (
	"context"
	"net/http"
	"testing"

	"ugeseddel/leantime/leantimetest"
)

// BenchmarkPostingAWeek posts 40 registrations with new to-dos into an empty Leantime in the same process, and once more, unchanged.
func BenchmarkPostingAWeek(b *testing.B) {
	var regs []Registration
	for i := range 40 {
		regs = append(regs, meeting(16+i%5, 60, []string{"A", "B", "C", "D", "E", "F", "G", "H"}[i/5]))
	}
	for b.Loop() {
		requests := 0
		server := leantimetest.New(leantimetest.Options{})
		server.AddUser(leantimetest.User{Email: "mette@example.dk", Token: "token-of-mette"})
		server.AddProject(leantimetest.Project{Name: "OS2iot", Members: []int{1}})
		counting := roundTrips(func(r *http.Request) (*http.Response, error) { requests++; return server.RoundTrip(r) })
		for run := range 2 {
			c, err := New(&http.Client{Transport: counting}, "https://leantime.test", Credential{Token: "token-of-mette"}, nil)
			if err != nil {
				b.Fatal(err)
			}
			plan, err := c.Plan(context.Background(), week47, regs, Options{Tags: tags})
			if err != nil {
				b.Fatal(err)
			}
			if proof, err := c.Apply(context.Background(), plan); err != nil || !proof.Verified {
				b.Fatal(err)
			}
			b.ReportMetric(float64(requests), []string{"requests/first", "requests/again"}[run])
			requests = 0
		}
	}
}
