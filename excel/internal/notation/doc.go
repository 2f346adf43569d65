// Package notation knows how people write: numbers and typed amounts, units, price levels,
// years and dates, number formats, the headings of columns, listed (headings.txt) or
// composed of words (stems.txt, phrases.txt), the fixed words in cells (words.txt), the
// sentences in them (answers.txt, and outcomes.txt for effects that are told and not named)
// and beside them (sentences.txt), and what words beside an amount say against it
// (qualifiers.txt), in Danish and English.
//
// What comes in are texts; what goes out are values of the domain, exact, and whether they
// could be read in one way only. What can be read in two ways comes back as both.
//
// It knows no cell, sheet or workbook. What it is not sure of it says is doubtful.
package notation
