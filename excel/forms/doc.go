// Package forms holds the workbooks that people fill in: the template for departments
// ([Template]), the rules for finance staff ([WritePolicy], [ReadPolicy]) and the column
// map for headings that the program does not know ([WriteMap], [ReadMap]).
//
// What comes in is what a form is about (years, a policy, a book); what goes out are the
// bytes of a workbook with drop-down lists and help, and, when its book comes back filled
// in, the value that it states. Whatever is wrong with a filled form is a [Fault] at its
// cell, with its sentence and its cure, all of them at once: a form with faults is not used.
//
// It opens and writes no file and judges no project. What it reads it reads as it stands:
// the book of a form is opened with [workbook.Open], which turns no annotated copy back.
package forms
