package budget

import "github.com/shopspring/decimal"

// Submission is what one workbook says.
type Submission struct {
	Projects []Project
	Lines    []Line
	Totals   []Total
	Years    []YearHint   // what the workbook, or the user, says of the budget year
	Findings []Finding    // what reading found
	Assumed  []Assumption // what reading took for granted
	// PriceLevelAt is where a price level would have stood; a missing one is told there.
	PriceLevelAt Origin
}

// Project is one social investment.
type Project struct {
	Origin         Origin // its row, by the cell of its name
	Name           Field[string]
	Department     Field[string]
	Contact        Field[string]
	Start          Field[int] // year
	Expiry         Field[int] // year
	ExtendedBefore Field[bool]
	Investment     Amount
	Investor       Field[string]
	TargetGroup    Field[decimal.Decimal] // persons
	Participants   Field[decimal.Decimal] // persons
	Social         Field[SocialEffect]
	Economic       Field[EconomicEffect]
	Documentation  Field[string]
	Documented     Field[string] // the documentation's date, as written
	Wish           Field[Wish]
	Capacity       Field[decimal.Decimal] // persons, wanted in future
	Remark         Field[string]
}

// Line is one cost, one-off cost, saving or funding with an amount per year.
type Line struct {
	Origin Origin // its row, by the first cell it has
	// Owner is the Origin of the project it stands with; zero when it names its
	// project in Project.
	Owner          Origin
	Project        Field[string]
	Below          string // of a line that names no project: the one named above it
	Kind           Field[Kind]
	Item           Field[string] // what it is, in the department's words
	Area           Field[string] // the budget area that gives a saving up
	Payer          Field[Payer]
	Share          Field[decimal.Decimal] // the municipality's share of a saving, 0 to 1; blank is 1
	Reimbursement  Field[Reimbursement]
	Budgeted       Field[bool] // already in the budget; blank is no
	Frame          Field[Frame]
	CommittedUntil Field[int]   // last year external funding is committed for
	Annual         Amount       // one amount for every year
	Amounts        []YearAmount // by year, ascending; a year here goes before Annual
	Remark         Field[string]
}

// YearAmount is a line's amount in one year.
type YearAmount struct {
	Year int
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
	Stated Amount
	Parts  []Amount
}

// YearSource tells where a budget year was read, the strongest first.
type YearSource uint8

// Where a budget year can come from.
const (
	YearAsked      YearSource = iota + 1 // the user's --year
	YearPolicy                           // the policy
	YearColumns                          // the first year among the amount columns
	YearTitle                            // "budget 2026" in a title
	YearPriceLevel                       // the price level
)

var yearSources = [...]string{"", "asked", "policy", "columns", "title", "price-level"}

func (s YearSource) String() string { return yearSources[s] }

// YearHint is one place that says which year the budget year is.
type YearHint struct {
	Source YearSource
	Year   int
	Origin Origin
}

// Assumption is something taken for granted, as a sentence to be written into
// every output.
type Assumption = Message
