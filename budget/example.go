package budget

import (
	"embed"
	"strings"
)

//go:embed rule_*.go
var ruleSources embed.FS

// Examples are the two examples that stand in a rule's comment, in the notation of
// package budgettest: one that the rule fires on, and one that it accepts. A code of
// reading has none.
func Examples(code Code) (fires, accepted string) {
	source, err := ruleSources.ReadFile("rule_" + fileName(code.Name()) + ".go")
	if err != nil {
		return "", ""
	}
	_, examples, _ := strings.Cut(string(source), "// Fires:\n")
	fires, accepted, _ = strings.Cut(examples, "// Accepted:\n")
	accepted, _, _ = strings.Cut(accepted, "var ")
	return uncomment(fires), uncomment(accepted)
}

// fileName is a code's name as rule files are named: missing_cost.
func fileName(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}

// uncomment takes the comment marks and blank lines off an example.
func uncomment(comment string) string {
	var b strings.Builder
	for _, line := range strings.Split(comment, "\n") {
		if line = strings.TrimPrefix(strings.TrimPrefix(line, "//"), "\t"); strings.TrimSpace(line) != "" {
			b.WriteString("    " + line + "\n")
		}
	}
	return b.String()
}
