//go:build !windows

package files

import "syscall"

// nonBlocking has a pipe that was put in a file's place opened at once, so that it can be
// seen to be one, and not when somebody writes to it.
const nonBlocking = syscall.O_NONBLOCK
