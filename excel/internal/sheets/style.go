package sheets

import (
	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Colours, as RRGGBB: one accent, greys, and a light tint for each group of verdicts. The
// tints differ in lightness as well as hue, and every verdict has a sign and
// words too, so that no meaning hangs on colour.
const (
	accent     = "1F4E79"
	linkBlue   = "0563C1" // as Excel has it
	inkGrey    = "595959"
	lineGrey   = "BFBFBF"
	inputTint  = "FFFBE6"
	costColour = "A6A6A6"
)

// The tints of a cell with an error and of one with a warning, as RRGGBB.
const (
	ErrorTint   = "F6C9BD"
	WarningTint = "FFF0C2"
)

const fontName = "Calibri"

// Style is the cell style of a cell on our own sheets.
type Style uint8

// The cell styles; those of verdicts and of severities come after them.
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
	InputMoneyStyle
	InputPercentStyle
	ExampleStyle
	FootStyle
	QuietTableStyle // a grey word in a table
	CheckStyle      // a check formula, told apart from the exact values
	CheckTextStyle
	CheckYearStyle
	CheckPercentStyle
	openStyle // where people may write beside the cells meant for them
	firstVerdictStyle
	firstSeverityStyle = firstVerdictStyle + 20
)

// VerdictStyle is the cell style of a verdict.
func VerdictStyle(v budget.Verdict) Style { return firstVerdictStyle + Style(v) }

// SeverityStyle is the cell style of a severity.
func SeverityStyle(s budget.Severity) Style { return firstSeverityStyle + Style(s) }

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

// definition is the style as excelize knows it.
func (s Style) definition() *excelize.Style {
	d := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 11, Color: "000000"},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	switch s {
	case QuietStyle, FootStyle:
		d.Font.Size, d.Font.Color = 10, inkGrey
		d.Font.Italic = s == FootStyle
	case TitleStyle:
		d.Font.Size, d.Font.Bold, d.Font.Color = 18, true, accent
		d.Alignment.Vertical = "center"
	case SubtitleStyle:
		d.Font.Size, d.Font.Bold, d.Font.Color = 12, true, accent
	case HeadStyle:
		d.Font.Bold, d.Font.Color = true, "FFFFFF"
		d.Fill = solid(accent)
		d.Alignment = &excelize.Alignment{Vertical: "center", WrapText: true}
		d.Border = edges(accent)
	case PlainLinkStyle:
		d.Font.Color, d.Font.Underline = linkBlue, "single"
	case openStyle:
		d.Protection = &excelize.Protection{Locked: false}
	case PlainStyle:
	default:
		d.Border = edges(lineGrey)
		s.setNumberFormat(d)
		s.setAppearance(d)
		s.setSign(d)
	}
	return d
}

// setNumberFormat shows the figures of a cell in a table.
func (s Style) setNumberFormat(d *excelize.Style) {
	switch s {
	case MoneyStyle, InputMoneyStyle, CheckStyle:
		d.CustomNumFmt = new(moneyFormat)
	case PercentStyle, InputPercentStyle, CheckPercentStyle:
		d.CustomNumFmt = new("0.00%_-")
	case YearStyle, CheckYearStyle:
		d.CustomNumFmt = new("0")
		d.Alignment.Horizontal = "center"
	case NumberStyle:
		d.CustomNumFmt = new("#,##0_-")
	}
}

// setAppearance gives a cell in a table its letters, its place and its ground.
func (s Style) setAppearance(d *excelize.Style) {
	switch s {
	case TextStyle, LinkStyle, CheckTextStyle:
		d.Alignment.Horizontal, d.Alignment.Indent = "left", 1
	case WrapStyle:
		d.Alignment.WrapText, d.Alignment.Horizontal, d.Alignment.Indent = true, "left", 1
	}
	switch s {
	case LinkStyle:
		d.Font.Color, d.Font.Underline = linkBlue, "single"
	case ExampleStyle:
		d.Font.Italic, d.Font.Color = true, inkGrey
		d.Alignment.WrapText = true
	case InputStyle, InputMoneyStyle, InputPercentStyle:
		d.Fill = solid(inputTint)
		d.Alignment.WrapText = true
		d.Protection = &excelize.Protection{Locked: false}
	case QuietTableStyle:
		d.Font.Color = inkGrey
		d.Alignment.Horizontal, d.Alignment.Indent = "right", 1
	case CheckStyle, CheckTextStyle, CheckYearStyle, CheckPercentStyle:
		d.Font.Italic, d.Font.Color = true, inkGrey
	}
}

// setSign gives a verdict or a severity its tint and its sign.
func (s Style) setSign(d *excelize.Style) {
	verdict, severity := budget.Verdict(s-firstVerdictStyle), budget.Severity(s-firstSeverityStyle)
	if tint, is := verdictTints[verdict]; is {
		d.Fill, d.Font.Bold = solid(tint), true
		d.CustomNumFmt = new(signFormat(verdictSigns[verdict]))
		d.Alignment.WrapText = true
	}
	if tint, is := severityTints[severity]; is {
		d.Fill = solid(tint)
		d.CustomNumFmt = new(signFormat(severitySigns[severity]))
	}
}

// BesideTheirs is the cell style as it stands among the department's own cells: no
// alignment, since a row must not grow with wrapped text, and letters of one size.
func (s Style) BesideTheirs() sheetml.CellStyle {
	d := s.definition()
	theirs := sheetml.CellStyle{Font: fontName, Bold: d.Font.Bold, Colour: d.Font.Color}
	if len(d.Fill.Color) > 0 {
		theirs.Fill = d.Fill.Color[0]
	}
	if len(d.Border) > 0 {
		theirs.Edges = d.Border[0].Color
	}
	if d.CustomNumFmt != nil {
		theirs.Number = *d.CustomNumFmt
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
