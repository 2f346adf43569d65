package files

import (
	"errors"
	"io/fs"
	"os"

	"videre/excel/internal/limit"
)

// maxMark is the largest mark that is carried, in bytes; those of Windows hold some hundred.
const maxMark = 1 << 16

// CarryMark gives a file that was made of another the mark by which the system knows that
// the other came from outside (on Windows the stream Zone.Identifier), so that Excel opens
// the one as guarded as the other. It reports whether there was a mark that could not be
// carried; where the system has no such marks, there is none.
func CarryMark(from, to string) error {
	if markStream == "" {
		return nil
	}
	return carryStream(from+markStream, to+markStream)
}

// carryStream copies a stream of one file to another. A file that has none, or lies where
// there can be none, has no mark.
func carryStream(from, to string) error {
	info, err := os.Stat(from)
	switch {
	case errors.Is(err, fs.ErrNotExist), isUnserved(err):
		return nil
	case err != nil:
		return err
	case info.Size() > maxMark:
		return &limit.Exceeded{Kind: limit.FileBytes, Most: maxMark}
	}
	mark, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, mark, 0o644)
}
