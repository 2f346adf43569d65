package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What opening a folder, and reading a file in one, fail with beside the errors of package os.
var (
	// ErrLink is a link where a folder of our own was meant.
	ErrLink = errors.New("a link where a folder was meant")
	// ErrIrregular is no file that holds bytes, or a link.
	ErrIrregular = errors.New("no regular file")
)

// steps are the folders that lead from one folder to another in it.
func steps(within, folder string) ([]string, error) {
	inside, err := filepath.Rel(within, folder)
	if err != nil { // one is said from here, the other from the top
		inside, err = relAbs(within, folder)
	}
	switch {
	case err != nil:
		return nil, err
	case inside == ".":
		return nil, nil
	case !filepath.IsLocal(inside):
		return nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrInvalid}
	}
	return strings.Split(inside, string(filepath.Separator)), nil
}

// relAbs is filepath.Rel of two paths that are made whole first.
func relAbs(from, to string) (string, error) {
	whole, err := filepath.Abs(from)
	if err != nil {
		return "", err
	}
	end, err := filepath.Abs(to)
	if err != nil {
		return "", err
	}
	return filepath.Rel(whole, end)
}

// enter opens a folder in an open one, and makes it where there is none. What was looked
// at is what was opened, or it fails.
func enter(root *os.Root, name string) (*os.Root, error) {
	if err := root.Mkdir(name, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	seen, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if seen.Mode()&(fs.ModeSymlink|fs.ModeIrregular) != 0 { // irregular: a junction of Windows
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrLink}
	}
	next, err := root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	if opened, err := next.Stat("."); err != nil || !os.SameFile(seen, opened) {
		_ = next.Close()
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrLink}
	}
	return next, nil
}
