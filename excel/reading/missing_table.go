package reading

import (
	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// tellNothingFound tells that no table of projects was found: which headings were
// looked for, and which sheet came nearest.
func (r *reader) tellNothingFound() {
	var best *workbook.Sheet
	var at workbook.Ref
	most := 0
	for _, s := range r.Book.Sheets {
		if s == nil {
			continue
		}
		for i := range s.Rows {
			if i == 200 {
				break
			}
			known, first := r.KnownHeadings(s, &s.Rows[i])
			if known > most || best == nil && len(s.Cells) > 0 {
				best, at, most = s, first, known
			}
		}
	}
	f := budget.Finding{Code: budget.MissingTable, Want: budget.List{notation.RoleWord(notation.RoleName), notation.RoleWord(notation.RoleExpiry), notation.RoleWord(notation.RoleSocial), notation.RoleWord(notation.RoleEconomic)}}
	if best != nil {
		f.Origin = workbook.OriginOf(best.Index, at)
		f.Have = budget.Quote(best.Name)
	}
	r.sub.Findings = append(r.sub.Findings, f)
}
