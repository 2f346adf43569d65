package sheets

import (
	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Cell is a cell with a value in this style.
func (l Style) Cell(value any) Cell { return Cell{value, l} }

// Colours: one accent, greys, and a light tint for each group of verdicts. The
// tints differ in lightness as well as hue, and every verdict has a sign and
// words too, so that no meaning hangs on colour.
const (
	accent      = "1F4E79"
	accentLight = "DDE8F2"
	inkGrey     = "595959"
	lineGrey    = "BFBFBF"
	inputTint   = "FFFBE6"
	ErrorTint   = "F6C9BD"
	WarningTint = "FFF0C2"
	costColour  = "A6A6A6"
)

const fontName = "Calibri"

// Style is a cell's appearance on our own sheets.
type Style uint8

const (
	PlainStyle Style = iota
	TitleStyle
	SubtitleStyle
	QuietStyle // small and grey
	HeadStyle  // a table's heading
	TextStyle
	WrapStyle
	MoneyStyle
	PercentStyle
	YearStyle
	NumberStyle
	LinkStyle
	PlainLinkStyle // a link outside tables
	InputStyle     // for people to fill in
	OpenStyle      // where people may write beside it
	InputMoneyStyle
	InputPercentStyle
	ExampleStyle
	FootStyle
	QuietTableStyle // a grey word in a table
	CheckStyle      // a live check, told apart from the exact values
	CheckTextStyle
	CheckYearStyle
	CheckPercentStyle
	firstVerdictStyle
)

// VerdictStyle is the look of a verdict.
func VerdictStyle(v budget.Verdict) Style { return firstVerdictStyle + Style(v) }

// SeverityStyle is the look of a severity.
func SeverityStyle(s budget.Severity) Style { return firstVerdictStyle + 20 + Style(s) }

// verdictSigns stand in front of a verdict's words. They come from the number
// format, so that the cell holds the words alone.
var verdictSigns = map[budget.Verdict]string{
	budget.NotDue: "○", budget.Expired: "!", budget.NotSought: "–",
	budget.Unassessable: "?", budget.CriteriaNotMet: "✗",
	budget.Extend: "↻", budget.ContinueScaled: "↗", budget.Continue: "✓", budget.Negotiate: "⇄",
}

var verdictTints = map[budget.Verdict]string{
	budget.NotDue: "EDEDED", budget.Expired: "EDEDED", budget.NotSought: "EDEDED",
	budget.Unassessable: "F6C9BD", budget.CriteriaNotMet: "F6C9BD",
	budget.Extend: "E3EDF7", budget.ContinueScaled: "BDD7EE", budget.Continue: "BDD7EE", budget.Negotiate: "FFE3A3",
}

var severitySigns = map[budget.Severity]string{
	budget.SeverityError: "✗", budget.SeverityWarning: "!", budget.SeverityInfo: "i",
}

var severityTints = map[budget.Severity]string{
	budget.SeverityError: ErrorTint, budget.SeverityWarning: WarningTint, budget.SeverityInfo: "EDEDED",
}

// moneyFormat shows kroner with øre, and more decimals only where there are some.
// The end keeps the figures off the next column's text.
const moneyFormat = "#,##0.00##_-"

// signFormat is a number format that puts a sign in front of a text.
func signFormat(sign string) string { return `General;General;General;"` + sign + `  "@` }

// Definition is the definition of a look.
func (l Style) Definition() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 11, Color: "000000"},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	switch l {
	case QuietStyle, FootStyle:
		s.Font.Size, s.Font.Color = 10, inkGrey
		s.Font.Italic = l == FootStyle
	case TitleStyle:
		s.Font.Size, s.Font.Bold, s.Font.Color = 18, true, accent
		s.Alignment.Vertical = "center"
	case SubtitleStyle:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, accent
	case HeadStyle:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = solid(accent)
		s.Alignment = &excelize.Alignment{Vertical: "center", WrapText: true}
		s.Border = edges(accent)
	case PlainLinkStyle:
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	case OpenStyle:
		s.Protection = &excelize.Protection{Locked: false}
	case PlainStyle:
	default:
		l.tableDefinition(s)
	}
	return s
}

// tableDefinition is the style of a cell in a table.
func (l Style) tableDefinition(s *excelize.Style) {
	s.Border = edges(lineGrey)
	switch l {
	case TextStyle, LinkStyle, CheckTextStyle:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	case WrapStyle:
		s.Alignment.WrapText, s.Alignment.Horizontal, s.Alignment.Indent = true, "left", 1
	case MoneyStyle, InputMoneyStyle, CheckStyle:
		s.CustomNumFmt = new(moneyFormat)
	case PercentStyle, InputPercentStyle, CheckPercentStyle:
		s.CustomNumFmt = new("0.00%_-")
	case YearStyle, CheckYearStyle:
		s.CustomNumFmt = new("0")
		s.Alignment.Horizontal = "center"
	case NumberStyle:
		s.CustomNumFmt = new("#,##0_-")
	}
	if l == LinkStyle {
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	}
	switch l {
	case ExampleStyle:
		s.Font.Italic, s.Font.Color = true, inkGrey
		s.Alignment.WrapText = true
	case InputStyle, InputMoneyStyle, InputPercentStyle:
		s.Fill = solid(inputTint)
		s.Alignment.WrapText = true
		s.Protection = &excelize.Protection{Locked: false}
	case QuietTableStyle:
		s.Font.Color = inkGrey
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	case CheckStyle, CheckTextStyle, CheckYearStyle, CheckPercentStyle:
		s.Font.Italic, s.Font.Color = true, inkGrey
	}
	for v, tint := range verdictTints {
		if l == VerdictStyle(v) {
			s.Fill, s.Font.Bold = solid(tint), true
			s.CustomNumFmt = new(signFormat(verdictSigns[v]))
			s.Alignment.WrapText = true
		}
	}
	for severity, tint := range severityTints {
		if l == SeverityStyle(severity) {
			s.Fill = solid(tint)
			s.CustomNumFmt = new(signFormat(severitySigns[severity]))
		}
	}
}

// BesideTheirs is a look as it stands among the department's own cells: no alignment,
// since a row must not grow with wrapped text, and letters of one size.
func (l Style) BesideTheirs() sheetml.CellStyle {
	s := l.Definition()
	theirs := sheetml.CellStyle{Font: fontName, Bold: s.Font.Bold, Colour: s.Font.Color}
	if len(s.Fill.Color) > 0 {
		theirs.Fill = s.Fill.Color[0]
	}
	if len(s.Border) > 0 {
		theirs.Edges = s.Border[0].Color
	}
	if s.CustomNumFmt != nil {
		theirs.Number = *s.CustomNumFmt
	}
	return theirs
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func edges(colour string) []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return all
}
