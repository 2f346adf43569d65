package reports_test

import (
	"bytes"
	"fmt"
	"strings"

	"videre/budget"
	"videre/excel"
	"videre/excel/reading"
	"videre/excel/reports"
)

const example = "../../testdata/aarhus-2026.xlsx"

// A summary tells of several workbooks, of those that could not be read too.
func ExampleSummary() {
	policy := budget.DefaultPolicy()
	review, err := excel.ReviewFile(example, reading.Settings{}, &policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	kept := review.Judged() // the workbook's sheets are let go of
	summary := reports.Summary{
		Options:    excel.Options{Language: budget.English, Version: "1.0"},
		Policy:     &policy,
		BudgetYear: kept.Report.BudgetYear,
		Workbooks: []reports.Summarised{
			{Path: "aarhus-2026.xlsx", Copy: "vurderet/aarhus-2026.vurderet.xlsx", Review: kept},
			{Path: "empty.xlsx", Fault: "The file is empty.", Cure: "Send it again."},
		},
		Across: budget.Across([]*budget.Report{kept.Report, nil}),
	}
	data, err := summary.Write()
	if err != nil {
		fmt.Println(err)
		return
	}
	name := reports.SummaryName(summary.BudgetYear)
	fmt.Println(name, bytes.HasPrefix(data, []byte("PK"))) // now to be written to a file of that name
	// Output: samlet-vurdering-2026.xlsx true
}

// Rows are what a workbook says, as data.
func ExampleRows() {
	policy := budget.DefaultPolicy()
	review, err := excel.ReviewFile(example, reading.Settings{}, &policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	rows := reports.Rows(review.Review, "aarhus-2026.xlsx")
	for _, row := range rows[:2] {
		fmt.Println(row.Project, row.Kind, *row.Year, *row.Amount, row.Sheet+"!"+row.Cell)
	}
	var csv strings.Builder
	if err := reports.WriteCSV(&csv, budget.English, rows); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.Count(csv.String(), "\r\n"), "lines of CSV")
	// Output:
	// UngiFokus cost 2026 12100000.00 Økonomi!F5
	// UngiFokus cost 2027 12100000.00 Økonomi!F5
	// 31 lines of CSV
}
