package reports_test

import (
	"fmt"
	"log"

	"videre/budget"
	"videre/excel"
	"videre/excel/reading"
	"videre/excel/reports"
	"videre/excel/workbook"
)

// Two departments' workbooks are told of in one: what is found across them, and a
// workbook with every project, sum and finding.
func ExampleSummary() {
	policy := budget.DefaultPolicy()
	summary := reports.Summary{Options: excel.Options{Language: budget.English}, Policy: &policy, BudgetYear: 2026}
	var all []*budget.Report
	for _, path := range []string{"../../testdata/aarhus-2026.xlsx", "../../testdata/books/engelsk-liste.xlsx"} {
		review, err := excel.ReviewFile(path, reading.Settings{}, &policy)
		if err != nil {
			log.Fatal(err)
		}
		summary.Workbooks = append(summary.Workbooks, reports.Summarised{Path: path, Review: review.Judged()})
		all = append(all, review.Report)
	}
	summary.Across = budget.Across(all)
	data, err := summary.Write()
	if err != nil {
		log.Fatal(err)
	}
	book, err := workbook.Read(data) // or files.Save, under this name:
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(reports.SummaryName(summary.BudgetYear))
	for _, sheet := range book.Workbook.Sheets {
		fmt.Println("-", sheet.Name)
	}
	for _, total := range summary.Across.Totals {
		fmt.Println(budget.English.Word(total.Verdict), total.Projects)
	}
	// Output:
	// samlet-vurdering-2026.xlsx
	// - Overview
	// - Projects
	// - Totals
	// - Budget effect
	// - For the proposal
	// - Findings
	// - Across files
	// - Files
	// - Rules and assumptions
	// Can be made permanent and scaled 1
	// Can be made permanent 2
	// Cannot be assessed 2
}
