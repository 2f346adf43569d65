package reading

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Rows that sum others are known by their word and by their arithmetic. Where both
// agree, the row is a total and is left out. Where the word stands alone, it is a
// total that is wrong; where the arithmetic stands alone, that is told.

// totalWord begins the text of a row that sums others, perhaps with what it sums.
var totalWord = regexp.MustCompile(`(?i)^(?:i ?alt|ialt|total|totalt|sum|subtotal|delsum|mellemsum|hovedtotal|` +
	`samlet|samlede|sammenlagt|grand total|in all|all projects|alle projekter)\b`)

// bareTotal is a text that says nothing but that a row sums others.
var bareTotal = regexp.MustCompile(`(?i)^(?:i ?alt|ialt|totalt?|sum|subtotal|delsum|mellemsum|hovedtotal|` +
	`samlet|sammenlagt|grand total|in all|all projects|alle projekter)[ .:]*(?:\(.*\))?$`)

// isTotalText reports whether a text says that it sums others: it begins with a word for
// that, or ends with one ("Besparelser i alt").
func isTotalText(text string) bool {
	return totalWord.MatchString(text) || totalEnd.MatchString(text)
}

// totalEnd ends a text that sums others.
var totalEnd = regexp.MustCompile(`(?i)\b(?:i ?alt|total|in all|samlet)[ .:]*(?:\(.*\))?$`)

// totalAt is the cell in which a row says that it sums others.
func (r *reader) totalAt(t *Records, row int) (v workbook.Value, found bool) {
	texts := r.rowTexts(t, row)
	for _, role := range []notation.Role{
		notation.RoleArea, notation.RoleDepartment, notation.RoleGiver, notation.RoleInvestor, notation.RolePayer,
	} {
		if c := t.Column(role); c != nil {
			texts = append(texts, r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}))
		}
	}
	for _, v := range texts {
		if v.Kind == workbook.Text && isTotalText(v.Text) {
			return v, true
		}
	}
	return workbook.Value{}, false
}

// splitTotals keeps the rows that sum others apart from the table's data: those that say so
// and nothing else, and those that say just that beside something else and have the
// sums. What else begins with such a word is a line or a project, unless it has the
// sums; and then, or when it says just that and has not, a person has to settle it.
func (r *reader) splitTotals(t *Records) {
	var rows []int
	for _, row := range t.RowNumbers {
		if r.isDerived(t, row) {
			t.derived = append(t.derived, row)
			continue
		}
		if why := r.asideOf(t, row); why != "" {
			t.setAside(row, why)
			continue
		}
		v, word := r.totalAt(t, row)
		more := word && r.saysMore(t, row, v)
		bare := word && bareTotal.MatchString(v.Text)
		named := t.Lines && more && !bare && r.isName(t, v) // a project may be named so
		switch sums := more && !named && r.sumsAbove(t, row, rows); {
		case word && !more, bare && sums:
			t.sums = append(t.sums, row)
			continue
		case more && !named && (bare || sums):
			r.project = r.cell(t, row, notation.RoleName).Text
			r.tell(budget.DoubtfulTotal, v, budget.Quote(v.Text), nil)
			r.project = ""
			t.doubtful = append(t.doubtful, row)
		}
		rows = append(rows, row)
	}
	t.Data = rows
	r.settleParts(t)
}

// isDerived reports whether a row is computed of others and is no line: netto, balance.
func (r *reader) isDerived(t *Records, row int) bool {
	for _, v := range r.rowTexts(t, row) {
		if kind := r.cell(t, row, notation.RoleKind); r.isName(t, v) && !kind.Blank() && !r.Heading(kind.Text).Derived {
			continue // a project may be called "Balance på Broen"
		}
		h := r.Heading(v.Text)
		named := h.Subject != "" && !r.isComputedRow(t, row) // "Faldforebyggelse og balance" may be a line
		if h.Derived && !named && !(t.Projects && r.saysMore(t, row, v)) && !r.hasItem(t, row, v) {
			return true
		}
	}
	return false
}

// isComputedRow reports whether the amounts of a row are formulas, or what is left of rows above it.
func (r *reader) isComputedRow(t *Records, row int) bool {
	for _, c := range t.Amounts() {
		if r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}).Formula != "" {
			return true
		}
	}
	return r.isDifference(t, row)
}

// isDifference reports whether the amounts of a row are those of a row above it less those of the
// rows between, in every column, whatever the signs are written with.
func (r *reader) isDifference(t *Records, row int) bool {
	for first := row - 1; first > t.Lower; first-- {
		agrees, some := true, false
		for _, c := range t.Amounts() {
			rest := r.stored(t, first, c.Col)
			for between := first + 1; between < row; between++ {
				rest = rest.Sub(r.stored(t, between, c.Col).Abs())
			}
			own := r.stored(t, row, c.Col)
			agrees = agrees && rest.Abs().Equal(own.Abs())
			some = some || !own.IsZero()
		}
		if agrees && some && first < row-1 {
			return true
		}
	}
	return false
}

// hasItem reports whether a kind is of a line that says what it is itself: "Administration"
// of a kind "Nettoeffekt" is a line whose kind is not known, and no result.
func (r *reader) hasItem(t *Records, row int, kind workbook.Value) bool {
	if c := t.Column(notation.RoleKind); c == nil || t.RefOf(kind.Origin).Col != c.Col {
		return false
	}
	item := r.itemOf(t, row)
	said := r.Heading(item.Text)
	return !item.Blank() && item.Origin != kind.Origin && !said.Derived && !said.Total
}

// rowTexts are the texts that say what a row is: its name, kind, item or label.
func (r *reader) rowTexts(t *Records, row int) []workbook.Value {
	cols := map[int]bool{t.LabelColumn(): true}
	for _, role := range []notation.Role{notation.RoleName, notation.RoleKind, notation.RoleItem} {
		if c := t.Column(role); c != nil {
			cols[c.Col] = true
		}
	}
	var texts []workbook.Value
	for _, col := range slices.Sorted(maps.Keys(cols)) {
		if col == 0 {
			continue
		}
		if v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}); v.Kind == workbook.Text && !v.Blank() {
			texts = append(texts, v)
		}
	}
	if c := t.Column(notation.RoleNumber); c != nil {
		if v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: c.Col}); v.Kind == workbook.Text && (isWording(v.Text) || r.Heading(v.Text).Total) {
			texts = append(texts, v)
		}
	}
	return texts
}

// isWording reports whether what stands in a column of numbers is none: "Udgifter i alt".
func isWording(text string) bool {
	return !strings.ContainsAny(text, "0123456789") && len([]rune(strings.TrimSpace(text))) > shortestWording
}

// shortestWording is how long a reference without digits may be: "SOF-A".
const shortestWording = 5

// isName reports whether a value stands in the column of projects' names.
func (r *reader) isName(t *Records, v workbook.Value) bool {
	c := t.Column(notation.RoleName)
	return c != nil && t.RefOf(v.Origin).Col == c.Col
}

// saysMore reports whether a row says anything but amounts, a project's name and what
// stands in one cell: its word for a total.
func (r *reader) saysMore(t *Records, row int, word workbook.Value) bool {
	for i := range t.Columns {
		c := &t.Columns[i]
		at := workbook.Ref{Row: row, Col: c.Col}
		expected := c.Role == notation.RoleName || c.Role == notation.RoleTotal || c.Role == notation.RoleInvestment
		if expected || c.IsAmount() || t.Origin(at) == word.Origin {
			continue
		}
		v := r.Book.At(t.Sheet, at)
		if (v.Kind == workbook.Number || v.Uncached) && slices.Contains(summedToo, c.Role) {
			continue
		}
		if !v.Blank() && (v.Kind != workbook.Text || !isTotalText(v.Text)) {
			return true
		}
	}
	return false
}

// summedToo are the roles of columns besides those of amounts that a total may sum.
var summedToo = []notation.Role{
	notation.RoleResult, notation.RoleParticipants, notation.RoleTarget, notation.RoleCapacity, notation.RoleCount,
	notation.RoleConsumption, notation.RoleGrant,
}

// sumsAbove reports whether the numbers of a row, as they are stored, are the sums of
// the last rows above it, or of those of its kind, in every amount column that it fills.
func (r *reader) sumsAbove(t *Records, row int, above []int) bool {
	above = above[max(0, len(above)-keptRows):]
	var ofKind []int
	for _, other := range above {
		if r.kindIn(t, other) == r.kindIn(t, row) {
			ofKind = append(ofKind, other)
		}
	}
	return r.sumsLast(t, row, above) || r.sumsLast(t, row, ofKind)
}

// sumsLast reports whether the numbers of a row are the sums of some rows, counted from
// the last.
func (r *reader) sumsLast(t *Records, row int, above []int) bool {
	filled := slices.DeleteFunc(t.Amounts(), func(c *layout.Column) bool { return r.stored(t, row, c.Col).IsZero() })
	sums := make([]decimal.Decimal, len(filled))
	for _, part := range slices.Backward(above) {
		agreeing := 0
		for i, c := range filled {
			if sums[i] = sums[i].Add(r.stored(t, part, c.Col)); sums[i].Equal(r.stored(t, row, c.Col)) {
				agreeing++
			}
		}
		if agreeing == len(filled) && agreeing > 0 {
			return true
		}
	}
	return false
}

// keptRows is how many rows of a table without totals are kept to look for one that
// does not say that it is one.
const keptRows = 2000

// keep remembers an amount of a table as it was read, for the totals that sum it.
func (t *Records) keep(row int, c *layout.Column, a budget.Amount) budget.Amount {
	if len(t.sums) == 0 && len(t.Data) > keptRows {
		return a
	}
	if t.read == nil {
		t.read = map[workbook.Ref]budget.Amount{}
	}
	t.read[workbook.Ref{Row: row, Col: c.Col}] = a
	return a
}

// readTotalRows checks each row that sums others, column by column.
func (r *reader) readTotalRows(t *Records) {
	for _, row := range t.sums {
		for _, c := range r.summed(t) {
			r.readTotal(t, row, c)
		}
	}
	r.findUnnamedTotals(t)
}

// summed lists the columns that a total row sums.
func (r *reader) summed(t *Records) []*layout.Column {
	columns := t.Amounts()
	if c := t.Column(notation.RoleInvestment); c != nil {
		columns = append(columns, c)
	}
	if c := t.Column(notation.RoleTotal); c != nil {
		columns = append(columns, c)
	}
	return columns
}

// readTotal finds what a total sums: all amounts above it in its column, those since
// the total before, or those of one kind. Where it is none of these it is held
// against the first that fits its place.
func (r *reader) readTotal(t *Records, row int, c *layout.Column) {
	at := workbook.Ref{Row: row, Col: c.Col}
	if v := r.At(t.Sheet, at); v.Blank() && !v.Uncached {
		return
	}
	stated := r.amount(t, c, r.At(t.Sheet, at))
	if !stated.Known() {
		return
	}
	candidates := r.partsOf(t, row, c)
	for _, parts := range candidates {
		if sum, known := sumOf(parts); known && sum.Equal(stated.Value) {
			return
		}
	}
	if r.fitsWithMore(t, row, c.Col) {
		return
	}
	if len(candidates) > 0 && len(candidates[0]) > 0 {
		r.sub.Totals = append(r.sub.Totals, budget.Total{Stated: stated, Parts: candidates[0]})
	}
}

// sinceSum is the last row above a row that sums others; the headings' where there is none.
func (t *Records) sinceSum(row int) int {
	since := t.Lower
	for _, sum := range t.sums {
		if sum < row {
			since = max(since, sum)
		}
	}
	return since
}

// partsBelow are the amounts of the rows that a total stands over.
func (r *reader) partsBelow(t *Records, row int, c *layout.Column) []budget.Amount {
	var parts []budget.Amount
	for _, part := range t.Data {
		if t.heads[part] == row {
			parts = append(parts, t.read[workbook.Ref{Row: part, Col: c.Col}])
		}
	}
	return parts
}

// partsOf are the amounts a total in a row may sum, the likeliest first: those of the kind that
// it names, those since the total before, all of them, and those of each kind.
func (r *reader) partsOf(t *Records, row int, c *layout.Column) [][]budget.Amount {
	if below := r.partsBelow(t, row, c); len(below) > 0 {
		return [][]budget.Amount{below}
	}
	since := t.sinceSum(row)
	var all, section []budget.Amount
	kinds, inSection := partsOfKinds{}, partsOfKinds{}
	for _, above := range t.Data {
		if above >= row {
			break
		}
		a := t.read[workbook.Ref{Row: above, Col: c.Col}]
		all = append(all, a)
		kinds.add(r.kindIn(t, above), a)
		if above > since {
			section = append(section, a)
			inSection.add(r.kindIn(t, above), a)
		}
	}
	candidates := [][]budget.Amount{section, all}
	if len(section) == 0 {
		candidates = [][]budget.Amount{all}
	}
	candidates = append(candidates, inSection.inOrder()...)
	if named := kinds[lineKind{kind: r.summedKind(t, row)}]; len(named) > 0 && len(section) == 0 {
		candidates = append([][]budget.Amount{named}, candidates...)
	}
	return candidates
}

// summedKind is the kind of lines that a total names: "Effektiviseringer i alt"; 0 for none.
func (r *reader) summedKind(t *Records, row int) budget.Kind {
	v, _ := r.totalAt(t, row)
	return notation.ListKinds[r.Heading(v.Text).Role]
}

// partsOfKinds are amounts by the kinds of their lines.
type partsOfKinds map[lineKind][]budget.Amount

func (p partsOfKinds) add(said lineKind, a budget.Amount) {
	p[lineKind{kind: said.kind}] = append(p[lineKind{kind: said.kind}], a)
	if said.payer != 0 {
		p[said] = append(p[said], a)
	}
}

// inOrder lists the amounts of each kind, and of each payer of one.
func (p partsOfKinds) inOrder() [][]budget.Amount {
	var all [][]budget.Amount
	for _, kind := range budget.Kinds() {
		for _, payer := range append([]budget.Payer{0}, budget.Payers()...) {
			if parts := p[lineKind{kind, payer}]; len(parts) > 0 {
				all = append(all, parts)
			}
		}
	}
	return all
}

// lineKind is a kind of lines, and of savings whose they are; 0 for any.
type lineKind struct {
	kind  budget.Kind
	payer budget.Payer
}

// kindIn is the kind of the line that was read in a row; none when it has none.
func (r *reader) kindIn(t *Records, row int) lineKind {
	if t.kinds == nil {
		t.kinds = map[int]lineKind{}
		for i, from := range r.sources {
			if l := &r.sub.Lines[i]; from == t {
				t.kinds[t.RefOf(l.Origin).Row] = lineKind{l.Kind.Value, l.Payer.Value}
			}
		}
	}
	return t.kinds[row]
}

// sumOf is the sum of amounts, blanks as zero; known is false when one is unread.
func sumOf(parts []budget.Amount) (sum decimal.Decimal, known bool) {
	for _, a := range parts {
		if a.State.Unread() {
			return sum, false
		}
		sum = sum.Add(a.Value)
	}
	return sum, len(parts) > 0
}

// findUnnamedTotals tells of a last row whose amounts are the sums of all above it,
// though it does not say so.
func (r *reader) findUnnamedTotals(t *Records) {
	columns := t.Amounts()
	if len(t.Data) < 4 || len(t.Data) > keptRows || len(columns) == 0 || len(t.sums) > 0 {
		return
	}
	last := t.Data[len(t.Data)-1]
	if r.saysMore(t, last, workbook.Value{}) {
		return
	}
	agreeing := 0
	for _, c := range columns {
		stated := t.read[workbook.Ref{Row: last, Col: c.Col}]
		if !stated.Known() || stated.Value.IsZero() {
			continue
		}
		var parts []budget.Amount
		for _, row := range t.Data[:len(t.Data)-1] {
			parts = append(parts, t.read[workbook.Ref{Row: row, Col: c.Col}])
		}
		if sum, known := sumOf(parts); !known || !sum.Equal(stated.Value) {
			return
		}
		agreeing++
	}
	if name := t.Column(notation.RoleName); agreeing > 0 && name != nil {
		v := r.At(t.Sheet, workbook.Ref{Row: last, Col: name.Col})
		r.project = v.Text
		r.tell(budget.UnnamedTotal, v, budget.Quote(v.Text), nil)
		r.project = ""
	}
}
