package sheetml

import (
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// CallsProgram reports whether an external link is one to another program (ECMA-376 part 1,
// 18.14: ddeLink and oleLink), and not to another workbook. One that cannot be read may be.
func CallsProgram(part *opc.Part) bool {
	calls := false
	_, err := walk(part, "externalLink", func(s *xmltok.Scanner) error {
		kind := string(s.Local())
		calls = calls || kind == "ddeLink" || kind == "oleLink"
		return nil
	})
	return calls || err != nil
}
