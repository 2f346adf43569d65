package budget_test

import (
	"slices"
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

// TestAWaiverIsForOneDepartmentsProject gives a waiver to one of two projects of a name, in
// one workbook and in two.
func TestAWaiverIsForOneDepartmentsProject(t *testing.T) {
	const projects = `
		projekt: Havnen; afdeling Børn og Unge; udløber 2025; økonomi dokumenteret
		driftsudgift: Mentorer; 1.000
		projekt: Havnen; afdeling Ældre; udløber 2025; økonomi dokumenteret
		driftsudgift: Mentorer; 2.000`
	for _, c := range []struct {
		department string
		want       []int // waivers of each project
	}{
		{"Børn og Unge", []int{1, 0}}, {"Ældre", []int{0, 1}}, {"Kultur", []int{0, 0}}, {"", []int{0, 0}},
	} {
		policy := budget.DefaultPolicy()
		policy.Waivers = []budget.Waiver{{Code: budget.MissingSocialEffect, Department: c.department, Project: "Havnen"}}
		submission, err := budgettest.Parse(projects)
		if err != nil {
			t.Fatal(err)
		}
		report := budget.Review(submission, &policy)
		var got []int
		for _, a := range report.Assessments {
			got = append(got, len(a.Waivers))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.department, got, c.want)
		}
	}
}
