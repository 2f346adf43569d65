package excel

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/sheetml"
)

// rule is what may stand in cells that people fill in, as Excel holds them to it: a
// drop-down list, limits, help.
type rule func(*excelize.DataValidation) error

// validate puts rules on cells. It has to be done before the sheet is closed.
func (g *page) validate(cells sheetml.Range, rules ...rule) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells.String())
	for _, set := range rules {
		g.fail(set(v))
	}
	if g.err == nil {
		g.fail(g.file.AddDataValidation(g.name, v))
	}
}

// inColumn are cells of one column.
func inColumn(col, from, to int) sheetml.Range {
	return sheetml.Range{From: sheetml.Ref{Row: from, Col: col}, To: sheetml.Ref{Row: to, Col: col}}
}

// oneOf is a list of words to choose from.
func oneOf(words ...string) rule {
	return func(v *excelize.DataValidation) error { return v.SetDropList(words) }
}

// oneFrom is a list to choose from that stands in the first column of a sheet: one that
// is too long for the cell, or that people fill in.
func oneFrom(sheet string, first, last int) rule {
	return func(v *excelize.DataValidation) error {
		v.SetSqrefDropList(fmt.Sprintf("%s!%s", quoteSheet(sheet), inColumn(1, first, last).Absolute()))
		return nil
	}
}

// wholeBetween is a whole number between two others.
func wholeBetween(low, high int) rule {
	return func(v *excelize.DataValidation) error {
		return v.SetRange(low, high, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	}
}

// numberBetween is a number between two others.
func numberBetween(low, high float64) rule {
	return func(v *excelize.DataValidation) error {
		return v.SetRange(low, high, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	}
}

// yearRule is a year that people may mean.
func yearRule() rule { return wholeBetween(2000, 2099) }

// helped shows a text beside the cell, and again as a warning for what the other rules
// do not allow; it can be written all the same.
func helped(title, text string) rule {
	return func(v *excelize.DataValidation) error {
		v.SetInput(title, text)
		v.SetError(excelize.DataValidationErrorStyleWarning, title, text)
		return nil
	}
}

// suggested lets what the other rules do not allow stand, with a text that tells of it.
func suggested(title, text string) rule {
	return func(v *excelize.DataValidation) error {
		v.SetError(excelize.DataValidationErrorStyleInformation, title, text)
		return nil
	}
}
