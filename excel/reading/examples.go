package reading

import (
	_ "embed"
	"strings"

	"videre/budget"
)

//go:embed examples.txt
var examplesText string

// Examples are changes of a workbook without faults that give a finding of reading, and
// ones that do not, a line for each cell; none for the codes of rules, whose examples
// the rules have themselves.
func Examples(code budget.Code) (fires, accepted string) {
	var b [2]strings.Builder
	of := ""
	for _, line := range strings.Split(examplesText, "\n") {
		sign, text, _ := strings.Cut(line, " ")
		switch {
		case sign == "-" && of == code.String():
			b[0].WriteString("    " + text + "\n")
		case sign == "+" && of == code.String():
			b[1].WriteString("    " + text + "\n")
		case strings.HasPrefix(line, "V"):
			of = line
		}
	}
	return b[0].String(), b[1].String()
}
