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
// What one workbook may ask for is counted, from the bytes that it comes to when it is unpacked
// to the steps of finding out what it says (package limit has each limit, and why). One that
// asks for more is refused by [Open], by [Input.Review] or by [Review.Annotate], whole and with
// the limit in its sentence; no clock decides it, and no other workbook. The most of each:
//
//	of the file        256 MB, and unpacked 512 MB; 20,000 parts of 256 MB at most, those over
//	                   32 MB packed to no less than a 400th; 50,000 references from part to part
//	of its XML         128 attributes and 4 MB a tag, 256 namespaces in scope, 512 elements deep,
//	                   1,200,000 elements right inside a part; 32 MB in another encoding than UTF-8
//	of the workbook    10,000 sheets; 2,097,152 rows and 2,000,000 cells together
//	of its texts       32,767 characters a cell, as Excel has it; 1,000,000 shared texts; 64 MB,
//	                   each text counted wherever a cell shows it
//	of what is around  65,300 cell formats, 300,000 items of formats, 1,024 bytes a number format,
//	                   100,000 merged ranges, 20,000 runs of columns, 50,000 ranges of conditional
//	                   formats, 100,000 names, 50,000 notes or text boxes on a sheet
//	of what it says    2,000 projects, 20,000 lines, 10,000 findings, and 12,000,000 steps of
//	                   finding it out, about one for each look at a cell
//
// Formulas have a bound of their own: what is not computed within it is told as not computed.
//
// Under internal are what they share: notation (units, dates, typed amounts, words),
// sheets (building sheets of ours), text (sentences), limit (what a workbook may ask for),
// sheetml (SpreadsheetML), opc (the package) and xmltok (XML by its tokens).
//
// The package prints nothing, reads no clock, and never writes to the input file.
package excel
