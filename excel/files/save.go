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

// What can become of it: one of the first two, and of a file that was written, what the
// file system it is on does not serve.
const (
	Written   Saved = 1 << iota
	Unchanged       // the same bytes stand there already
	Unflushed       // nobody can say whether they have reached the disk
	Unguarded       // nobody can say who may read the file
)

// Has reports whether it is among what became of the file.
func (s Saved) Has(what Saved) bool { return s&what != 0 }

// ErrKept is returned for a file that stands in the way and is not replaced: it is
// no copy of ours, or somebody changed it since.
var ErrKept = errors.New("the file is not replaced")

// ErrReadBack is returned when a file does not hold what was written to it: the disk,
// or the way to it, cannot be trusted.
var ErrReadBack = errors.New("what was written cannot be read back")

// ErrLink is returned for a file whose way leads over a link, or a junction, below the
// folder that the user named: it may lead anywhere.
var ErrLink = disk.ErrLink

// Save is SaveIn within the file's own folder: links lead to it as they do elsewhere.
func Save(path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	return SaveIn(filepath.Dir(path), path, data, mode, overwrite)
}

// SaveIn sees to it that a file holds the given bytes, in a folder that is made for it
// and cleared of what ended runs left. The bytes are written beside the file, flushed,
// read back and renamed into place, so that there is the whole file or what was there
// before. Those may read the file who mode says, and its owner may read and write it. What
// a file system does not serve of that is told, and no fault.
//
// Within is the folder that the user named; below it no link is followed, and one on the
// way fails with ErrLink. A file that is there already is replaced only when the program
// wrote it and nobody changed it since, or when overwrite is set; otherwise SaveIn fails
// with ErrKept. It fails with ErrReadBack, and with the errors of package os for the file's
// own path (see IsFull and IsLocked). Folders that were made for a file that could not be
// written are taken away again.
func SaveIn(within, path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	inFolders.RLock()
	made := missing(filepath.Dir(path))
	saved, err := save(within, path, data, mode, overwrite)
	inFolders.RUnlock()
	if err != nil && len(made) > 0 {
		removeEmpty(made)
	}
	return saved, about(path, err)
}

// inFolders is held by those who write files, so that nobody takes a folder away that
// another has just found.
var inFolders sync.RWMutex

// missing are the folders that a folder needs and that are not there, the innermost first.
// A link that leads nowhere is there.
func missing(folder string) []string {
	var list []string
	for above := ""; folder != above; folder = filepath.Dir(folder) { // the root is above itself
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
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

// save is SaveIn without the care for folders that were made in vain.
func save(within, path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	folder, err := disk.Used.OpenFolder(within, filepath.Dir(path))
	if err != nil {
		return 0, err
	}
	defer folder.Close()
	clearStale(folder)
	name := filepath.Base(path)
	switch existing, err := folder.ReadFile(name); {
	case err == nil && bytes.Equal(existing, data):
		return Unchanged, nil
	case err == nil && !overwrite && !isSealed(existing), errors.Is(err, disk.ErrIrregular) && !overwrite:
		return 0, ErrKept
	case err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, disk.ErrIrregular):
		return 0, err
	}
	return replace(folder, name, data, mode)
}

// replace writes a temporary file in the target's folder and renames it. What goes
// wrong leaves nothing behind that can be removed.
func replace(folder disk.Folder, name string, data []byte, mode fs.FileMode) (Saved, error) {
	temporary, f, err := createTemporary(folder)
	if err != nil {
		return 0, err
	}
	saved, err := flush(f, data, mode)
	if closed := f.Close(); err == nil { // the first error tells why
		err = closed
	}
	if err == nil {
		err = readBack(folder, temporary, data)
	}
	if err == nil {
		err = folder.Rename(temporary, name)
	}
	if err != nil {
		_ = folder.Remove(temporary) // the next run clears away what stays
		return 0, err
	}
	return saved, nil
}

// readBack fails when a file does not hold what was written to it.
func readBack(folder disk.Folder, name string, data []byte) error {
	written, err := folder.ReadFile(name)
	if err == nil && !bytes.Equal(written, data) {
		err = ErrReadBack
	}
	return err
}

// flush writes all of a file to the disk. A file system that knows no modes, or cannot say
// what has reached the disk, is no fault: a memory stick and many shared drives are such.
func flush(f disk.File, data []byte, mode fs.FileMode) (Saved, error) {
	if _, err := f.Write(data); err != nil {
		return 0, err
	}
	saved := Written
	switch err := f.Chmod(mode.Perm() | 0o600); {
	case errors.Is(err, fs.ErrPermission) || isUnserved(err):
		saved |= Unguarded
	case err != nil:
		return 0, err
	}
	switch err := f.Sync(); {
	case isUnserved(err):
		saved |= Unflushed
	case err != nil:
		return 0, err
	}
	return saved, nil
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
