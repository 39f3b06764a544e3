package secret_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/stretchr/testify/require"
	"github.com/zalando/go-keyring"

	"ugeseddel/secret"
	"ugeseddel/text"
)

// The keyring of the process is replaced in each test, so none of them is parallel.

func withKeyring(t *testing.T) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	keyring.MockInit()
}

func withoutKeyring(t *testing.T, because error) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	keyring.MockInitWithError(because)
}

func TestSecretIsKeptInTheKeyringWhereThereIsOne(t *testing.T) {
	withKeyring(t)
	dir := t.TempDir()
	store := secret.Open(dir)
	require.NoError(t, store.Set(t.Context(), "outlook", "hemmelig"))

	got, err := store.Get(t.Context(), "outlook")
	require.NoError(t, err)
	require.Equal(t, "hemmelig", got)
	require.Equal(t, "this computer's keyring", text.English.Say(store.Where("outlook")))
	require.Empty(t, filesWith(t, dir, "hemmelig"))
}

func TestSecretIsAFileOfItsOwnersAloneWhereThereIsNoKeyring(t *testing.T) {
	for name, refusal := range map[string]error{
		"no keyring":          keyring.ErrUnsupportedPlatform,
		"too big for it":      keyring.ErrSetDataTooBig,
		"the keyring is shut": errors.New("prompt dismissed"),
	} {
		t.Run(name, func(t *testing.T) {
			withoutKeyring(t, refusal)
			dir := t.TempDir()
			store := secret.Open(dir)
			require.NoError(t, store.Set(t.Context(), "arbejde/privat: ..", "hemmelig"))

			got, err := store.Get(t.Context(), "arbejde/privat: ..")
			require.NoError(t, err)
			require.Equal(t, "hemmelig", got)
			files := filesWith(t, dir, "hemmelig")
			require.Len(t, files, 1)
			require.Equal(t, filepath.Join(dir, "secrets"), filepath.Dir(files[0]))
			require.Contains(t, text.English.Say(store.Where("arbejde/privat: ..")), files[0])
			requireMode(t, files[0], 0o600)
			requireMode(t, filepath.Dir(files[0]), 0o700)
		})
	}
}

func TestNewestSecretCountsWhenTheKeyringComesAndGoes(t *testing.T) {
	dir := t.TempDir()
	store := secret.Open(dir)
	withKeyring(t)
	require.NoError(t, store.Set(t.Context(), "outlook", "first"))
	withoutKeyring(t, errors.New("locked"))
	require.NoError(t, store.Set(t.Context(), "outlook", "second"))
	withKeyring(t)
	require.NoError(t, keyring.Set("ugeseddel", "outlook", "first"))

	got, err := store.Get(t.Context(), "outlook")
	require.NoError(t, err)
	require.Equal(t, "second", got)

	require.NoError(t, store.Set(t.Context(), "outlook", "third"))
	require.Empty(t, filesWith(t, dir, "second"), "the file is gone once the keyring takes secrets again")
	got, err = store.Get(t.Context(), "outlook")
	require.NoError(t, err)
	require.Equal(t, "third", got)
}

func TestSecretThatIsNotThereIsToldFromAKeyringThatCannotBeAsked(t *testing.T) {
	store := secret.Open(t.TempDir())
	withKeyring(t)
	_, err := store.Get(t.Context(), "outlook")
	require.ErrorIs(t, err, secret.ErrNone)

	for _, absent := range []error{keyring.ErrUnsupportedPlatform, &net.OpError{Op: "dial", Err: errors.New("no bus")},
		dbus.Error{Name: "org.freedesktop.DBus.Error.ServiceUnknown"}} {
		withoutKeyring(t, absent)
		_, err = store.Get(t.Context(), "outlook")
		require.ErrorIs(t, err, secret.ErrNone)
		require.NoError(t, store.Delete(t.Context(), "outlook"))
	}

	withoutKeyring(t, errors.New("locked"))
	_, err = store.Get(t.Context(), "outlook")
	require.EqualError(t, err, "the keyring does not answer: locked")
	require.NotErrorIs(t, err, secret.ErrNone)
}

func TestDeleteForgetsTheSecretWhereverItIs(t *testing.T) {
	dir := t.TempDir()
	store := secret.Open(dir)
	withoutKeyring(t, errors.New("locked"))
	require.NoError(t, store.Set(t.Context(), "outlook", "in the file"))
	withKeyring(t)
	require.NoError(t, keyring.Set("ugeseddel", "outlook", "in the keyring"))

	require.NoError(t, store.Delete(t.Context(), "outlook"))
	require.NoError(t, store.Delete(t.Context(), "outlook"), "twice is no error")
	_, err := store.Get(t.Context(), "outlook")
	require.ErrorIs(t, err, secret.ErrNone)
	require.Empty(t, filesWith(t, dir, "in the file"))
}

func TestDeleteTellsThatAnOlderSecretMayBeLeftInALockedKeyring(t *testing.T) {
	dir := t.TempDir()
	store := secret.Open(dir)
	withoutKeyring(t, errors.New("locked"))
	require.NoError(t, store.Set(t.Context(), "outlook", "in the file"))

	err := store.Delete(t.Context(), "outlook")
	require.EqualError(t, err, "the file is deleted, but the keyring does not answer, and something older may be left in it: locked")
	require.Empty(t, filesWith(t, dir, "in the file"))
}

func TestClearForgetsEverySecret(t *testing.T) {
	dir := t.TempDir()
	store := secret.Open(dir)
	withKeyring(t)
	require.NoError(t, store.Set(t.Context(), "outlook", "one"))
	require.NoError(t, store.Set(t.Context(), "google", "two"))

	require.NoError(t, store.Clear(t.Context()))
	for _, name := range []string{"outlook", "google"} {
		_, err := store.Get(t.Context(), name)
		require.ErrorIs(t, err, secret.ErrNone)
	}
	require.NoDirExists(t, filepath.Join(dir, "secrets"))
}

func TestUpdatesAtOnceNeverLoseOneAnother(t *testing.T) {
	withoutKeyring(t, keyring.ErrUnsupportedPlatform)
	dir := t.TempDir()
	require.NoError(t, secret.Open(dir).Set(t.Context(), "counter", "0"))
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			store := secret.Open(dir) // each with a lock of its own, as in processes of their own
			err := store.Update(t.Context(), "counter", func(old string) (string, error) {
				n, err := strconv.Atoi(old)
				return strconv.Itoa(n + 1), err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got, err := secret.Open(dir).Get(t.Context(), "counter")
	require.NoError(t, err)
	require.Equal(t, "20", got)
}

func TestUpdateThatFailsChangesNothing(t *testing.T) {
	withKeyring(t)
	store := secret.Open(t.TempDir())
	require.NoError(t, store.Set(t.Context(), "outlook", "kept"))
	refused := errors.New("refused")

	err := store.Update(t.Context(), "outlook", func(string) (string, error) { return "lost", refused })
	require.ErrorIs(t, err, refused)
	got, err := store.Get(t.Context(), "outlook")
	require.NoError(t, err)
	require.Equal(t, "kept", got)
}

func TestWaitingForTheLockEndsWithTheContext(t *testing.T) {
	withKeyring(t)
	store := secret.Open(t.TempDir())
	require.NoError(t, store.Set(t.Context(), "outlook", "kept"))
	err := store.Update(t.Context(), "outlook", func(old string) (string, error) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		return old, store.Set(ctx, "outlook", "lost")
	})
	require.ErrorIs(t, err, context.Canceled)
}

func TestRefReadsWhereItPoints(t *testing.T) {
	withKeyring(t)
	store := secret.Open(t.TempDir())
	require.NoError(t, store.Set(t.Context(), "nextcloud", "from the store"))
	file := filepath.Join(t.TempDir(), "password")
	require.NoError(t, os.WriteFile(file, []byte("\ufefffrom the file \r\nuser: mette\n"), 0o600))
	getenv := func(name string) string { return map[string]string{"NC_PASSWORD": "from the environment"}[name] }

	for name, c := range map[string]struct {
		ref  secret.Ref
		want string
	}{
		"environment":          {secret.Ref{Env: "NC_PASSWORD"}, "from the environment"},
		"file, its first line": {secret.Ref{File: file}, "from the file "},
		"command":              {secret.Ref{Command: "echo from the command"}, "from the command"},
		"keyring":              {secret.Ref{Keyring: "nextcloud"}, "from the store"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.ref.Read(t.Context(), getenv, store)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestRefTellsWhereItFoundNothing(t *testing.T) {
	withKeyring(t)
	store := secret.Open(t.TempDir())
	nothing := func(string) string { return "" }
	for name, c := range map[string]struct {
		ref  secret.Ref
		want string
	}{
		"unset variable": {secret.Ref{Env: "NC_PASSWORD"}, "there should be a password or a token in the environment variable NC_PASSWORD, but there is nothing"},
		"no file":        {secret.Ref{File: "/no/such"}, "the file /no/such cannot be read: there is no such file"},
		"command fails":  {secret.Ref{Command: "echo hunter2 >&2; exit 3"}, "the command that should write the secret cannot be read: exit status 3"},
		"silent command": {secret.Ref{Command: "exit 0"}, "there should be a password or a token in the command that should write the secret, but there is nothing"},
		"not stored":     {secret.Ref{Keyring: "nextcloud"}, `nothing is kept under the name "nextcloud"`},
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" && c.ref.Command != "" {
				t.Skip("the command lines are those of a Unix shell")
			}
			_, err := c.ref.Read(t.Context(), nothing, store)
			require.EqualError(t, err, c.want)
		})
	}
}

// filesWith returns the files below dir that hold the words.
func filesWith(t *testing.T, dir, words string) []string {
	t.Helper()
	var found []string
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if string(data) == words {
			found = append(found, file)
		}
	}
	return found
}

func requireMode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps rights otherwise")
	}
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, want, info.Mode().Perm())
}
