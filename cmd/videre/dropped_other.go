//go:build !windows

package main

import (
	"io"

	"videre/budget"
)

// waitIfDropped does nothing: elsewhere the window is not the program's.
func waitIfDropped(io.Reader, io.Writer, budget.Language) {}
