package files

import (
	"errors"
	"syscall"
)

// isUnserved reports whether an error says that a file system has not what was asked of it.
func isUnserved(err error) bool {
	const invalidFunction = syscall.Errno(1)
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, invalidFunction)
}
