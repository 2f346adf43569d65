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
	return in.Review(set, policy), nil
}

// Review reads what the workbook says and holds it against a policy, as [ReviewFile] does.
func (in *Input) Review(set reading.Settings, policy *budget.Policy) *Review {
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
	return &Review{Review: &reading.Review{Reading: read, Report: budget.Review(sub, policy)}, Input: in}
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
func (r *Review) Annotate(o Options) ([]byte, error) {
	return annotate.Copy(r.Reading, r.Report, r.Input.Entries, o)
}
