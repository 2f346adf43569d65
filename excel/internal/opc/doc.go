// Package opc reads and edits Open Packaging Conventions packages (ECMA-376
// part 2), the zip archives that workbooks are, byte by byte.
//
// A [Package] is read from memory and never written to. A [Draft] is a copy in
// the making: the entries that it does not touch are copied as the compressed
// bytes that they are, in their order, with their names and times; the parts that
// it edits are their original bytes with insertions and replacements at stated
// offsets; new parts come last. With them goes a record that turns the copy back
// into the input, byte for byte ([Original]).
package opc
