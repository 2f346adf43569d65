package reading

import (
	"regexp"
	"strings"

	"videre/excel/internal/notation"
)

// Rows among lines that cannot concern the financing, whatever they hold: they say that they are
// a time of payback, a price of one or a number of something, and no kind.

var (
	countStart = regexp.MustCompile(`(?i)^(?:antal(?:let)?\b|number of\b|no\. of\b|hvor mange\b|how many\b)`)
	priceOfOne = regexp.MustCompile(`(?i)enhedspris|stykpris|timepris|unit price|unit cost|\b(?:pris|takst|løn)\pL* (?:pr\.?|per)(?: |$)`)
)

// asideOf is why a row of lines cannot concern the financing; empty where it may. A row that
// says a kind is a line.
func (r *reader) asideOf(t *Records, row int) notation.Harmless {
	if !t.Lines || t.Projects || !r.cell(t, row, notation.RoleKind).Blank() {
		return ""
	}
	for _, v := range r.rowTexts(t, row) {
		if r.isName(t, v) {
			continue
		}
		if why := asideBy(v.Text); why != "" {
			return why
		}
	}
	return ""
}

// asideBy is why what a text names cannot concern the financing. A figure in it can be of what
// the amounts are of: "Døgntakst, 4 pladser".
func asideBy(label string) notation.Harmless {
	h := notation.ReadHeading(label)
	last := label[strings.LastIndex(label, ":")+1:]
	switch {
	case h.Harmless == notation.HarmlessPayback:
		return h.Harmless
	case notation.ListKinds[h.Role] != 0 || len(h.Units) > 0 || h.Doubt != "" || strings.ContainsAny(label, "0123456789"):
		return ""
	case priceOfOne.MatchString(last):
		return notation.HarmlessUnitPrice
	case countStart.MatchString(strings.TrimSpace(last)) && !h.Money:
		return notation.HarmlessCount
	}
	return ""
}

// setAside keeps a row apart that cannot concern the financing.
func (t *Records) setAside(row int, why notation.Harmless) {
	if t.aside == nil {
		t.aside = map[int]notation.Harmless{}
	}
	t.aside[row] = why
}
