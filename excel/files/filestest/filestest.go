// Package filestest lets a test stand before each operation by which package files
// writes: see it, hold it, or have it fail.
package filestest

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"

	"videre/excel/files/internal/disk"
)

// Operation is one step of writing a file.
type Operation struct {
	Number int    // from 1, in the order they are begun
	Name   string // mkdir, read, create, write, chmod, sync, close, rename or remove
	Path   string // the folder or file that it is done to
}

// ErrSilent is the fault of an operation that claims to have succeeded: a write that kept
// half, a read that gives another byte. The other operations have none.
var ErrSilent = errors.New("a fault that the disk does not tell")

// Install has every operation ask before it is done, until undo. Answered with an error,
// it fails with that: a write has then written half, and nothing else is done but that
// a file that is closed is closed. Operations of several files may ask at once.
func Install(ask func(Operation) error) (undo func()) {
	was := disk.Used
	disk.Used = &faulty{ask: ask}
	return func() { disk.Used = was }
}

type faulty struct {
	disk.System
	ask   func(Operation) error
	mu    sync.Mutex
	begun int
}

// begin is the fault of the next operation, nil for none.
func (f *faulty) begin(name, path string) error {
	f.mu.Lock()
	f.begun++
	number := f.begun
	f.mu.Unlock()
	err := f.ask(Operation{number, name, path})
	if err == nil || errors.Is(err, ErrSilent) {
		return err
	}
	return &fs.PathError{Op: name, Path: path, Err: err}
}

// told is a fault that the disk tells.
func told(err error) error {
	if errors.Is(err, ErrSilent) {
		return nil
	}
	return err
}

func (f *faulty) OpenFolder(within, folder string) (disk.Folder, error) {
	if err := told(f.begin("mkdir", folder)); err != nil {
		return nil, err
	}
	opened, err := f.System.OpenFolder(within, folder)
	return &faultyFolder{opened, f, folder}, err
}

func (f *faulty) Remove(path string) error {
	if err := told(f.begin("remove", path)); err != nil {
		return err
	}
	return f.System.Remove(path)
}

type faultyFolder struct {
	disk.Folder
	disk *faulty
	path string
}

// begin is the fault of the next operation on one of its files.
func (f *faultyFolder) begin(operation, name string) error {
	return f.disk.begin(operation, filepath.Join(f.path, name))
}

func (f *faultyFolder) ReadFile(name string) ([]byte, error) {
	fault := f.begin("read", name)
	if err := told(fault); err != nil {
		return nil, err
	}
	data, err := f.Folder.ReadFile(name)
	if fault != nil && len(data) > 0 {
		data[len(data)-1] ^= 1
	}
	return data, err
}

func (f *faultyFolder) Create(name string) (disk.File, error) {
	if err := told(f.begin("create", name)); err != nil {
		return nil, err
	}
	file, err := f.Folder.Create(name)
	return &faultyFile{file, f, name}, err
}

func (f *faultyFolder) Rename(from, to string) error {
	if err := told(f.begin("rename", to)); err != nil {
		return err
	}
	return f.Folder.Rename(from, to)
}

func (f *faultyFolder) Remove(name string) error {
	if err := told(f.begin("remove", name)); err != nil {
		return err
	}
	return f.Folder.Remove(name)
}

type faultyFile struct {
	disk.File
	folder *faultyFolder
	name   string
}

func (f *faultyFile) Write(data []byte) (int, error) {
	fault := f.folder.begin("write", f.name)
	if fault == nil {
		return f.File.Write(data)
	}
	n, err := f.File.Write(data[:len(data)/2])
	if err == nil {
		err = told(fault)
	}
	if err == nil {
		n = len(data)
	}
	return n, err
}

func (f *faultyFile) Chmod(mode fs.FileMode) error {
	if err := told(f.folder.begin("chmod", f.name)); err != nil {
		return err
	}
	return f.File.Chmod(mode)
}

func (f *faultyFile) Sync() error {
	if err := told(f.folder.begin("sync", f.name)); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *faultyFile) Close() error {
	fault := told(f.folder.begin("close", f.name))
	err := f.File.Close()
	if fault != nil {
		return fault
	}
	return err
}
