//go:build !windows

package filestest

import "syscall"

// Full is what the operating system says when there is no room left.
var Full error = syscall.ENOSPC
