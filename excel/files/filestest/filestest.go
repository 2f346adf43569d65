// Package filestest lets a test stand before each operation by which package files
// writes: see it, hold it, or have it fail.
package filestest

import (
	"errors"
	"io/fs"
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

func (f *faulty) MkdirAll(folder string) error {
	if err := told(f.begin("mkdir", folder)); err != nil {
		return err
	}
	return f.System.MkdirAll(folder)
}

func (f *faulty) ReadFile(path string) ([]byte, error) {
	fault := f.begin("read", path)
	if err := told(fault); err != nil {
		return nil, err
	}
	data, err := f.System.ReadFile(path)
	if fault != nil && len(data) > 0 {
		data[len(data)-1] ^= 1
	}
	return data, err
}

func (f *faulty) CreateTemp(folder, pattern string) (disk.File, error) {
	if err := told(f.begin("create", folder)); err != nil {
		return nil, err
	}
	file, err := f.System.CreateTemp(folder, pattern)
	return &faultyFile{file, f}, err
}

func (f *faulty) Rename(from, to string) error {
	if err := told(f.begin("rename", to)); err != nil {
		return err
	}
	return f.System.Rename(from, to)
}

func (f *faulty) Remove(path string) error {
	if err := told(f.begin("remove", path)); err != nil {
		return err
	}
	return f.System.Remove(path)
}

type faultyFile struct {
	disk.File
	disk *faulty
}

func (f *faultyFile) Write(data []byte) (int, error) {
	fault := f.disk.begin("write", f.Name())
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
	if err := told(f.disk.begin("chmod", f.Name())); err != nil {
		return err
	}
	return f.File.Chmod(mode)
}

func (f *faultyFile) Sync() error {
	if err := told(f.disk.begin("sync", f.Name())); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *faultyFile) Close() error {
	fault := told(f.disk.begin("close", f.Name()))
	err := f.File.Close()
	if fault != nil {
		return fault
	}
	return err
}
