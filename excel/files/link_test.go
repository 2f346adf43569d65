//go:build unix

package files_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"videre/excel/files"
)

// TestNothingIsWrittenThroughALink puts links below the folder that the user named: one
// that leads out of it, one that leads to a folder in it, one that leads nowhere.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	outside := t.TempDir()
	for name, target := range map[string]string{
		"out of it": outside, "in it": "ægte", "nowhere": filepath.Join(outside, "ingen"),
	} {
		within := t.TempDir()
		if err := os.Mkdir(filepath.Join(within, "ægte"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(within, "genvej")); err != nil {
			t.Fatal(err)
		}
		for _, below := range []string{"", "mappe"} {
			path := filepath.Join(within, "genvej", below, "fil.xlsx")
			saved, err := files.SaveIn(within, path, []byte("ny"), 0o644, true)
			if saved != 0 || !errors.Is(err, files.ErrLink) {
				t.Errorf("a link %s: %d, %v", name, saved, err)
			}
		}
		for _, folder := range []string{outside, filepath.Join(within, "ægte")} {
			if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
				t.Errorf("a link %s: %v was written, %v", name, entries, err)
			}
		}
		if _, err := os.Lstat(filepath.Join(within, "genvej")); err != nil {
			t.Errorf("a link %s was taken away: %v", name, err)
		}
	}
}

// TestALinkToTheFolderItselfIsTheUsers writes in a folder that was named by a link.
func TestALinkToTheFolderItselfIsTheUsers(t *testing.T) {
	real, link := t.TempDir(), filepath.Join(t.TempDir(), "genvej")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	if _, err := files.SaveIn(link, filepath.Join(link, "mappe", "fil.xlsx"), []byte("ny"), 0o644, false); err != nil {
		t.Fatal(err)
	}
	hold(t, filepath.Join(real, "mappe", "fil.xlsx"), []byte("ny"))
}

// TestNothingIsWrittenOutside names a file that is not in the folder it is said to be in.
func TestNothingIsWrittenOutside(t *testing.T) {
	within := t.TempDir()
	path := filepath.Join(within, "..", "fil.xlsx")
	if _, err := files.SaveIn(within, path, []byte("ny"), 0o644, true); err == nil {
		t.Error("it is written")
	}
	hold(t, path, nil)
}

// TestAPipeInTheWayIsNotWaitedFor puts what is no file, and a link, where a copy goes. They
// are not looked into; asked to, the file takes their place and not that of what they lead to.
func TestAPipeInTheWayIsNotWaitedFor(t *testing.T) {
	folder := t.TempDir()
	other := filepath.Join(folder, "andet.xlsx")
	put(t, other, sealed(t, "andet"))
	before, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	for i, put := range []func(string) error{
		func(path string) error { return syscall.Mkfifo(path, 0o644) },
		func(path string) error { return os.Symlink(other, path) },
	} {
		path := filepath.Join(folder, []string{"rør.xlsx", "genvej.xlsx"}[i])
		if err := put(path); err != nil {
			t.Fatal(err)
		}
		saved := func(overwrite bool) (err error) {
			done := make(chan error, 1)
			go func() {
				_, err := files.Save(path, []byte("ny"), 0o644, overwrite)
				done <- err
			}()
			select {
			case err = <-done:
			case <-time.After(20 * time.Second):
				t.Fatalf("%s is waited for", filepath.Base(path))
			}
			return err
		}
		if err := saved(false); !errors.Is(err, files.ErrKept) {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
		if err := saved(true); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
		hold(t, path, []byte("ny"))
		hold(t, other, before)
	}
}
