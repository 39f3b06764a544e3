// Package secret is where passwords and tokens are found, and where those that a person entrusts to ugeseddel are kept:
// in the system's keyring, or, where there is none, in files that only the person can read.
package secret

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"ugeseddel/atomicfile"
	"ugeseddel/text"
)

// ErrNone tells that a store has no secret of that name.
var ErrNone = errors.New("no such secret")

// Store keeps secrets by name, in the system's keyring under the service "ugeseddel". Where there is no keyring, or it refuses,
// a secret is a file of mode 0600 instead. Several processes may use the same store.
type Store struct {
	dir string
}

// Open returns the store whose files, where it needs any, are in the folder secrets of the state folder.
func Open(stateDir string) *Store { return &Store{filepath.Join(stateDir, "secrets")} }

// Get returns a secret, or ErrNone. A keyring that is there but cannot be asked, because it is locked for instance, is another error.
func (s *Store) Get(ctx context.Context, name string) (string, error) {
	// A file is there only since the keyring refused the newest value, so it comes first.
	data, err := os.ReadFile(s.file(name))
	if err == nil {
		return string(data), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	value, err := ringGet(ctx, name)
	switch {
	case errors.Is(err, errNotInRing), errors.Is(err, errNoRing):
		return "", ErrNone
	case err != nil:
		return "", text.Errorf("secret.ring").Because(err).Try("secret.try-ring", name)
	}
	return value, nil
}

// Set keeps a secret, in place of an earlier one of that name.
func (s *Store) Set(ctx context.Context, name, value string) error {
	unlock, err := s.lock(ctx, name)
	if err != nil {
		return err
	}
	defer unlock()
	return s.set(ctx, name, value)
}

// Update replaces a secret by what change makes of it. Whoever else updates the same secret, also in another process, waits meanwhile.
// Where change returns an error nothing is replaced; where there is no secret the error is ErrNone and change is not called.
func (s *Store) Update(ctx context.Context, name string, change func(old string) (string, error)) error {
	unlock, err := s.lock(ctx, name)
	if err != nil {
		return err
	}
	defer unlock()
	old, err := s.Get(ctx, name)
	if err != nil {
		return err
	}
	value, err := change(old)
	if err != nil || value == old {
		return err
	}
	// The old value may be worth nothing any more, so the new one is kept even if the person has interrupted meanwhile.
	return s.set(context.WithoutCancel(ctx), name, value)
}

// Delete forgets a secret, wherever it is kept. That there is none is no error; that the keyring cannot be asked is one,
// since an older value may be left in it.
func (s *Store) Delete(ctx context.Context, name string) error {
	unlock, err := s.lock(ctx, name)
	if err != nil {
		return err
	}
	defer unlock()
	if err := s.removeFile(name); err != nil {
		return err
	}
	if err := ringDelete(ctx, name); err != nil {
		return text.Errorf("secret.ring-delete").Because(err).Try("secret.try-ring-delete")
	}
	return nil
}

// Clear forgets every secret of every store on this computer that is kept in the keyring, and those in this store's files.
func (s *Store) Clear(ctx context.Context) error {
	return errors.Join(ringClear(ctx), os.RemoveAll(s.dir))
}

// Where tells the person where a secret is kept.
func (s *Store) Where(name string) text.Message {
	if _, err := os.Stat(s.file(name)); err == nil {
		return text.Msg("secret.in-file", s.file(name))
	}
	return text.Msg("secret.in-ring")
}

func (s *Store) set(ctx context.Context, name, value string) error {
	if ringSet(ctx, name, value) == nil {
		return s.removeFile(name)
	}
	return atomicfile.Write(s.file(name), []byte(value))
}

func (s *Store) removeFile(name string) error {
	if err := os.Remove(s.file(name)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// file names the file of a secret. A name may hold what a file's name may not.
func (s *Store) file(name string) string {
	return filepath.Join(s.dir, url.QueryEscape(name)+".secret")
}

func (s *Store) lock(ctx context.Context, name string) (unlock func(), err error) {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, err
	}
	l := flock.New(filepath.Join(s.dir, url.QueryEscape(name)+".lock"))
	if _, err := l.TryLockContext(ctx, 20*time.Millisecond); err != nil {
		return nil, text.Errorf("secret.lock").Because(err)
	}
	return func() { _ = l.Unlock() }, nil
}
