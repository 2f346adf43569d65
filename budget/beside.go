package budget

// beside are the findings of what stands beside of a kind.
func (cs *Cases) beside(kind BesideKind, code Code) []Finding {
	var findings []Finding
	for _, b := range cs.Submission.Beside {
		if b.Kind == kind {
			findings = append(findings, Finding{Code: code, Origin: b.Origin, Have: b.What, Related: b.Related})
		}
	}
	return findings
}
