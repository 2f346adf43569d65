package reports

import (
	"cmp"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
)

// Summary is several workbooks, read and judged, to be told of in one workbook of ours.
type Summary struct {
	sheets.Options
	Policy     *budget.Policy // that all of them were held against
	BudgetYear int            // 0 while unknown
	Workbooks  []Summarised
	Across     *budget.Portfolio // of budget.Across, over the reports in the workbooks' order
	Skipped    []string          // sentences on the files passed over, in the summary's language
}

// Summarised is one workbook of a batch.
type Summarised struct {
	Path   string          // as it is shown
	Copy   string          // its annotated copy, relative to the summary's folder, with slashes; empty for none
	Review *reading.Judged // nil when it could not be read
	Fault  string          // why it could not be read, or its copy not written; empty for neither
	Cure   string          // how to put that right
}

// SummaryName is the file name of a summary, the same in every language:
// "samlet-vurdering-2026.xlsx", without a year when the budget year is 0.
func SummaryName(budgetYear int) string {
	if budgetYear == 0 {
		return "samlet-vurdering.xlsx"
	}
	return "samlet-vurdering-" + strconv.Itoa(budgetYear) + ".xlsx"
}

// Write makes the workbook: an overview, the projects with links to their copies,
// sums per department, what it means for the budget, a sentence a project, every
// finding, what was found across workbooks, the files and the rules. Amounts are shown in
// kroner. The bytes are a function of the summary alone. Its error is that the workbook could
// not be made.
func (s *Summary) Write() ([]byte, error) {
	p := sheets.New()
	for _, add := range []func(*sheets.Builder){
		s.overviewSheet, s.projectsSheet, s.totalsSheet, s.effectsSheet, s.sentencesSheet,
		s.findingsSheet, s.acrossSheet, s.filesSheet, s.rulesSheet,
	} {
		add(p)
	}
	return p.Finish()
}

// reports are the workbooks' reports, nil for those not read.
func (s *Summary) reports() []*budget.Report {
	reports := make([]*budget.Report, len(s.Workbooks))
	for i, w := range s.Workbooks {
		if w.Review != nil {
			reports[i] = w.Review.Report
		}
	}
	return reports
}

// years are the years judged, the budget year first; none while it is unknown.
func (s *Summary) years() []int {
	if s.BudgetYear == 0 {
		return nil
	}
	return s.Policy.Years(s.BudgetYear)
}

// say is a sentence of the catalogue in the summary's language.
func (s *Summary) say(key budget.Key, args ...budget.Arg) string {
	return text.Say(s.Language, key, nil, args...)
}

// listSheet is a sheet of one table: its title and a line below it, a row for each value,
// and a filter. Where there are no rows a sentence may stand in their place.
func listSheet[T any](
	s *Summary, p *sheets.Builder, key budget.Key, lead string,
	table []sheets.SheetColumn[T], rows []T, none string,
) {
	const head = 4
	g := p.AddSheet(s.Language, s.Text("summary.sheet."+key), sheets.Setup{
		Widths: sheets.WidthsOf(table),
		Frozen: sheetml.Ref{Row: head + 1, Col: 1},
		Head:   head,
	})
	g.Write(30, sheets.TitleStyle.Cell(s.Text("summary.title."+key)))
	g.Write(0, sheets.QuietStyle.Cell(lead))
	g.Skip(1)
	last := sheets.WriteHeads(g, table)
	for _, row := range rows {
		last = sheets.WriteRow(g, table, row)
	}
	if len(rows) == 0 && none != "" {
		g.Write(0, sheets.QuietStyle.Cell(none))
	}
	g.Filter(head, last, len(table))
	g.Close()
}

// stated is what a workbook states, or that it does not.
func (s *Summary) stated(text string) string { return cmp.Or(text, s.Text("summary.not-stated")) }

// verdict is a verdict as a cell.
func (s *Summary) verdict(v budget.Verdict) sheets.Cell {
	return sheets.VerdictStyle(v).Cell(s.Language.Word(v))
}

// inCopy is a text that leads to a place of a workbook's copy; the text alone when there
// is no copy.
func (w *Summarised) inCopy(text string, at budget.Origin, tip string) any {
	if w.Copy == "" {
		return text
	}
	target := linkPath.Replace(w.Copy)
	if sheet, address := w.Review.Book.Place(at); sheet != "" {
		target += "#" + sheetml.QuoteSheet(sheet) + "!" + address
	}
	return sheets.Linked{Text: text, Target: target, Tip: tip}
}

// linkPath escapes what has a meaning of its own in a link.
var linkPath = strings.NewReplacer("%", "%25", "#", "%23", " ", "%20", "?", "%3F")
