package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Account tells of every filled cell of a workbook that may concern a project what became of
// it: what was read is not all that stands there, and what was not read is not absent.
type Account struct {
	Used          []Region // by sheet, from the top
	Harmless      []Region
	NotUnderstood []Gap
}

// Region is a range of cells of which the same is to be said.
type Region struct {
	Sheet int // in the workbook's order, from 0
	Range workbook.Range
	As    string // what it was used as, or why it is harmless: a role, or one of the words below
}

// Gap is a range of cells that were not understood, and are told.
type Gap struct {
	Region
	Heading  string   // over the cells, or the label beside them; "" for none
	Text     string   // of the first cell, as it is shown
	Nearest  string   // the known role that comes nearest; "" for none
	Money    bool     // it may be an amount, or decide what counts of one
	Projects []string // that it may belong to, as they are named; none: it is nobody's in particular
}

// What cells are used as, besides the roles of columns and labels.
const (
	asHeading  = "heading"
	asLabel    = "label"
	asCaption  = "caption"
	asSection  = "section"
	asSum      = "sum"      // checked, and not counted with its parts
	asOverview = "overview" // held against the lines that it sums up
	asBasis    = "basis"    // what the formula of an amount reads
	asComment  = "comment"  // on the cell
	asTextBox  = "text-box" // over the cell
)

// Why cells are harmless, besides the reasons that a heading gives.
const (
	whyEarlier  = "earlier-year"
	whyDerived  = "derived" // computed of cells that are used
	whyApart    = "apart"   // money of no project, below their total
	whyNote     = "note"
	whyExample  = "example"
	whyPivot    = "pivot"
	whyCopy     = "hidden-copy"
	whyDate     = "date"
	whyYear     = "year-number"
	whyPercent  = "per-cent"
	whyCount    = "count"
	whyZero     = "zero"
	whyNothing  = "no-project" // nothing on the sheet names a project
	whyRepeated = "fact"       // a fact that stands in a table that no rule takes it from
)

// Why cells are not understood.
const (
	gapUnknown = "unknown-heading"
	gapUnheard = "no-heading"
	gapUnread  = "not-read"  // the heading is known, and what stands under it is not read where it stands
	gapUnclear = "unclear"   // a text that touches money
	gapVoid    = "ambiguous" // the heading means two things, or two columns claim the same: told already
)

// entry is what the account says of a cell.
type entry struct {
	class class
	as    string
	gap   *gap // of one that was not understood
}

// class is one of the three things that can become of a cell.
type class uint8

const (
	classUsed class = iota + 1
	classHarmless
	classGap
)

// gap is cells that were not understood for one cause.
type gap struct {
	at       budget.Origin // where it is told: the heading, else the first cell
	heading  string
	why      string
	money    bool
	told     bool            // by another finding
	cells    []budget.Origin // in their order
	projects []budget.Origin // that they may belong to, each once
	all      bool            // they may belong to any
}

// ledger is the account while it is being made.
type ledger struct {
	*reader
	entries map[budget.Origin]entry
	used    map[budget.Origin]bool // the cells of what was read
	basis   map[budget.Origin]bool // what the formulas of those read, at any remove
	gaps    []*gap
	lines   map[*Records]map[int]*budget.Line // by the rows of the tables they stand in
	said    map[string]notation.Remark        // what texts say, by them
	stated  map[string]bool                   // see figures; nil until it is asked
	beside  []Region                          // comments and text boxes that say something of figures, or nothing
}

// settleAccount gives every filled cell an entry, and tells what was not understood.
func (r *reader) settleAccount() *Account {
	if len(r.sub.Projects) == 0 {
		return r.accountOfNothing()
	}
	l := &ledger{reader: r, entries: map[budget.Origin]entry{}, used: map[budget.Origin]bool{}, basis: map[budget.Origin]bool{}}
	l.lines = l.linesByRow()
	l.gatherUsed()
	for _, t := range r.allTables() {
		l.table(t)
	}
	for _, f := range r.projectSheets {
		l.labels(f)
	}
	for _, s := range r.Book.Sheets {
		if s != nil {
			l.sheet(s)
		}
	}
	l.remarks()
	l.doubtFacts()
	l.tellFormulas()
	l.tellGaps()
	l.checkUsed()
	l.tellUnseen()
	return l.account()
}

// accountOfNothing is the account of a workbook without projects.
func (r *reader) accountOfNothing() *Account {
	a := &Account{}
	for _, s := range r.Book.Sheets {
		if s == nil {
			continue
		}
		if filled, ok := s.FilledRange(); ok {
			a.Harmless = append(a.Harmless, Region{s.Index, filled, whyNothing})
		}
	}
	return a
}

// use notes what a cell was used as; the first that is said of a cell holds.
func (l *ledger) use(o budget.Origin, as string) { l.note(o, entry{class: classUsed, as: as}) }

// harmless notes why a cell concerns nobody's financing.
func (l *ledger) harmless(o budget.Origin, why string) {
	l.note(o, entry{class: classHarmless, as: why})
}

func (l *ledger) note(o budget.Origin, e entry) {
	if _, noted := l.entries[o]; !noted {
		l.entries[o] = e
	}
}

// open notes that a cell was not understood, and whose it may be.
func (l *ledger) open(g *gap, o budget.Origin, projects []budget.Origin, all bool) {
	if _, noted := l.entries[o]; noted {
		return
	}
	if len(g.cells) == 0 {
		l.gaps = append(l.gaps, g)
	}
	l.entries[o] = entry{class: classGap, as: g.why, gap: g}
	g.cells = append(g.cells, o)
	g.all = g.all || all
	for _, p := range projects {
		g.projects = appendOnce(g.projects, p)
	}
}

// noted reports whether the account has a cell.
func (l *ledger) noted(o budget.Origin) bool { return l.entries[o].class != 0 }
