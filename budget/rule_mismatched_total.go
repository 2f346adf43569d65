package budget

import "github.com/shopspring/decimal"

// MismatchedTotal: a sum that the workbook states is not the sum of its parts.
//
// Verdicts are made from the parts alone, so no project is incomplete for it;
// but one of the figures is wrong, and people read the total.
var ruleMismatchedTotal = WorkbookRule{
	Code: MismatchedTotal,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 200
		i alt: 1.300`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		driftsudgift: Lokaler; 200
		i alt: 1.200`,
	Check: func(cs *Cases) []Finding {
		var findings []Finding
		for _, total := range cs.Submission.Totals {
			sum, known := decimal.Zero, total.Stated.Known()
			var parts []Origin
			for _, part := range total.Parts {
				known = known && !part.State.Unread()
				sum = sum.Add(part.Value)
				parts = append(parts, part.Origin)
			}
			if known && !sum.Equal(total.Stated.Value) {
				findings = append(findings, Finding{Code: MismatchedTotal, Origin: total.Stated.Origin,
					Have: Kroner{total.Stated.Value}, Want: Kroner{sum}, Related: parts})
			}
		}
		return findings
	},
}
