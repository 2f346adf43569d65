package reading

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// Part is a part of a sheet that was read, in words: what it is, where it stands, and how its
// headings or labels were taken.
type Part struct {
	Sheet    int    // in the workbook's order, from 0
	What     string // "projekter", "poster", "projektet »Havnen«"
	Range    workbook.Range
	Headings []string // "B4 Udløb = Udløbsår"; the last part is left out where it says the same
}

// Parts are the tables and the projects' own parts of sheets, in the order of the workbook.
func (r *Reading) Parts(l budget.Language) []Part {
	var parts []Part
	for _, f := range r.ProjectSheets {
		first, last := blockRows(f)
		p := Part{Sheet: f.Index, What: l.Text("part.project")}
		if name := f.Label(notation.RoleName); name != nil && !name.Value.Blank() {
			p.What = l.Say(budget.Message{Key: "part.named", Args: []budget.Arg{
				{Name: "project", Value: budget.Name(name.Value.Text)},
			}}, nil)
		}
		p.Range.From = workbook.Ref{Row: max(first, 1), Col: 1}
		p.Range.To = workbook.Ref{Row: max(last, 1), Col: max(f.Right, 1)}
		for i := range f.Labels {
			if label := &f.Labels[i]; !label.Value.Blank() || !label.IsAmount() { // "Beløb i 1.000 kr." is a caption
				p.Headings = append(p.Headings, taken(l, label.At, &label.Column))
			}
		}
		parts = append(parts, p)
	}
	for _, t := range r.Tables {
		parts = append(parts, r.tablePart(l, t))
	}
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Range.From.Row, b.Range.From.Row))
	})
	return parts
}

// tablePart is a table in words.
func (r *Reading) tablePart(l budget.Language, t *Records) Part {
	var kinds []string
	for _, kind := range []struct {
		is  bool
		key budget.Key
	}{{t.Projects, "part.projects"}, {t.Lines, "part.lines"}, {t.List, "part.list"}} {
		if kind.is {
			kinds = append(kinds, l.Text(kind.key))
		}
	}
	from := t.RefOf(t.Origin(workbook.Ref{Row: t.Upper, Col: t.leftEdge()}))
	to := t.RefOf(t.Origin(workbook.Ref{Row: lastRow(t), Col: max(t.Right, t.leftEdge())}))
	if t.IsTurned() {
		way := budget.Key("part.years-down")
		if t.Projects {
			way = "part.projects-across"
		}
		kinds = append(kinds, l.Text(way))
		from, to = workbook.Ref{Row: from.Col, Col: from.Row}, workbook.Ref{Row: to.Col, Col: to.Row}
	}
	p := Part{Sheet: t.Index, What: strings.Join(kinds, ", "), Range: workbook.Range{From: from, To: to}}
	for i := range t.Columns {
		c := &t.Columns[i]
		p.Headings = append(p.Headings, taken(l, workbook.RefOf(t.Origin(c.At)), c))
	}
	return p
}

// leftEdge is the first column that has a heading of the table.
func (t *Records) leftEdge() int {
	first := t.Right
	for i := range t.Columns {
		first = min(first, t.Columns[i].Col)
	}
	for i := range t.Unknown {
		first = min(first, t.Unknown[i].Col)
	}
	return max(1, first)
}

// taken says how a heading was taken.
func taken(l budget.Language, at workbook.Ref, c *layout.Column) string {
	as := meaningText(l, c)
	if strings.EqualFold(as, notation.Clean(c.Heading)) {
		return at.String() + " " + as
	}
	return at.String() + " " + notation.Clean(c.Heading) + " = " + as
}

// meaningText is what a heading was taken for: its role, and what else it says.
func meaningText(l budget.Language, c *layout.Column) string {
	if c.Role == notation.RoleYear && !c.Ahead {
		return strconv.Itoa(c.Year)
	}
	as := []string{Region{As: string(c.Role)}.Word(l)}
	if c.Subject != "" {
		as = append(as, c.Subject)
	}
	for _, p := range c.Payers {
		as = append(as, l.Word(p))
	}
	if c.Terms.Reimbursement != 0 {
		as = append(as, l.Word(c.Terms.Reimbursement))
	}
	if c.Year != 0 && !c.Ahead {
		as = append(as, strconv.Itoa(c.Year))
	}
	for _, u := range c.Units {
		as = append(as, u.String())
	}
	if c.Void {
		as = append(as, l.Text("part.void"))
	}
	return strings.Join(as, ", ")
}
