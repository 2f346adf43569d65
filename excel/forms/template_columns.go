package forms

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheets"
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

// heading is the year of a year's amounts, else the role's name.
func (c templateColumn[T]) heading(l budget.Language) any {
	if c.year != 0 {
		return c.year
	}
	return notation.HeadingName(c.role, l)
}

// projectColumns are the columns of the sheet of projects.
var projectColumns = []templateColumn[*budget.Project]{
	textColumn(notation.RoleName, 30, func(p *budget.Project) budget.Field[string] { return p.Name }),
	textColumn(notation.RoleDepartment, 26, func(p *budget.Project) budget.Field[string] { return p.Department }),
	textColumn(notation.RoleContact, 20, func(p *budget.Project) budget.Field[string] { return p.Contact }),
	yearColumn(notation.RoleStart, 9, func(p *budget.Project) budget.Field[int] { return p.Start }),
	yearColumn(notation.RoleExpiry, 9, func(p *budget.Project) budget.Field[int] { return p.Expiry }),
	answerColumn(notation.RoleExtended, 11, func(p *budget.Project) budget.Field[bool] { return p.ExtendedBefore }),
	amountColumn(notation.RoleInvestment, 14, func(p *budget.Project) budget.Amount { return p.Investment }),
	textColumn(notation.RoleInvestor, 18, func(p *budget.Project) budget.Field[string] { return p.Investor }),
	countColumn(notation.RoleTarget, 11,
		func(p *budget.Project) budget.Field[decimal.Decimal] { return p.TargetGroup }),
	countColumn(notation.RoleParticipants, 11,
		func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Participants }),
	wordColumn(notation.RoleSocial, 16, "social",
		func(p *budget.Project) budget.Field[budget.SocialEffect] { return p.Social }),
	wordColumn(notation.RoleEconomic, 18, "economic",
		func(p *budget.Project) budget.Field[budget.EconomicEffect] { return p.Economic }),
	textColumn(notation.RoleDocumentation, 28, func(p *budget.Project) budget.Field[string] { return p.Documentation }),
	textColumn(notation.RoleDocumented, 16, func(p *budget.Project) budget.Field[string] { return p.Documented }),
	wordColumn(notation.RoleWish, 14, "wish", func(p *budget.Project) budget.Field[budget.Wish] { return p.Wish }),
	countColumn(notation.RoleCapacity, 12, func(p *budget.Project) budget.Field[decimal.Decimal] { return p.Capacity }),
	textColumn(notation.RoleRemark, 30, func(p *budget.Project) budget.Field[string] { return p.Remark }),
}

// lineColumns are the columns of the sheet of lines, a column of amounts for each year.
func (t *Template) lineColumns() []templateColumn[templateLine] {
	name := textColumn(notation.RoleName, 30, templateLine.project)
	name.rule = (*Template).oneProject
	columns := []templateColumn[templateLine]{
		name,
		wordColumn(notation.RoleKind, 22, "kind", func(l templateLine) budget.Field[budget.Kind] { return l.Kind }),
		textColumn(notation.RoleItem, 32, func(l templateLine) budget.Field[string] { return t.itemOf(l) }),
		textColumn(notation.RoleArea, 28, func(l templateLine) budget.Field[string] { return l.Area }),
		wordColumn(notation.RolePayer, 14, "payer", func(l templateLine) budget.Field[budget.Payer] { return l.Payer }),
		shareColumn(notation.RoleShare, 10,
			func(l templateLine) budget.Field[decimal.Decimal] { return l.Share }),
		wordColumn(notation.RoleReimbursement, 11, "reimbursement",
			func(l templateLine) budget.Field[budget.Reimbursement] { return l.Reimbursement }),
		answerColumn(notation.RoleBudgeted, 12, func(l templateLine) budget.Field[bool] { return l.Budgeted }),
		wordColumn(notation.RoleFrame, 15, "frame", func(l templateLine) budget.Field[budget.Frame] { return l.Frame }),
		committedColumn(),
	}
	for i, year := range t.Years {
		c := amountColumn(notation.RoleAnnual, 14, func(l templateLine) budget.Amount { return l.Once(t.Years, i) })
		c.year = year
		columns = append(columns, c)
	}
	if len(t.Years) == 0 {
		annual := func(l templateLine) budget.Amount { return l.Annual }
		columns = append(columns, amountColumn(notation.RoleAnnual, 14, annual))
	}
	remark := func(l templateLine) budget.Field[string] { return l.Remark }
	return append(columns, textColumn(notation.RoleRemark, 30, remark))
}

// oneProject is the list of the projects' names on their sheet.
func (t *Template) oneProject() sheets.Rule {
	return sheets.OneFrom(t.Text("template.projects"), templateFirst, templateLast)
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
// project's name behind them; who gives a funding has no column of its own, and stands here.
func (l templateLine) item() budget.Field[string] {
	item := l.Item
	item.Value = notation.WithoutNameUnits(item.Value) // the template states its own
	if l.owner != "" && item.Origin == l.Kind.Origin && item.Known() {
		item.Value += " – " + l.owner
	}
	if giver := l.Giver.Text; l.Giver.Known() && giver != "" && giver != item.Text {
		item = withWords(item, giver)
	}
	return item
}

// itemOf is what a line is, with what else decides whether it counts and has no column: that a giver
// whose name does not say so is none of the municipality's, that a cost is only avoided.
func (t *Template) itemOf(l templateLine) budget.Field[string] {
	item := l.item()
	if l.Giver.Known() && l.Giver.Value == budget.External {
		if _, certainty := notation.ReadGiver(item.Value); certainty != notation.Certain {
			item = withWords(item, t.Text("template.external"))
		}
	}
	if l.Kind.Value == budget.Saving && l.Avoided.Known() && l.Avoided.Value {
		item = withWords(item, t.Text("template.avoided"))
	}
	return item
}

// withWords is a text with more behind it.
func withWords(item budget.Field[string], words string) budget.Field[string] {
	item.State, item.Value = budget.Given, strings.TrimPrefix(item.Value+", "+words, ", ")
	return item
}

// columnOf is a column of a field; as makes a value of it a cell.
func columnOf[T, V any](
	r notation.Role, width float64, get func(T) budget.Field[V],
	as func(*Template, V) sheets.Cell, rule func(*Template) sheets.Rule,
) templateColumn[T] {
	value := func(t *Template, of T) sheets.Cell {
		return written(get(of), func(v V) sheets.Cell { return as(t, v) })
	}
	return templateColumn[T]{role: r, width: width, value: value, rule: rule, input: sheets.InputStyle}
}

// textColumn holds texts, as they stand.
func textColumn[T any](r notation.Role, width float64, get func(T) budget.Field[string]) templateColumn[T] {
	as := func(_ *Template, s string) sheets.Cell { return sheets.WrapStyle.Cell(s) }
	return columnOf(r, width, get, as, nil)
}

// yearColumn holds years.
func yearColumn[T any](r notation.Role, width float64, get func(T) budget.Field[int]) templateColumn[T] {
	as := func(_ *Template, year int) sheets.Cell { return sheets.YearStyle.Cell(year) }
	return columnOf(r, width, get, as, func(*Template) sheets.Rule { return sheets.YearRule() })
}

// committedColumn holds the years that fundings are committed until, or a word for no end.
func committedColumn() templateColumn[templateLine] {
	c := yearColumn(notation.RoleCommitted, 11, func(l templateLine) budget.Field[int] { return l.CommittedUntil })
	years := c.value
	c.value = func(t *Template, l templateLine) sheets.Cell {
		if l.Forever.Known() && l.Forever.Value {
			return sheets.WrapStyle.Cell(t.Text("template.forever"))
		}
		return years(t, l)
	}
	c.rule = nil // it takes a word besides years
	return c
}

// countColumn holds numbers of persons.
func countColumn[T any](
	r notation.Role, width float64, get func(T) budget.Field[decimal.Decimal],
) templateColumn[T] {
	const most = 10_000_000 // more is a slip of the hand: there are not that many people
	as := func(_ *Template, n decimal.Decimal) sheets.Cell { return sheets.NumberStyle.Cell(sheets.Number(n)) }
	return columnOf(r, width, get, as, func(*Template) sheets.Rule { return sheets.WholeBetween(0, most) })
}

// shareColumn holds shares of an amount, shown as percentages.
func shareColumn[T any](
	r notation.Role, width float64, get func(T) budget.Field[decimal.Decimal],
) templateColumn[T] {
	as := func(_ *Template, of decimal.Decimal) sheets.Cell { return sheets.PercentStyle.Cell(sheets.Number(of)) }
	c := columnOf(r, width, get, as, func(*Template) sheets.Rule { return sheets.NumberBetween(0, 1) })
	c.input = sheets.InputPercentStyle
	return c
}

// amountColumn holds amounts in the template's unit.
func amountColumn[T any](r notation.Role, width float64, get func(T) budget.Amount) templateColumn[T] {
	const most = 1e12 // either way; more is a slip of the hand
	return templateColumn[T]{
		role: r, width: width, input: sheets.InputMoneyStyle,
		value: func(t *Template, of T) sheets.Cell { return t.amount(get(of)) },
		rule:  func(*Template) sheets.Rule { return sheets.NumberBetween(-most, most) },
	}
}

// wordColumn holds fixed words of a kind.
func wordColumn[T any, W budget.Term](
	r notation.Role, width float64, kind string, get func(T) budget.Field[W],
) templateColumn[T] {
	as := func(t *Template, of W) sheets.Cell { return sheets.TextStyle.Cell(t.word(kind, of.String())) }
	rule := func(t *Template) sheets.Rule { return sheets.OneOf(proposals(kind, t.Language)...) }
	return columnOf(r, width, get, as, rule)
}

// answerColumn holds yes or no.
func answerColumn[T any](r notation.Role, width float64, get func(T) budget.Field[bool]) templateColumn[T] {
	as := func(t *Template, yes bool) sheets.Cell { return sheets.TextStyle.Cell(t.answer(yes)) }
	rule := func(t *Template) sheets.Rule { return sheets.OneOf(proposals("answer", t.Language)...) }
	return columnOf(r, width, get, as, rule)
}

// proposals are the words of a kind that the program itself writes.
func proposals(kind string, l budget.Language) []string {
	var words []string
	for _, meaning := range notation.WordTables()[kind].Order {
		words = append(words, notation.WordTables()[kind].Proposal(meaning, l))
	}
	return words
}

// word is the word that a value of a kind is written with.
func (t *Template) word(kind, value string) string {
	return notation.WordTables()[kind].Proposal(kind+"."+value, t.Language)
}

// answer is yes or no.
func (t *Template) answer(yes bool) string {
	return t.word("answer", map[bool]string{true: "yes", false: "no"}[yes])
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
