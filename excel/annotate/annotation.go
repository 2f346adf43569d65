package annotate

import (
	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
)

// annotation is one annotated copy in the making.
type annotation struct {
	*reading.Reading
	report  *budget.Report
	written []Entry // what people wrote in an earlier copy
	sheets.Options
	names     sheetNames
	noColumns []budget.Origin          // projects and tables that got no columns beside them
	noNotes   []budget.Origin          // cells that could take no note
	fills     map[budget.Origin]string // fills that tinted cells had, as elements
}

// sheetNames are the names of our sheets in this copy.
type sheetNames struct{ assessment, findings, policy string }

func (a *annotation) say(key budget.Key, args ...budget.Arg) string {
	return text.Say(a.Language, key, a.Book.Locate, args...)
}

// sentences are messages of the domain, said.
func (a *annotation) sentences(messages []budget.Message) []string {
	said := make([]string, len(messages))
	for i, m := range messages {
		said[i] = a.Language.Say(m, a.Book.Locate)
	}
	return said
}

func (a *annotation) counted() []budget.Arg {
	return append(a.report.Count().Args(), text.Arg("sheet", budget.Quote(a.names.findings)))
}

// reference is a cell as a link's target: 'Økonomi'!F7.
func (a *annotation) reference(o budget.Origin) (string, bool) {
	sheet, cell := a.Book.Place(o)
	return sheetml.QuoteSheet(sheet) + "!" + cell, sheet != ""
}
