package excel

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
)

// CopyFolder is the folder that annotated copies are put in, beside the input.
const CopyFolder = "vurderet"

// copyMark stands before the extension of a copy's name.
const copyMark = ".vurderet"

// CopyName is the name of a workbook's annotated copy: the extension is kept, and
// the mark never doubled.
func CopyName(name string) string {
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	if strings.HasSuffix(strings.ToLower(stem), copyMark) {
		return name
	}
	return stem + copyMark + extension
}

// Saved tells what became of a file that was to be written.
type Saved uint8

// What can become of it.
const (
	Written   Saved = iota + 1
	Unchanged       // the same bytes stand there already
)

// ErrKept is returned for a file that stands in the way and is not replaced: it is
// no copy of ours, or somebody changed it since.
var ErrKept = errors.New("the file is not replaced")

// Save writes a copy beside its target and renames it into place, so that there is
// the whole file or none. A file that is there already is replaced only when the
// program wrote it and nobody changed it since, or when overwrite is set.
func Save(path string, data []byte, mode fs.FileMode, overwrite bool) (Saved, error) {
	if existing, err := os.ReadFile(path); err == nil {
		if bytes.Equal(existing, data) {
			return Unchanged, nil
		}
		if !overwrite && !isIntactCopy(existing) {
			return 0, ErrKept
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	return Written, writeFile(path, data, mode)
}

// SameContent reports whether a file holds the given bytes.
func SameContent(path string, data []byte) (bool, error) {
	existing, err := os.ReadFile(path)
	return bytes.Equal(existing, data), err
}

func isIntactCopy(data []byte) bool {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return false
	}
	_, state := opc.Original(pkg)
	return state == opc.Intact
}

// writeFile writes a temporary file in the target's folder, flushes it to the disk
// and renames it. What goes wrong leaves nothing behind.
func writeFile(path string, data []byte, mode fs.FileMode) (err error) {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, temporaryPrefix()+"*"+temporarySuffix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Chmod(mode.Perm() | 0o200); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if same, failed := SameContent(f.Name(), data); failed != nil || !same {
		return cmp.Or(failed, errBadDisk)
	}
	return os.Rename(f.Name(), path)
}

// errBadDisk is returned when a file does not hold what was written to it.
var errBadDisk = errors.New("what was written cannot be read back")

// Temporary files carry the machine and the process that wrote them, so that a
// later run can tell those nobody will finish.
const (
	temporaryStart  = ".videre-"
	temporarySuffix = ".tmp"
)

func temporaryPrefix() string {
	return fmt.Sprintf("%s%s-%d-", temporaryStart, machine(), os.Getpid())
}

func machine() string {
	name, err := os.Hostname()
	if err != nil {
		name = "?"
	}
	sum := fnv.New32a()
	sum.Write([]byte(name))
	return strconv.FormatUint(uint64(sum.Sum32()), 36)
}

// ClearStale removes the temporary files of runs on this machine that ended before
// they could finish them. Others' are left alone.
func ClearStale(folder string) {
	found, _ := filepath.Glob(filepath.Join(escapeGlob(folder), temporaryStart+machine()+"-*"+temporarySuffix))
	for _, path := range found {
		parts := strings.Split(strings.TrimPrefix(filepath.Base(path), temporaryStart), "-")
		if pid, err := strconv.Atoi(parts[1]); err == nil && pid != os.Getpid() && !isRunning(pid) {
			os.Remove(path)
		}
	}
}

// escapeGlob is a path in which no character is a wildcard.
func escapeGlob(path string) string {
	return strings.NewReplacer("[", `[[]`, "*", `[*]`, "?", `[?]`).Replace(path)
}
