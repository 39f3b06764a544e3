package secret

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/zalando/go-keyring"
)

// service is what ugeseddel's secrets are filed under in the keyring.
const service = "ugeseddel"

// patience is how long a keyring may take: long enough for a person to type its password.
const patience = time.Minute

var (
	errNoRing    = errors.New("this computer has no keyring")
	errNotInRing = keyring.ErrNotFound
)

func ringGet(ctx context.Context, name string) (string, error) {
	return ask(ctx, func() (string, error) { return keyring.Get(service, name) })
}

func ringSet(ctx context.Context, name, value string) error {
	_, err := ask(ctx, func() (string, error) { return "", keyring.Set(service, name, value) })
	return err
}

func ringDelete(ctx context.Context, name string) error {
	_, err := ask(ctx, func() (string, error) { return "", keyring.Delete(service, name) })
	return unlessAbsent(err)
}

func ringClear(ctx context.Context) error {
	_, err := ask(ctx, func() (string, error) { return "", keyring.DeleteAll(service) })
	return unlessAbsent(err)
}

func unlessAbsent(err error) error {
	if errors.Is(err, errNotInRing) || errors.Is(err, errNoRing) {
		return nil
	}
	return err
}

// ask puts a question to the keyring. A keyring may wait for its password for ever, where nobody can see it asking.
func ask(ctx context.Context, question func() (string, error)) (string, error) {
	if !hasBus() {
		return "", errNoRing
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	type answer struct {
		value string
		err   error
	}
	answered := make(chan answer, 1)
	go func() {
		value, err := question()
		answered <- answer{value, err}
	}()
	select {
	case a := <-answered:
		return a.value, ringError(a.err)
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// hasBus tells whether the keyring can be there at all. On Linux it is reached over the session's bus;
// asked for one that does not run, the library would start a bus, which then stays behind.
func hasBus() bool {
	if runtime.GOOS != "linux" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(fmt.Sprintf("/run/user/%d/bus", os.Getuid()))
	return err == nil
}

// ringError tells a computer without a keyring from one whose keyring refuses.
func ringError(err error) error {
	if e, ok := errors.AsType[dbus.Error](err); ok && e.Name == "org.freedesktop.DBus.Error.ServiceUnknown" {
		return errNoRing
	}
	_, unreachable := errors.AsType[*net.OpError](err)
	if unreachable || errors.Is(err, keyring.ErrUnsupportedPlatform) {
		return errNoRing
	}
	return err
}
