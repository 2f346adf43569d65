// Package reading tells what the tables of a workbook say: [Read] turns a book into a
// submission of the domain, with whatever is wrong with the workbook as findings.
//
// What comes in is a book and [Settings], what the user settles where the book does not
// say: unit, payer, price level, year, a column map. What goes out is a [Reading]: the
// submission, and where its tables and project sheets stand, for those who annotate them.
//
// Each value has one of four states (blank, given, unreadable, error) and the cell it came
// from. A stored number is read as Excel shows it: the shortest decimal that gives the
// stored float64, rounded to 15 significant digits where it has more (ECMA-376 part 1,
// 18.3.1.96 stores xsd:double). A typed amount is read in Danish or English notation, and
// not at all where it can be both. The unit is the cell's own, else the heading's, the
// caption's, the number format's, the user's; without one the amount is unknown. An
// assumption that was used is stated.
//
// What stands nearest to an amount goes first: its cell, its heading, the group above, the
// section, the title, the sheet's name. When all is read, every filled cell has an entry in
// the account: used, harmless for a reason, or not understood, which makes unknown what it
// may be.
//
// It guesses nothing in silence, judges nothing and never fails: there is no error.
package reading
