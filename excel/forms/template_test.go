package forms_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/forms"
	"videre/excel/reading"
)

// review reads and judges a workbook by the default policy.
func review(t interface{ Fatal(...any) }, data []byte) *excel.Review {
	in, err := excel.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	policy := budget.DefaultPolicy()
	review, err := in.Review(reading.Settings{}, &policy)
	if err != nil {
		t.Fatal(err)
	}
	return review
}

// TestTheEmptyTemplateSaysNothing reads the template as it is sent out.
func TestTheEmptyTemplateSaysNothing(t *testing.T) {
	for _, l := range budget.Languages() {
		years, _ := forms.ParseYears("2027")
		template := forms.Template{Options: excel.Options{Language: l}, Years: years, PriceLevel: 2027}
		data, err := template.Write()
		if err != nil {
			t.Fatal(err)
		}
		r := review(t, data)
		if !r.HasProjects() || len(r.Submission.Projects) > 0 || len(r.Submission.Lines) > 0 {
			t.Errorf("%s: %d projects, %d lines, found %t", l,
				len(r.Submission.Projects), len(r.Submission.Lines), r.HasProjects())
		}
		for _, f := range r.Report.Findings {
			t.Errorf("%s: %s", l, l.Fault(f, r.Book.Locate))
		}
	}
}

// TestAFilledInTemplateIsReadBack fills the template with random submissions: what is
// read is what was written, and reading has nothing to remark.
func TestAFilledInTemplateIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := randomSubmission(t)
		l := rapid.SampledFrom(budget.Languages()).Draw(t, "language")
		unit := reading.Unit(rapid.SampledFrom([]int{0, 3, 6}).Draw(t, "unit"))
		years, _ := forms.ParseYears("2027")
		template := forms.Template{
			Options: excel.Options{Language: l}, Years: years, Unit: &unit, PriceLevel: 2027, Submission: want,
		}
		data, err := template.Write()
		if err != nil {
			t.Fatal(err)
		}
		got := review(t, data)
		for _, f := range got.Submission.Findings {
			t.Errorf("%s %s", f.Code, l.Fault(f, got.Book.Locate))
		}
		if a, b := submissionText(want), submissionText(got.Submission); a != b {
			t.Errorf("wrote:\n%s\nread:\n%s", a, b)
		}
	})
}

// TestEveryBookAsATemplate turns each example into the template's layout: the verdicts
// and the figures stay.
func TestEveryBookAsATemplate(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "books", "*.xlsx"))
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d books, %v", len(paths), err)
	}
	for _, path := range paths {
		before := review(t, exceltest.ReadFile(t, path))
		if !before.HasProjects() {
			continue
		}
		written, err := forms.TemplateOf(before.Review, excel.Options{}).Write()
		if err != nil {
			t.Fatal(err)
		}
		after := review(t, written)
		if a, b := exceltest.Verdicts(before.Report), exceltest.Verdicts(after.Report); a != b {
			t.Errorf("%s: was\n%s is\n%s", filepath.Base(path), a, b)
		}
	}
}

// submissionText is all that a template carries of a submission.
func submissionText(s *budget.Submission) string {
	var b strings.Builder
	for i := range s.Projects {
		p := &s.Projects[i]
		fmt.Fprintln(&b, fieldText(p.Name), fieldText(p.Department), fieldText(p.Contact),
			fieldText(p.Start), fieldText(p.Expiry), fieldText(p.ExtendedBefore),
			fieldText(p.Investment.Field), fieldText(p.Investor), fieldText(p.TargetGroup), fieldText(p.Participants),
			fieldText(p.Social), fieldText(p.Economic), fieldText(p.Documentation), fieldText(p.Documented),
			fieldText(p.Wish), fieldText(p.Capacity), fieldText(p.Remark))
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		fmt.Fprint(&b, fieldText(l.Project), fieldText(l.Kind), fieldText(l.Item), fieldText(l.Area),
			fieldText(l.Payer), fieldText(l.Share), fieldText(l.Reimbursement), fieldText(l.Budgeted),
			fieldText(l.Frame), fieldText(l.CommittedUntil), fieldText(l.Remark))
		for _, a := range l.Amounts {
			fmt.Fprint(&b, a.Year, fieldText(a.Field), a.PriceLevel)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func fieldText[T any](f budget.Field[T]) string {
	if f.State != budget.Given {
		return "<" + f.State.String() + ">"
	}
	return fmt.Sprintf("<%v>", f.Value)
}

// randomSubmission is some projects with lines, whose texts are hard to write and to read.
func randomSubmission(t *rapid.T) *budget.Submission {
	s := &budget.Submission{}
	names := []string{"Nabohjælp", "Æblehaven & Søn", "P<3>", "Projekt \"X\""}
	for i := range rapid.IntRange(1, 4).Draw(t, "projects") {
		name := fmt.Sprintf("%s %d", rapid.SampledFrom(names).Draw(t, "name"), i)
		s.Projects = append(s.Projects, randomProject(t, name))
		for range rapid.IntRange(0, 4).Draw(t, "lines") {
			s.Lines = append(s.Lines, randomLine(t, name))
		}
	}
	return s
}

func randomProject(t *rapid.T, name string) budget.Project {
	wishes := []budget.Wish{budget.WishPermanent, budget.WishScaled, budget.WishExtended, budget.WishEnded}
	return budget.Project{
		Name: given(name), Department: maybe(t, "Børn og Unge"), Contact: maybe(t, "Bo"),
		Start: maybe(t, 2021), Expiry: maybe(t, 2026),
		ExtendedBefore: maybe(t, rapid.Bool().Draw(t, "extended")),
		Investment:     budget.Amount{Field: maybe(t, randomAmount(t))}, Investor: maybe(t, "Fonden"),
		TargetGroup: maybe(t, decimal.NewFromInt(2000)), Participants: maybe(t, decimal.NewFromInt(12)),
		Social: maybe(t, budget.SocialUnclear), Economic: maybe(t, budget.EconomicDocumented),
		Documentation: maybe(t, "Evaluering"), Documented: maybe(t, "maj 2025"),
		Wish:     maybe(t, rapid.SampledFrom(wishes).Draw(t, "wish")),
		Capacity: maybe(t, decimal.NewFromInt(1300)), Remark: maybe(t, "Se bilag"),
	}
}

func randomLine(t *rapid.T, project string) budget.Line {
	kinds := []budget.Kind{budget.Cost, budget.OneOff, budget.Saving, budget.Funding}
	l := budget.Line{
		Project: given(project), Kind: given(rapid.SampledFrom(kinds).Draw(t, "kind")),
		Item: maybe(t, "Lærere"), Area: maybe(t, "Skoler"),
		Payer:         maybe(t, rapid.SampledFrom(budget.Payers()).Draw(t, "payer")),
		Share:         maybe(t, decimal.New(rapid.Int64Range(0, 100).Draw(t, "share"), -2)),
		Reimbursement: maybe(t, budget.Gross), Budgeted: maybe(t, rapid.Bool().Draw(t, "budgeted")),
		Frame: maybe(t, budget.TransferFrame), CommittedUntil: maybe(t, 2028), Remark: maybe(t, "-"),
	}
	for year := 2027; year <= 2030; year++ {
		amount := budget.Amount{Field: maybe(t, randomAmount(t)), PriceLevel: 2027}
		l.Amounts = append(l.Amounts, budget.YearAmount{Year: year, Amount: amount})
	}
	return l
}

func randomAmount(t *rapid.T) decimal.Decimal {
	return decimal.New(rapid.Int64Range(1_000_000_00, 30_000_000_00).Draw(t, "øre"), -2)
}

func given[T any](v T) budget.Field[T] { return budget.Field[T]{State: budget.Given, Value: v} }

func maybe[T any](t *rapid.T, v T) budget.Field[T] {
	if rapid.IntRange(0, 3).Draw(t, "blank") == 0 {
		return budget.Field[T]{}
	}
	return given(v)
}
