package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// contents are the roles that the cells of a column give it where its heading says nothing:
// each of them is a fixed word of that role. Who pays is so read only without any heading:
// "Udføres af" over "Kommunen" says something else.
var contents = []struct {
	role      Role
	headed    bool // it may have a heading that says nothing
	is        func(text string) bool
	different int // how many different words there must be
}{
	{notation.RoleKind, true, isKind, 2},
	{notation.RoleReimbursement, true, isIn(notation.Reimbursements.Find), 1},
	{notation.RoleUnit, true, isUnit, 1},
	{notation.RolePayer, false, isIn(notation.ParsePayer), 1},
}

// inBudgetYear is a heading that names a budget: "I B25 i forv.?" over ja and nej asks whether a
// saving is in it already.
var inBudgetYear = regexp.MustCompile(`(?i)\bb(?:udget)?(?:tet)? ?'?(?:20)?\d\d\b`)

// findAnswers takes a column that is headed as amounts of a budget, and holds ja and nej, for what
// it asks: whether savings are in that budget already.
func (f *Finder) findAnswers(t *Table) {
	if t.Has(notation.RoleBudgeted) {
		return
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		words := f.wordsIn(t, c.Col)
		isAnswer := func(w string) bool { return isWordOf(strings.TrimSpace(w), "answer") }
		if c.IsAmount() && inBudgetYear.MatchString(c.Heading) && len(words) > 0 &&
			!slices.ContainsFunc(words, func(w string) bool { return !isAnswer(w) }) {
			c.Role, c.Year = notation.RoleBudgeted, 0
			t.classify()
			return
		}
	}
}

// isIn reports by what finds a word's term whether a text is such a word.
func isIn[T any](find func(string) (T, bool)) func(string) bool {
	return func(text string) bool {
		_, ok := find(text)
		return ok
	}
}

// isKind reports whether a text is a kind of line and nothing else.
func isKind(text string) bool {
	if _, ok := notation.Kinds.Find(text); ok {
		return true
	}
	h := notation.ReadHeading(text)
	return notation.ListKinds[h.Role] != 0 && h.Doubt == "" && h.Subject == "" && len(h.Payers) == 0 && h.Share == nil
}

// isUnit reports whether a text is a unit and nothing else.
func isUnit(text string) bool {
	return len(notation.StatedUnits(text)) == 1 && notation.HeadingKey(text) == ""
}

// findContents finds the columns of a table of lines that their cells alone explain.
func (f *Finder) findContents(t *Table) {
	if !t.Lines {
		return
	}
	for col := t.leftmost(); col <= t.last; col++ {
		headed, meant := t.headingOf(col)
		again := t.isAnother(col)
		if meant && !again {
			continue
		}
		words := f.wordsIn(t, col)
		for _, c := range contents {
			if again && c.role != notation.RoleKind {
				continue
			}
			fits := (len(words) >= c.different || again && len(words) > 0) && !slices.ContainsFunc(words, func(w string) bool { return !c.is(w) })
			if fits && (c.headed || !headed) && !t.Has(c.role) {
				t.give(col, c.role)
				break
			}
		}
	}
	t.classify()
}

// leaveKinds takes a column that is headed as the kinds of lines, and holds none, for what they are:
// "Udgiftstype" over "Lærertimer".
func (f *Finder) leaveKinds(t *Table) {
	c := t.Column(notation.RoleKind)
	if c == nil || t.Has(notation.RoleItem) {
		return
	}
	words := f.wordsIn(t, c.Col)
	if len(words) > 0 && !slices.ContainsFunc(words, saysKind) {
		c.Role = notation.RoleItem
		t.classify()
	}
}

// saysKind reports whether a text says a kind of line, whatever else it says.
func saysKind(text string) bool {
	h := notation.ReadHeading(text)
	_, fixed := notation.Kinds.Find(text)
	return fixed || h.Money || notation.ListKinds[h.Role] != 0 || notation.ListKinds[h.Under] != 0 || h.Near != ""
}

// leaveWords takes columns that are headed as amounts, and hold words alone, for what the words are:
// the kinds of lines, the names of projects, who gives a funding, or what the rows are called.
func (f *Finder) leaveWords(t *Table) {
	for i := len(t.Columns) - 1; i >= 0; i-- {
		c := &t.Columns[i]
		if c.Mapped || !c.IsAmount() && c.Role != notation.RoleInvestment {
			continue
		}
		words := f.wordsIn(t, c.Col)
		if len(words) == 0 || slices.ContainsFunc(words, holdsFigure) {
			continue
		}
		switch {
		case notation.ListKinds[c.Role] != 0 && !t.Has(notation.RoleKind) && !slices.ContainsFunc(words, isNoKind):
			c.Role, c.Year = notation.RoleKind, 0
		case c.Role == notation.RoleInvestment && !t.Has(notation.RoleName):
			c.Role = notation.RoleName
		case c.Role == notation.RoleFunding && slices.ContainsFunc(words, namesGiver):
			c.Role, c.Misspelt = notation.RoleInvestor, true
		case c.Role == notation.RoleAnnual && c.Col == t.leftmost() && t.Has(notation.RoleYear):
			c.Role = "" // it labels the rows, and may state their unit
			t.Unknown = append([]Column{*c}, t.Unknown...)
			t.Columns = slices.Delete(t.Columns, i, i+1)
			t.Caption.readHeads(t)
		}
	}
	t.classify()
}

// holdsFigure reports whether a text is an amount, stands for one ("-", "ikke opgjort"), or has a figure in
// it that is no year: "Nordfonden giver 500.000".
func holdsFigure(text string) bool {
	_, ok := notation.ParseTyped(text)
	return ok || strings.ContainsAny(yearIn.ReplaceAllString(text, ""), "0123456789")
}

// yearIn is a year among words.
var yearIn = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// isNoKind reports whether a text is anything but a kind of line.
func isNoKind(text string) bool { return !isKind(text) }

// namesGiver reports whether a text says who gives money that is not the municipality's.
func namesGiver(text string) bool {
	giver, certainty := notation.ReadGiver(text)
	return certainty == notation.Certain && giver == budget.External
}

// findPeriods takes a column that is headed as what was granted, and whose cells are periods, for
// that: "Bevilget" over "2023-2025".
func (f *Finder) findPeriods(t *Table) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Role != notation.RoleInvestment {
			continue
		}
		words := f.wordsIn(t, c.Col)
		if len(words) == 0 || t.Has(notation.RolePeriod) || t.Has(notation.RoleExpiry) {
			continue
		}
		if !slices.ContainsFunc(words, func(w string) bool { _, _, ok := notation.Period(w); return !ok }) {
			c.Role = notation.RolePeriod
		}
	}
}

// findAnnual takes the one column of totals of a year, "Årligt i alt", for the amounts of a table
// that has no others.
func (t *Table) findAnnual() {
	if t.kinds() > 0 || t.Has(notation.RoleYear) || t.Has(notation.RoleAnnual) {
		return
	}
	var annual []*Column
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == notation.RoleTotal && c.Said.Annual {
			annual = append(annual, c)
		}
	}
	if len(annual) == 1 {
		annual[0].Role = notation.RoleAnnual
	}
}

// findExpiry takes, among the facts of projects that say no end, what they were granted until
// for it. Among lines it is said of the project where it stands beside no funding.
func (f *Finder) findExpiry(t *Table) {
	if t.count(factRoles) < 2 || t.Has(notation.RoleExpiry) || t.Has(notation.RolePeriod) {
		return
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Role == notation.RoleCommitted && !f.isOfFunding(t, c.Col) {
			c.Role = notation.RoleExpiry
			t.classify()
			return
		}
	}
}

// isOfFunding reports whether a column of a table of lines has a value beside a kind of line that is
// no cost.
func (f *Finder) isOfFunding(t *Table, col int) bool {
	kind := t.Column(notation.RoleKind)
	if kind == nil {
		return false
	}
	return slices.ContainsFunc(t.RowNumbers, func(row int) bool {
		if f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}).Blank() {
			return false
		}
		said := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: kind.Col})
		return !said.Blank() && f.Heading(said.Text).Kind != budget.Cost
	})
}

// leaveYears takes a column that is headed as a funding that lasts, and holds years alone, for how long it
// is committed: "Ekstern finansiering sikret" over 2027.
func (f *Finder) leaveYears(t *Table) {
	for i := range t.Columns {
		c := &t.Columns[i]
		lasts := c.Role == notation.RoleFunding && len(c.Units) == 0 && saysLasting.MatchString(c.Heading)
		if lasts && !c.Mapped && c.Year == 0 && !t.Has(notation.RoleCommitted) && f.holdsYears(t, c.Col) {
			c.Role, c.Misspelt = notation.RoleCommitted, true
		}
	}
	t.classify()
}

// saysLasting is in the heading of a funding that says that it is sure for some time.
var saysLasting = regexp.MustCompile(`(?i)\b(?:til|t\.?o\.?m|indtil|sikret|garanteret|tilsagt|bevilget|lovet|dækket|` +
	`until|through|to|secured|guaranteed|committed)\b`)

// holdsYears reports whether a column holds years in its rows, and nothing else.
func (f *Finder) holdsYears(t *Table, col int) bool {
	answers := f.answersIn(t, col)
	return len(answers) > 0 && !slices.ContainsFunc(answers, func(text string) bool {
		return !nearYear.MatchString(strings.TrimSpace(text))
	})
}

// nearYear is a year that something of a budget can end in.
var nearYear = regexp.MustCompile(`^20[1-4]\d$`)

// findSaved takes a column that is headed by what somebody saves, and holds amounts, for savings: "sparer
// på rengøring pr. år" over 500. "Hvem sparer" asks for a name, whatever stands there.
func (f *Finder) findSaved(t *Table) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Role == notation.RolePayer && !c.Mapped && notation.SaysSaved(c.Heading) && f.holdsAmounts(t, c.Col) {
			c.Role = notation.RoleSaving
			t.classify()
		}
	}
}

// holdsAmounts reports whether a column holds amounts in its rows, and nothing else.
func (f *Finder) holdsAmounts(t *Table, col int) bool {
	found := false
	for _, row := range t.RowNumbers {
		v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col})
		if !v.Blank() && v.Kind != workbook.Number && !isAmount(v.Text) {
			return false
		}
		found = found || !v.Blank()
	}
	return found
}

// isAnother reports whether a column is one of several that say what a line is: "Post" over the
// kinds, "Hvad" or "Beskrivelse" over what is saved.
func (t *Table) isAnother(col int) bool {
	own, others := false, false
	for _, c := range t.Columns {
		isItem := c.Role == notation.RoleItem
		own = own || c.Col == col && isItem
		others = others || c.Col != col && (isItem || c.Role == notation.RoleDescription)
	}
	return own && others
}

// leaveFigures makes a column unknown that is headed as an effect and holds figures, where
// another so headed holds words: "Økonomisk resultat" beside "Økonomisk effekt".
func (f *Finder) leaveFigures(t *Table) {
	for _, role := range []Role{notation.RoleSocial, notation.RoleEconomic} {
		words, figures := 0, []int{}
		for _, c := range t.Columns {
			if c.Role == role && f.holdsFigures(t, c.Col) {
				figures = append(figures, c.Col)
			} else if c.Role == role {
				words++
			}
		}
		if words == 0 {
			continue
		}
		for i := len(t.Columns) - 1; i >= 0; i-- {
			if slices.Contains(figures, t.Columns[i].Col) {
				t.Unknown = append(t.Unknown, t.Columns[i])
				t.Columns = slices.Delete(t.Columns, i, i+1)
			}
		}
		slices.SortFunc(t.Unknown, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
	}
}

// holdsFigures reports whether a column holds numbers in its rows, and nothing else.
func (f *Finder) holdsFigures(t *Table, col int) bool {
	figures := 0
	for _, row := range t.RowNumbers {
		switch v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col}); {
		case v.Kind == workbook.Number || v.Uncached:
			figures++
		case !v.Blank():
			return false
		}
	}
	return figures > 0
}

// headingOf tells whether a column has a heading, and whether that one is known.
func (t *Table) headingOf(col int) (headed, meant bool) {
	isOf := func(c Column) bool { return c.Col == col }
	meant = slices.ContainsFunc(t.Columns, isOf)
	return meant || slices.ContainsFunc(t.Unknown, isOf), meant
}

// wordsIn are the different texts of a column's cells; none when a cell holds anything else.
func (f *Finder) wordsIn(t *Table, col int) (words []string) {
	seen := map[string]bool{}
	for _, row := range t.RowNumbers {
		v := f.Book.At(t.Sheet, workbook.Ref{Row: row, Col: col})
		switch {
		case v.Blank():
			continue
		case v.Kind != workbook.Text:
			return nil
		case !seen[v.Text]:
			seen[v.Text] = true
			words = append(words, v.Text)
		}
	}
	return words
}

// give gives a column a role that its heading does not say.
func (t *Table) give(col int, role Role) {
	c := Column{Col: col, Role: role, At: workbook.Ref{Row: t.Lower, Col: col}}
	for i := range t.Unknown {
		if t.Unknown[i].Col == col {
			c.At, c.Heading = t.Unknown[i].At, t.Unknown[i].Heading
			t.Unknown = slices.Delete(t.Unknown, i, i+1)
			break
		}
	}
	for i := range t.Columns {
		if t.Columns[i].Col == col {
			t.Columns[i].Role = role
			return
		}
	}
	t.Columns = append(t.Columns, c)
	slices.SortFunc(t.Columns, func(a, b Column) int { return cmp.Compare(a.Col, b.Col) })
}
