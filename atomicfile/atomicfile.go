// Package atomicfile writes a file so that a reader, or a crash, finds either the old content or the new, never half of it.
package atomicfile

import (
	"errors"
	"os"
	"path/filepath"
)

// Write puts data into the file called name, readable by its owner alone (mode 0600), and makes the folders above it (0700).
// A link is followed, so that what it points to is replaced and not the link.
func Write(name string, data []byte) (err error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
