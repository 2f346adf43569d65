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
	templateLast  = templateFirst + 499 // the last row that drop-down lists and help are given for
	templateEmpty = 40                  // rows that are drawn for the department to fill in
)

// exampleMark is the defined name of an example row. A row with it is not read as long
// as its project has the example's name.
const exampleMark = markPrefix + "eksempel_"

// exampleName is the name of the example's project.
func exampleName(l budget.Language) string {
	return texts.Text(l, "template.example") + " " + texts.Text(l, "template.example.name")
}

// templateColumn is a column of a sheet of the template; each row tells of a T.
type templateColumn[T any] struct {
	role  role
	width float64
	value func(*Template, T) cell
	rule  func(*Template) rule // what may be filled in; nil for any text
	input look                 // of a cell to be filled in
	year  int                  // that its amounts are of, and its heading; 0 for the role's name
}

// columnOf is a column of a field; as makes a value of it a cell.
func columnOf[T, V any](
	r role, width float64, get func(T) budget.Field[V], as func(*Template, V) cell, rule func(*Template) rule,
) templateColumn[T] {
	return templateColumn[T]{role: r, width: width, rule: rule, input: inputLook, value: func(t *Template, of T) cell {
		return written(get(of), func(v V) cell { return as(t, v) })
	}}
}

func textColumn[T any](r role, width float64, get func(T) budget.Field[string]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, s string) cell { return cell{s, wrapLook} }, nil)
}

func yearColumn[T any](r role, width float64, get func(T) budget.Field[int]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, year int) cell { return cell{year, yearLook} },
		func(*Template) rule { return yearRule() })
}

// countColumn holds numbers of persons.
func countColumn[T any](r role, width float64, get func(T) budget.Field[decimal.Decimal]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, n decimal.Decimal) cell { return cell{number(n), numberLook} },
		func(*Template) rule { return wholeBetween(0, 10_000_000) })
}

func shareColumn[T any](r role, width float64, get func(T) budget.Field[decimal.Decimal]) templateColumn[T] {
	c := columnOf(r, width, get, func(_ *Template, of decimal.Decimal) cell { return cell{number(of), percentLook} },
		func(*Template) rule { return numberBetween(0, 1) })
	c.input = inputPercent
	return c
}

// amountColumn holds amounts in the template's unit.
func amountColumn[T any](r role, width float64, get func(T) budget.Amount) templateColumn[T] {
	return templateColumn[T]{role: r, width: width, input: inputMoney,
		value: func(t *Template, of T) cell { return t.amount(get(of)) },
		rule:  func(*Template) rule { return numberBetween(-1e12, 1e12) }}
}

// wordColumn holds fixed words of a kind.
func wordColumn[T any, W budget.Term](
	r role, width float64, kind string, get func(T) budget.Field[W],
) templateColumn[T] {
	return columnOf(r, width, get, func(t *Template, of W) cell { return cell{t.word(kind, of.String()), textLook} },
		func(t *Template) rule { return oneOf(proposals(kind, t.Language)...) })
}

func answerColumn[T any](r role, width float64, get func(T) budget.Field[bool]) templateColumn[T] {
	return columnOf(r, width, get, func(t *Template, yes bool) cell { return cell{t.answer(yes), textLook} },
		func(t *Template) rule { return oneOf(proposals("answer", t.Language)...) })
}

// proposals are the words of a kind that the program itself writes.
func proposals(kind string, l budget.Language) []string {
	var words []string
	for _, meaning := range wordTables()[kind].order {
		words = append(words, wordTables()[kind].proposal(meaning, l))
	}
	return words
}

var projectColumns = []templateColumn[*budget.Project]{
	textColumn(roleName, 30, func(p *budget.Project) budget.Field[string] { return p.Name }),
	textColumn(roleDepartment, 26, func(p *budget.Project) budget.Field[string] { return p.Department }),
	textColumn(roleContact, 20, func(p *budget.Project) budget.Field[string] { return p.Contact }),
	yearColumn(roleStart, 9, func(p *budget.Project) budget.Field[int] { return p.Start }),
	yearColumn(roleExpiry, 9, func(p *budget.Project) budget.Field[int] { return p.Expiry }),
	answerColumn(roleExtended, 11, func(p *budget.Project) budget.Field[bool] { return p.ExtendedBefore }),
	amountColumn(roleInvestment, 14, func(p *budget.Project) budget.Amount { return p.Investment }),
	textColumn(roleInvestor, 18, func(p *budget.Project) budget.Field[string] { return p.Investor }),
	countColumn(roleTarget, 11, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.TargetGroup }),
	countColumn(roleParticipants, 11, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Participants }),
	wordColumn(roleSocial, 16, "social", func(p *budget.Project) budget.Field[budget.SocialEffect] { return p.Social }),
	wordColumn(roleEconomic, 18, "economic",
		func(p *budget.Project) budget.Field[budget.EconomicEffect] { return p.Economic }),
	textColumn(roleDocumentation, 28, func(p *budget.Project) budget.Field[string] { return p.Documentation }),
	textColumn(roleDocumented, 16, func(p *budget.Project) budget.Field[string] { return p.Documented }),
	wordColumn(roleWish, 14, "wish", func(p *budget.Project) budget.Field[budget.Wish] { return p.Wish }),
	countColumn(roleCapacity, 12, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Capacity }),
	textColumn(roleRemark, 30, func(p *budget.Project) budget.Field[string] { return p.Remark }),
}

// templateLine is a line with the name of the project it stands with; the name is empty
// when the line names its project itself.
type templateLine struct {
	*budget.Line
	owner string
}

func (l templateLine) project() budget.Field[string] {
	if l.owner != "" {
		return budget.Field[string]{State: budget.Given, Value: l.owner}
	}
	return l.Project
}

// item is what the line is. The words of a heading are many projects', and get the
// project's name behind them.
func (l templateLine) item() budget.Field[string] {
	item := l.Item
	if l.owner != "" && item.Origin == l.Kind.Origin && item.Known() {
		item.Value += " – " + l.owner
	}
	return item
}

// lineColumns are the columns of the sheet of lines, a column of amounts for each year.
func (t *Template) lineColumns() []templateColumn[templateLine] {
	name := textColumn(roleName, 30, templateLine.project)
	name.rule = (*Template).oneProject
	columns := []templateColumn[templateLine]{
		name,
		wordColumn(roleKind, 22, "kind", func(l templateLine) budget.Field[budget.Kind] { return l.Kind }),
		textColumn(roleItem, 32, templateLine.item),
		textColumn(roleArea, 28, func(l templateLine) budget.Field[string] { return l.Area }),
		wordColumn(rolePayer, 14, "payer", func(l templateLine) budget.Field[budget.Payer] { return l.Payer }),
		shareColumn(roleShare, 10, func(l templateLine) budget.Field[decimal.Decimal] { return l.Share }),
		wordColumn(roleReimbursement, 11, "reimbursement",
			func(l templateLine) budget.Field[budget.Reimbursement] { return l.Reimbursement }),
		answerColumn(roleBudgeted, 12, func(l templateLine) budget.Field[bool] { return l.Budgeted }),
		wordColumn(roleFrame, 15, "frame", func(l templateLine) budget.Field[budget.Frame] { return l.Frame }),
		yearColumn(roleCommitted, 11, func(l templateLine) budget.Field[int] { return l.CommittedUntil }),
	}
	for i, year := range t.Years {
		c := amountColumn(roleAnnual, 14, func(l templateLine) budget.Amount { return l.Once(t.Years, i) })
		c.year = year
		columns = append(columns, c)
	}
	if len(t.Years) == 0 {
		columns = append(columns, amountColumn(roleAnnual, 14, func(l templateLine) budget.Amount { return l.Annual }))
	}
	return append(columns, textColumn(roleRemark, 30, func(l templateLine) budget.Field[string] { return l.Remark }))
}

// oneProject is the list of the projects' names on their sheet.
func (t *Template) oneProject() rule {
	return oneFrom(t.text("template.projects"), templateFirst, templateLast)
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
	templateSheet(t, p, "template.projects", projectColumns, t.projects(), t.exampleProject())
	templateSheet(t, p, "template.lines", t.lineColumns(), t.lines(), t.exampleLine())
	return p.pack()
}

// templateSheet writes a sheet: empty, with an example row, or with what a workbook says.
func templateSheet[T any](
	t *Template, p *pages, key budget.Key, columns []templateColumn[T], rows []T, example map[role]any,
) {
	g := beginTemplate(t, p, key, columns)
	if t.Submission == nil {
		writeExample(g, columns, example)
		writeEmpty(g, columns)
	}
	for _, row := range rows {
		cells := make([]cell, len(columns))
		for i, c := range columns {
			cells[i] = c.value(t, row)
		}
		g.table(cells...)
	}
	g.close()
}

func (t *Template) unit() Unit {
	if t.Unit == nil {
		return 0
	}
	return *t.Unit
}

// beginTemplate starts a sheet: the title, how to fill it in, the unit, the headings.
func beginTemplate[T any](t *Template, p *pages, key budget.Key, columns []templateColumn[T]) *page {
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	g := p.newPage(t.Language, t.text(key), layout{
		widths: widths,
		frozen: sheetml.Ref{Row: templateFirst, Col: 2},
		head:   templateHead,
		open:   t.Submission == nil,
	})
	g.write(30, cell{t.title(), titleLook})
	if t.Submission == nil {
		g.write(0, cell{t.text(key + ".help"), quietLook})
	} else {
		g.skip(1)
	}
	g.write(0, cell{t.caption(), subtitleLook})
	g.skip(1)
	var heads []cell
	for _, c := range columns {
		heads = append(heads, cell{c.heading(t.Language), headLook})
	}
	g.table(heads...)
	templateRules(t, g, columns)
	return g
}

// heading is the year of a year's amounts, else the role's name.
func (c templateColumn[T]) heading(l budget.Language) any {
	if c.year != 0 {
		return c.year
	}
	return headingName(c.role, l)
}

func (t *Template) title() string {
	if len(t.Years) == 0 {
		return t.text("template.title-annual")
	}
	return say(t.Language, "template.title", nil, arg("year", budget.Year(t.Years[0])))
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

// templateRules gives the columns their drop-down lists, rules and help.
func templateRules[T any](t *Template, g *page, columns []templateColumn[T]) {
	for i, c := range columns {
		rules := []rule{helped(headingName(c.role, t.Language), t.text("template.help."+budget.Key(c.role)))}
		if c.rule != nil {
			rules = append(rules, c.rule(t))
		}
		g.validate(inColumn(i+1, templateFirst, templateLast), rules...)
	}
}

// writeEmpty writes empty rows to be filled in, and locks all other cells.
func writeEmpty[T any](g *page, columns []templateColumn[T]) {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{"", c.input}
	}
	for range templateEmpty {
		g.write(0, cells...)
	}
	if g.err == nil {
		g.fail(g.file.ProtectSheet(g.name, &excelize.SheetProtectionOptions{
			SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
			InsertRows: true, DeleteRows: true, Sort: true, AutoFilter: true}))
	}
}

// writeExample writes the example row and marks it.
func writeExample[T any](g *page, columns []templateColumn[T], values map[role]any) {
	cells := make([]cell, len(columns))
	for i, c := range columns {
		cells[i] = cell{values[c.role], exampleLook}
	}
	row := g.write(0, cells...)
	if g.err == nil {
		name := fmt.Sprintf("%s%d", exampleMark, len(g.file.GetSheetList()))
		place := fmt.Sprintf("%s!$A$%d", quoteSheet(g.name), row)
		g.fail(g.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: place}))
	}
}

// exampleProject are the values of the example row of the sheet of projects.
func (t *Template) exampleProject() map[role]any {
	values := map[role]any{
		roleName:          exampleName(t.Language),
		roleDepartment:    t.text("template.example.department"),
		roleExtended:      t.answer(false),
		roleTarget:        200,
		roleParticipants:  60,
		roleSocial:        t.word("social", "positive"),
		roleEconomic:      t.word("economic", "documented"),
		roleDocumentation: t.text("template.example.documentation"),
		roleWish:          t.word("wish", "permanent"),
	}
	if len(t.Years) > 0 {
		values[roleExpiry] = t.Years[0] - 1
	}
	return values
}

// exampleLine are those of the sheet of lines; the amount is every year's.
func (t *Template) exampleLine() map[role]any {
	return map[role]any{
		roleName:          exampleName(t.Language),
		roleKind:          t.word("kind", "saving"),
		roleItem:          t.text("template.example.item"),
		roleArea:          t.text("template.example.area"),
		rolePayer:         t.word("payer", "municipality"),
		roleReimbursement: t.word("reimbursement", "net"),
		roleBudgeted:      t.answer(false),
		roleFrame:         t.word("frame", "transfers"),
		roleAnnual:        500,
	}
}

func (t *Template) word(kind, value string) string {
	return wordTables()[kind].proposal(kind+"."+value, t.Language)
}

func (t *Template) answer(yes bool) string {
	return t.word("answer", map[bool]string{true: "yes", false: "no"}[yes])
}

// projects are the rows of the sheet of projects; none of an empty template.
func (t *Template) projects() []*budget.Project {
	if t.Submission == nil {
		return nil
	}
	var rows []*budget.Project
	for i := range t.Submission.Projects {
		rows = append(rows, &t.Submission.Projects[i])
	}
	return rows
}

// lines are the rows of the sheet of lines.
func (t *Template) lines() []templateLine {
	if t.Submission == nil {
		return nil
	}
	names := map[budget.Origin]string{} // of the projects that have lines without naming them
	for _, p := range t.Submission.Projects {
		names[p.Origin] = p.Name.Text
	}
	var rows []templateLine
	for i := range t.Submission.Lines {
		l := &t.Submission.Lines[i]
		rows = append(rows, templateLine{l, names[l.Owner]})
	}
	return rows
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

// examplesOf are the first cells of the rows of a book that are marked as examples.
func examplesOf(b *Book) map[budget.Origin]bool {
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
