// Package sheets builds sheets of our own, all in one set of cell styles: titles, tables, links, charts,
// figures as exact numbers under a number format, and the sheet of rules that stands in
// every output.
//
// What comes in are cells with a [Style]; what goes out of a [Builder] is a packed workbook,
// the same bytes for the same cells. The builder remembers its first error and does nothing
// after it, so that a sheet is written without a check after each cell.
//
// It knows no department's workbook.
package sheets
