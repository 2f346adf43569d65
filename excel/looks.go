package excel

import (
	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
)

// Colours: one accent, greys, and a light tint for each group of verdicts. The
// tints differ in lightness as well as hue, and every verdict has a sign and
// words too, so that no meaning hangs on colour.
const (
	accent      = "1F4E79"
	accentLight = "DDE8F2"
	inkGrey     = "595959"
	lineGrey    = "BFBFBF"
	inputTint   = "FFFBE6"
	errorTint   = "F6C9BD"
	warningTint = "FFF0C2"
	costColour  = "A6A6A6"
)

const fontName = "Calibri"

// look is a cell's appearance on our own sheets.
type look uint8

const (
	plainLook look = iota
	titleLook
	subtitleLook
	quietLook // small and grey
	headLook  // a table's heading
	textLook
	wrapLook
	moneyLook
	percentLook
	yearLook
	numberLook
	linkLook
	linkPlain // a link outside tables
	inputLook // for people to fill in
	openLook  // where people may write beside it
	inputMoney
	inputPercent
	exampleLook
	footLook
	quietTable // a grey word in a table
	checkLook  // a live check, told apart from the exact values
	checkTextLook
	checkYearLook
	checkPercentLook
	firstVerdictLook
)

// verdictLook is the look of a verdict.
func verdictLook(v budget.Verdict) look { return firstVerdictLook + look(v) }

// severityLook is the look of a severity.
func severityLook(s budget.Severity) look { return firstVerdictLook + 20 + look(s) }

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
	budget.SeverityError: errorTint, budget.SeverityWarning: warningTint, budget.SeverityInfo: "EDEDED",
}

// moneyFormat shows kroner with øre, and more decimals only where there are some.
// The end keeps the figures off the next column's text.
const moneyFormat = "#,##0.00##_-"

// signFormat is a number format that puts a sign in front of a text.
func signFormat(sign string) string { return `General;General;General;"` + sign + `  "@` }

// style is the definition of a look.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 11, Color: "000000"},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	switch l {
	case quietLook, footLook:
		s.Font.Size, s.Font.Color = 10, inkGrey
		s.Font.Italic = l == footLook
	case titleLook:
		s.Font.Size, s.Font.Bold, s.Font.Color = 18, true, accent
		s.Alignment.Vertical = "center"
	case subtitleLook:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, accent
	case headLook:
		s.Font.Bold, s.Font.Color = true, "FFFFFF"
		s.Fill = solid(accent)
		s.Alignment = &excelize.Alignment{Vertical: "center", WrapText: true}
		s.Border = edges(accent)
	case linkPlain:
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	case openLook:
		s.Protection = &excelize.Protection{Locked: false}
	case plainLook:
	default:
		l.tableStyle(s)
	}
	return s
}

// tableStyle is the style of a cell in a table.
func (l look) tableStyle(s *excelize.Style) {
	s.Border = edges(lineGrey)
	switch l {
	case textLook, linkLook, checkTextLook:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	case wrapLook:
		s.Alignment.WrapText, s.Alignment.Horizontal, s.Alignment.Indent = true, "left", 1
	case moneyLook, inputMoney, checkLook:
		s.CustomNumFmt = pointer(moneyFormat)
	case percentLook, inputPercent, checkPercentLook:
		s.CustomNumFmt = pointer("0.00%_-")
	case yearLook, checkYearLook:
		s.CustomNumFmt = pointer("0")
		s.Alignment.Horizontal = "center"
	case numberLook:
		s.CustomNumFmt = pointer("#,##0_-")
	}
	if l == linkLook {
		s.Font.Color, s.Font.Underline = "0563C1", "single"
	}
	switch l {
	case exampleLook:
		s.Font.Italic, s.Font.Color = true, inkGrey
		s.Alignment.WrapText = true
	case inputLook, inputMoney, inputPercent:
		s.Fill = solid(inputTint)
		s.Alignment.WrapText = true
		s.Protection = &excelize.Protection{Locked: false}
	case quietTable:
		s.Font.Color = inkGrey
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	case checkLook, checkTextLook, checkYearLook, checkPercentLook:
		s.Font.Italic, s.Font.Color = true, inkGrey
	}
	for v, tint := range verdictTints {
		if l == verdictLook(v) {
			s.Fill, s.Font.Bold = solid(tint), true
			s.CustomNumFmt = pointer(signFormat(verdictSigns[v]))
			s.Alignment.WrapText = true
		}
	}
	for severity, tint := range severityTints {
		if l == severityLook(severity) {
			s.Fill = solid(tint)
			s.CustomNumFmt = pointer(signFormat(severitySigns[severity]))
		}
	}
}

// besideTheirs is a look as it stands among the department's own cells: no alignment,
// since a row must not grow with wrapped text, and letters of one size.
func (l look) besideTheirs() sheetml.CellStyle {
	s := l.style()
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

func pointer[T any](v T) *T { return &v }
