package excel

import (
	"bytes"
	"fmt"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Annotate makes the annotated copy of a workbook: the verdict beside each project,
// what counts beside each line, a note and a fill on each cell with a fault, and
// three new sheets. The copy is made by editing the package: every byte that need
// not change is the input's. It proves that to itself before it returns. What people
// wrote in an earlier copy stands in the new one.
func Annotate(r *Reading, report *budget.Report, written []entry, o Options) ([]byte, error) {
	a := &annotation{Reading: r, report: report, written: written, Options: o}
	a.names = sheetNames{
		assessment: r.Book.freeName(a.text("sheet.assessment")),
		findings:   r.Book.freeName(a.text("sheet.findings")),
		policy:     r.Book.freeName(a.text("sheet.policy")),
	}
	draft := opc.NewDraft(r.Book.pkg)
	if err := a.edit(draft); err != nil {
		return nil, err
	}
	if err := draft.RelateRecord(r.Book.wb.Part.Name); err != nil {
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
	p := newPages()
	a.assessmentPage(p)
	a.findingsPage(p)
	a.policyPage(p)
	moved, err := graft(p, draft, a.Book.wb, styles)
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
	if a.Book.styles != nil {
		return sheetml.NewStyleEdit(a.Book.styles), nil
	}
	styles, err := sheetml.ParseStyles(sheetml.MinimalStyles(a.Book.wb.Space()))
	return sheetml.NewStyleEdit(styles), err
}

// bookEdit gathers the changes of the department's own sheets.
type bookEdit struct {
	*annotation
	draft  *opc.Draft
	styles *sheetml.StyleEdit
	sheets map[int]*sheetml.SheetEdit
	marks  []sheetml.DefinedName
	looks  map[look]int
	blocks map[int]bool // blocks of shape ids in use
}

// sheet is the edit of a sheet of the book.
func (e *bookEdit) sheet(index int) *sheetml.SheetEdit {
	if e.sheets[index] == nil {
		e.sheets[index] = sheetml.NewSheetEdit(e.Book.sheets[index].Sheet)
	}
	return e.sheets[index]
}

// finish turns what was gathered into edits of parts.
func (e *bookEdit) finish() error {
	for i, s := range e.Book.sheets {
		edit := e.sheets[i]
		if edit == nil {
			continue
		}
		edits, err := edit.Edits()
		if err != nil {
			return err
		}
		e.draft.Edit(s.part, edits...)
	}
	if e.Book.styles != nil {
		e.draft.Edit(e.Book.styles.Part, e.styles.Edits()...)
		return nil
	}
	content, err := opc.Apply(sheetml.MinimalStyles(e.Book.wb.Space()), e.styles.Edits())
	if err != nil {
		return err
	}
	name, related := e.promisedStyles()
	if !related {
		folder := folderOf(e.Book.wb.Part.Name)
		name = e.draft.FreeNameLike(folder+"styles.xml", folder+"styles%d.xml")
	}
	e.draft.Add(name, stylesType, content)
	if !related {
		_, err = e.draft.Relate(e.Book.wb.Part.Name, e.Book.wb.RelationType("styles"), "/"+name)
	}
	return err
}

// promisedStyles is the part of cell formats that the workbook leads to and does not
// have, as some programs leave it.
func (e *bookEdit) promisedStyles() (name string, found bool) {
	rels, _ := e.Book.pkg.Relationships(e.Book.wb.Part.Name) // they have been read before
	for _, r := range rels {
		if r.Kind() == "styles" && !r.External && e.Book.pkg.Part(r.Target) == nil {
			return strings.TrimPrefix(r.Target, "/"), true
		}
	}
	return "", false
}

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

// markPrefix begins the defined names that mark what is ours in other people's workbooks.
const markPrefix = "videre_"

// Marks are defined names that survive when the copy is saved by another program:
// by them our sheets and columns are known again.
const (
	markAssessment = markPrefix + "vurdering"
	markFindings   = markPrefix + "kontrol"
	markPolicy     = markPrefix + "regler"
	markColumns    = markPrefix + "kolonner_"
)

func (a *annotation) sheetMarks() []sheetml.DefinedName {
	mark := func(name, sheet string) sheetml.DefinedName {
		return sheetml.DefinedName{Name: name, Text: quoteSheet(sheet) + "!$A$1", Sheet: -1, Hidden: true}
	}
	return []sheetml.DefinedName{
		mark(markAssessment, a.names.assessment),
		mark(markFindings, a.names.findings),
		mark(markPolicy, a.names.policy),
	}
}
