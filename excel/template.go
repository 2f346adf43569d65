package excel

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Template is a workbook in the template's layout, a sheet of projects and one of
// lines: empty, to be filled in by a department, or with what a workbook says.
type Template struct {
	Options
	Years      []int // of the amount columns, the budget year first; empty: one column for every year
	Unit       *Unit // amounts are written and read in; nil: kr.
	PriceLevel int   // of all amounts that state none of their own
	Submission *budget.Submission
}

// The rows of the template's sheets.
const (
	templateHead  = 5
	templateFirst = templateHead + 1
	templateRows  = 500 // rows that drop-down lists and help are given for
	templateEmpty = 40  // rows that are drawn for the department to fill in
)

// exampleMark is the defined name of an example row. A row with it is not read as long
// as its project has the example's name.
const exampleMark = markPrefix + "eksempel_"

// exampleName is the name of the example's project.
func exampleName(l budget.Language) string {
	return texts.Text(l, "template.example") + " " + texts.Text(l, "template.example.name")
}

// templateColumn is a column of the template.
type templateColumn struct {
	role  role
	width float64
	words string // the kind of fixed words that its cells hold; empty for none
	rule  func(*excelize.DataValidation) error
	names bool // its cells hold names of projects of the sheet of projects
}

var projectColumns = []templateColumn{
	{role: roleName, width: 30}, {role: roleDepartment, width: 26}, {role: roleContact, width: 20},
	{role: roleStart, width: 9, rule: yearRule}, {role: roleExpiry, width: 9, rule: yearRule}, {role: roleExtended, width: 11, words: "answer"},
	{role: roleInvestment, width: 14, rule: amountRule}, {role: roleInvestor, width: 18}, {role: roleTarget, width: 11, rule: countRule}, {role: roleParticipants, width: 11, rule: countRule},
	{role: roleSocial, width: 16, words: "social"}, {role: roleEconomic, width: 18, words: "economic"}, {role: roleDocumentation, width: 28}, {role: roleDocumented, width: 16},
	{role: roleWish, width: 14, words: "wish"}, {role: roleCapacity, width: 12, rule: countRule}, {role: roleRemark, width: 30},
}

var lineColumns = []templateColumn{
	{role: roleName, width: 30, names: true}, {role: roleKind, width: 22, words: "kind"}, {role: roleItem, width: 32}, {role: roleArea, width: 28},
	{role: rolePayer, width: 14, words: "payer"}, {role: roleShare, width: 10, rule: shareRule}, {role: roleReimbursement, width: 11, words: "reimbursement"},
	{role: roleBudgeted, width: 12, words: "answer"}, {role: roleFrame, width: 15, words: "frame"}, {role: roleCommitted, width: 11, rule: yearRule},
}

var lineRemark = templateColumn{role: roleRemark, width: 30}

func yearRule(v *excelize.DataValidation) error {
	return v.SetRange(2000, 2099, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
}

func countRule(v *excelize.DataValidation) error {
	return v.SetRange(0, 10_000_000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
}

func shareRule(v *excelize.DataValidation) error {
	return v.SetRange(0, 1, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
}

func amountRule(v *excelize.DataValidation) error {
	return v.SetRange(-1e12, 1e12, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
}

// input is the look of a cell to be filled in.
func (c templateColumn) input() look {
	switch c.role {
	case roleShare:
		return inputPercent
	case roleAnnual, roleInvestment:
		return inputMoney
	}
	return inputLook
}

// ParseYears reads the years of a template: "2027", which with the three after it is
// four, or "2027-2030".
func ParseYears(text string) ([]int, bool) {
	from, to, several := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	first, ok := typedYear(strings.TrimSpace(from))
	if !ok {
		return nil, false
	}
	last := first + 3
	if several {
		if last, ok = typedYear(strings.TrimSpace(to)); !ok || last < first || last > first+9 {
			return nil, false
		}
	}
	var years []int
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	return years, true
}

// Write makes the workbook. It is the department's from the first: the program does
// not know it again as its own.
func (t *Template) Write() ([]byte, error) {
	p := newPages()
	t.projectSheet(p)
	t.lineSheet(p)
	return p.pack()
}

func (t *Template) unit() Unit {
	if t.Unit == nil {
		return 0
	}
	return *t.Unit
}

// begin starts a sheet: the title, how to fill it in, the unit, the headings.
func (t *Template) begin(p *pages, key budget.Key, columns []templateColumn, years []int) *page {
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	g := p.newPage(t.Language, t.text(key), layout{widths: widths, frozen: sheetml.Ref{Row: templateFirst, Col: 2}, head: templateHead, open: t.Submission == nil})
	title := t.text("template.title-annual")
	if len(t.Years) > 0 {
		title = say(t.Language, "template.title", nil, arg("year", budget.Year(t.Years[0])))
	}
	g.write(30, cell{title, titleLook})
	if t.Submission == nil {
		g.write(0, cell{t.text(key + ".help"), quietLook})
	} else {
		g.skip(1)
	}
	g.write(0, cell{t.caption(), subtitleLook})
	g.skip(1)
	var heads []cell
	for _, c := range columns {
		heads = append(heads, cell{headingName(c.role, t.Language), headLook})
	}
	for i, year := range years {
		heads[len(lineColumns)+i] = cell{year, headLook}
	}
	g.table(heads...)
	t.rules(g, columns)
	return g
}

// caption states the unit and the price level of all amounts.
func (t *Template) caption() string {
	said := t.unit().String()
	if said == "kr." {
		said = "Kr."
	}
	if t.PriceLevel != 0 {
		said += ", " + itoa(t.PriceLevel) + "-p/l"
	}
	return said
}

// rules gives the columns their drop-down lists, rules and help.
func (t *Template) rules(g *page, columns []templateColumn) {
	for i, c := range columns {
		name := sheetml.ColumnName(i + 1)
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s%d:%s%d", name, templateFirst, name, templateFirst+templateRows-1))
		v.SetInput(headingName(c.role, t.Language), t.text("template.help."+budget.Key(c.role)))
		v.SetError(excelize.DataValidationErrorStyleWarning, headingName(c.role, t.Language), t.text("template.help."+budget.Key(c.role)))
		switch {
		case c.words != "":
			var words []string
			for _, meaning := range wordTables()[c.words].order {
				words = append(words, wordTables()[c.words].proposal(meaning, t.Language))
			}
			g.fail(v.SetDropList(words))
		case c.names:
			v.SetSqrefDropList(fmt.Sprintf("%s!$A$%d:$A$%d", quoteSheet(t.text("template.projects")), templateFirst, templateFirst+templateRows-1))
		case c.rule != nil:
			g.fail(c.rule(v))
		}
		if g.err == nil {
			g.fail(g.file.AddDataValidation(g.name, v))
		}
	}
}

// finish ends a sheet: empty rows to be filled in, all but those locked.
func (t *Template) finish(g *page, columns []templateColumn) {
	if t.Submission == nil {
		for range templateEmpty {
			cells := make([]cell, len(columns))
			for i, c := range columns {
				cells[i] = cell{"", c.input()}
			}
			g.write(0, cells...)
		}
		if g.err == nil {
			g.fail(g.file.ProtectSheet(g.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
				InsertRows: true, DeleteRows: true, Sort: true, AutoFilter: true}))
		}
	}
	g.close()
}

// example writes the example row and marks it.
func (t *Template) example(g *page, values map[role]any, columns []templateColumn) {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{values[c.role], exampleLook}
		if c.role == roleAnnual {
			cells[i].value = values[roleYear]
		}
	}
	row := g.write(0, cells...)
	if g.err == nil {
		name := fmt.Sprintf("%s%d", exampleMark, len(g.file.GetSheetList()))
		g.fail(g.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: fmt.Sprintf("%s!$A$%d", quoteSheet(g.name), row)}))
	}
}

func (t *Template) word(kind, value string) string {
	return wordTables()[kind].proposal(kind+"."+value, t.Language)
}

// projectSheet is the sheet of projects.
func (t *Template) projectSheet(p *pages) {
	g := t.begin(p, "template.projects", projectColumns, nil)
	if t.Submission == nil {
		expiry := any(nil)
		if len(t.Years) > 0 {
			expiry = t.Years[0] - 1
		}
		t.example(g, map[role]any{
			roleName: exampleName(t.Language), roleDepartment: t.text("template.example.department"), roleExpiry: expiry,
			roleExtended: t.word("answer", "no"), roleTarget: 200, roleParticipants: 60, roleSocial: t.word("social", "positive"), roleEconomic: t.word("economic", "documented"),
			roleDocumentation: t.text("template.example.documentation"), roleWish: t.word("wish", "permanent"),
		}, projectColumns)
	} else {
		for i := range t.Submission.Projects {
			g.table(t.projectCells(&t.Submission.Projects[i])...)
		}
	}
	t.finish(g, projectColumns)
}

// lineSheet is the sheet of lines.
func (t *Template) lineSheet(p *pages) {
	columns := append([]templateColumn{}, lineColumns...)
	for range t.Years {
		columns = append(columns, templateColumn{role: roleAnnual, width: 14, rule: amountRule})
	}
	if len(t.Years) == 0 {
		columns = append(columns, templateColumn{role: roleAnnual, width: 14, rule: amountRule})
	}
	columns = append(columns, lineRemark)
	g := t.begin(p, "template.lines", columns, t.Years)
	if t.Submission == nil {
		t.example(g, map[role]any{
			roleName: exampleName(t.Language), roleKind: t.word("kind", "saving"), roleItem: t.text("template.example.item"),
			roleArea: t.text("template.example.area"), rolePayer: t.word("payer", "municipality"), roleReimbursement: t.word("reimbursement", "net"),
			roleBudgeted: t.word("answer", "no"), roleFrame: t.word("frame", "transfers"), roleYear: 500,
		}, columns)
	} else {
		names := map[budget.Origin]string{} // of the projects that have lines without naming them
		for _, p := range t.Submission.Projects {
			names[p.Origin] = p.Name.Text
		}
		for i := range t.Submission.Lines {
			g.table(t.lineCells(&t.Submission.Lines[i], names)...)
		}
	}
	t.finish(g, columns)
}

func (t *Template) projectCells(p *budget.Project) []cell {
	return []cell{
		written(p.Name, asText), written(p.Department, asText), written(p.Contact, asText), written(p.Start, asYear), written(p.Expiry, asYear),
		written(p.ExtendedBefore, t.asAnswer), t.amount(p.Investment), written(p.Investor, asText), written(p.TargetGroup, asCount), written(p.Participants, asCount),
		written(p.Social, asWord[budget.SocialEffect](t, "social")), written(p.Economic, asWord[budget.EconomicEffect](t, "economic")),
		written(p.Documentation, asText), written(p.Documented, asText), written(p.Wish, asWord[budget.Wish](t, "wish")), written(p.Capacity, asCount), written(p.Remark, asText),
	}
}

func (t *Template) lineCells(l *budget.Line, names map[budget.Origin]string) []cell {
	project, item := written(l.Project, asText), written(l.Item, asText)
	if name := names[l.Owner]; name != "" {
		project.value = name
		if l.Item.Origin == l.Kind.Origin && l.Item.Known() {
			item.value = l.Item.Value + " – " + name // the words are a heading's, and each project's own
		}
	}
	cells := []cell{
		project, written(l.Kind, asWord[budget.Kind](t, "kind")), item, written(l.Area, asText),
		written(l.Payer, asWord[budget.Payer](t, "payer")), written(l.Share, asShare), written(l.Reimbursement, asWord[budget.Reimbursement](t, "reimbursement")),
		written(l.Budgeted, t.asAnswer), written(l.Frame, asWord[budget.Frame](t, "frame")), written(l.CommittedUntil, asYear),
	}
	for i := range t.Years {
		cells = append(cells, t.amount(l.Once(t.Years, i)))
	}
	if len(t.Years) == 0 {
		cells = append(cells, t.amount(l.Annual))
	}
	return append(cells, written(l.Remark, asText))
}

// written is a field as a cell: its value, or what stood there when that was not read.
func written[T any](f budget.Field[T], as func(T) cell) cell {
	if f.State == budget.Given {
		return as(f.Value)
	}
	if _, isText := any(f.Value).(string); f.State == budget.Blank || isText {
		return cell{"", wrapLook}
	}
	return unread(f.Text)
}

// unread is a cell that was not read, as one that will not be read either. A text
// would be, and is left blank.
func unread(text string) cell {
	if text == "" {
		return cell{"(?)", wrapLook}
	}
	return cell{"»" + text + "« (?)", wrapLook}
}

func asText(s string) cell { return cell{s, wrapLook} }

func asYear(year int) cell { return cell{year, yearLook} }

func asCount(d decimal.Decimal) cell { return cell{number(d), numberLook} }

func asShare(d decimal.Decimal) cell { return cell{number(d), percentLook} }

func (t *Template) asAnswer(yes bool) cell {
	return cell{t.word("answer", map[bool]string{true: "yes", false: "no"}[yes]), textLook}
}

func asWord[T budget.Term](t *Template, kind string) func(T) cell {
	return func(term T) cell { return cell{t.word(kind, term.String()), textLook} }
}

// amount is an amount as a cell, in the template's unit. One at a price level of its
// own, or with more digits than a cell holds, is a text that says all of it.
func (t *Template) amount(a budget.Amount) cell {
	switch {
	case a.State == budget.Blank:
		return cell{"", moneyLook}
	case a.State != budget.Given:
		return unread(a.Text)
	}
	level := ""
	if a.PriceLevel != 0 && a.PriceLevel != t.PriceLevel {
		level = " " + itoa(a.PriceLevel) + "-p/l"
	}
	if stored, isNumber := number(a.Value.Shift(-int32(t.unit()))).(float64); isNumber && level == "" {
		return cell{stored, moneyLook}
	}
	return cell{t.Language.Money(a.Value) + " kr." + level, wrapLook}
}

// TemplateOf is what a workbook says, to be written in the template's layout.
func TemplateOf(r *Review, o Options) *Template {
	t := &Template{Options: o, Years: r.Report.Years, Submission: r.Submission}
	levels := map[int]int{}
	for i := range r.Submission.Lines {
		r.Submission.Lines[i].Stated(func(a budget.Amount) bool {
			if a.State == budget.Given {
				levels[a.PriceLevel]++
			}
			return true
		})
	}
	if levels[0] > 0 { // what states no level must not get one from the caption
		return t
	}
	for level, n := range levels {
		if most := levels[t.PriceLevel]; n > most || n == most && level > t.PriceLevel {
			t.PriceLevel = level
		}
	}
	return t
}

// isExample reports whether a row is the template's example: marked as one, and its
// project still named as the template names it.
func (r *finder) isExample(t *table, row *sheetml.Row) bool {
	at := origin(t.index, sheetml.Ref{Row: int(row.Number), Col: 1})
	if !r.examples[at] {
		return false
	}
	for _, c := range t.CellsOf(row) {
		if c.Kind != sheetml.Text {
			continue
		}
		for _, l := range budget.Languages() {
			if clean(c.Text) == exampleName(l) {
				return true
			}
		}
	}
	return false
}

// examples are the first cells of the rows marked as examples.
func (b *Book) examples() map[budget.Origin]bool {
	marked := map[budget.Origin]bool{}
	for _, n := range b.wb.Names {
		if strings.HasPrefix(n.Name, exampleMark) {
			if at, ok := b.target(n); ok {
				marked[at] = true
			}
		}
	}
	return marked
}
