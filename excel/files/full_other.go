//go:build !windows

package files

import (
	"errors"
	"syscall"
)

// IsFull reports whether an error says that there is no room left for a file.
func IsFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
