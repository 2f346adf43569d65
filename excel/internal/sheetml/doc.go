// Package sheetml reads the SpreadsheetML parts of a workbook (ECMA-376 part 1,
// 18) with the place of everything that may have to be changed: the workbook,
// its strings, styles and sheets, notes and their drawings.
//
// It fails on malformed XML, on a string that is missing from the table, on
// addresses that are none and on rows or cells out of order, where a lenient
// reader would deliver a shorter sheet.
//
// It fails on whatever another program reads otherwise: elements and attributes that the format
// does not have, two values in a cell, alternate contents around rows, ranges that are merged
// over each other, two sheets of one name or one part. Each is an [opc.Fault] with the rule that
// is broken and the cell. What programs read in spite of the letter is read: TRUE for true, a
// range of whole columns, a filter among the rows.
package sheetml
