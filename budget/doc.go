// Package budget is the domain of videre: what a submission says, the rules a
// social investment is held against, and the technical verdict that follows.
//
// # Words
//
//   - A [Submission] (indberetning) is what one workbook says: its projects and lines.
//   - A [Project] (projekt, indsats) is one social investment.
//   - A [Line] (post) is one cost, one-off cost, saving or funding row with an amount per year.
//   - A [Payer] (besparelsen tilfalder) is whose budget a saving falls in.
//   - The budget year (budgetår) is the year decided on; the estimate years (overslagsår) follow it.
//   - Coverage (finansieringsgrad) is counted savings and funding ÷ running cost, a year at a time.
//   - A gap (manglende finansiering) is max(0, running cost − counted), a year at a time.
//   - A [Verdict] (foreløbig vurdering) is the technical outcome; the council decides.
//   - A [Finding] (kontrolbemærkning) is one thing wrong or noteworthy, at one place.
//   - A [Policy] (regler og forudsætninger) is the rules' parameters, as data.
//
// # Purity
//
// Every function here is pure: no workbook, file, clock, printing, float64,
// goroutine or init. A value carries the opaque [Origin] of the cell it was
// read from; only the reader can turn that back into a sheet and a cell.
//
// # Unknown is never approved
//
// A value is blank, given, unreadable or an error ([State]). A sum with an
// unread term is unknown ([Figure]), a rule answers pass, fail or unknown
// ([Answer]), and a project with an unknown input is never approved.
package budget
