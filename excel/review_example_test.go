package excel_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"videre/budget"
	"videre/excel"
	"videre/excel/files"
	"videre/excel/reading"
)

// A department's workbook is read and held against the rules. Each project gets a
// preliminary verdict; what is wrong with the workbook is a finding.
func ExampleReviewFile() {
	policy := budget.DefaultPolicy()
	review, err := excel.ReviewFile("../testdata/aarhus-2026.xlsx", reading.Settings{}, &policy)
	if err != nil {
		log.Fatal(err) // the file is no workbook, or cannot be read
	}
	for i := range review.Report.Assessments {
		a := &review.Report.Assessments[i]
		fmt.Printf("%s: %s\n", a.Name(), budget.English.Word(a.Verdict()))
	}
	f := review.Report.Findings[0]
	fmt.Printf("%s: %s\n", review.Book.Locate(f.Origin), budget.English.Fault(f, review.Book.Locate))
	// Output:
	// UngiFokus: Can be made permanent and scaled
	// Hjem, Job og Helhed: Can be made permanent
	// Havnen: Cannot be assessed yet
	// Lær for Livet: Cannot be assessed yet
	// Projekter!A7: “Havnen” has no running cost above zero.
}

// The workbook is given back, annotated, beside where it lay.
func ExampleReview_Annotate() {
	policy := budget.DefaultPolicy()
	review, err := excel.ReviewFile("../testdata/aarhus-2026.xlsx", reading.Settings{}, &policy)
	if err != nil {
		log.Fatal(err)
	}
	copied, err := review.Annotate(excel.Options{Language: budget.English, Version: "1.0"})
	if err != nil {
		log.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "videre")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	target := filepath.Join(folder, files.CopyFolder, files.CopyName("aarhus-2026.xlsx"))
	saved, err := files.Save(target, copied, 0o644, false)
	fmt.Println(filepath.Base(target), saved == files.Written, err)

	// The copy says the same when it comes back: it is turned into the input first.
	again, err := excel.ReviewFile(target, reading.Settings{}, &policy)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Input.FromCopy, again.Book.SHA256 == review.Book.SHA256)
	// Output:
	// aarhus-2026.vurderet.xlsx true <nil>
	// true true
}
