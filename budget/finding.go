package budget

import (
	"cmp"
	"slices"
	"strings"
)

// Finding is one thing wrong or noteworthy, at one place. It holds no sentence:
// the catalogues make one of it.
type Finding struct {
	Code    Code     // the kind of finding
	Project string   // the project it concerns, as written; empty: the workbook
	Origin  Origin   // the cell at fault
	Have    Value    // what stood there
	Want    Value    // what was wanted, where there is an answer
	Related []Origin // other cells that have to do with it
}

// Fault is the sentence that says what is wrong, without the cell it is at.
func (l Language) Fault(f Finding, at Locator) string { return l.findingText(f, ".fault", at) }

// Fix is the sentence that says how to put it right.
func (l Language) Fix(f Finding, at Locator) string { return l.findingText(f, ".fix", at) }

// PortfolioFault is the sentence that says what is wrong across submissions.
func (l Language) PortfolioFault(f PortfolioFinding) string {
	return l.Fault(Finding{Code: f.Code, Project: f.Project, Have: f.Have, Want: f.Want}, nowhere)
}

// PortfolioFix is the sentence that says how to put it right.
func (l Language) PortfolioFix(f PortfolioFinding) string {
	return l.Fix(Finding{Code: f.Code, Project: f.Project, Have: f.Have, Want: f.Want}, nowhere)
}

// nowhere is a locator for sentences that name no cells.
func nowhere(Origin) string { return "" }

func (l Language) findingText(f Finding, part Key, at Locator) string {
	have, want := f.Have, f.Want
	if have == nil {
		have = Quote("")
	}
	if want == nil {
		want = Quote("")
	}
	args := []Arg{
		{"have", have}, {"want", want}, {"project", Quote(f.Project)},
		{"related", Places(f.Related)}, {"count", Count(len(f.Related))}, {"cell", Place(f.Origin)},
	}
	if why, ok := want.(Phrase); ok { // a reason that has a cure of its own
		args = append(args, Arg{"cure", Phrase(say(why.Key + ".cure"))})
	}
	if h, ok := have.(Kroner); ok {
		if w, ok := want.(Kroner); ok {
			args = append(args, Arg{"difference", Kroner{h.Sub(w.Decimal).Abs()}})
		}
	}
	key := Key(f.Code.String()) + part
	if _, own := catalog[l][key+"-want"]; own && f.Want != nil {
		key += "-want"
	}
	if _, several := catalog[l][key+"-many"]; several && len(f.Related) > 0 {
		key += "-many"
	}
	return l.Say(Message{key, args}, at)
}

// sortFindings puts findings in the order of their places, then of their codes.
func sortFindings(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Origin, b.Origin),
			cmp.Compare(a.Code, b.Code),
			strings.Compare(a.Project, b.Project),
		)
	})
}
