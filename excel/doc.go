// Package excel is the door of everything that knows workbooks: it opens the file that a
// department sent, has it read and judged, and has it given back annotated.
//
//	review, err := excel.ReviewFile(path, reading.Settings{}, policy) // what it says, and the verdicts
//	copied, err := review.Annotate(excel.Options{})                   // the annotated copy, as bytes
//
// What comes in is a path, or bytes; what goes out is a [Review]. A file that is an
// annotated copy is turned back into the workbook it was made of first ([Input] says so).
// A file that is no readable workbook is an error, [workbook.Unreadable], with its
// sentence and its cure ([workbook.Explain]); whatever is wrong with a workbook that can
// be read is a finding in the review's report, never an error.
//
// Behind the door the rooms have one direction, and a test holds them to it:
//
//	excel
//	├ annotate   the department's workbook given back, and taken apart again
//	├ forms      workbooks that people fill in: template, policy, column map
//	├ reports    workbooks and data of our own: summary, comparison, export
//	│   (these three are blind to one another)
//	└ reading    what the tables say: a submission
//	    └ layout     where tables, headings, blocks and labels stand
//	        └ workbook   cells, merges, formulas, places; why a file is unreadable
//	            └ files      reading and writing files whole, locks, folders
//
// Under internal are what they share: notation (units, dates, typed amounts, words),
// sheets (building sheets of ours), text (sentences), sheetml (SpreadsheetML), opc (the
// package) and xmltok (XML by its tokens).
//
// The package prints nothing, reads no clock, and never writes to the input file.
package excel
