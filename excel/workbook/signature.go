package workbook

import (
	"strings"
)

// signatures is the end of the type of relationship that leads to the signatures of a
// package (ECMA-376 part 2, 13.2.4).
const signatures = "/digital-signature/origin"

// IsSigned reports whether the workbook is digitally signed. No signature survives a
// change of the package.
func (b *Book) IsSigned() bool {
	rels, _ := b.Package.Relationships("") // they have been read before
	for _, r := range rels {
		if strings.HasSuffix(r.Type, signatures) {
			return true
		}
	}
	return false
}
