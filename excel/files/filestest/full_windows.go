package filestest

import "syscall"

// Full is what the operating system says when there is no room left: ERROR_DISK_FULL.
var Full error = syscall.Errno(112)
