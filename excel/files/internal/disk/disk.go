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
	// OpenFolder opens the folder at a path in another, and makes both where they are not
	// there. Links lead to the outer one as they do elsewhere; in it none is followed, and
	// one that stands in the way fails with ErrLink.
	OpenFolder(within, folder string) (Folder, error)
	Remove(path string) error
}

// Folder is a folder that is open, whatever becomes of its path meanwhile. Its files are
// named without their folder.
type Folder interface {
	Names() ([]string, error)
	ReadFile(name string) ([]byte, error) // a regular file, else ErrIrregular
	Create(name string) (File, error)     // that is not there, for its owner alone
	Rename(from, to string) error
	Remove(name string) error
	Close() error
}

// File is a file that is being written.
type File interface {
	io.WriteCloser
	Chmod(fs.FileMode) error
	Sync() error
}

// Used is the disk that files are written to.
var Used Disk = System{}

// System is the operating system's disk.
type System struct{}

// OpenFolder goes from folder to folder, each open while the next is looked at, so that
// nobody can put a link in place of one that was found to be none.
func (System) OpenFolder(within, folder string) (Folder, error) {
	if err := os.MkdirAll(within, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(within)
	if err != nil {
		return nil, err
	}
	inside, err := steps(within, folder)
	for i := 0; i < len(inside) && err == nil; i++ {
		var next *os.Root
		next, err = enter(root, inside[i])
		_ = root.Close() // it was only read from
		root = next
	}
	if err != nil {
		return nil, err
	}
	return systemFolder{root}, nil
}

// Remove is os.Remove.
func (System) Remove(path string) error { return os.Remove(path) }

// systemFolder is a folder of the operating system's.
type systemFolder struct{ root *os.Root }

func (f systemFolder) Names() ([]string, error) {
	self, err := f.root.Open(".")
	if err != nil {
		return nil, err
	}
	defer self.Close()
	return self.Readdirnames(-1)
}

func (f systemFolder) ReadFile(name string) ([]byte, error) {
	info, err := f.root.Lstat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: ErrIrregular}
	}
	return f.root.ReadFile(name)
}

func (f systemFolder) Create(name string) (File, error) {
	file, err := f.root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err // not a File that holds no *os.File
	}
	return file, nil
}

func (f systemFolder) Rename(from, to string) error { return f.root.Rename(from, to) }

func (f systemFolder) Remove(name string) error { return f.root.Remove(name) }

func (f systemFolder) Close() error { return f.root.Close() }
