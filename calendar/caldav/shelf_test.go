package caldav

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/calendar"
	"ugeseddel/text"
)

// filesIn returns the names of all files beneath a folder.
func filesIn(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, path)
		}
		return err
	}))
	return files
}

func TestTheLocalCopyIsForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps other people out of a profile by itself")
	}
	d, folder := newDouble(t, quirks{}), t.TempDir()
	d.put("a.ics", meeting("a", 23, "Alfa"))
	titlesOf(t, d.account(folder))
	files := filesIn(t, folder)
	require.Len(t, files, 2)
	for _, file := range files {
		info, err := os.Stat(file)
		require.NoError(t, err)
		require.Equal(t, fs.FileMode(0o600), info.Mode().Perm())
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NotContains(t, string(content), "sesame")
	}
}

func TestOfAPrivateEventTheLocalCopyHoldsOnlyTheTime(t *testing.T) {
	t.Parallel()
	d, folder := newDouble(t, quirks{}), t.TempDir()
	for _, class := range []string{"PRIVATE", "CONFIDENTIAL"} {
		data := strings.Replace(meeting(class, 23, "Lægebesøg"), "END:VEVENT", "CLASS:"+class+"\r\nDESCRIPTION:Lægens navn\r\n"+
			"LOCATION:Lægehuset\r\nATTENDEE:mailto:laege@example.dk\r\nBEGIN:VALARM\r\nDESCRIPTION:Lægebesøg\r\nEND:VALARM\r\nEND:VEVENT", 1)
		d.put(class+".ics", data)
	}
	s := d.account(folder)
	events, err := s.Events(context.Background(), week)
	require.NoError(t, err)
	require.Len(t, events, 2)
	for _, e := range events {
		require.True(t, e.Private)
		require.Empty(t, e.Title)
	}
	for _, file := range filesIn(t, folder) {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NotContains(t, string(content), "Læge")
		require.NotContains(t, string(content), "laege")
	}
}

func TestADamagedLocalCopyIsBuiltAnew(t *testing.T) {
	t.Parallel()
	damages := map[string]func([]byte) []byte{
		"empty":            func([]byte) []byte { return nil },
		"cut":              func(b []byte) []byte { return b[:len(b)/2] },
		"a flipped bit":    func(b []byte) []byte { b[len(b)-20] ^= 1; return b },
		"something else":   func([]byte) []byte { return []byte("BEGIN:VCALENDAR\nEND:VCALENDAR\n") },
		"with a tail":      func(b []byte) []byte { return append(b, "more"...) },
		"of a later shape": func(b []byte) []byte { return []byte(strings.Replace(string(b), "copy 1", "copy 2", 1)) },
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, folder := newDouble(t, quirks{}), t.TempDir()
			d.put("a.ics", meeting("a", 23, "Alfa"))
			titlesOf(t, d.account(folder))
			for _, file := range filesIn(t, folder) {
				content, err := os.ReadFile(file)
				require.NoError(t, err)
				require.NoError(t, os.WriteFile(file, damage(content), 0o600))
			}
			require.Equal(t, []string{"Alfa"}, titlesOf(t, d.account(folder)))
			d.asked()
			require.Equal(t, []string{"Alfa"}, titlesOf(t, d.account(folder)))
			require.Len(t, d.asked(), 1)
		})
	}
}

func TestAReadThatIsStoppedGoesOnWhereItWas(t *testing.T) {
	t.Parallel()
	d, folder := newDouble(t, quirks{}), t.TempDir()
	for i := range 2*batch + 1 {
		d.put(fmt.Sprintf("%04d.ics", i), meeting(fmt.Sprint(i), 23, "Møde"))
	}
	ctx, stop := context.WithCancel(context.Background())
	batches := 0
	d.before = func(_ http.ResponseWriter, r *http.Request) bool {
		if r.Method == "REPORT" && r.Header.Get("Depth") == "1" {
			if batches++; batches == 2 {
				stop()
			}
		}
		return false
	}
	_, err := d.account(folder).Events(ctx, week)
	require.ErrorIs(t, err, context.Canceled)
	d.asked()
	require.Len(t, titlesOf(t, d.account(folder)), 2*batch+1)
	require.Equal(t, []string{"sync-collection", "calendar-multiget", "calendar-multiget"}, d.asked())
}

func TestTwoRunsAtOnceDoNotDisturbEachOther(t *testing.T) {
	t.Parallel()
	d, folder := newDouble(t, quirks{}), t.TempDir()
	for i := range 50 {
		d.put(fmt.Sprint(i, ".ics"), meeting(fmt.Sprint(i), 23, "Møde"))
	}
	var wait sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wait.Go(func() {
			events, err := d.account(folder).Events(context.Background(), week)
			if err == nil && len(events) != 50 {
				err = fmt.Errorf("%d events", len(events))
			}
			errs[i] = err
		})
	}
	wait.Wait()
	require.NoError(t, errors.Join(errs...))
	require.Len(t, filesIn(t, folder), 2, "nothing is left behind")
}

func TestTheCopyOfACalendarThatIsGoneIsRemoved(t *testing.T) {
	t.Parallel()
	d, folder := newDouble(t, quirks{}), t.TempDir()
	titlesOf(t, d.account(folder))
	shelf := newShelf(folder, "work")
	require.NoError(t, shelf.write("0123456789.copy", []byte("old")))
	known, _ := shelf.directory()
	require.NoError(t, shelf.keepDirectory(known))
	require.Len(t, filesIn(t, folder), 2)
}

func TestAFolderThatCannotBeWrittenIsToldAndHidesNothing(t *testing.T) {
	t.Parallel()
	d := newDouble(t, quirks{})
	d.put("a.ics", meeting("a", 23, "Alfa"))
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	events, err := d.account(file).Events(context.Background(), week)
	require.Equal(t, []string{"Alfa"}, titles(events))
	problems, rest := calendar.Problems(err)
	require.NoError(t, rest)
	require.NotEmpty(t, problems)
	require.Contains(t, problems[0].Say(text.English), `calendar "work": the local copy: it cannot be stored`)
}
