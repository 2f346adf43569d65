// Package limit counts what one workbook asks of the program, and says when it is more than a
// workbook may ask. A file that was made to exhaust the machine, or that went wrong, so fails
// by itself and with a sentence of its own, and the other workbooks of a run are judged.
//
// What comes in is what is about to be kept or done ([Budget.Spend]); what comes out is nil or
// an [*Exceeded]. Counted are bytes, cells, texts and steps of work, never seconds: the same
// workbook is read on every machine or on none. [Standard] has the limits.
//
// It knows no workbook, and what is beyond a limit is refused whole: nothing is read halfway.
package limit
