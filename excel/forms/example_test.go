package forms_test

import (
	"bytes"
	"fmt"

	"videre/budget"
	"videre/excel"
	"videre/excel/forms"
	"videre/excel/workbook"
)

// An empty template for the budget of 2027 and the three years after it, to be sent out.
func ExampleTemplate() {
	years, _ := forms.ParseYears("2027")
	template := forms.Template{Years: years, PriceLevel: 2027}
	data, err := template.Write()
	fmt.Println(years, bytes.HasPrefix(data, []byte("PK")), err)
	// Output: [2027 2028 2029 2030] true <nil>
}

// The rules are written as a workbook and, when finance staff have edited it, read again.
func ExampleReadPolicy() {
	standard := budget.DefaultPolicy()
	data, err := forms.WritePolicy(&standard, excel.Options{Language: budget.English})
	if err != nil {
		fmt.Println(err)
		return
	}
	book, err := workbook.Read(data) // or workbook.Open of a file
	if err != nil {
		fmt.Println(err)
		return
	}
	policy, faults := forms.ReadPolicy(book)
	for _, f := range faults {
		fmt.Println(f.Say(budget.English))
	}
	fmt.Println(policy.Fingerprint() == standard.Fingerprint())
	// Output: true
}

// A workbook that is no map of columns is at fault as a whole.
func ExampleReadMap() {
	book, err := workbook.Open(example)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, faults := forms.ReadMap(book)
	for _, f := range faults {
		fault, cure := f.Say(budget.English)
		fmt.Println(fault)
		fmt.Println(cure)
	}
	// Output:
	// The file is no map of columns.
	// Write a map of columns with videre map, and fill it in.
}
