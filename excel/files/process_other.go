//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

// isRunning reports whether a process of this machine is running.
func isRunning(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
