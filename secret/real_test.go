package secret_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/internal/needs"
	"ugeseddel/secret"
	"ugeseddel/text"
)

// withRealKeyring tells the test's own program, run once more on a session bus of its own, where its store is.
const withRealKeyring = "UGESEDDEL_TEST_REAL_KEYRING"

func TestMain(m *testing.M) {
	if dir := os.Getenv(withRealKeyring); dir != "" {
		if err := useRealKeyring(context.Background(), dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// quietBus is a session bus that starts nothing by itself: the usual one answers the first question with a second, locked keyring
// where the test's own is not there yet.
const quietBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

func TestSecretIsKeptInARealKeyring(t *testing.T) {
	t.Parallel()
	bus := needs.Program(t, "dbus-run-session")
	needs.Program(t, "gnome-keyring-daemon")
	home, dir := t.TempDir(), t.TempDir()
	config := filepath.Join(home, "session.conf")
	require.NoError(t, os.WriteFile(config, []byte(quietBus), 0o600))
	program := exec.CommandContext(t.Context(), bus, "--config-file="+config, "--", os.Args[0])
	program.Env = append(os.Environ(), withRealKeyring+"="+dir, "HOME="+home, "XDG_RUNTIME_DIR="+home, "XDG_DATA_HOME="+home)
	output, err := program.CombinedOutput()
	require.NoError(t, err, string(output))
	require.NotContains(t, string(output), "hemmelig")
	require.Empty(t, filesWith(t, dir, "hemmelig"))
}

// useRealKeyring starts a keyring, keeps a secret in it, and forgets it again.
func useRealKeyring(ctx context.Context, dir string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	daemon := exec.CommandContext(ctx, "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
	daemon.Stdin = strings.NewReader("password of the keyring")
	var said bytes.Buffer
	daemon.Stdout = &said
	if err := daemon.Start(); err != nil {
		return err
	}
	defer func() { cancel(); _ = daemon.Wait() }()

	store := secret.Open(dir)
	for {
		if err := store.Set(ctx, "outlook", "hemmelig"); err != nil {
			return err
		}
		if text.English.Say(store.Where("outlook")) == "this computer's keyring" {
			break
		}
		time.Sleep(20 * time.Millisecond) // until the keyring has started, the store keeps it in a file
	}
	if got, err := store.Get(ctx, "outlook"); err != nil || got != "hemmelig" {
		return fmt.Errorf("read %d letters: %v", len(got), err)
	}
	if err := store.Delete(ctx, "outlook"); err != nil {
		return err
	}
	if _, err := store.Get(ctx, "outlook"); err != secret.ErrNone {
		return fmt.Errorf("after deleting: %v", err)
	}
	return nil
}
