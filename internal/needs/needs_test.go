package needs

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// ending is a test that only records how it ended.
type ending struct {
	testing.TB
	skipped, failed string
}

func (e *ending) Helper()           {}
func (e *ending) Skip(args ...any)  { e.skipped = fmt.Sprint(args...); runtime.Goexit() }
func (e *ending) Fatal(args ...any) { e.failed = fmt.Sprint(args...); runtime.Goexit() }

func endOf(test func(testing.TB)) *ending {
	e := &ending{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		test(e)
	}()
	<-done
	return e
}

func TestATestWithoutItsProgramIsSkippedWithTheReason(t *testing.T) {
	t.Setenv("UGESEDDEL_REQUIRE_ALL", "")
	e := endOf(func(tb testing.TB) { Program(tb, "no-such-program", "nor-this-one") })
	require.Contains(t, e.skipped, "no-such-program or nor-this-one is not installed")
	require.Empty(t, e.failed)
}

func TestATestWithoutItsProgramFailsWhereEverythingIsRequired(t *testing.T) {
	t.Setenv("UGESEDDEL_REQUIRE_ALL", "1")
	e := endOf(func(tb testing.TB) { Program(tb, "no-such-program") })
	require.Contains(t, e.failed, "no-such-program is not installed")
	require.Empty(t, e.skipped)
}

func TestTheFirstInstalledProgramIsTaken(t *testing.T) {
	e := endOf(func(tb testing.TB) { require.NotEmpty(t, Program(tb, "no-such-program", "go")) })
	require.Empty(t, e.skipped+e.failed)
}
