package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
)

// What Read returns beside the errors of package os.
var (
	// ErrFolder is returned for a folder.
	ErrFolder = errors.New("a folder where a file was meant")
	// ErrIrregular is returned for what is no file that holds bytes: a pipe, a device, a
	// socket. Reading one may never end.
	ErrIrregular = errors.New("no regular file")
	// ErrBeingWritten is returned for a file that changed while it was read, or was cut off.
	ErrBeingWritten = errors.New("the file is being written to")
)

// Read returns all that a file holds. It fails with an error of package os when the
// file is not there or may not be read (see IsLocked too), and with ErrFolder, ErrIrregular,
// ErrBeingWritten (it changed while it was read) or a [*limit.Exceeded].
func Read(path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, ErrIrregular // before it is opened: that alone may set a device going
	}
	f, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readWhole(f)
}

// readWhole reads a file, and holds what is known of it before against after.
func readWhole(f fs.File) ([]byte, error) {
	before, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case before.IsDir():
		return nil, ErrFolder
	case !before.Mode().IsRegular():
		return nil, ErrIrregular
	}
	if err := limit.Allow(limit.FileBytes, int(before.Size())); err != nil {
		return nil, err
	}
	data := make([]byte, before.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBeingWritten, err)
	}
	after, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBeingWritten, err)
	case after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()):
		return nil, ErrBeingWritten
	}
	return data, nil
}

// SameContent reports whether a file holds the given bytes. Its error is why the file
// cannot be read.
func SameContent(path string, data []byte) (bool, error) {
	existing, err := Read(path)
	return bytes.Equal(existing, data), err
}

// IsOwn reports whether a file is an output of this program that nobody changed: every
// hash of the record in it holds. One that cannot be read is none.
func IsOwn(path string) bool {
	data, err := Read(path)
	return err == nil && isSealed(data)
}

// isSealed reports whether what a file holds is an output of the program as it was written.
func isSealed(data []byte) bool {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return false
	}
	_, state := opc.Original(pkg)
	return state == opc.Sealed
}
