//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// isDiskFull reports that there is no room left for a file.
func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
