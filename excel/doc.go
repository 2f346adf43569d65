// Package excel is the only place that knows workbooks: it reads what departments
// send, and gives it back annotated.
//
// # What is read
//
// Workbooks of the Office Open XML formats .xlsx and .xlsm, Transitional and Strict
// (ECMA-376, ISO/IEC 29500). [Open] reads every worksheet of the package with a
// scanner of our own and fails on anything malformed, naming the part; what is a
// file but no such workbook is an [*Unreadable] of a [Class], each with its sentence
// and its cure ([Explain]).
//
// [Book.Submission] finds the tables by their headings (headings.txt), in any column
// order and anywhere on a sheet, and reads their cells as values in four states.
// Every value carries the cell it stood in as an origin; [Book.Place] turns that back
// into a sheet and an address. Whatever is wrong with the workbook is a finding.
//
// A number is read as Excel shows it: the shortest decimal that gives the stored
// float64, and where that has more than 15 significant digits, rounded to 15. A typed
// amount is read in Danish or English notation, and not at all where it can be both.
// The unit is the cell's own, else the heading's, the caption's, the number format's,
// the user's; without one the amount is unknown.
//
// # What is written
//
// [Annotate] makes a copy by editing the package (package opc): columns
// beside the tables, notes and fills on the cells with faults, three new sheets. The
// new sheets are built with excelize in a workbook of their own and moved in. Defined
// names that begin with videre_ mark what is ours. [Save] puts a file in its place
// whole, or not at all.
//
// Beside the exact figures stand the same as formulas on the department's cells, so
// that a change in the copy is seen to move them.
//
// [Summary] tells of a batch in one workbook, [Comparison] of what moved between two
// editions, [Template] is the empty workbook for departments, and what a workbook says
// in that layout ([TemplateOf]); [Review.Rows] gives it as data. [WritePolicy] and
// [ReadPolicy] keep the rules in a workbook that finance staff edit.
//
// # What comes back
//
// A copy that nobody changed is turned back into its input. One that was corrected and
// saved by another program is known by its defined names and the headings of its notes:
// what is ours is taken off by meaning ([Strip]) before it is read, and
// [Book.Corrected] says so.
//
// # What is never touched
//
// The input file. In the copy: every part that need not change, byte for byte; in
// those that must, every byte not concerned. The copy carries what it takes to turn
// it back into the input, and each copy is checked against that promise before it is
// written.
package excel
