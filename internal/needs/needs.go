// Package needs says what a test cannot do without: a program that may be missing on this machine.
//
// A test that lacks something is skipped and says why. Where UGESEDDEL_REQUIRE_ALL=1 is set, as in .ci/run, it fails instead,
// so that no test is left out unnoticed. `make test-deps` installs what there is to install.
package needs

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Program returns the path of the first of the programs that is installed; they are names of the same thing.
func Program(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	Missing(t, strings.Join(names, " or ")+" is not installed; `make test-deps` installs it on Debian")
	return ""
}

// Missing ends the test because of something that it needs: skipped, or failed where everything is required.
func Missing(t testing.TB, reason string) {
	t.Helper()
	if os.Getenv("UGESEDDEL_REQUIRE_ALL") == "1" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}
