package budget

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/shopspring/decimal"
)

// Policy is the rules' parameters (regler og forudsætninger). It comes from the
// program or from the file the user names, never from a submission.
type Policy struct {
	Name              string              // what the rules are called, in every output
	BudgetYear        int                 // 0: the workbook tells
	EstimateYears     int                 // years judged after the budget year
	Measure           Measure             // when a project counts as fully financed
	Tolerance         decimal.Decimal     // bagatelgrænse in kroner: a gap up to it is none
	CountingPayers    []Payer             // whose savings finance a project
	CountFunding      bool                // whether external funding does
	CountReallocation bool                // whether money reallocated within the area's own budget does
	CountAvoided      bool                // whether a saving does that lowers no budget
	PriceLevel        int                 // the level amounts are brought to when levels are mixed; 0: the budget year's
	PriceIndex        []PriceIndex        // by year, ascending; empty: mixed levels are unknown
	Decision          DecisionTable       // the decision table
	Severities        map[Code]Severity   // other than the code table's own
	Waivers           []Waiver            // in the order they are written
	Confirmations     []Confirmation      // in the order they are written
	Bases             map[Parameter]Basis // of parameters, other than the default's
}

// PriceIndex is the price index of one year, on any base.
type PriceIndex struct {
	Year  int             // four digits
	Index decimal.Decimal // above zero; only the ratio of two years matters
}

// Measure is how full financing is measured.
type Measure uint8

// The measures.
const (
	EveryYear   Measure = iota + 1 // no gap in any of the years
	WholePeriod                    // the years' cost is covered by the years' financing
	SteadyState                    // no gap in the last year
)

var measures = [...]string{"", "every-year", "whole-period", "steady-state"}

// String is the measure in fingerprints: "every-year".
func (m Measure) String() string { return measures[m] }

// Key names the measure in the catalogues.
func (m Measure) Key() Key { return "measure." + Key(measures[m]) }

// BasisKind is where a rule comes from (hjemmel).
type BasisKind uint8

// The kinds of basis.
const (
	BasisProposal BasisKind = iota + 1 // the program's proposal, not adopted
	BasisMemo                          // the words of the budget memo
	BasisDecision                      // a decision, named in Basis.Text
)

var basisKinds = [...]string{"", "proposal", "memo", "decision"}

// String is the kind in fingerprints: "memo".
func (b BasisKind) String() string { return basisKinds[b] }

// Key names the kind in the catalogues.
func (b BasisKind) Key() Key { return "basis." + Key(basisKinds[b]) }

// Basis is a rule's hjemmel.
type Basis struct {
	Kind BasisKind // what kind of source it is
	Text string    // the decision, its date and place; may be empty
}

// Waiver (dispensation) is a named person's decision to look away from one
// finding of one project. It stands beside the program's verdict, never instead.
type Waiver struct {
	Code       Code   // the finding that is waived
	Department string // the project's; empty where the name says enough
	Project    string // its name; case and blanks do not matter
	Reason     string // in the decider's words
	DecidedBy  string // the person or body
	Date       string // as written
}

// Confirmation (bekræftelse) is a named person's word that one figure is right, however
// unlikely. It lifts the block of that figure, and waives no rule.
type Confirmation struct {
	Code       Code            // of the finding at the figure; see Confirmable
	Department string          // the project's; empty where the name says enough
	Project    string          // its name
	Amount     decimal.Decimal // the figure, in kroner
	By         string          // the person or body
	Date       string          // as written
}

// Confirmable reports whether a confirmation lifts what a finding of the code blocks.
func (c Code) Confirmable() bool { return c == ImplausibleAmount }

// DefaultPolicy is the program's own proposal. What of it is the budget memo's words is
// said by BasisOf, and of the table by each row; nobody has adopted the rest.
func DefaultPolicy() Policy {
	return Policy{
		Name:              "videre-standard",
		EstimateYears:     3,
		Measure:           EveryYear,
		CountingPayers:    []Payer{Municipality},
		CountFunding:      true,
		CountReallocation: true,
		Decision:          DefaultTable(),
	}
}

// Counts reports whether savings of the payer finance a project.
func (p *Policy) Counts(payer Payer) bool { return slices.Contains(p.CountingPayers, payer) }

// SeverityOf is the severity the policy gives a code.
func (p *Policy) SeverityOf(code Code) Severity {
	if s, ok := p.Severities[code]; ok {
		return s
	}
	return code.Severity()
}

// Years are the years a policy judges, the budget year first.
func (p *Policy) Years(budgetYear int) []int {
	years := make([]int, p.EstimateYears+1)
	for i := range years {
		years[i] = budgetYear + i
	}
	return years
}

// Fingerprint is the SHA-256, in hexadecimal, of all the policy says.
func (p *Policy) Fingerprint() string {
	sum := sha256.Sum256([]byte(p.canonical()))
	return hex.EncodeToString(sum[:])
}

// canonical writes the policy as lines in a fixed order; equal policies have
// equal lines.
func (p *Policy) canonical() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, parameter := range Parameters() {
		line("%s", parameter.canonical(p))
	}
	for _, index := range p.PriceIndex {
		line("price-index %d %s", index.Year, index.Index)
	}
	for _, row := range p.Decision {
		line("row %d %s %s %q", row.Number, row.Verdict, row.Basis.Kind, row.Basis.Text)
		for _, alternative := range row.When {
			line("when %v", alternative)
		}
	}
	codes := make([]string, 0, len(p.Severities))
	for code, severity := range p.Severities {
		codes = append(codes, fmt.Sprintf("severity %s %s", code, severity))
	}
	sort.Strings(codes)
	for _, code := range codes {
		line("%s", code)
	}
	for _, parameter := range Parameters() {
		if basis := p.BasisOf(parameter); basis != defaultBasis(parameter) {
			line("basis %s %s %q", parameter, basis.Kind, basis.Text)
		}
	}
	for _, w := range p.Waivers {
		line("waiver %s %q %q %q %q %q", w.Code, w.Department, w.Project, w.Reason, w.DecidedBy, w.Date)
	}
	for _, x := range p.Confirmations {
		line("confirmation %s %q %q %s %q %q", x.Code, x.Department, x.Project, x.Amount, x.By, x.Date)
	}
	return b.String()
}
