package forms

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
	"videre/excel/workbook"
)

// ReadPolicy reads the policy that a book holds: parameters, decision table, price indices,
// severities, waivers and confirmations, in any language that WritePolicy writes. A policy with faults is
// not to be used; the faults are all that was found, one of the workbook as a whole when it
// holds no policy, which is nil then.
func ReadPolicy(b *workbook.Book) (*budget.Policy, []Fault) {
	policy, faults, _ := policyIn(b)
	if policy == nil {
		return nil, []Fault{{key: "policybook.none"}}
	}
	return policy, faults
}

// IgnoredPolicy finds a policy that a department's workbook brings itself, other than the one
// in force with the given fingerprint (budget.Policy.Fingerprint): it is never used, and the
// finding tells that. It stands where the first table of the policy does.
func IgnoredPolicy(b *workbook.Book, inForce string) (f budget.Finding, found bool) {
	own, faults, at := policyIn(b)
	if own == nil || len(faults) == 0 && own.Fingerprint() == inForce {
		return f, false
	}
	sheet, _ := b.Place(at)
	return budget.Finding{Code: budget.IgnoredPolicy, Origin: at, Have: budget.Quote(sheet)}, true
}

// policyIn reads the sheets of a policy, and tells where its first table stands; nil when
// the book has none.
func policyIn(b *workbook.Book) (*budget.Policy, []Fault, budget.Origin) {
	r := &policyReader{book: b, policy: &budget.Policy{
		Severities: map[budget.Code]budget.Severity{},
		Bases:      map[budget.Parameter]budget.Basis{},
	}}
	parameters := r.table(headsOf((*policyWriter).parameterColumns))
	decisions := r.table(headsOf((*policyWriter).decisionColumns))
	first := cmp.Or(parameters, decisions)
	if first == nil {
		return nil, nil, budget.NoOrigin
	}
	r.parameters(parameters)
	r.decisions(decisions)
	r.prices(r.needed("prices", headsOf((*policyWriter).priceColumns)))
	r.severities(r.needed("severities", headsOf((*policyWriter).severityColumns)))
	r.waivers(r.needed("waivers", headsOf((*policyWriter).waiverColumns)))
	r.confirmations(r.needed("confirmations", headsOf((*policyWriter).confirmationColumns)))
	r.standardName(parameters)
	return r.policy, r.faults, workbook.OriginOf(first.Index, sheetml.Ref{Row: first.head, Col: 1})
}

// standardName tells of other rules than the program's own under their name: whoever reads it
// in an output is to know what it stands for.
func (r *policyReader) standardName(t *policyTable) {
	standard := budget.DefaultPolicy()
	if r.nameAt > 0 && len(r.faults) == 0 && notation.Clean(strings.ToLower(r.policy.Name)) == standard.Name &&
		r.policy.Fingerprint() != standard.Fingerprint() {
		r.tell(t, r.nameAt, colValue, "policybook.standard-name", text.Arg("name", budget.Quote(standard.Name)))
	}
}

// policyReader reads a policy from the tables of a book.
type policyReader struct {
	book   *workbook.Book
	policy *budget.Policy
	nameAt int // the row of the policy's name; 0 while it is not read
	faults []Fault
}

// policyTable is a table of a policy workbook.
type policyTable struct {
	*workbook.Sheet
	head int // the row of its headings
}

// table finds the table with the given headings; nil when no sheet has it.
func (r *policyReader) table(heads [][]string) *policyTable {
	for _, s := range r.book.Sheets {
		if s == nil {
			continue
		}
		if row, ok := findHeads(s, heads); ok {
			return &policyTable{s, row}
		}
	}
	return nil
}

// findHeads finds the row of a sheet that holds headings, in some language, from its
// first column.
func findHeads(s *workbook.Sheet, heads [][]string) (row int, found bool) {
	const within = 50 // headings stand at the top
	same := func(c sheetml.Cell, head string) bool { return notation.Clean(c.Text) == head }
	for i := range s.Rows[:min(len(s.Rows), within)] {
		cells := s.CellsOf(&s.Rows[i])
		for _, wanted := range heads {
			if slices.EqualFunc(cells[:min(len(cells), len(wanted))], wanted, same) {
				return int(s.Rows[i].Number), true
			}
		}
	}
	return 0, false
}

// needed finds a table that every policy has, and tells when it is missing or its
// headings are not what they were.
func (r *policyReader) needed(key budget.Key, heads [][]string) *policyTable {
	t := r.table(heads)
	if t == nil {
		r.lacks("policybook.no-sheet", text.Arg("sheet", textOf("policybook.sheet."+key)))
	}
	return t
}

// lacks notes a fault of the workbook as a whole.
func (r *policyReader) lacks(key budget.Key, args ...budget.Arg) {
	r.faults = append(r.faults, Fault{key: key, args: args})
}

// parameters reads the value and the basis of each parameter. All of them must be there.
func (r *policyReader) parameters(t *policyTable) {
	read := map[budget.Parameter]bool{}
	for _, row := range r.rows(t, colValue) {
		p, ok := choice(r.text(t, row, colParameter), budget.Parameters())
		switch {
		case !ok:
			r.tell(t, row, colParameter, "policybook.unknown-rule")
		case read[p]:
			r.tell(t, row, colParameter, "policybook.repeated-rule")
		default:
			read[p] = true
			parameterCellOf(p).read(r, t, row)
			r.basis(t, row, colBasis, func(b budget.Basis) {
				if b != (&budget.Policy{}).BasisOf(p) { // a basis that is the program's own is not kept
					r.policy.Bases[p] = b
				}
			})
		}
	}
	for _, p := range budget.Parameters() {
		if !read[p] {
			r.lacks("policybook.missing-rule", text.Arg("rule", budget.Word{Term: p}))
		}
	}
}

// prices reads the price indices, which stand in the order of their years.
func (r *policyReader) prices(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		year, okYear := r.year(t, row, 1)
		index, okIndex := r.number(t, row, 2)
		list := r.policy.PriceIndex
		switch {
		case !okYear:
			r.tell(t, row, 1, "policybook.bad-year")
		case len(list) > 0 && list[len(list)-1].Year >= year:
			r.tell(t, row, 1, "policybook.unordered")
		case !okIndex || !index.IsPositive():
			r.tell(t, row, 2, "policybook.bad-index")
		default:
			r.policy.PriceIndex = append(list, budget.PriceIndex{Year: year, Index: index})
		}
	}
}

// severities reads the severities that are not the standard ones.
func (r *policyReader) severities(t *policyTable) {
	for _, row := range r.rows(t, 2) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known {
			r.tell(t, row, 1, "policybook.bad-code")
			continue
		}
		if severity, ok := chosen(r, t, row, 2, budget.Severities()); ok && severity != code.Severity() {
			r.policy.Severities[code] = severity
		}
	}
}

// waivers reads the waivers. One that lacks a part is told, and is none.
func (r *policyReader) waivers(t *policyTable) {
	for _, row := range r.rows(t, 1+len(waiverTexts)) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known {
			r.tell(t, row, 1, "policybook.bad-code")
			continue
		}
		waiver, whole := budget.Waiver{Code: code}, true
		for i, c := range waiverTexts {
			part := r.text(t, row, 2+i)
			if *c.at(&waiver) = part; part == "" && !c.optional {
				whole = false
				r.tell(t, row, 2+i, "policybook.no-part", text.Arg("part", textOf(c.head)))
			}
		}
		if whole {
			r.policy.Waivers = append(r.policy.Waivers, waiver)
		}
	}
}

// rows are the table's rows that hold something in their first columns. A cell there that
// has no value to be read, an error or a formula that was never calculated, is told.
func (r *policyReader) rows(t *policyTable, columns int) []int {
	var rows []int
	if t == nil {
		return nil
	}
	for i := range t.Rows {
		row := int(t.Rows[i].Number)
		if row <= t.head {
			continue
		}
		filled := false
		for col := 1; col <= columns; col++ {
			if v := r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col}); v.Uncached || v.Kind == sheetml.Error {
				r.tell(t, row, col, "policybook.no-value")
			}
			filled = filled || r.text(t, row, col) != ""
		}
		if filled {
			rows = append(rows, row)
		}
	}
	return rows
}

// text is what a cell shows, without blanks around it.
func (r *policyReader) text(t *policyTable, row, col int) string {
	return strings.TrimSpace(r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col}).Text)
}

// tell notes a fault at a cell.
func (r *policyReader) tell(t *policyTable, row, col int, key budget.Key, args ...budget.Arg) {
	r.faults = append(r.faults, faultAt(r.book, t.Sheet, sheetml.Ref{Row: row, Col: col}, key, args...))
}

// choice finds the term whose word, in any language, a text is.
func choice[T budget.Term](text string, terms []T) (T, bool) {
	for _, term := range terms {
		for _, l := range budget.Languages() {
			if strings.EqualFold(notation.Clean(text), notation.Clean(l.Word(term))) {
				return term, true
			}
		}
	}
	var none T
	return none, false
}

// chosen reads which of several terms a cell holds, and tells when it is none of them.
func chosen[T budget.Term](r *policyReader, t *policyTable, row, col int, terms []T) (T, bool) {
	term, ok := choice(r.text(t, row, col), terms)
	if !ok {
		r.tellChoices(t, row, col, quoted(terms))
	}
	return term, ok
}

// tellChoices tells that a cell holds none of several words.
func (r *policyReader) tellChoices(t *policyTable, row, col int, choices budget.List) {
	r.tell(t, row, col, "policybook.bad-choice", text.Arg("choices", choices))
}

// quotedWord is a term in quotation marks.
type quotedWord struct{ budget.Term }

// In is the word.
func (w quotedWord) In(l budget.Language, _ budget.Locator) string {
	return "»" + l.Word(w.Term) + "«"
}

// quoted are terms as a list in a sentence.
func quoted[T budget.Term](terms []T) budget.List {
	var list budget.List
	for _, term := range terms {
		list = append(list, quotedWord{term})
	}
	return list
}

// number reads a cell as a number: stored, or typed without a unit.
func (r *policyReader) number(t *policyTable, row, col int) (decimal.Decimal, bool) {
	v := r.book.At(t.Sheet, sheetml.Ref{Row: row, Col: col})
	if v.Kind == sheetml.Number {
		return notation.StoredNumber(v.Raw)
	}
	typed, ok := notation.ParseTyped(v.Text)
	if !ok || typed.Percent || typed.HasUnit || typed.Dash || typed.About || typed.Unquantified {
		return decimal.Zero, false
	}
	return typed.In(0) // one that can be read two ways is not read
}

// year reads a cell as a year.
func (r *policyReader) year(t *policyTable, row, col int) (int, bool) {
	n, ok := r.number(t, row, col)
	year := int(n.IntPart())
	return year, ok && n.IsInteger() && notation.PlausibleYear(year)
}

// basis reads a basis, and its text in the next column.
func (r *policyReader) basis(t *policyTable, row, col int, set func(budget.Basis)) {
	kind, ok := chosen(r, t, row, col, basisKinds)
	basis := budget.Basis{Kind: kind, Text: r.text(t, row, col+1)}
	switch {
	case !ok:
	case kind == budget.BasisDecision && basis.Text == "":
		r.tell(t, row, col+1, "policybook.no-decision")
	default:
		set(basis)
	}
}

// textOf is one of our texts as a value of a sentence.
type textOf budget.Key

// In is the text.
func (k textOf) In(l budget.Language, _ budget.Locator) string { return text.Of(l, budget.Key(k)) }
