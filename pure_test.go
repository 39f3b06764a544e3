package ugeseddel_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The packages between the calendar and Leantime only work out values: time, zone and data come in as arguments.
func TestThePackagesOfTheDomainArePure(t *testing.T) {
	t.Parallel()
	forbidden := []string{"os", "net/http", "log", "log/slog", "context"}
	for _, name := range []string{"day", "yamlread", "calendar", "calendar/ical", "mapping", "draft"} {
		imports, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, "./"+name).Output()
		require.NoError(t, err)
		for imported := range strings.SplitSeq(strings.TrimSpace(string(imports)), "\n") {
			isSource := name == "calendar" && imported == "context" // calendar.Source waits for a server, whoever that is
			require.False(t, slices.Contains(forbidden, imported) && !isSource, "%s imports %s", name, imported)
		}
	}
}
