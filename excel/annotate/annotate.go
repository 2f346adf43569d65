package annotate

import (
	"bytes"
	"fmt"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// Copy makes the annotated copy of a workbook: the verdict beside each project,
// what counts beside each line, a note and a fill on each cell with a fault, and
// three new sheets. The copy is made by editing the package: every byte that need
// not change is the input's. It proves that to itself before it returns. What people
// wrote in an earlier copy stands in the new one.
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
	if err := draft.RelateRecord(r.Book.Workbook.Part.Name); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := draft.Write(&out); err != nil {
		return nil, err
	}
	if err := draft.Verify(out.Bytes()); err != nil {
		return nil, fmt.Errorf("the copy is not as it should be and was not written: %w", err)
	}
	return out.Bytes(), nil
}

func (a *annotation) edit(draft *opc.Draft) error {
	styles, err := a.styleEdit()
	if err != nil {
		return err
	}
	e := &bookEdit{annotation: a, draft: draft, styles: styles, sheets: map[int]*sheetml.SheetEdit{}}
	if err := e.columns(); err != nil {
		return err
	}
	if err := e.mark(); err != nil {
		return err
	}
	p := sheets.New()
	a.assessmentSheet(p)
	a.findingsSheet(p)
	a.policySheet(p)
	moved, err := graft(p, draft, a.Book.Workbook, styles)
	if err != nil {
		return err
	}
	if err := moved.list(append(e.marks, a.sheetMarks()...)); err != nil {
		return err
	}
	return e.finish()
}

// styleEdit starts changes of the workbook's cell formats.
func (a *annotation) styleEdit() (*sheetml.StyleEdit, error) {
	if a.Book.Styles != nil {
		return sheetml.NewStyleEdit(a.Book.Styles), nil
	}
	styles, err := sheetml.ParseStyles(sheetml.MinimalStyles(a.Book.Workbook.Space()))
	return sheetml.NewStyleEdit(styles), err
}

// bookEdit gathers the changes of the department's own sheets.
type bookEdit struct {
	*annotation
	draft  *opc.Draft
	styles *sheetml.StyleEdit
	sheets map[int]*sheetml.SheetEdit
	marks  []sheetml.DefinedName
	looks  map[sheets.Style]int
	blocks map[int]bool // blocks of shape ids in use
}

// sheet is the edit of a sheet of the book.
func (e *bookEdit) sheet(index int) *sheetml.SheetEdit {
	if e.sheets[index] == nil {
		e.sheets[index] = sheetml.NewSheetEdit(e.Book.Sheets[index].Sheet)
	}
	return e.sheets[index]
}

// finish turns what was gathered into edits of parts.
func (e *bookEdit) finish() error {
	for i, s := range e.Book.Sheets {
		edit := e.sheets[i]
		if edit == nil {
			continue
		}
		edits, err := edit.Edits()
		if err != nil {
			return err
		}
		e.draft.Edit(s.Part, edits...)
	}
	if e.Book.Styles != nil {
		e.draft.Edit(e.Book.Styles.Part, e.styles.Edits()...)
		return nil
	}
	content, err := opc.Apply(sheetml.MinimalStyles(e.Book.Workbook.Space()), e.styles.Edits())
	if err != nil {
		return err
	}
	name, related := e.promisedStyles()
	if !related {
		folder := folderOf(e.Book.Workbook.Part.Name)
		name = e.draft.FreeNameLike(folder+"styles.xml", folder+"styles%d.xml")
	}
	e.draft.Add(name, stylesType, content)
	if !related {
		_, err = e.draft.Relate(e.Book.Workbook.Part.Name, e.Book.Workbook.RelationType("styles"), "/"+name)
	}
	return err
}

// promisedStyles is the part of cell formats that the workbook leads to and does not
// have, as some programs leave it.
func (e *bookEdit) promisedStyles() (name string, found bool) {
	rels, _ := e.Book.Package.Relationships(e.Book.Workbook.Part.Name) // they have been read before
	for _, r := range rels {
		if r.Kind() == "styles" && !r.External && e.Book.Package.Part(r.Target) == nil {
			return strings.TrimPrefix(r.Target, "/"), true
		}
	}
	return "", false
}

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

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
