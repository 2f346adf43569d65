package forms

import (
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// Template is a workbook in the template's layout, a sheet of projects and one of lines
// (poster). Without a submission it is empty, with an example row, drop-down lists and help,
// to be filled in by a department; with one it holds what that says.
type Template struct {
	sheets.Options
	Years      []int          // of the amount columns, the budget year first; none: one column for every year
	Unit       *notation.Unit // a reading.Unit, that amounts are written and read in; nil: kr.
	PriceLevel int            // the year whose prices amounts are in that state none; 0: not said
	Submission *budget.Submission
}

// TemplateOf is what a workbook says, to be written in the template's layout: for the years
// judged, in kroner, at the price level that most of its amounts state (the later of two
// that are stated alike), and at none when some amount states none.
func TemplateOf(r *reading.Review, o sheets.Options) *Template {
	t := &Template{Options: o, Years: r.Report.Years, Submission: r.Submission}
	levels := map[int]int{}
	for i := range r.Submission.Lines {
		r.Submission.Lines[i].Stated(func(a budget.Amount) bool {
			if a.State == budget.Given {
				levels[a.PriceLevel]++
			}
			return true
		})
	}
	if levels[0] > 0 { // what states no level must not get one from the caption
		return t
	}
	for level, n := range levels {
		if most := levels[t.PriceLevel]; n > most || n == most && level > t.PriceLevel {
			t.PriceLevel = level
		}
	}
	return t
}

// ParseYears reads the years of a template as a user writes them: "2027", which with the
// three after it is four, or "2027-2030", ten at most. It reports whether the text is either.
func ParseYears(text string) ([]int, bool) {
	from, to, several := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	first, ok := notation.TypedYear(strings.TrimSpace(from))
	if !ok {
		return nil, false
	}
	last := first + 3
	if several {
		if last, ok = notation.TypedYear(strings.TrimSpace(to)); !ok || last < first || last > first+9 {
			return nil, false
		}
	}
	var years []int
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	return years, true
}

// Write makes the workbook and gives its bytes, the same for the same template. It is the
// department's from the first: the program does not know it again as its own. Its error is
// that the workbook could not be made.
func (t *Template) Write() ([]byte, error) {
	p := sheets.New()
	templateSheet(t, p, "template.projects", projectColumns, t.projects(), t.exampleProject())
	templateSheet(t, p, "template.lines", t.lineColumns(), t.lines(), t.exampleLine())
	return p.Pack()
}

// projects are the rows of the sheet of projects; none of an empty template.
func (t *Template) projects() []*budget.Project {
	if t.Submission == nil {
		return nil
	}
	var rows []*budget.Project
	for i := range t.Submission.Projects {
		rows = append(rows, &t.Submission.Projects[i])
	}
	return rows
}

// lines are the rows of the sheet of lines.
func (t *Template) lines() []templateLine {
	if t.Submission == nil {
		return nil
	}
	names := map[budget.Origin]string{} // of the projects that have lines without naming them
	for _, p := range t.Submission.Projects {
		names[p.Origin] = p.Name.Text
	}
	var rows []templateLine
	for i := range t.Submission.Lines {
		l := &t.Submission.Lines[i]
		rows = append(rows, templateLine{l, names[l.Owner]})
	}
	for _, u := range t.Submission.Unread {
		rows = append(rows, t.unread(u)...)
	}
	return rows
}

// unread are lines for amounts that were not understood, one for each project and each kind that
// they may be of, or of no kind: a person says there what they are.
func (t *Template) unread(u budget.Unread) []templateLine {
	if !u.Money {
		return nil
	}
	text := t.Text("template.unread")
	var rows []templateLine
	for i := range t.Submission.Projects {
		p := &t.Submission.Projects[i]
		if u.Project != budget.NoOrigin && u.Project != p.Origin {
			continue
		}
		kinds := []budget.Field[budget.Kind]{{}}
		if len(u.Kinds) > 0 {
			kinds = nil
		}
		for _, kind := range u.Kinds {
			kinds = append(kinds, budget.Field[budget.Kind]{State: budget.Given, Value: kind})
		}
		for _, kind := range kinds {
			l := &budget.Line{
				Kind:   kind,
				Item:   budget.Field[string]{State: budget.Given, Value: text, Text: text},
				Annual: budget.Amount{Field: budget.Field[decimal.Decimal]{State: budget.Unreadable, Text: text}},
			}
			rows = append(rows, templateLine{l, p.Name.Text})
		}
	}
	return rows
}
