package files

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"videre/excel/files/internal/disk"
)

// Saved tells what became of a file that was to be written; the zero value, that it was
// not.
type Saved uint8

// What can become of it.
const (
	Written   Saved = iota + 1
	Unchanged       // the same bytes stand there already
)

// ErrKept is returned for a file that stands in the way and is not replaced: it is
// no copy of ours, or somebody changed it since.
var ErrKept = errors.New("the file is not replaced")

// ErrReadBack is returned when a file does not hold what was written to it: the disk,
// or the way to it, cannot be trusted.
var ErrReadBack = errors.New("what was written cannot be read back")

// Save sees to it that a file holds the given bytes, in a folder that is made for it
// and cleared of what ended runs left. The bytes are written beside the file, flushed,
// read back and renamed into place, so that there is the whole file or what was there
// before. Those may read the file who mode says, and its owner may write to it.
//
// A file that is there already is replaced only when the program wrote it and nobody
// changed it since, or when overwrite is set; otherwise Save fails with ErrKept. It
// fails with ErrReadBack, and with the errors of package os for the file's own path
// (see IsFull and IsLocked). Folders that were made for a file that could not be written
// are taken away again.
func Save(path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	inFolders.RLock()
	made := missing(filepath.Dir(path))
	saved, err := save(path, data, mode, overwrite)
	inFolders.RUnlock()
	if err != nil && len(made) > 0 {
		removeEmpty(made)
	}
	return saved, err
}

// inFolders is held by those who write files, so that nobody takes a folder away that
// another has just found.
var inFolders sync.RWMutex

// missing are the folders that a folder needs and that are not there, the innermost first.
func missing(folder string) []string {
	var list []string
	for above := ""; folder != above; folder = filepath.Dir(folder) { // the root is above itself
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		list = append(list, folder)
		above = folder
	}
	return list
}

// removeEmpty removes folders that hold nothing. Those above one that stays, stay.
func removeEmpty(folders []string) {
	inFolders.Lock()
	defer inFolders.Unlock()
	for _, folder := range folders {
		if disk.Used.Remove(folder) != nil {
			return
		}
	}
}

// save is Save without the care for folders.
func save(path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	folder := filepath.Dir(path)
	if err := disk.Used.MkdirAll(folder); err != nil {
		return 0, err
	}
	clearStale(folder)
	if existing, err := disk.Used.ReadFile(path); err == nil {
		if bytes.Equal(existing, data) {
			return Unchanged, nil
		}
		if !overwrite && !isSealed(existing) {
			return 0, ErrKept
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	if err := replace(path, data, mode); err != nil {
		return 0, about(path, err)
	}
	return Written, nil
}

// replace writes a temporary file in the target's folder and renames it. What goes
// wrong leaves nothing behind that can be removed.
func replace(path string, data []byte, mode fs.FileMode) error {
	f, err := disk.Used.CreateTemp(filepath.Dir(path), temporaryPrefix()+"*"+temporarySuffix)
	if err != nil {
		return err
	}
	if err = fill(f, data, mode); err == nil {
		err = disk.Used.Rename(f.Name(), path)
	}
	if err != nil {
		_ = disk.Used.Remove(f.Name()) // the next run clears away what stays
	}
	return err
}

// fill writes all of a file and closes it. What it holds then has reached the disk and
// has been read back.
func fill(f disk.File, data []byte, mode fs.FileMode) error {
	if err := flush(f, data, mode); err != nil {
		_ = f.Close() // the first error tells why
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	written, err := disk.Used.ReadFile(f.Name())
	if err == nil && !bytes.Equal(written, data) {
		err = ErrReadBack
	}
	return err
}

// flush writes all of a file to the disk. A file system that knows no modes is no fault.
func flush(f disk.File, data []byte, mode fs.FileMode) error {
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(mode.Perm() | 0o200); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return f.Sync()
}

// about makes an error one of the file that was to be written. The temporary file's
// name is another in each run and tells nobody anything.
func about(path string, err error) error {
	var one *fs.PathError
	var two *os.LinkError
	switch {
	case errors.As(err, &one):
		return &fs.PathError{Op: one.Op, Path: path, Err: one.Err}
	case errors.As(err, &two):
		return &fs.PathError{Op: two.Op, Path: path, Err: two.Err}
	}
	return err
}
