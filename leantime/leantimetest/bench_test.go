package leantimetest_test

import (
	"testing"

	"ugeseddel/leantime/leantimetest"
)

// One run of a randomised test: a new server and ten batches of 20 rows.
func BenchmarkARunOfTenBatches(b *testing.B) {
	call := logTimes(20)
	for b.Loop() {
		s := leantimetest.New(leantimetest.Options{})
		s.AddUser(leantimetest.User{Token: "mette"})
		n := leantimetest.NewNetwork(s, nil)
		for range 10 {
			if _, _, err := send(b.Context(), n, call); err != nil {
				b.Fatal(err)
			}
		}
	}
}
