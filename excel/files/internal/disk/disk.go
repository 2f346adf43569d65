// Package disk is what writing a file asks of the operating system. Tests put one that
// fails in its place, by package filestest; nothing else does.
package disk

import (
	"io"
	"io/fs"
	"os"
)

// Disk does what writing a file takes, each operation as package os does it and with
// its errors.
type Disk interface {
	MkdirAll(folder string) error
	ReadFile(path string) ([]byte, error)
	CreateTemp(folder, pattern string) (File, error)
	Rename(from, to string) error
	Remove(path string) error
}

// File is a file that is being written.
type File interface {
	io.WriteCloser
	Name() string
	Chmod(fs.FileMode) error
	Sync() error
}

// Used is the disk that files are written to.
var Used Disk = System{}

// System is the operating system's disk.
type System struct{}

// MkdirAll makes a folder and those above it, for all whom the umask lets in.
func (System) MkdirAll(folder string) error { return os.MkdirAll(folder, 0o777) }

// ReadFile is os.ReadFile.
func (System) ReadFile(path string) ([]byte, error) { return os.ReadFile(path) }

// CreateTemp is os.CreateTemp.
func (System) CreateTemp(folder, pattern string) (File, error) {
	f, err := os.CreateTemp(folder, pattern)
	if err != nil {
		return nil, err // not a File that holds no *os.File
	}
	return f, nil
}

// Rename is os.Rename.
func (System) Rename(from, to string) error { return os.Rename(from, to) }

// Remove is os.Remove.
func (System) Remove(path string) error { return os.Remove(path) }
