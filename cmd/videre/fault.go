package main

import (
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// ownFault is a fault of the program's own: what it panicked with on a workbook, and
// where.
type ownFault struct{ what, where string }

func (f *ownFault) Error() string {
	return "a fault of the program's own in " + f.where + ": " + f.what
}

// faultOf is the fault that a deferred function has recovered. It is called by that
// function, while the stack still holds where the panic began.
func faultOf(recovered any) *ownFault {
	return &ownFault{what: firstLine(fmt.Sprint(recovered)), where: panicPlace()}
}

// panicPlace is the first place of this module below the panic that is being recovered,
// as a function, a file and a line: what a panic inside a library was called from. Of one that
// was passed on it is where it began.
func panicPlace() string {
	const enough = 100 // frames between a deferred function and our own code; libraries are shallow
	callers := make([]uintptr, enough)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	place, panicked := "", false
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		switch {
		case frame.Function == "runtime.gopanic":
			panicked = true
		case panicked && isOwn(frame.Function):
			file := path.Base(filepath.ToSlash(frame.File))
			place, panicked = fmt.Sprintf("%s (%s:%d)", path.Base(frame.Function), file, frame.Line), false
		}
	}
	return place
}

// isOwn reports whether a function is of this module.
func isOwn(function string) bool {
	return strings.HasPrefix(function, "videre/") || strings.HasPrefix(function, "main.")
}
