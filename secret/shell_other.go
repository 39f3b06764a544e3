//go:build !windows

package secret

import (
	"context"
	"os/exec"
)

// shell runs a command line as the person would have typed it.
func shell(ctx context.Context, line string) *exec.Cmd {
	return exec.CommandContext(ctx, "sh", "-c", line)
}
