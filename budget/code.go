package budget

import (
	"fmt"
	"strings"
)

// Code is the number of a kind of finding, for ever: V1nn reading, V2nn
// arithmetic, V3nn governance, V4nn advice. A code is named for the fault. A
// code that is withdrawn stays in the table, marked.
type Code uint16

// Reading.
const (
	UnreadableAmount   Code = 101
	AmbiguousAmount    Code = 102
	MissingUnit        Code = 103
	ContradictoryUnit  Code = 104
	ErrorValue         Code = 105
	UncomputedFormula  Code = 106
	UnreadableYear     Code = 107
	UnknownTerm        Code = 108
	UnreadableShare    Code = 109
	UnreadableCount    Code = 110
	DuplicateColumn    Code = 111
	MissingColumn      Code = 112
	DashAmount         Code = 113
	NegativeConvention Code = 114
	TypedAmount        Code = 115
	ComputedFormula    Code = 116
	MergedCells        Code = 117
	MergedAmount       Code = 118
	AmbiguousColumn    Code = 119
	NearHeading        Code = 120
	MappedColumn       Code = 121
	MissingYear        Code = 122
	UnorderedYears     Code = 123
	HiddenColumn       Code = 124
	HiddenRows         Code = 125
	HiddenSheet        Code = 126
	UnlikeSiblings     Code = 127
	UnnamedTotal       Code = 128
	MissingTable       Code = 129
	SignedWorkbook     Code = 130
	IgnoredPolicy      Code = 131
	UnusedColumn       Code = 132
	ForeignCurrency    Code = 133
	DoubtfulTotal      Code = 134
	SeveralPriceLevels Code = 135
)

// Arithmetic.
const (
	MismatchedTotal      Code = 201
	MissingCost          Code = 202
	BlankCost            Code = 203
	BlankSaving          Code = 204
	NegativeAmount       Code = 205
	InvalidShare         Code = 206
	DuplicatedSaving     Code = 207
	MixedPriceLevels     Code = 208
	MissingPriceLevel    Code = 209
	RepeatedSaving       Code = 210
	DifferingPriceLevels Code = 211
)

// Governance.
const (
	MissingName           Code = 301
	MissingExpiry         Code = 302
	MissingSocialEffect   Code = 303
	MissingEconomicEffect Code = 304
	DuplicateProject      Code = 305
	UnknownExtension      Code = 306
	MissingCapacity       Code = 307
	ExcessiveCapacity     Code = 308
	MissingKind           Code = 309
	MissingPayer          Code = 310
	MissingArea           Code = 311
	OrphanLine            Code = 312
	NearName              Code = 313
	UnsharedGross         Code = 314
	UnstatedCommitment    Code = 315
	MissingBudgetYear     Code = 316
	ConflictingBudgetYear Code = 317
	MissingProject        Code = 318
	RepeatedProject       Code = 319
	NeedlessWaiver        Code = 320
	UnmatchedWaiver       Code = 321
)

// Advice.
const (
	SharedArea  Code = 401
	RoundingGap Code = 402
)

// codeTable is every code there is, in the order of their numbers.
var codeTable = []struct {
	code     Code
	name     string
	severity Severity
}{
	{UnreadableAmount, "UnreadableAmount", SeverityError},
	{AmbiguousAmount, "AmbiguousAmount", SeverityError},
	{MissingUnit, "MissingUnit", SeverityError},
	{ContradictoryUnit, "ContradictoryUnit", SeverityError},
	{ErrorValue, "ErrorValue", SeverityError},
	{UncomputedFormula, "UncomputedFormula", SeverityError},
	{UnreadableYear, "UnreadableYear", SeverityError},
	{UnknownTerm, "UnknownTerm", SeverityError},
	{UnreadableShare, "UnreadableShare", SeverityError},
	{UnreadableCount, "UnreadableCount", SeverityWarning},
	{DuplicateColumn, "DuplicateColumn", SeverityError},
	{MissingColumn, "MissingColumn", SeverityError},
	{DashAmount, "DashAmount", SeverityInfo},
	{NegativeConvention, "NegativeConvention", SeverityInfo},
	{TypedAmount, "TypedAmount", SeverityInfo},
	{ComputedFormula, "ComputedFormula", SeverityInfo},
	{MergedCells, "MergedCells", SeverityInfo},
	{MergedAmount, "MergedAmount", SeverityError},
	{AmbiguousColumn, "AmbiguousColumn", SeverityError},
	{NearHeading, "NearHeading", SeverityWarning},
	{MappedColumn, "MappedColumn", SeverityInfo},
	{MissingYear, "MissingYear", SeverityError},
	{UnorderedYears, "UnorderedYears", SeverityWarning},
	{HiddenColumn, "HiddenColumn", SeverityWarning},
	{HiddenRows, "HiddenRows", SeverityWarning},
	{HiddenSheet, "HiddenSheet", SeverityWarning},
	{UnlikeSiblings, "UnlikeSiblings", SeverityWarning},
	{UnnamedTotal, "UnnamedTotal", SeverityWarning},
	{MissingTable, "MissingTable", SeverityError},
	{SignedWorkbook, "SignedWorkbook", SeverityWarning},
	{IgnoredPolicy, "IgnoredPolicy", SeverityWarning},
	{UnusedColumn, "UnusedColumn", SeverityWarning},
	{ForeignCurrency, "ForeignCurrency", SeverityError},
	{DoubtfulTotal, "DoubtfulTotal", SeverityError},
	{SeveralPriceLevels, "SeveralPriceLevels", SeverityError},

	{MismatchedTotal, "MismatchedTotal", SeverityError},
	{MissingCost, "MissingCost", SeverityError},
	{BlankCost, "BlankCost", SeverityError},
	{BlankSaving, "BlankSaving", SeverityWarning},
	{NegativeAmount, "NegativeAmount", SeverityError},
	{InvalidShare, "InvalidShare", SeverityError},
	{DuplicatedSaving, "DuplicatedSaving", SeverityError},
	{MixedPriceLevels, "MixedPriceLevels", SeverityError},
	{MissingPriceLevel, "MissingPriceLevel", SeverityWarning},
	{RepeatedSaving, "RepeatedSaving", SeverityError},
	{DifferingPriceLevels, "DifferingPriceLevels", SeverityWarning},

	{MissingName, "MissingName", SeverityError},
	{MissingExpiry, "MissingExpiry", SeverityError},
	{MissingSocialEffect, "MissingSocialEffect", SeverityError},
	{MissingEconomicEffect, "MissingEconomicEffect", SeverityError},
	{DuplicateProject, "DuplicateProject", SeverityError},
	{UnknownExtension, "UnknownExtension", SeverityError},
	{MissingCapacity, "MissingCapacity", SeverityError},
	{ExcessiveCapacity, "ExcessiveCapacity", SeverityError},
	{MissingKind, "MissingKind", SeverityError},
	{MissingPayer, "MissingPayer", SeverityError},
	{MissingArea, "MissingArea", SeverityError},
	{OrphanLine, "OrphanLine", SeverityError},
	{NearName, "NearName", SeverityError},
	{UnsharedGross, "UnsharedGross", SeverityWarning},
	{UnstatedCommitment, "UnstatedCommitment", SeverityWarning},
	{MissingBudgetYear, "MissingBudgetYear", SeverityError},
	{ConflictingBudgetYear, "ConflictingBudgetYear", SeverityWarning},
	{MissingProject, "MissingProject", SeverityError},
	{RepeatedProject, "RepeatedProject", SeverityError},
	{NeedlessWaiver, "NeedlessWaiver", SeverityWarning},
	{UnmatchedWaiver, "UnmatchedWaiver", SeverityWarning},

	{SharedArea, "SharedArea", SeverityInfo},
	{RoundingGap, "RoundingGap", SeverityInfo},
}

// String is the code as it is printed, V101.
func (c Code) String() string { return fmt.Sprintf("V%03d", uint16(c)) }

// Name is the fault the code is named for.
func (c Code) Name() string {
	for _, row := range codeTable {
		if row.code == c {
			return row.name
		}
	}
	return ""
}

// Severity is the code's severity where the policy says nothing else.
func (c Code) Severity() Severity {
	for _, row := range codeTable {
		if row.code == c {
			return row.severity
		}
	}
	return 0
}

// Codes lists every code in the order of their numbers.
func Codes() []Code {
	codes := make([]Code, len(codeTable))
	for i, row := range codeTable {
		codes[i] = row.code
	}
	return codes
}

// ParseCode reads a code ("V204", "v204") or its name ("BlankSaving").
func ParseCode(s string) (Code, bool) {
	for _, row := range codeTable {
		if strings.EqualFold(s, row.code.String()) || strings.EqualFold(s, row.name) {
			return row.code, true
		}
	}
	return 0, false
}
