package files

import (
	"errors"
	"syscall"
)

// IsLocked reports a sharing or lock violation: another program holds the file.
func IsLocked(err error) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}
