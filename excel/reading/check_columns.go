package reading

import (
	"cmp"
	"slices"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// checkColumns tells of columns that several claim or that mean two things, which
// then are nobody's, of those that are misspelt or mapped, and of those missing.
func (r *reader) checkColumns(t *Records) {
	leaveRepeated(t)
	leaveConditions(t)
	doubtNetCosts(t)
	r.settleShares(t)
	claims := map[string][]int{}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Void {
			r.tellHeading(budget.AmbiguousColumn, t, c, nil)
		} else {
			claims[c.Claim()] = append(claims[c.Claim()], i)
		}
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		same := claims[c.Claim()]
		if len(same) > 1 && same[0] == i && !r.sayAlike(t, same) {
			var others []budget.Origin
			for _, other := range same[1:] {
				others = append(others, t.Origin(t.Columns[other].At))
			}
			for _, one := range same {
				t.Columns[one].Void = true
			}
			r.tellHeading(budget.DuplicateColumn, t, c, others)
		}
		switch {
		case c.Void:
		case c.Mapped && i > 0 && t.Columns[i-1].Mapped && t.Columns[i-1].Group == c.Group && c.Year != 0:
			// another year of the heading before it
		case c.Mapped:
			r.tellHeading(budget.MappedColumn, t, c, nil)
		case c.Misspelt:
			r.tellHeading(budget.NearHeading, t, c, nil)
		}
	}
	for _, role := range t.required() {
		if !t.Has(role) && !(role == notation.RolePayer && r.set.Payer != 0) {
			r.tellMissing(t, role)
		}
	}
	elsewhere := slices.ContainsFunc(r.allTables(), func(other *Records) bool { return other.Lines }) // the costs may be lines
	if t.Projects && t.List && !t.Has(notation.RoleCost) && !elsewhere && !r.hidesMoney(t) {
		r.tellMissing(t, notation.RoleCost)
	}
}

// doubtNetCosts doubts a net running cost that stands beside a running cost: it may be what is left
// of that one.
func doubtNetCosts(t *Records) {
	isNet := func(c *layout.Column) bool { return c.Role == notation.RoleCost && c.Said.Way == budget.Net }
	gross := slices.ContainsFunc(t.Columns, func(c layout.Column) bool { return c.Role == notation.RoleCost && !isNet(&c) })
	for i := range t.Columns {
		if c := &t.Columns[i]; gross && isNet(c) {
			c.Void = true
		}
	}
}

// mayAgree are the roles of which a second column says nothing else where it says the same.
var mayAgree = []notation.Role{notation.RoleExpiry, notation.RoleDepartment, notation.RoleStart, notation.RolePeriod}

// sayAlike reports whether columns of one fact say the same in every row: then the first is read,
// and the others repeat it.
func (r *reader) sayAlike(t *Records, columns []int) bool {
	first := &t.Columns[columns[0]]
	if !slices.Contains(mayAgree, first.Role) || len(t.RowNumbers) == 0 {
		return false
	}
	text := func(row, column int) string {
		return notation.Clean(r.Book.At(t.Sheet, workbook.Ref{Row: row, Col: t.Columns[column].Col}).Text)
	}
	return !slices.ContainsFunc(t.RowNumbers, func(row int) bool {
		return slices.ContainsFunc(columns, func(other int) bool { return text(row, other) != text(row, columns[0]) })
	})
}

// repeatable are the roles that decide nothing: a table may have several columns of each.
var repeatable = []notation.Role{
	notation.RoleConsumption, notation.RoleGrant, notation.RolePayback, notation.RoleCount, notation.RoleNumber,
	notation.RoleDate, notation.RoleResult, notation.RoleParticipants, notation.RoleInvestment,
	notation.RoleRemark, notation.RoleDocumentation, notation.RoleDescription, notation.RoleResults,
	notation.RoleEvidence, notation.RoleReplaces,
}

// leaveRepeated takes those columns out of a table's that repeat a role that decides nothing:
// a second number, a second remark. The account says what becomes of their cells.
func leaveRepeated(t *Records) {
	seen := map[notation.Role]bool{}
	t.Columns = slices.DeleteFunc(t.Columns, func(c layout.Column) bool {
		if !slices.Contains(repeatable, c.Role) || c.Void || c.Mapped {
			return false
		}
		if !seen[c.Role] {
			seen[c.Role] = true
			return false
		}
		t.Unknown = append(t.Unknown, c)
		return true
	})
	slices.SortFunc(t.Unknown, func(a, b layout.Column) int { return cmp.Compare(a.Col, b.Col) })
}

// tellMissing tells at a table's headings of a column that it cannot do without.
func (r *reader) tellMissing(t *Records, role notation.Role) {
	r.report(budget.Finding{Code: budget.MissingColumn, Origin: t.HeadAt(), Want: notation.RoleWord(role)})
}
