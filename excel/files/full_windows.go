package files

import (
	"errors"
	"syscall"
)

// IsFull reports whether an error says that there is no room left for a file.
func IsFull(err error) bool {
	const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
}
