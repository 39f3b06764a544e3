package secret

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"ugeseddel/text"
)

// Ref says where a secret is to be found. One field is set; the zero Ref is no secret.
type Ref struct {
	Env     string // the name of an environment variable
	File    string // the path of a file whose first line it is; ~/ is the person's home
	Command string // a command line for the system's shell, which writes it as its first line
	Keyring string // its name in the Store
}

// IsZero tells whether there is no secret to be found.
func (r Ref) IsZero() bool { return r == Ref{} }

// Read finds the secret. Its errors tell where it was looked for and never what was found there; an empty secret is an error.
func (r Ref) Read(ctx context.Context, getenv func(string) string, store *Store) (string, error) {
	value, err := r.look(ctx, getenv, store)
	if err == nil && value == "" {
		return "", text.Errorf("secret.empty", r.place())
	}
	return value, err
}

func (r Ref) look(ctx context.Context, getenv func(string) string, store *Store) (string, error) {
	switch {
	case r.Env != "":
		return getenv(r.Env), nil
	case r.File != "":
		data, err := os.ReadFile(fromHome(r.File))
		if err != nil {
			return "", text.Errorf("secret.unread", r.place()).Because(bare(err))
		}
		return firstLine(data), nil
	case r.Command != "":
		data, err := shell(ctx, r.Command).Output()
		if err != nil {
			return "", text.Errorf("secret.unread", r.place()).Because(bare(err)).Try("secret.try-command")
		}
		return firstLine(data), nil
	case r.Keyring != "":
		value, err := store.Get(ctx, r.Keyring)
		if errors.Is(err, ErrNone) {
			return "", text.Errorf("secret.none", r.Keyring)
		}
		return value, err
	}
	return "", nil
}

// place names where the secret should be. A command line stays untold: it may hold the secret itself.
func (r Ref) place() text.Message {
	switch {
	case r.Env != "":
		return text.Msg("secret.env", r.Env)
	case r.File != "":
		return text.Msg("secret.file", r.File)
	case r.Command != "":
		return text.Msg("secret.command")
	}
	return text.Msg("secret.entry", r.Keyring)
}

// firstLine leaves out what editors and password managers write around a secret: a byte order mark, line ends, remarks below.
func firstLine(data []byte) string {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	return strings.TrimSuffix(line, "\r")
}

func fromHome(path string) string {
	rest, ok := strings.CutPrefix(path, "~/")
	if !ok {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

// bare takes the path off an error of the file system: the message around it tells the path already.
func bare(err error) error {
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return e.Err
	}
	return err
}
