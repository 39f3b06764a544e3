package leantimetest

import (
	"fmt"
	"slices"
)

// A version is Leantime's major, minor and patch number. Its methods are the differences between the dialects.
type version [3]int

func mustParseVersion(text string) version {
	var v version
	if n, _ := fmt.Sscanf(text, "%d.%d.%d", &v[0], &v[1], &v[2]); n < 2 {
		panic(fmt.Sprintf("leantimetest: no version of Leantime: %q", text))
	}
	return v
}

// String returns the version as Leantime states it, such as 3.9.8.
func (v version) String() string { return fmt.Sprintf("%d.%d.%d", v[0], v[1], v[2]) }

func (v version) olderThan(other version) bool { return slices.Compare(v[:], other[:]) < 0 }

func (v version) before(major, minor, patch int) bool {
	return v.olderThan(version{major, minor, patch})
}

// wraps: a scalar result comes in an array of one, and rows carry each column a second time under its number.
func (v version) wraps() bool { return v.before(3, 8, 0) }

// checksRights: roles are checked, only methods marked for the API can be called, and errors have codes of their own.
func (v version) checksRights() bool { return !v.before(3, 9, 0) }

// readsTimestamp: timesheets.logTime and upsertTime take a timestamp in place of a date.
func (v version) readsTimestamp() bool { return !v.before(3, 6, 0) }

// storesFloat: hours are a single-precision column, of which MariaDB shows six digits.
func (v version) storesFloat() bool { return v.before(3, 9, 0) }

// takesBearer: personal tokens work. 3.9.0 and 3.9.1 took them without a user, mended in 3.9.2.
func (v version) takesBearer() bool {
	return !v.before(3, 4, 0) && (v.before(3, 9, 0) || !v.before(3, 9, 2))
}

// requestsPerMinute is the default of LEAN_RATELIMIT_API.
func (v version) requestsPerMinute() int {
	if v.before(3, 9, 7) {
		return 10
	}
	return 120
}

// burnsIDs: a repeated logTime is an INSERT … ON DUPLICATE KEY, which uses up a row id.
func (v version) burnsIDs() bool { return v.before(3, 9, 0) }
