package budget

import (
	"cmp"
	"slices"
)

// Severity tells what a finding asks for. A graver one is smaller.
type Severity uint8

// The severities, the gravest first.
const (
	SeverityError   Severity = iota + 1 // makes a project incomplete, or figures contradict
	SeverityWarning                     // wants a person's look
	SeverityInfo                        // names a convention that was used
)

var severities = [...]string{"", "error", "warning", "info"}

// String is the severity as JSON and a policy's fingerprint have it.
func (s Severity) String() string { return severities[s] }

// Key names the severity in the catalogues.
func (s Severity) Key() Key { return "severity." + Key(severities[s]) }

// Severities lists every severity, the gravest first.
func Severities() []Severity { return []Severity{SeverityError, SeverityWarning, SeverityInfo} }

// GravestFirst are findings in the order of their severities, those of one severity
// in the order given.
func (p *Policy) GravestFirst(findings []Finding) []Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b Finding) int {
		return cmp.Compare(p.SeverityOf(a.Code), p.SeverityOf(b.Code))
	})
	return sorted
}

// SeverityCount is how many findings there are of each severity.
type SeverityCount [len(severities)]int

// Add counts findings, each as the policy says how grave it is.
func (n *SeverityCount) Add(p *Policy, findings []Finding) {
	for _, f := range findings {
		n[p.SeverityOf(f.Code)]++
	}
}

// Args fills the placeholders of a sentence that tells the counts: {errors}, {warnings}
// and {infos}.
func (n SeverityCount) Args() []Arg {
	return []Arg{
		{"errors", Count(n[SeverityError])}, {"warnings", Count(n[SeverityWarning])}, {"infos", Count(n[SeverityInfo])},
	}
}

// Count counts the findings of the report by severity.
func (r *Report) Count() SeverityCount {
	var n SeverityCount
	n.Add(r.Policy, r.Findings)
	return n
}
