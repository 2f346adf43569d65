package reading

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// tableRows says of the rows of a table that hold no records what they are.
func tableRows(t *Records) map[int]entry {
	rows := map[int]entry{}
	for _, row := range t.sums {
		rows[row] = entry{class: classUsed, as: asSum}
	}
	for _, row := range t.derived {
		rows[row] = entry{class: classHarmless, as: whyDerived}
	}
	for row, why := range t.aside {
		rows[row] = entry{class: classHarmless, as: string(why)}
	}
	for _, row := range t.apart {
		rows[row] = entry{class: classHarmless, as: whyApart}
	}
	for i := range t.Sections {
		rows[t.Sections[i].Row] = entry{class: classUsed, as: asSection}
	}
	for _, row := range t.Examples {
		rows[row] = entry{class: classHarmless, as: whyExample}
	}
	return rows
}

// lastRow is the last row that anything of a table stands in.
func lastRow(t *Records) int {
	last := t.Lower
	for _, rows := range [][]int{t.RowNumbers, t.Examples} {
		for _, row := range rows {
			last = max(last, row)
		}
	}
	for i := range t.Sections {
		last = max(last, t.Sections[i].Row)
	}
	return last
}

// table gives the cells of a table their entries.
func (l *ledger) table(t *Records) {
	for _, title := range t.Caption.Titles {
		l.use(title.Origin, asCaption)
	}
	for _, note := range t.Notes {
		if note.Kind == workbook.Text {
			l.harmless(note.Origin, whyNote)
		}
	}
	for i := range t.open {
		l.openRow(t, &t.open[i])
	}
	special, last := tableRows(t), lastRow(t)
	for i := range t.Rows {
		row := int(t.Rows[i].Number)
		if row < t.Upper || row > last {
			continue
		}
		for _, c := range t.CellsOf(&t.Rows[i]) {
			if t.Holds(int(c.Col)) {
				l.tableCell(t, c.Ref(), special[row])
			}
		}
	}
	for i := range t.Columns {
		l.knownColumn(t, &t.Columns[i])
	}
	for i := range t.Unknown {
		if c := &t.Unknown[i]; t.YearColumn != nil && c.Col == t.YearColumn.Col {
			for _, v := range l.valuesIn(t, c.Col, t.Data) {
				l.use(v.Origin, string(notation.RoleYear))
			}
			continue
		}
		l.unknownColumn(t, &t.Unknown[i])
	}
	l.headless(t)
}

// tableCell gives a cell its entry that stands among the headings, or in a row that is no
// record.
func (l *ledger) tableCell(t *Records, at workbook.Ref, of entry) {
	o := t.Origin(at)
	switch {
	case l.Book.At(t.Sheet, at).Blank():
	case at.Row <= t.Lower:
		l.use(o, asHeading)
	case of.class != 0:
		l.note(o, of)
	case t.copied && !l.used[o]:
		l.harmless(o, whyCopy)
	case at.Col == t.LabelColumn():
		l.use(o, asLabel)
	}
}

// wordRoles are the roles of columns that hold words: a number in one, under a heading that states
// a unit, is an amount.
var wordRoles = []notation.Role{
	notation.RoleItem, notation.RoleRemark, notation.RoleDescription, notation.RoleResults, notation.RoleDocumentation,
}

// knownColumn gives the cells of a column their entries whose heading is known: those that
// were read are used; the others are no less there.
func (l *ledger) knownColumn(t *Records, c *layout.Column) {
	values := l.valuesIn(t, c.Col, t.Data)
	g := &gap{at: t.Origin(c.At), heading: c.Heading, why: gapUnread, money: true}
	if c.Void {
		g.why, g.told = gapVoid, true
	}
	amount := c.IsAmount()
	read := slices.ContainsFunc(values, func(v workbook.Value) bool { return l.used[v.Origin] })
	for _, v := range values {
		why, harmless := harmlessRoles[c.Role]
		switch {
		case slices.Contains(wordRoles, c.Role) && len(c.Units) > 0 && v.Kind == workbook.Number:
			owners, all := l.ownersOf(t, l.rowOf(t, v)) // an amount where a text should stand
			l.open(g, v.Origin, owners, all)
		case amount && c.Year != 0 && l.base != 0 && l.yearOf(c) < l.base:
			l.harmless(v.Origin, whyEarlier)
		case c.Void && (slices.Contains(deciding, c.Role) || slices.Contains(decidingAll, c.Role)):
			owners, all := l.ownersOf(t, l.rowOf(t, v)) // what it says of their amounts is not known
			l.open(g, v.Origin, owners, all)
		case c.Void:
			l.open(g, v.Origin, nil, false)
		case l.used[v.Origin], l.basis[v.Origin]:
			l.use(v.Origin, string(c.Role))
		case harmless:
			l.harmless(v.Origin, why)
		case amount && isFigure(v) && l.harmlessFigure(v) == "" && !l.isComputed(v.Origin, 0),
			slices.Contains(deciding, c.Role) && !read && !t.Lines && !t.List:
			owners, all := l.ownersOf(t, l.rowOf(t, v))
			l.open(g, v.Origin, owners, all)
		case amount && isFigure(v):
			l.harmless(v.Origin, cmp.Or(l.harmlessFigure(v), whyDerived))
		case !read && saysMoney(v) && !slices.Contains(factsAnywhere, c.Role):
			owners, all := l.ownersOf(t, l.rowOf(t, v))
			l.open(g, v.Origin, owners, all)
		case read || slices.Contains(factsAnywhere, c.Role):
			l.use(v.Origin, string(c.Role))
		default:
			l.harmless(v.Origin, whyRepeated)
		}
	}
}

// saysMoney reports whether a text is an amount of money: "1,3 mio. kr.".
func saysMoney(v workbook.Value) bool {
	typed, ok := notation.ParseTyped(v.Text)
	return ok && v.Kind == workbook.Text && typed.HasUnit
}

// factsAnywhere are the roles that are used wherever they stand, be it to tell rows apart.
var factsAnywhere = []notation.Role{notation.RoleName, notation.RoleTotal, notation.RoleUnit, notation.RoleRemark,
	notation.RoleDocumentation, notation.RoleDescription, notation.RoleResults, notation.RoleEvidence, notation.RoleReplaces,
	notation.RoleApproved, notation.RoleProbability, notation.RoleFromYear,
	notation.RoleUntilYear}

// unknownColumn gives the cells of a column their entries whose heading means nothing to the
// program.
func (l *ledger) unknownColumn(t *Records, c *layout.Column) {
	l.column(t, c, &gap{at: t.Origin(c.At), heading: c.Heading, why: gapUnknown})
}

// column gives the cells of a column their entries that was not read.
func (l *ledger) column(t *Records, c *layout.Column, g *gap) {
	var values []workbook.Value
	for _, v := range l.valuesIn(t, c.Col, t.Data) {
		switch {
		case l.noted(v.Origin):
		case l.used[v.Origin]:
			l.use(v.Origin, asLabel)
		case l.basis[v.Origin]:
			l.use(v.Origin, asBasis)
		case v.Kind == workbook.Number && l.isComputed(v.Origin, 0):
			l.harmless(v.Origin, whyDerived)
		default:
			values = append(values, v)
		}
	}
	if l.areSigns(t, values) {
		return
	}
	j := l.judge(c.Heading, c.Said, values)
	g.money = j.money
	for _, v := range values {
		if why := l.harmlessFigure(v); j.harmless == "" && why == whyZero {
			l.harmless(v.Origin, why)
			continue
		}
		if j.harmless != "" {
			l.harmless(v.Origin, j.harmless)
			continue
		}
		if slices.Contains(factsAnywhere, c.Role) && !l.saysAgainst(v) {
			l.use(v.Origin, string(c.Role))
			continue
		}
		owners, all := l.ownersOf(t, l.rowOf(t, v))
		l.open(g, v.Origin, owners, all)
	}
}

// areSigns reports whether values are signs for ja and nej, "✓" and "✗", and gives them their entries: what
// they all say is for whoever set them, and one that says no among them is told where it stands.
func (l *ledger) areSigns(t *Records, values []workbook.Value) bool {
	if len(values) == 0 || slices.ContainsFunc(values, func(v workbook.Value) bool { return notation.ReadSign(v.Text) == 0 }) {
		return false
	}
	for _, v := range values {
		l.harmless(v.Origin, whyNote)
		if owners, _ := l.ownersOf(t, l.rowOf(t, v)); notation.ReadSign(v.Text) < 0 {
			l.warn(&remark{text: v.Text, at: v.Origin, inCell: true, place: place{own: true, owners: owners}}, budget.UnclearRemark)
		}
	}
	return true
}

// saysAgainst reports whether a text takes back what stands beside it.
func (l *ledger) saysAgainst(v workbook.Value) bool {
	return v.Kind == workbook.Text && len(notation.ReadRemark(v.Text).Against) > 0
}

// headless gives the cells of a table's rows their entries that stand under no heading.
func (l *ledger) headless(t *Records) {
	seen := map[int]bool{}
	for _, row := range t.Data {
		held := t.Row(row)
		if held == nil {
			continue
		}
		for _, cell := range t.CellsOf(held) {
			col := int(cell.Col)
			at := t.Origin(cell.Ref())
			if c, _ := columnAt(t, col); c != nil || seen[col] || !t.Holds(col) || l.noted(at) || l.Book.At(t.Sheet, cell.Ref()).Blank() {
				continue
			}
			seen[col] = true
			l.column(t, &layout.Column{Col: col}, &gap{at: at, why: gapUnheard})
		}
	}
}

// rowOf is the row of a table that a value stands in.
func (l *ledger) rowOf(t *Records, v workbook.Value) int { return t.RefOf(v.Origin).Row }

// ownersOf are the projects that a row of a table may belong to; all tells that it may be
// any's.
func (l *ledger) ownersOf(t *Records, row int) (owners []budget.Origin, all bool) {
	if owner := t.owners[row]; owner != budget.NoOrigin {
		return []budget.Origin{owner}, false
	}
	if t.owner != budget.NoOrigin {
		return []budget.Origin{t.owner}, false
	}
	name := l.cell(t, row, notation.RoleName)
	if owner, ok := l.projectNamed(name.Text); ok {
		return []budget.Origin{owner}, false
	}
	if line := l.lines[t][row]; line != nil {
		owner := l.projectOrigin(line)
		return []budget.Origin{owner}, owner == budget.NoOrigin && name.Blank()
	}
	return nil, name.Blank()
}

// linesByRow are the lines by the rows of the tables they stand in.
func (r *reader) linesByRow() map[*Records]map[int]*budget.Line {
	lines := map[*Records]map[int]*budget.Line{}
	for i := range r.sub.Lines {
		t := r.sources[i]
		if lines[t] == nil {
			lines[t] = map[int]*budget.Line{}
		}
		if t.Sheet != nil {
			lines[t][t.RefOf(r.sub.Lines[i].Origin).Row] = &r.sub.Lines[i]
		}
	}
	return lines
}
