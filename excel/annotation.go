package excel

import (
	"strings"

	"videre/budget"
)

// Options are how a copy is annotated.
type Options struct {
	Language budget.Language
	Version  string // of the program
}

func (o Options) text(key budget.Key) string { return texts.Text(o.Language, key) }

func (o Options) heads(keys ...budget.Key) []cell {
	cells := make([]cell, len(keys))
	for i, key := range keys {
		cells[i] = cell{o.text(key), headLook}
	}
	return cells
}

// annotation is one annotated copy in the making.
type annotation struct {
	*Reading
	report  *budget.Report
	written []entry // what people wrote in an earlier copy
	Options
	names     sheetNames
	noColumns []budget.Origin          // projects and tables that got no columns beside them
	noNotes   []budget.Origin          // cells that could take no note
	fills     map[budget.Origin]string // fills that tinted cells had, as elements
}

// sheetNames are the names of our sheets in this copy.
type sheetNames struct{ assessment, findings, policy string }

func (a *annotation) say(key budget.Key, args ...budget.Arg) string {
	return say(a.Language, key, a.Book.Locate, args...)
}

// sentences are messages of the domain, said.
func (a *annotation) sentences(messages []budget.Message) []string {
	said := make([]string, len(messages))
	for i, m := range messages {
		said[i] = a.Language.Say(m, a.Book.Locate)
	}
	return said
}

// waived are a project's waivers as sentences.
func (o Options) waived(s *budget.Assessment) []string {
	var said []string
	for _, w := range s.Waivers {
		said = append(said, say(o.Language, "assessment.waiver", nil, arg("waiver", budget.Quote(o.waiver(w)))))
	}
	return said
}

func (a *annotation) counted() []budget.Arg {
	return append(a.report.Count().Args(), arg("sheet", budget.Quote(a.names.findings)))
}

// reference is a cell as a link's target: 'Økonomi'!F7.
func (a *annotation) reference(o budget.Origin) (string, bool) {
	sheet, cell := a.Book.Place(o)
	return quoteSheet(sheet) + "!" + cell, sheet != ""
}

// freeName is a name for a new sheet: the wanted one, with a number where a sheet
// of the workbook has it.
func (b *Book) freeName(wanted string) string {
	name := wanted
	for n := 2; b.hasSheet(name); n++ {
		name = wanted + " (" + itoa(n) + ")"
	}
	return name
}

func (b *Book) hasSheet(name string) bool {
	for _, info := range b.wb.Sheets {
		if strings.EqualFold(info.Name, name) {
			return true
		}
	}
	return false
}
