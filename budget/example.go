package budget

import "strings"

// Examples are a rule's two examples, in the notation of package budgettest and
// indented to be shown: one that the rule fires on, and one that it accepts. A code
// of reading has none.
func Examples(code Code) (fires, accepted string) {
	fires, accepted = examplesOf(code)
	return indented(fires), indented(accepted)
}

func examplesOf(code Code) (fires, accepted string) {
	for _, r := range projectRules {
		if r.Code == code {
			return r.Fires, r.Accepted
		}
	}
	for _, r := range workbookRules {
		if r.Code == code {
			return r.Fires, r.Accepted
		}
	}
	for _, r := range portfolioRules {
		if r.Code == code {
			return r.Fires, r.Accepted
		}
	}
	return "", ""
}

// indented is an example with the indentation of its source replaced by four blanks.
func indented(example string) string {
	var b strings.Builder
	for line := range strings.Lines(example) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString("    " + line + "\n")
		}
	}
	return b.String()
}
