package files_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"

	"videre/excel/files"
	"videre/excel/files/filestest"
)

// TestAPoorFileSystemIsServed writes to one that knows no modes, or cannot say what has
// reached the disk: the file is written, and what it lacks is told.
func TestAPoorFileSystemIsServed(t *testing.T) {
	for _, c := range []struct {
		operation string
		fault     error
		want      files.Saved
	}{
		{"chmod", syscall.EPERM, files.Unguarded},
		{"chmod", errors.ErrUnsupported, files.Unguarded},
		{"sync", errors.ErrUnsupported, files.Unflushed},
		{"sync", syscall.ENOSYS, files.Unflushed},
		{"sync", syscall.EIO, 0},
		{"sync", fs.ErrPermission, 0},
	} {
		path := filepath.Join(t.TempDir(), "fil.xlsx")
		undo := filestest.Install(func(op filestest.Operation) error {
			if op.Name == c.operation {
				return c.fault
			}
			return nil
		})
		saved, err := files.Save(path, []byte("ny"), 0o644, false)
		undo()
		switch {
		case c.want == 0 && (err == nil || saved != 0):
			t.Errorf("%s fails with %v, and the file is written: %d", c.operation, c.fault, saved)
		case c.want != 0 && (err != nil || saved != files.Written|c.want):
			t.Errorf("%s fails with %v: %d, %v", c.operation, c.fault, saved, err)
		}
	}
}

// TestAFileThatNobodyMayReadIsReadBack keeps the modes of an input that its owner may not
// read, as one that was taken away while the run went on.
func TestAFileThatNobodyMayReadIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fil.xlsx")
	for _, data := range []string{"ny", "nyere"} {
		if _, err := files.Save(path, []byte(data), 0, true); err != nil {
			t.Fatal(err)
		}
	}
}
