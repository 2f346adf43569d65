package annotate

import (
	"path"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
)

// departmentEdit gathers the changes of the department's own sheets.
type departmentEdit struct {
	*annotation
	draft       *opc.Draft
	styles      *sheetml.StyleEdit
	sheets      map[int]*sheetml.SheetEdit
	marks       []sheetml.DefinedName
	cellStyles  map[sheets.Style]int
	shapeBlocks map[int]bool // blocks of shape ids in use
}

// styleEdit starts changes of the workbook's cell formats.
func (a *annotation) styleEdit() (*sheetml.StyleEdit, error) {
	if a.Book.Styles != nil {
		return sheetml.NewStyleEdit(a.Book.Styles), nil
	}
	styles, err := sheetml.ParseStyles(sheetml.MinimalStyles(a.Book.Workbook.Space()))
	return sheetml.NewStyleEdit(styles), err
}

// sheet is the edit of a sheet of the book.
func (e *departmentEdit) sheet(index int) *sheetml.SheetEdit {
	if e.sheets[index] == nil {
		e.sheets[index] = sheetml.NewSheetEdit(e.Book.Sheets[index].Sheet)
	}
	return e.sheets[index]
}

// finish turns what was gathered into edits of parts.
func (e *departmentEdit) finish() error {
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
func (e *departmentEdit) promisedStyles() (name string, found bool) {
	rels, _ := e.Book.Package.Relationships(e.Book.Workbook.Part.Name) // they have been read before
	for _, r := range rels {
		if r.Kind() == "styles" && !r.External && e.Book.Package.Part(r.Target) == nil {
			return strings.TrimPrefix(r.Target, "/"), true
		}
	}
	return "", false
}

const stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

// folderOf is a part's folder with a slash behind it; empty for the root.
func folderOf(part string) string {
	folder, _ := path.Split(part)
	return folder
}

// cell is a cell of ours as it stands among the department's own.
func (e *departmentEdit) cell(c sheets.Cell) sheetml.NewCell {
	style := e.cellStyle(c.Style)
	if number, ok := c.Value.(float64); ok {
		return sheetml.NewCell{Number: strconv.FormatFloat(number, 'f', -1, 64), Style: style}
	}
	text, _ := c.Value.(string)
	return sheetml.NewCell{Text: text, Style: style}
}

// cellStyle is the index of one of our cell styles in the workbook; that of a workbook
// which can hold no more is its plain one.
func (e *departmentEdit) cellStyle(style sheets.Style) int {
	if index, done := e.cellStyles[style]; done {
		return index
	}
	index, ok := e.styles.Add(style.BesideTheirs())
	if !ok {
		index = 0
	}
	e.cellStyles[style] = index
	return index
}
