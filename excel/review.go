package excel

import (
	"slices"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/forms"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// Review is a workbook that has been read and judged: the reading, the report on it, and
// the input that both are of.
type Review struct {
	*reading.Review
	Input *Input
}

// ReviewFile reads the file at a path, a workbook or an annotated copy of one, and holds it
// against a policy, such as [budget.DefaultPolicy]. What set leaves out the workbook has to
// say; without a year of set the budget year is the policy's, else the workbook's.
//
// It fails as [Open] does. What is wrong with the workbook is no error but a finding of the
// report, with the cell it is in.
func ReviewFile(path string, set reading.Settings, policy *budget.Policy) (*Review, error) {
	in, err := Open(path, policy)
	if err != nil {
		return nil, err
	}
	return in.Review(set, policy)
}

// Review reads what the workbook says and holds it against a policy, as [ReviewFile] does. It
// fails with a [*workbook.Unreadable] for a workbook that says more than is read.
func (in *Input) Review(set reading.Settings, policy *budget.Policy) (review *Review, err error) {
	defer workbook.Guard(&err)
	if set.Year == 0 {
		set.Year = policy.BudgetYear
	}
	set.EstimateYears = policy.EstimateYears
	read := reading.Read(in.Book, set)
	sub := read.Submission
	if in.Corrected {
		sub.Assumed = append([]budget.Message{{Key: "assumed.corrected"}}, sub.Assumed...)
	}
	if own, found := forms.IgnoredPolicy(in.Book, policy.Fingerprint()); found {
		sub.Findings = append(sub.Findings, own)
	}
	sub.Beside = slices.Concat(in.kept(), annotate.Imitations(in.Book), in.Book.Beside())
	in.Book.Count(0, linesAgain(sub), 0)
	report := budget.Review(sub, policy)
	in.Book.Count(0, 0, len(report.Findings)-len(sub.Findings))
	return &Review{Review: &reading.Review{Reading: read, Report: report}, Input: in}, nil
}

// linesAgain is how many lines there are beyond the submission's when each project has those
// that give its name, and several projects have the same.
func linesAgain(sub *budget.Submission) (again int) {
	named, folded := map[string]int{}, map[string]string{}
	for _, p := range sub.Projects {
		named[budget.FoldName(p.Name.Text)]++
	}
	for _, l := range sub.Lines {
		key, done := folded[l.Project.Text]
		if !done {
			key = budget.FoldName(l.Project.Text)
			folded[l.Project.Text] = key
		}
		if l.Owner == budget.NoOrigin && named[key] > 1 {
			again += named[key] - 1
		}
	}
	return again
}

// kept is what stood among the program's own cells in a corrected copy, once for each sheet.
func (in *Input) kept() []budget.Beside {
	var all []budget.Beside
	at := map[int]int{}
	for _, k := range in.Kept {
		o := workbook.OriginOf(k.Sheet, k.Range.From)
		if i, told := at[k.Sheet]; told {
			all[i].Related = append(all[i].Related, o)
			continue
		}
		at[k.Sheet] = len(all)
		stood := budget.Quote(in.Stood(o))
		all = append(all, budget.Beside{Kind: budget.BesideKept, Origin: o, What: stood})
	}
	return all
}

// Annotate makes the annotated copy of the workbook, as the bytes of a file, in the language
// of o. See [annotate.Copy] for what stands in it and when it fails. The input is not
// written to; package files has the name that a copy gets.
func (r *Review) Annotate(o Options) (copied []byte, err error) {
	defer workbook.Guard(&err)
	return annotate.Copy(r.Reading, r.Report, r.Input.Entries, o)
}
