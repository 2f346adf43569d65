// Package files reads and writes whole files.
//
// In comes a path; out comes what the file holds, or a file that holds the bytes given.
// Read returns no file that is being written to. Save is the one place of the program
// that writes: a file appears under its name whole or not at all, an error leaves what
// stood there before, and what an ended run could not finish is cleared away by the
// next. A file that stands in the way is replaced only when the program wrote it and
// nobody changed it since, or when the caller says so.
//
// SaveIn follows no link below the folder that the user named, so that nothing is written
// elsewhere than was asked for, and serves file systems that lack something, and says so.
// Scratch makes the folder of what is too large for memory; CarryMark takes the mark of the web
// from one file to another.
//
// The package never writes to what it reads, never follows a wish to write half a file,
// knows nothing of what a workbook says, and prints nothing. Its errors are those of
// package os, named by the path the caller gave, and the Err… of this package.
package files
