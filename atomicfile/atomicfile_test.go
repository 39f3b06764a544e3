package atomicfile_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/atomicfile"
)

func TestWriteMakesTheFoldersAndKeepsOthersOut(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "drafts", "2026-W47.yaml")
	require.NoError(t, atomicfile.Write(name, []byte("æ")))
	require.NoError(t, atomicfile.Write(name, []byte("ø")))

	got, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "ø", string(got))
	if runtime.GOOS != "windows" {
		info, err := os.Stat(name)
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	require.Len(t, entries, 1, "no temporary file is left")
}

func TestWriteThatFailsLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "taken")
	require.NoError(t, os.MkdirAll(filepath.Join(name, "full"), 0o700))

	require.Error(t, atomicfile.Write(name, []byte("x")))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1)
}

func TestWriteFollowsALinkInsteadOfReplacingIt(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.yaml"), filepath.Join(dir, "link.yaml")
	require.NoError(t, os.WriteFile(target, nil, 0o600))
	if err := os.Symlink(target, link); err != nil {
		t.Skip("this system makes no links:", err)
	}
	require.NoError(t, atomicfile.Write(link, []byte("x")))
	got, err := os.ReadFile(target)
	require.NoError(t, err)
	require.Equal(t, "x", string(got))
}
