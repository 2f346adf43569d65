//go:build !windows

package files

// markStream is empty: elsewhere a file has no such stream.
const markStream = ""
