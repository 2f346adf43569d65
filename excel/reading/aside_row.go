package reading

import (
	"regexp"
	"slices"
	"strings"

	"videre/excel/internal/notation"
	"videre/excel/workbook"
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
	return r.asideByHeading(t, row)
}

// asideRoles are the headings of rows that are no lines: the column of their labels says what all of them are of.
var asideRoles = []notation.Role{notation.RoleCount, notation.RoleUnitPrice, notation.RolePayback}

// asideByHeading is why the rows of a table cannot concern the financing that has nothing before
// its years but a column of what they count: "Helårspersoner | 2026 | 2027".
func (r *reader) asideByHeading(t *Records, row int) notation.Harmless {
	first := &t.Columns[0]
	if !slices.Contains(asideRoles, first.Role) || first.Said.Money || len(t.Columns) != len(t.Amounts())+1 {
		return ""
	}
	v := r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: first.Col})
	if h := r.Heading(v.Text); v.Kind != workbook.Text || notation.ListKinds[h.Role] != 0 || len(h.Units) > 0 {
		return ""
	}
	return first.Said.Harmless
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
