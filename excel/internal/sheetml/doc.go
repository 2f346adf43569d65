// Package sheetml reads the SpreadsheetML parts of a workbook (ECMA-376 part 1,
// 18) with the place of everything that may have to be changed: the workbook,
// its strings, styles and sheets, notes and their drawings.
//
// It fails on malformed XML, on a string that is missing from the table, on
// addresses that are none and on rows or cells out of order, where a lenient
// reader would deliver a shorter sheet.
package sheetml
