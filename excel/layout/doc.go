// Package layout finds where things stand in a book: tables by their headings, in one row
// to four, anywhere on a sheet and in any column order, upright or on their side (projects
// across, years down); the caption above them, the sections in them and the notes below;
// sheets, or parts of sheets, that one project has to itself, with labels beside or over
// their values; example rows.
//
// What comes in is a book and perhaps a column map; what goes out of [Finder.Regions] are
// [Table]s and [ProjectSheet]s: heading rows, columns with the role their headings have,
// and the numbers of the rows that hold data.
//
// It reads no amount and tells no finding: what the cells mean is the reading's. Where no
// table is found, [Finder.Nearest] has the headings that came nearest. A new layout is a new
// way to find these same regions, in a file of its own.
package layout
