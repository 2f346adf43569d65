package main

import (
	"errors"
	"syscall"
)

// isDiskFull reports that there is no room left for a file.
func isDiskFull(err error) bool {
	const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
}
