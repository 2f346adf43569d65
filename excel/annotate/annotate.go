package annotate

import (
	"bytes"
	"errors"
	"fmt"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// Copy makes the annotated copy of a workbook, as the bytes of a file: the verdict beside
// each project, what counts beside each line, a note and a fill on each cell with a fault,
// and three new sheets, in the language of o. What people wrote in an earlier copy stands
// in the new one; written is nil when there is none.
//
// The copy is made by editing the package: every byte that need not change is the input's.
// It proves that to itself before it returns, and fails when it is not so, or when the
// workbook can hold no more cell formats.
func Copy(r *reading.Reading, report *budget.Report, written []Entry, o sheets.Options) ([]byte, error) {
	a := &annotation{Reading: r, report: report, written: written, Options: o}
	a.names = sheetNames{
		assessment: r.Book.FreeName(a.Text("sheet.assessment")),
		findings:   r.Book.FreeName(a.Text("sheet.findings")),
		policy:     r.Book.FreeName(a.Text("sheet.policy")),
	}
	draft := opc.NewDraft(r.Book.Package)
	if err := a.edit(draft); err != nil {
		return nil, err
	}
	if err := draft.NoteMaking(Making{r.Settings, report.Policy.Fingerprint(), o}); err != nil {
		return nil, err
	}
	if err := draft.RelateRecord(r.Book.Workbook.Part.Name); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := draft.Write(&out); err != nil {
		return nil, err
	}
	if err := draft.Verify(out.Bytes()); err != nil {
		return nil, fmt.Errorf("%w: %w", errNotAsItShould, err)
	}
	if err := reads(draft, out.Bytes(), r.Book); err != nil {
		return nil, fmt.Errorf("%w: %w", errNotAsItShould, err)
	}
	return out.Bytes(), nil
}

// errNotAsItShould is why a copy that was made is not given.
var errNotAsItShould = errors.New("the copy is not as it should be and was not written")

// annotation is one annotated copy in the making.
type annotation struct {
	*reading.Reading
	report  *budget.Report
	written []Entry // what people wrote in an earlier copy
	sheets.Options
	names     sheetNames
	noColumns []budget.Origin // projects and tables that got no columns beside them
	noNotes   []budget.Origin // cells that could take no note
	// uncoloured tells that the workbook has no room for the formats that colour cells.
	uncoloured bool
	fills      map[budget.Origin]string // fills that tinted cells had, as elements
}

// edit adds to a draft what the copy has more than the workbook. The sheets come last:
// they tell what found no room on the department's.
func (a *annotation) edit(draft *opc.Draft) error {
	styles, err := a.styleEdit()
	if err != nil {
		return err
	}
	e := &departmentEdit{
		annotation: a, draft: draft, styles: styles,
		sheets: map[int]*sheetml.SheetEdit{}, cellStyles: map[sheets.Style]int{},
	}
	if err := e.addColumns(); err != nil {
		return err
	}
	if err := e.noteFindings(); err != nil {
		return err
	}
	b := sheets.New()
	a.assessmentSheet(b)
	a.findingsSheet(b)
	a.policySheet(b)
	added, err := addSheets(b, draft, a.Book.Workbook, styles)
	if err != nil {
		return err
	}
	if err := added.list(append(e.marks, a.sheetMarks()...)); err != nil {
		return err
	}
	return e.finish()
}

// sheetNames are the names of our sheets in this copy.
type sheetNames struct{ assessment, findings, policy string }

// sheetMarks are the defined names that our sheets are known by.
func (a *annotation) sheetMarks() []sheetml.DefinedName {
	mark := func(name, sheet string) sheetml.DefinedName {
		return sheetml.DefinedName{Name: name, Text: sheetml.QuoteSheet(sheet) + "!$A$1", Sheet: -1, Hidden: true}
	}
	return []sheetml.DefinedName{
		mark(markAssessment, a.names.assessment),
		mark(markFindings, a.names.findings),
		mark(markPolicy, a.names.policy),
	}
}

// say is a sentence of the catalogue, in the copy's language.
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

// counted is how many findings of each severity there are, and the sheet that lists them.
func (a *annotation) counted() []budget.Arg {
	return append(a.report.Count().Args(), text.Arg("sheet", budget.Quote(a.names.findings)))
}

// reference is a cell as a link's target: 'Økonomi'!F7.
func (a *annotation) reference(o budget.Origin) (string, bool) {
	sheet, cell := a.Book.Place(o)
	return sheetml.QuoteSheet(sheet) + "!" + cell, sheet != ""
}

// sheetLocator names cells of one sheet by their addresses alone.
func (a *annotation) sheetLocator(index int) budget.Locator {
	return func(o budget.Origin) string {
		if i, at, ok := workbook.PlaceOf(o); ok && i == index {
			return at.String()
		}
		return a.Book.Locate(o)
	}
}
