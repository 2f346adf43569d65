package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Submission is what one workbook says.
type Submission struct {
	Projects []Project    // in the order of the workbook
	Lines    []Line       // in the order of the workbook
	Totals   []Total      // sums that the workbook states
	Years    []YearHint   // what the workbook, or the user, says of the budget year
	Unread   []Unread     // what was not understood and may decide a verdict
	Findings []Finding    // what reading found
	Assumed  []Assumption // what reading took for granted
	// PriceLevelAt is where a price level would have stood; a missing one is told there.
	PriceLevelAt Origin
	// Beside is what the workbook holds beside what it says, and that somebody is to know of.
	Beside []Beside
}

// Beside is one such thing: no figure, and it decides none.
type Beside struct {
	Kind    BesideKind
	Origin  Origin   // where it stands; none for what stands in no cell
	What    Value    // what it is: the text that stood there, or what it is called
	Related []Origin // the other places of it
}

// BesideKind is what it is.
type BesideKind uint8

// The kinds of what stands beside.
const (
	BesideKept     BesideKind = iota + 1 // stood among the program's own cells in a corrected copy, and is not its
	BesideImitated                       // looks like the program's own, and is the department's
	BesideActive                         // runs by itself: macros, controls, commands to other programs
	BesideOutside                        // fetched from elsewhere: other workbooks, databases, the web
)

// Project is one social investment.
type Project struct {
	Origin         Origin                 // its row, by the cell of its name
	Name           Field[string]          // case and blanks do not tell names apart
	Department     Field[string]          // as written
	Contact        Field[string]          // a person, as written
	Start          Field[int]             // year
	Expiry         Field[int]             // year
	ExtendedBefore Field[bool]            // whether it was extended once already
	Investment     Amount                 // what was invested, all years together
	Investor       Field[string]          // who paid, as written
	TargetGroup    Field[decimal.Decimal] // persons
	Participants   Field[decimal.Decimal] // persons
	Social         Field[SocialEffect]    // the effect for citizens, as the department states it
	Economic       Field[EconomicEffect]  // the effect on public spending, as the department states it
	Documentation  Field[string]          // where the effects are documented, as written
	Documented     Field[string]          // the documentation's date, as written
	Compared       Field[bool]            // the effect was measured against a comparison group; blank is no
	Wish           Field[Wish]            // what the department asks for
	Capacity       Field[decimal.Decimal] // persons, wanted in future
	Remark         Field[string]          // as written
}

// Line is one cost, one-off cost, saving, funding, reallocation or repayment with an
// amount per year.
type Line struct {
	Origin Origin // its row, by the first cell it has
	// Owner is the Origin of the project it stands with; zero when it names its
	// project in Project.
	Owner          Origin
	Project        Field[string]          // its project's name, as written
	Below          string                 // of a line that names no project: the one named above it
	Kind           Field[Kind]            // what it is
	Item           Field[string]          // what it is, in the department's words
	Area           Field[string]          // the budget area that gives a saving up
	Payer          Field[Payer]           // whose budget a saving falls in
	Share          Field[decimal.Decimal] // the municipality's share of a saving, 0 to 1; blank is 1
	Avoided        Field[bool]            // a saving that lowers no budget (undgået udgift); blank is no
	Deadweight     Field[decimal.Decimal] // the share of a saving that would have come anyway, 0 to 1; blank is 0
	Reimbursement  Field[Reimbursement]   // whether a saving is net or gross; blank is net
	Budgeted       Field[bool]            // already in the budget; blank is no
	Frame          Field[Frame]           // which part of municipal control it is under
	Giver          Field[Giver]           // whose money a funding is
	CommittedUntil Field[int]             // last year external funding is committed for
	Forever        Field[bool]            // external funding is committed without end (varigt); blank is no
	Conditional    Field[bool]            // a grant on a condition (betinget tilskud); blank is no
	Annual         Amount                 // one amount for every year
	Amounts        []YearAmount           // by year, ascending; a year here goes before Annual
	Remark         Field[string]          // as written
}

// Unread is something in a workbook that was not understood and may belong to a project:
// its figures are unknown, never without it. Reading has told it in a finding; nothing is
// told again.
type Unread struct {
	Project Origin // of the project it may belong to; none: each project of the workbook
	Origin  Origin // the cell, or the heading of the cells
	// Money tells that it may be an amount of the project, or decide what counts of one: then no
	// amount is said to be missing. What is none may be a fact, leaves the figures as they are,
	// and no fact is said to be missing. Either makes the project incomplete.
	Money bool
	Kinds []Kind // of money: the kinds of lines that it may be an amount of; none: any
}

// mayBe reports whether it may be an amount of a line of a kind.
func (u *Unread) mayBe(kind Kind) bool {
	return u.Money && (len(u.Kinds) == 0 || slices.Contains(u.Kinds, kind))
}

// YearAmount is a line's amount in one year.
type YearAmount struct {
	Year int // four digits
	Amount
}

// In is the line's amount in a year. A year the workbook has no column for is a
// blank amount at the line's own place.
func (l *Line) In(year int) Amount {
	for i := range l.Amounts {
		if l.Amounts[i].Year == year {
			return l.Amounts[i].Amount
		}
	}
	a := l.Annual
	if a.Origin == NoOrigin {
		a.Origin = l.Origin
	}
	return a
}

// column reports whether the line's amount in a year stands in a column of that year.
func (l *Line) column(year int) bool {
	return slices.ContainsFunc(l.Amounts, func(a YearAmount) bool { return a.Year == year })
}

// Once is the line's amount in the year with an index among years, where an amount that
// stands for every year of a one-off cost is in the first year only.
func (l *Line) Once(years []int, i int) Amount {
	a := l.In(years[i])
	if l.Kind.Value == OneOff && i > 0 && l.Annual.Origin != NoOrigin && a.Origin == l.Annual.Origin {
		return Amount{Field: Field[decimal.Decimal]{Origin: a.Origin}}
	}
	return a
}

// Stated yields each amount cell of the line once.
func (l *Line) Stated(yield func(Amount) bool) {
	for i := range l.Amounts {
		if !yield(l.Amounts[i].Amount) {
			return
		}
	}
	if l.Annual.Origin != NoOrigin {
		yield(l.Annual)
	}
}

// Total is a sum that the workbook states, and the parts it is the sum of.
type Total struct {
	Stated Amount   // as the workbook has it
	Parts  []Amount // the amounts it is said to be the sum of
}

// YearSource tells where a budget year was read, the strongest first.
type YearSource uint8

// Where a budget year can come from.
const (
	YearAsked        YearSource = iota + 1 // the user's --year
	YearPolicy                             // the policy
	YearTitle                              // "budget 2026" in a title
	YearBudgetColumn                       // a column that says budget: "B2026"
	YearColumns                            // the first year among the amount columns
	YearPriceLevel                         // the price level
)

var yearSources = [...]string{"", "asked", "policy", "title", "budget-column", "columns", "price-level"}

// String is the source, as assumptions are keyed by it: "price-level".
func (s YearSource) String() string { return yearSources[s] }

// YearHint is one place that says which year the budget year is.
type YearHint struct {
	Source YearSource // what kind of place it is
	Year   int        // four digits
	Origin Origin     // the cell; none for what the user or the policy says
}

// Assumption is something taken for granted, as a sentence to be written into
// every output.
type Assumption = Message
