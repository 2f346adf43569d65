package forms

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/layout"
	"videre/excel/reading"
)

// Template is a workbook in the template's layout, a sheet of projects and one of
// lines: empty, to be filled in by a department, or with what a workbook says.
type Template struct {
	sheets.Options
	Years      []int          // of the amount columns, the budget year first; empty: one column for every year
	Unit       *notation.Unit // amounts are written and read in; nil: kr.
	PriceLevel int            // of all amounts that state none of their own
	Submission *budget.Submission
}

// The rows of the template's sheets.
const (
	templateHead  = 5
	templateFirst = templateHead + 1
	templateLast  = templateFirst + 499 // the last row that drop-down lists and help are given for
	templateEmpty = 40                  // rows that are drawn for the department to fill in
)

// templateColumn is a column of a sheet of the template; each row tells of a T.
type templateColumn[T any] struct {
	role  notation.Role
	width float64
	value func(*Template, T) sheets.Cell
	rule  func(*Template) sheets.Rule // what may be filled in; nil for any text
	input sheets.Style                // of a cell to be filled in
	year  int                         // that its amounts are of, and its heading; 0 for the role's name
}

// columnOf is a column of a field; as makes a value of it a cell.
func columnOf[T, V any](
	r notation.Role, width float64, get func(T) budget.Field[V], as func(*Template, V) sheets.Cell, rule func(*Template) sheets.Rule,
) templateColumn[T] {
	return templateColumn[T]{role: r, width: width, rule: rule, input: sheets.InputStyle, value: func(t *Template, of T) sheets.Cell {
		return written(get(of), func(v V) sheets.Cell { return as(t, v) })
	}}
}

func textColumn[T any](r notation.Role, width float64, get func(T) budget.Field[string]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, s string) sheets.Cell { return sheets.WrapStyle.Cell(s) }, nil)
}

func yearColumn[T any](r notation.Role, width float64, get func(T) budget.Field[int]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, year int) sheets.Cell { return sheets.YearStyle.Cell(year) },
		func(*Template) sheets.Rule { return sheets.YearRule() })
}

// countColumn holds numbers of persons.
func countColumn[T any](r notation.Role, width float64, get func(T) budget.Field[decimal.Decimal]) templateColumn[T] {
	return columnOf(r, width, get, func(_ *Template, n decimal.Decimal) sheets.Cell { return sheets.NumberStyle.Cell(sheets.Number(n)) },
		func(*Template) sheets.Rule { return sheets.WholeBetween(0, 10_000_000) })
}

func shareColumn[T any](r notation.Role, width float64, get func(T) budget.Field[decimal.Decimal]) templateColumn[T] {
	c := columnOf(r, width, get, func(_ *Template, of decimal.Decimal) sheets.Cell { return sheets.PercentStyle.Cell(sheets.Number(of)) },
		func(*Template) sheets.Rule { return sheets.NumberBetween(0, 1) })
	c.input = sheets.InputPercentStyle
	return c
}

// amountColumn holds amounts in the template's unit.
func amountColumn[T any](r notation.Role, width float64, get func(T) budget.Amount) templateColumn[T] {
	return templateColumn[T]{role: r, width: width, input: sheets.InputMoneyStyle,
		value: func(t *Template, of T) sheets.Cell { return t.amount(get(of)) },
		rule:  func(*Template) sheets.Rule { return sheets.NumberBetween(-1e12, 1e12) }}
}

// wordColumn holds fixed words of a kind.
func wordColumn[T any, W budget.Term](
	r notation.Role, width float64, kind string, get func(T) budget.Field[W],
) templateColumn[T] {
	return columnOf(r, width, get, func(t *Template, of W) sheets.Cell { return sheets.TextStyle.Cell(t.word(kind, of.String())) },
		func(t *Template) sheets.Rule { return sheets.OneOf(proposals(kind, t.Language)...) })
}

func answerColumn[T any](r notation.Role, width float64, get func(T) budget.Field[bool]) templateColumn[T] {
	return columnOf(r, width, get, func(t *Template, yes bool) sheets.Cell { return sheets.TextStyle.Cell(t.answer(yes)) },
		func(t *Template) sheets.Rule { return sheets.OneOf(proposals("answer", t.Language)...) })
}

// proposals are the words of a kind that the program itself writes.
func proposals(kind string, l budget.Language) []string {
	var words []string
	for _, meaning := range notation.WordTables()[kind].Order {
		words = append(words, notation.WordTables()[kind].Proposal(meaning, l))
	}
	return words
}

var projectColumns = []templateColumn[*budget.Project]{
	textColumn(notation.RoleName, 30, func(p *budget.Project) budget.Field[string] { return p.Name }),
	textColumn(notation.RoleDepartment, 26, func(p *budget.Project) budget.Field[string] { return p.Department }),
	textColumn(notation.RoleContact, 20, func(p *budget.Project) budget.Field[string] { return p.Contact }),
	yearColumn(notation.RoleStart, 9, func(p *budget.Project) budget.Field[int] { return p.Start }),
	yearColumn(notation.RoleExpiry, 9, func(p *budget.Project) budget.Field[int] { return p.Expiry }),
	answerColumn(notation.RoleExtended, 11, func(p *budget.Project) budget.Field[bool] { return p.ExtendedBefore }),
	amountColumn(notation.RoleInvestment, 14, func(p *budget.Project) budget.Amount { return p.Investment }),
	textColumn(notation.RoleInvestor, 18, func(p *budget.Project) budget.Field[string] { return p.Investor }),
	countColumn(notation.RoleTarget, 11, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.TargetGroup }),
	countColumn(notation.RoleParticipants, 11, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Participants }),
	wordColumn(notation.RoleSocial, 16, "social", func(p *budget.Project) budget.Field[budget.SocialEffect] { return p.Social }),
	wordColumn(notation.RoleEconomic, 18, "economic",
		func(p *budget.Project) budget.Field[budget.EconomicEffect] { return p.Economic }),
	textColumn(notation.RoleDocumentation, 28, func(p *budget.Project) budget.Field[string] { return p.Documentation }),
	textColumn(notation.RoleDocumented, 16, func(p *budget.Project) budget.Field[string] { return p.Documented }),
	wordColumn(notation.RoleWish, 14, "wish", func(p *budget.Project) budget.Field[budget.Wish] { return p.Wish }),
	countColumn(notation.RoleCapacity, 12, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Capacity }),
	textColumn(notation.RoleRemark, 30, func(p *budget.Project) budget.Field[string] { return p.Remark }),
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
	name := textColumn(notation.RoleName, 30, templateLine.project)
	name.rule = (*Template).oneProject
	columns := []templateColumn[templateLine]{
		name,
		wordColumn(notation.RoleKind, 22, "kind", func(l templateLine) budget.Field[budget.Kind] { return l.Kind }),
		textColumn(notation.RoleItem, 32, templateLine.item),
		textColumn(notation.RoleArea, 28, func(l templateLine) budget.Field[string] { return l.Area }),
		wordColumn(notation.RolePayer, 14, "payer", func(l templateLine) budget.Field[budget.Payer] { return l.Payer }),
		shareColumn(notation.RoleShare, 10, func(l templateLine) budget.Field[decimal.Decimal] { return l.Share }),
		wordColumn(notation.RoleReimbursement, 11, "reimbursement",
			func(l templateLine) budget.Field[budget.Reimbursement] { return l.Reimbursement }),
		answerColumn(notation.RoleBudgeted, 12, func(l templateLine) budget.Field[bool] { return l.Budgeted }),
		wordColumn(notation.RoleFrame, 15, "frame", func(l templateLine) budget.Field[budget.Frame] { return l.Frame }),
		yearColumn(notation.RoleCommitted, 11, func(l templateLine) budget.Field[int] { return l.CommittedUntil }),
	}
	for i, year := range t.Years {
		c := amountColumn(notation.RoleAnnual, 14, func(l templateLine) budget.Amount { return l.Once(t.Years, i) })
		c.year = year
		columns = append(columns, c)
	}
	if len(t.Years) == 0 {
		columns = append(columns, amountColumn(notation.RoleAnnual, 14, func(l templateLine) budget.Amount { return l.Annual }))
	}
	return append(columns, textColumn(notation.RoleRemark, 30, func(l templateLine) budget.Field[string] { return l.Remark }))
}

// oneProject is the list of the projects' names on their sheet.
func (t *Template) oneProject() sheets.Rule {
	return sheets.OneFrom(t.Text("template.projects"), templateFirst, templateLast)
}

// ParseYears reads the years of a template: "2027", which with the three after it is
// four, or "2027-2030".
func ParseYears(text string) ([]int, bool) {
	from, to, several := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	first, ok := notation.TypedYear(strings.TrimSpace(from))
	if !ok {
		return nil, false
	}
	last := first + 3
	if several {
		if last, ok = notation.TypedYear(strings.TrimSpace(to)); !ok || last < first || last > first+9 {
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
	p := sheets.New()
	templateSheet(t, p, "template.projects", projectColumns, t.projects(), t.exampleProject())
	templateSheet(t, p, "template.lines", t.lineColumns(), t.lines(), t.exampleLine())
	return p.Pack()
}

// templateSheet writes a sheet: empty, with an example row, or with what a workbook says.
func templateSheet[T any](
	t *Template, p *sheets.Builder, key budget.Key, columns []templateColumn[T], rows []T, example map[notation.Role]any,
) {
	g := beginTemplate(t, p, key, columns)
	if t.Submission == nil {
		writeExample(g, columns, example)
		writeEmpty(g, columns)
	}
	for _, row := range rows {
		cells := make([]sheets.Cell, len(columns))
		for i, c := range columns {
			cells[i] = c.value(t, row)
		}
		g.Table(cells...)
	}
	g.Close()
}

func (t *Template) unit() notation.Unit {
	if t.Unit == nil {
		return 0
	}
	return *t.Unit
}

// beginTemplate starts a sheet: the title, how to fill it in, the unit, the headings.
func beginTemplate[T any](t *Template, p *sheets.Builder, key budget.Key, columns []templateColumn[T]) *sheets.Sheet {
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	g := p.AddSheet(t.Language, t.Text(key), sheets.Setup{
		Widths: widths,
		Frozen: sheetml.Ref{Row: templateFirst, Col: 2},
		Head:   templateHead,
		Open:   t.Submission == nil,
	})
	g.Write(30, sheets.TitleStyle.Cell(t.title()))
	if t.Submission == nil {
		g.Write(0, sheets.QuietStyle.Cell(t.Text(key+".help")))
	} else {
		g.Skip(1)
	}
	g.Write(0, sheets.SubtitleStyle.Cell(t.caption()))
	g.Skip(1)
	var heads []sheets.Cell
	for _, c := range columns {
		heads = append(heads, sheets.HeadStyle.Cell(c.heading(t.Language)))
	}
	g.Table(heads...)
	templateRules(t, g, columns)
	return g
}

// heading is the year of a year's amounts, else the role's name.
func (c templateColumn[T]) heading(l budget.Language) any {
	if c.year != 0 {
		return c.year
	}
	return notation.HeadingName(c.role, l)
}

func (t *Template) title() string {
	if len(t.Years) == 0 {
		return t.Text("template.title-annual")
	}
	return text.Say(t.Language, "template.title", nil, text.Arg("year", budget.Year(t.Years[0])))
}

// caption states the unit and the price level of all amounts.
func (t *Template) caption() string {
	said := t.unit().String()
	if said == "kr." {
		said = "Kr."
	}
	if t.PriceLevel != 0 {
		said += ", " + strconv.Itoa(t.PriceLevel) + "-p/l"
	}
	return said
}

// templateRules gives the columns their drop-down lists, rules and help.
func templateRules[T any](t *Template, g *sheets.Sheet, columns []templateColumn[T]) {
	for i, c := range columns {
		rules := []sheets.Rule{sheets.Helped(notation.HeadingName(c.role, t.Language), t.Text("template.help."+budget.Key(c.role)))}
		if c.rule != nil {
			rules = append(rules, c.rule(t))
		}
		g.Validate(sheets.InColumn(i+1, templateFirst, templateLast), rules...)
	}
}

// writeEmpty writes empty rows to be filled in, and locks all other cells.
func writeEmpty[T any](g *sheets.Sheet, columns []templateColumn[T]) {
	cells := make([]sheets.Cell, len(columns))
	for i, c := range columns {
		cells[i] = c.input.Cell("")
	}
	for range templateEmpty {
		g.Write(0, cells...)
	}
	g.Protect(sheets.Protection{Sort: true})
}

// writeExample writes the example row and marks it.
func writeExample[T any](g *sheets.Sheet, columns []templateColumn[T], values map[notation.Role]any) {
	cells := make([]sheets.Cell, len(columns))
	for i, c := range columns {
		cells[i] = sheets.ExampleStyle.Cell(values[c.role])
	}
	g.Mark(layout.ExampleMark, g.Write(0, cells...))
}

// exampleProject are the values of the example row of the sheet of projects.
func (t *Template) exampleProject() map[notation.Role]any {
	values := map[notation.Role]any{
		notation.RoleName:          layout.ExampleName(t.Language),
		notation.RoleDepartment:    t.Text("template.example.department"),
		notation.RoleExtended:      t.answer(false),
		notation.RoleTarget:        200,
		notation.RoleParticipants:  60,
		notation.RoleSocial:        t.word("social", "positive"),
		notation.RoleEconomic:      t.word("economic", "documented"),
		notation.RoleDocumentation: t.Text("template.example.documentation"),
		notation.RoleWish:          t.word("wish", "permanent"),
	}
	if len(t.Years) > 0 {
		values[notation.RoleExpiry] = t.Years[0] - 1
	}
	return values
}

// exampleLine are those of the sheet of lines; the amount is every year's.
func (t *Template) exampleLine() map[notation.Role]any {
	return map[notation.Role]any{
		notation.RoleName:          layout.ExampleName(t.Language),
		notation.RoleKind:          t.word("kind", "saving"),
		notation.RoleItem:          t.Text("template.example.item"),
		notation.RoleArea:          t.Text("template.example.area"),
		notation.RolePayer:         t.word("payer", "municipality"),
		notation.RoleReimbursement: t.word("reimbursement", "net"),
		notation.RoleBudgeted:      t.answer(false),
		notation.RoleFrame:         t.word("frame", "transfers"),
		notation.RoleAnnual:        500,
	}
}

func (t *Template) word(kind, value string) string {
	return notation.WordTables()[kind].Proposal(kind+"."+value, t.Language)
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
func written[T any](f budget.Field[T], as func(T) sheets.Cell) sheets.Cell {
	if f.State == budget.Given {
		return as(f.Value)
	}
	if _, isText := any(f.Value).(string); f.State == budget.Blank || isText {
		return sheets.WrapStyle.Cell("")
	}
	return unread(f.Text)
}

// unread is a cell that was not read, as one that will not be read either. A text
// would be, and is left blank.
func unread(text string) sheets.Cell {
	if text == "" {
		return sheets.WrapStyle.Cell("(?)")
	}
	return sheets.WrapStyle.Cell("»" + text + "« (?)")
}

// amount is an amount as a cell, in the template's unit. One at a price level of its
// own, or with more digits than a cell holds, is a text that says all of it.
func (t *Template) amount(a budget.Amount) sheets.Cell {
	switch {
	case a.State == budget.Blank:
		return sheets.MoneyStyle.Cell("")
	case a.State != budget.Given:
		return unread(a.Text)
	}
	level := ""
	if a.PriceLevel != 0 && a.PriceLevel != t.PriceLevel {
		level = " " + strconv.Itoa(a.PriceLevel) + "-p/l"
	}
	if stored, isNumber := sheets.Number(a.Value.Shift(-int32(t.unit()))).(float64); isNumber && level == "" {
		return sheets.MoneyStyle.Cell(stored)
	}
	return sheets.WrapStyle.Cell(t.Language.Money(a.Value) + " kr." + level)
}

// TemplateOf is what a workbook says, to be written in the template's layout.
func TemplateOf(r *reading.Review, o sheets.Options) *Template {
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
