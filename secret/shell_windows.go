package secret

import (
	"context"
	"os/exec"
	"syscall"
)

// shell runs a command line as the person would have typed it: cmd.exe does not undo the quoting that Go does for arguments.
func shell(ctx context.Context, line string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "cmd.exe")
	cmd.SysProcAttr = &syscall.SysProcAttr{CmdLine: `cmd.exe /S /C "` + line + `"`, HideWindow: true}
	return cmd
}
