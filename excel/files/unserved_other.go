//go:build !windows

package files

import (
	"errors"
	"syscall"
)

// isUnserved reports whether an error says that a file system has not what was asked of it.
func isUnserved(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL)
}
