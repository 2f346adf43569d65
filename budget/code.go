package budget

import (
	"fmt"
	"strings"
)

// Code is the number of a kind of finding, for ever: V1nn reading, V2nn
// arithmetic, V3nn governance, V4nn advice. A code is named for the fault. A
// code that is withdrawn stays in the table, marked.
type Code uint16

// Reading: what stands in the workbook, and whether it was understood.
const (
	UnreadableAmount    Code = 101 // something stands there that is no certain amount
	AmbiguousAmount     Code = 102 // one amount in Danish notation, another in English
	MissingUnit         Code = 103 // nothing says whether it is kr., 1.000 kr. or mio. kr.
	ContradictoryUnit   Code = 104 // heading, caption and number format differ on the unit
	ErrorValue          Code = 105 // #REF!, #N/A …
	UncomputedFormula   Code = 106 // a formula whose result the file does not hold
	UnreadableYear      Code = 107 // no year or date where one should stand
	UnknownTerm         Code = 108 // none of the fixed words
	UnreadableShare     Code = 109 // no percentage, and no number between 0 and 1
	UnreadableCount     Code = 110 // no whole number of persons
	DuplicateColumn     Code = 111 // two headings of one meaning; neither is used
	MissingColumn       Code = 112 // a column that judging needs is not there
	DashAmount          Code = 113 // a dash read as zero
	NegativeConvention  Code = 114 // a column of savings all written with minus
	TypedAmount         Code = 115 // an amount that stands as text
	ComputedFormula     Code = 116 // a formula without a result, computed here
	MergedCells         Code = 117 // a text read as said of all the merged rows
	MergedAmount        Code = 118 // an amount across years or lines
	AmbiguousColumn     Code = 119 // a heading that can mean two things; not used
	NearHeading         Code = 120 // a heading nearly spelt as one that is known
	MappedColumn        Code = 121 // a heading explained by the map of columns
	MissingYear         Code = 122 // a judged year has no column
	UnorderedYears      Code = 123 // columns of years out of order
	HiddenColumn        Code = 124 // with amounts that count
	HiddenRows          Code = 125 // with amounts that count, hidden or filtered out
	HiddenSheet         Code = 126 // with amounts that count
	UnlikeSiblings      Code = 127 // about a thousand times its neighbours, or a thousandth
	UnnamedTotal        Code = 128 // a row that is the sum of those above and does not say so
	MissingTable        Code = 129 // no table of projects was found
	SignedWorkbook      Code = 130 // a digital signature, which does not hold for the copy
	IgnoredPolicy       Code = 131 // rules that the workbook brings itself; never used
	UnusedColumn        Code = 132 // withdrawn: NotUnderstood says it
	ForeignCurrency     Code = 133 // an amount in another currency than kroner
	DoubtfulTotal       Code = 134 // a row that may be a total or a line
	SeveralPriceLevels  Code = 135 // several price levels stated for one amount
	NotUnderstood       Code = 136 // a sheet, column or row of money that may be a project's
	NotUnderstoodText   Code = 137 // a column of other things, that touches no money
	StaleFormula        Code = 138 // a stored result that the formula does not give
	UnverifiedFormula   Code = 139 // an amount on a formula that is not computed here
	ContradictingRemark Code = 140 // a remark against the figure it stands with
	HiddenCopy          Code = 141 // a hidden table whose amounts stand in sight too; not added to them
	PartOfLine          Code = 142 // a row that is a part of the line above it; not added to it
	ShortSum            Code = 143 // a sum that stops short of the number just above it
	UnclearRemark       Code = 144 // a text that touches money and is not understood
	ProvisionalFigures  Code = 145 // a text that says of figures that they are a draft
	UnreadableNotes     Code = 146 // notes, comments or text boxes of a sheet that cannot be read
	QualifiedAmount     Code = 147 // words beside an amount say that it is not what its figure makes it
	UncoveredYear       Code = 148 // a year after those judged, whose cost is not paid for
	MisleadingFormat    Code = 149 // a number format that shows something else than the cell holds
	UnseenValue         Code = 151 // a used cell that is not seen, or is struck out
	UnexplainedStar     Code = 152 // a star on an amount that no note explains
	UnassignedRow       Code = 153 // amounts in a row that is no project, and may be a part of one or not
	SeparateRow         Code = 154 // amounts below the total of the projects, which no total takes in
	CapitalSaving       Code = 155 // a saving on the capital frame, which is to pay for a running cost
	AreaByItem          Code = 156 // savings whose areas no column says, read from what is saved
	TwofoldLine         Code = 158 // one saving or funding in two tables, with different amounts
	QuestionableFormula Code = 159 // a formula that makes an amount of what it is held against, or leaves something out
)

// Arithmetic: whether the amounts can be added and compared.
const (
	MismatchedTotal      Code = 201 // a stated sum that is not the sum of its parts
	MissingCost          Code = 202 // no running cost above zero
	BlankCost            Code = 203 // a running cost without an amount in a judged year
	BlankSaving          Code = 204 // a saving or funding without an amount
	NegativeAmount       Code = 205 // below zero where the others are not
	InvalidShare         Code = 206 // below 0 or above 100 %
	DuplicatedSaving     Code = 207 // one saving claimed twice in a workbook
	MixedPriceLevels     Code = 208 // a project's amounts in the prices of several years
	MissingPriceLevel    Code = 209 // no price level stated at all
	RepeatedSaving       Code = 210 // one saving claimed by several projects of a batch
	DifferingPriceLevels Code = 211 // workbooks of a batch in the prices of several years
	BlankRepayment       Code = 212 // a repayment without an amount, read as none
	ImplausibleAmount    Code = 213 // a thousand times its siblings, a saving a hundred times the cost
	SuspiciousAmount     Code = 214 // savings so large, or so small, that somebody should look
	CeasingCost          Code = 215 // a running cost that is zero in a year, and not in another
)

// Governance: what a decision needs to be stated.
const (
	MissingName           Code = 301 // a project without a name
	MissingExpiry         Code = 302 // a project that does not say when it expires
	MissingSocialEffect   Code = 303 // not said what it did for the citizens
	MissingEconomicEffect Code = 304 // not said what it did for public spending
	DuplicateProject      Code = 305 // one project twice in a workbook
	UnknownExtension      Code = 306 // not said whether it was extended before, where that decides
	MissingCapacity       Code = 307 // to be scaled, and not said to how much
	ExcessiveCapacity     Code = 308 // to be scaled beyond its target group
	MissingKind           Code = 309 // a line that is neither cost, saving nor funding
	MissingPayer          Code = 310 // a saving that does not say whose budget it falls in
	MissingArea           Code = 311 // a saving that does not say which area gives the money up
	OrphanLine            Code = 312 // a line for no project of the workbook
	NearName              Code = 313 // a line whose project's name is nearly one of the workbook's
	UnsharedGross         Code = 314 // a gross saving without the municipality's share
	UnstatedCommitment    Code = 315 // funding that does not say until when it is committed
	MissingBudgetYear     Code = 316 // nothing says which year's budget it is for
	ConflictingBudgetYear Code = 317 // places that tell the budget year disagree
	MissingProject        Code = 318 // a line that names no project
	RepeatedProject       Code = 319 // one project in several workbooks
	NeedlessWaiver        Code = 320 // a waiver of a finding that the project does not have
	UnmatchedWaiver       Code = 321 // a waiver for a project that no workbook has
	UnnamedReallocation   Code = 322 // a reallocation that does not say which area gives the money up
	MissingGiver          Code = 323 // funding that does not say whose money it is
	OwnFunding            Code = 324 // the municipality's own money, stated as external funding
	ConditionalGrant      Code = 325 // a grant on a condition, without what is to be paid back
	KeptAddition          Code = 337 // cells among the program's own, in a corrected copy, that are not its
	ImitatedOutput        Code = 338 // what looks like the program's own and is the department's
	ActiveContent         Code = 339 // macros and other things that run by themselves
	OutsideSource         Code = 340 // links to other workbooks, databases, the web
)

// Advice: what somebody should look at; nothing is wrong.
const (
	SharedArea        Code = 401 // several projects save in one budget area
	RoundingGap       Code = 402 // a gap so small that it looks like rounding
	DoubledDeadweight Code = 403 // what would have come anyway, perhaps taken off twice
)

// codeTable is every code there is, in the order of their numbers.
var codeTable = []struct {
	code      Code
	name      string
	severity  Severity
	certainty Certainty
}{
	{UnreadableAmount, "UnreadableAmount", SeverityError, FillIn},
	{AmbiguousAmount, "AmbiguousAmount", SeverityError, Possible},
	{MissingUnit, "MissingUnit", SeverityError, FillIn},
	{ContradictoryUnit, "ContradictoryUnit", SeverityError, Possible},
	{ErrorValue, "ErrorValue", SeverityError, FillIn},
	{UncomputedFormula, "UncomputedFormula", SeverityError, Safe},
	{UnreadableYear, "UnreadableYear", SeverityError, FillIn},
	{UnknownTerm, "UnknownTerm", SeverityError, FillIn},
	{UnreadableShare, "UnreadableShare", SeverityError, FillIn},
	{UnreadableCount, "UnreadableCount", SeverityWarning, FillIn},
	{DuplicateColumn, "DuplicateColumn", SeverityError, Possible},
	{MissingColumn, "MissingColumn", SeverityError, FillIn},
	{DashAmount, "DashAmount", SeverityInfo, Possible},
	{NegativeConvention, "NegativeConvention", SeverityInfo, Safe},
	{TypedAmount, "TypedAmount", SeverityInfo, Safe},
	{ComputedFormula, "ComputedFormula", SeverityInfo, Safe},
	{MergedCells, "MergedCells", SeverityInfo, Safe},
	{MergedAmount, "MergedAmount", SeverityError, FillIn},
	{AmbiguousColumn, "AmbiguousColumn", SeverityError, FillIn},
	{NearHeading, "NearHeading", SeverityWarning, Possible},
	{MappedColumn, "MappedColumn", SeverityInfo, Possible},
	{MissingYear, "MissingYear", SeverityError, FillIn},
	{UnorderedYears, "UnorderedYears", SeverityWarning, Possible},
	{HiddenColumn, "HiddenColumn", SeverityWarning, Possible},
	{HiddenRows, "HiddenRows", SeverityWarning, Possible},
	{HiddenSheet, "HiddenSheet", SeverityWarning, Possible},
	{UnlikeSiblings, "UnlikeSiblings", SeverityWarning, Possible},
	{UnnamedTotal, "UnnamedTotal", SeverityWarning, Possible},
	{MissingTable, "MissingTable", SeverityError, FillIn},
	{SignedWorkbook, "SignedWorkbook", SeverityWarning, Safe},
	{IgnoredPolicy, "IgnoredPolicy", SeverityWarning, Safe},
	{UnusedColumn, "UnusedColumn", SeverityWarning, Possible}, // withdrawn
	{ForeignCurrency, "ForeignCurrency", SeverityError, FillIn},
	{DoubtfulTotal, "DoubtfulTotal", SeverityError, Possible},
	{SeveralPriceLevels, "SeveralPriceLevels", SeverityError, FillIn},
	{NotUnderstood, "NotUnderstood", SeverityError, FillIn},
	{NotUnderstoodText, "NotUnderstoodText", SeverityWarning, Possible},
	{StaleFormula, "StaleFormula", SeverityError, Possible},
	{UnverifiedFormula, "UnverifiedFormula", SeverityWarning, Possible},
	{ContradictingRemark, "ContradictingRemark", SeverityError, FillIn},
	{HiddenCopy, "HiddenCopy", SeverityWarning, Possible},
	{PartOfLine, "PartOfLine", SeverityInfo, Possible},
	{ShortSum, "ShortSum", SeverityWarning, Possible},
	{UnclearRemark, "UnclearRemark", SeverityWarning, Possible},
	{ProvisionalFigures, "ProvisionalFigures", SeverityWarning, FillIn},
	{UnreadableNotes, "UnreadableNotes", SeverityWarning, Possible},
	{QualifiedAmount, "QualifiedAmount", SeverityError, FillIn},
	{UncoveredYear, "UncoveredYear", SeverityWarning, Possible},
	{MisleadingFormat, "MisleadingFormat", SeverityError, FillIn},
	{UnseenValue, "UnseenValue", SeverityWarning, Possible},
	{UnexplainedStar, "UnexplainedStar", SeverityWarning, FillIn},
	{UnassignedRow, "UnassignedRow", SeverityError, FillIn},
	{SeparateRow, "SeparateRow", SeverityWarning, Possible},
	{CapitalSaving, "CapitalSaving", SeverityWarning, Possible},
	{AreaByItem, "AreaByItem", SeverityWarning, FillIn},
	{TwofoldLine, "TwofoldLine", SeverityError, FillIn},
	{QuestionableFormula, "QuestionableFormula", SeverityWarning, Possible},

	{MismatchedTotal, "MismatchedTotal", SeverityError, Possible},
	{MissingCost, "MissingCost", SeverityError, FillIn},
	{BlankCost, "BlankCost", SeverityError, FillIn},
	{BlankSaving, "BlankSaving", SeverityWarning, FillIn},
	{NegativeAmount, "NegativeAmount", SeverityError, Possible},
	{InvalidShare, "InvalidShare", SeverityError, FillIn},
	{DuplicatedSaving, "DuplicatedSaving", SeverityError, FillIn},
	{MixedPriceLevels, "MixedPriceLevels", SeverityError, FillIn},
	{MissingPriceLevel, "MissingPriceLevel", SeverityWarning, FillIn},
	{RepeatedSaving, "RepeatedSaving", SeverityError, FillIn},
	{DifferingPriceLevels, "DifferingPriceLevels", SeverityWarning, FillIn},
	{BlankRepayment, "BlankRepayment", SeverityInfo, Possible},
	{ImplausibleAmount, "ImplausibleAmount", SeverityError, Possible},
	{SuspiciousAmount, "SuspiciousAmount", SeverityWarning, Possible},
	{CeasingCost, "CeasingCost", SeverityWarning, Possible},

	{MissingName, "MissingName", SeverityError, FillIn},
	{MissingExpiry, "MissingExpiry", SeverityError, FillIn},
	{MissingSocialEffect, "MissingSocialEffect", SeverityError, FillIn},
	{MissingEconomicEffect, "MissingEconomicEffect", SeverityError, FillIn},
	{DuplicateProject, "DuplicateProject", SeverityError, FillIn},
	{UnknownExtension, "UnknownExtension", SeverityError, FillIn},
	{MissingCapacity, "MissingCapacity", SeverityError, FillIn},
	{ExcessiveCapacity, "ExcessiveCapacity", SeverityError, FillIn},
	{MissingKind, "MissingKind", SeverityError, FillIn},
	{MissingPayer, "MissingPayer", SeverityError, FillIn},
	{MissingArea, "MissingArea", SeverityError, FillIn},
	{OrphanLine, "OrphanLine", SeverityError, Possible},
	{NearName, "NearName", SeverityError, Possible},
	{UnsharedGross, "UnsharedGross", SeverityWarning, FillIn},
	{UnstatedCommitment, "UnstatedCommitment", SeverityWarning, FillIn},
	{MissingBudgetYear, "MissingBudgetYear", SeverityError, FillIn},
	{ConflictingBudgetYear, "ConflictingBudgetYear", SeverityWarning, Possible},
	{MissingProject, "MissingProject", SeverityError, Possible},
	{RepeatedProject, "RepeatedProject", SeverityError, FillIn},
	{NeedlessWaiver, "NeedlessWaiver", SeverityWarning, Safe},
	{UnmatchedWaiver, "UnmatchedWaiver", SeverityWarning, Possible},
	{UnnamedReallocation, "UnnamedReallocation", SeverityWarning, FillIn},
	{MissingGiver, "MissingGiver", SeverityWarning, FillIn},
	{OwnFunding, "OwnFunding", SeverityWarning, Possible},
	{ConditionalGrant, "ConditionalGrant", SeverityWarning, FillIn},
	{KeptAddition, "KeptAddition", SeverityWarning, Possible},
	{ImitatedOutput, "ImitatedOutput", SeverityWarning, Possible},
	{ActiveContent, "ActiveContent", SeverityWarning, Possible},
	{OutsideSource, "OutsideSource", SeverityInfo, Possible},

	{SharedArea, "SharedArea", SeverityInfo, Possible},
	{RoundingGap, "RoundingGap", SeverityInfo, Possible},
	{DoubledDeadweight, "DoubledDeadweight", SeverityInfo, Possible},
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

// Certainty is how sure the cure of a finding of the code is.
func (c Code) Certainty() Certainty {
	for _, row := range codeTable {
		if row.code == c {
			return row.certainty
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
