// Package workbook reads a workbook of the Office Open XML formats .xlsx and .xlsm,
// Transitional and Strict (ECMA-376, ISO/IEC 29500), as a person sees it: cells with what
// they show, merges, number formats, formulas, and the place of each.
//
// What comes in is a path or bytes; what goes out is a [Book]. [Open] reads the file as it
// stands. Every cell's value is a [Value] that carries its origin, and [Book.Place] turns
// an origin back into a sheet and an address. A formula without a stored result is computed
// where that is certain ([Book.Compute]).
//
// A file that is no readable workbook is an [*Unreadable] of a [Class]; [Explain] has its
// sentence and cure. Anything malformed in a part fails, naming the part: nothing is read
// halfway. The file is closed when it has been read, and never written to.
package workbook
