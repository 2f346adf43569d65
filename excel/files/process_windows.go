package files

import "os"

// isRunning reports whether a process of this machine is running: on Windows one
// that has ended cannot be opened.
func isRunning(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}
