// Package reports writes workbooks and data of our own about what was reviewed: the summary
// of a batch ([Summary]), what moved between two editions ([Comparison]), and what the
// workbooks say as tidy rows ([Rows], [WriteCSV], [WriteJSON]).
//
// What comes in are reviews and what was found across them; what goes out are bytes, the
// same for the same reviews whatever the order of work, the clock or the machine. Amounts
// are the reports' own, exact; number formats show them.
//
// It judges nothing, opens no file, and never changes a department's workbook.
package reports
