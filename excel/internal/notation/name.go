package notation

import (
	"strings"
	"unicode"
)

// nameMarks are quotation marks, apostrophes, dashes and hyphens, which never make two
// names of one.
const nameMarks = "\"'`´‘’‚‛“”„‟«»‹›-‐‑‒–—―−_"

// FoldName is a name as it is compared: lower case, without quotation marks, dashes,
// hyphens and blanks. Between two digits a mark or a blank stays, so that 1 1 is not 11.
func FoldName(name string) string {
	var b strings.Builder
	last, gap := rune(0), false
	for _, r := range strings.ToLower(Clean(name)) {
		if unicode.IsSpace(r) || strings.ContainsRune(nameMarks, r) {
			gap = true
			continue
		}
		if gap && (unicode.IsDigit(last) && unicode.IsDigit(r) || unicode.IsMark(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return b.String()
}

// SameName reports whether two names are of one thing. A name of nothing is the same as
// none.
func SameName(a, b string) bool {
	folded := FoldName(a)
	return folded != "" && folded == FoldName(b)
}
