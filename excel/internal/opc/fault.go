package opc

import (
	"errors"
	"fmt"

	"videre/excel/internal/xmltok"
)

// Rule is a rule of the file format that a package breaks. Its word is part of the key of a
// sentence for people.
type Rule string

// The rules of packages, and those of workbooks.
const (
	WellFormed            Rule = "well-formed" // XML
	NoDoctype             Rule = "doctype"
	WrongEncoding         Rule = "encoding"
	WrongChecksum         Rule = "checksum"
	UnknownPacking        Rule = "packing"
	DuplicatePart         Rule = "duplicate-part"
	DuplicateType         Rule = "duplicate-type"
	DuplicateRelationship Rule = "duplicate-relationship"
	BadRelationship       Rule = "relationship"
	UnknownElement        Rule = "element"       // one that may not stand there
	SeveralParts          Rule = "several-parts" // for what there may be one of
	UnknownAttribute      Rule = "attribute"
	WrongType             Rule = "type"      // stated for a part
	AlternateContent      Rule = "alternate" // around what is read
	RepeatedElement       Rule = "repeated"
	BadValue              Rule = "value" // of an attribute

	NoSheets       Rule = "no-sheets"
	UnknownSheet   Rule = "sheet-kind"
	NoSheetPart    Rule = "sheet-part"
	SharedSheet    Rule = "sheet-shared" // two sheets are one part
	DuplicateSheet Rule = "sheet-name"

	BadRow          Rule = "row"
	UnorderedRows   Rule = "row-order"
	BadAddress      Rule = "address"
	UnorderedCells  Rule = "cell-order"
	SeveralValues   Rule = "two-values"
	MixedValue      Rule = "mixed-value" // of elements, where text belongs
	BadCellType     Rule = "cell-type"
	BadCellValue    Rule = "cell-value" // that does not fit the type
	MissingString   Rule = "string"
	MissingFormat   Rule = "format"
	BadMerge        Rule = "merge"
	OverlappedMerge Rule = "merge-overlap"
	BadColumns      Rule = "columns"
)

// Rules lists every rule.
func Rules() []Rule {
	return []Rule{WellFormed, NoDoctype, WrongEncoding, WrongChecksum, UnknownPacking, DuplicatePart, DuplicateType,
		DuplicateRelationship, BadRelationship, UnknownElement, SeveralParts, UnknownAttribute, WrongType, AlternateContent,
		RepeatedElement, BadValue, NoSheets, UnknownSheet, NoSheetPart, SharedSheet, DuplicateSheet, BadRow, UnorderedRows,
		BadAddress, UnorderedCells, SeveralValues, MixedValue, BadCellType, BadCellValue, MissingString,
		MissingFormat, BadMerge, OverlappedMerge, BadColumns}
}

// Fault is how a package breaks a rule of the format.
type Fault struct {
	Is   Rule
	At   string // the cell, range or row of a sheet: "F7"; "" elsewhere
	Have string // what stands there
	Err  error  // what was met; nil when the rest says all
}

// Breach is a fault that says all by itself.
func Breach(is Rule, at, have string) *Fault { return &Fault{Is: is, At: at, Have: have} }

func (f *Fault) Error() string {
	if f.Err != nil {
		return f.Err.Error()
	}
	return fmt.Sprintf("%s: %s %q", f.Is, f.At, f.Have)
}

func (f *Fault) Unwrap() error { return f.Err }

// asFault gives an error of the syntax the rule that it breaks.
func asFault(err error) error {
	var syntax *xmltok.SyntaxError
	var named *Fault
	if errors.As(err, &named) || !errors.As(err, &syntax) {
		return err
	}
	return &Fault{Is: syntaxRules[syntax.Is], Err: err}
}

var syntaxRules = map[xmltok.Flaw]Rule{
	xmltok.OtherFlaw: WellFormed, xmltok.HasDoctype: NoDoctype, xmltok.WrongEncoding: WrongEncoding,
}
