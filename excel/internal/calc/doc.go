// Package calc computes a formula one step: from the stored values of the cells it
// reads, in decimals, so that a stored result can be held against its formula.
//
// In comes a formula as the file holds it (English names, commas, a decimal point),
// the cell it stands in, and the workbook as [Cells]. Out comes a [Result]: the value,
// which cells were read, the largest number among them, or why there is no value.
//
// A cell that is read is never computed itself: if every formula agrees with its
// cells, the workbook is consistent, and if not, the stale ones are the direct readers
// of what changed. Only the branch that IF takes is read.
//
// It never guesses. What depends on the language of the program that saved the file
// (the text of 1,5, a date in letters), on the clock, on another file, or on a function
// that is not in the list is a [Status], not a value. It never writes, never keeps a
// workbook, and its work on one formula is bounded, however hostile.
package calc
