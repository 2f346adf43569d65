package sheets

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"videre/excel/internal/sheetml"
)

// Rule is what may stand in cells that people fill in, as Excel holds them to it: a
// drop-down list, limits, help.
type Rule func(*excelize.DataValidation) error

// Validate puts rules on cells. It has to be done before the sheet is closed.
func (s *Sheet) Validate(cells sheetml.Range, rules ...Rule) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells.String())
	for _, set := range rules {
		s.book.fail(set(v))
	}
	if b := s.book; b.err == nil {
		b.fail(b.file.AddDataValidation(s.name, v))
	}
}

// InColumn are cells of one column.
func InColumn(col, from, to int) sheetml.Range {
	return sheetml.Range{From: sheetml.Ref{Row: from, Col: col}, To: sheetml.Ref{Row: to, Col: col}}
}

// OneOf is a list of words to choose from.
func OneOf(words ...string) Rule {
	return func(v *excelize.DataValidation) error { return v.SetDropList(words) }
}

// OneFrom is a list to choose from that stands in the first column of a sheet: one that
// is too long for the cell, or that people fill in.
func OneFrom(sheet string, first, last int) Rule {
	return func(v *excelize.DataValidation) error {
		v.SetSqrefDropList(fmt.Sprintf("%s!%s", sheetml.QuoteSheet(sheet), InColumn(1, first, last).Absolute()))
		return nil
	}
}

// WholeBetween is a whole number between two others.
func WholeBetween(low, high int) Rule {
	return func(v *excelize.DataValidation) error {
		return v.SetRange(low, high, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	}
}

// NumberBetween is a number between two others.
func NumberBetween(low, high float64) Rule {
	return func(v *excelize.DataValidation) error {
		return v.SetRange(low, high, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	}
}

// YearRule is a year that people may mean.
func YearRule() Rule { return WholeBetween(2000, 2099) }

// Helped shows a text beside the cell, and again as a warning for what the other rules
// do not allow; it can be written all the same.
func Helped(title, text string) Rule {
	return func(v *excelize.DataValidation) error {
		v.SetInput(title, text)
		v.SetError(excelize.DataValidationErrorStyleWarning, title, text)
		return nil
	}
}

// Suggested lets what the other rules do not allow stand, with a text that tells of it.
func Suggested(title, text string) Rule {
	return func(v *excelize.DataValidation) error {
		v.SetError(excelize.DataValidationErrorStyleInformation, title, text)
		return nil
	}
}
