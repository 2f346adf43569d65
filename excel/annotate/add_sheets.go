package annotate

import (
	"fmt"
	"path"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
)

// transplant moves the sheets of a workbook of ours into a draft of somebody
// else's, with their styles, drawings and charts. They are listed last, so that
// nothing that refers to a sheet by its number changes its meaning.
type transplant struct {
	draft  *opc.Draft
	into   *sheetml.Workbook
	styles *sheetml.StyleEdit // of the workbook moved into
	from   *opc.Package
	wb     *sheetml.Workbook
	own    *sheetml.Styles
	mapped map[int]int       // styles, ours to theirs
	moved  map[string]string // parts, ours to theirs
	sheets []sheetml.NewSheet
}

// graft reads the pages and moves them.
func graft(p *sheets.Builder, draft *opc.Draft, into *sheetml.Workbook, styles *sheetml.StyleEdit) (*transplant, error) {
	packed, err := p.Bytes()
	if err != nil {
		return nil, err
	}
	from, err := opc.Open(packed, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	t := &transplant{
		draft: draft, into: into, styles: styles, from: from,
		mapped: map[int]int{0: 0}, moved: map[string]string{},
	}
	if t.wb, err = sheetml.ReadWorkbook(from); err != nil {
		return nil, err
	}
	if t.own, err = sheetml.ReadStyles(t.wb.Styles); err != nil {
		return nil, err
	}
	for _, info := range t.wb.Sheets {
		if err := t.move(info); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// move gives a sheet a part, and its drawings theirs. Its texts stand in its own cells:
// the writer of pages keeps no table of shared strings.
func (t *transplant) move(info sheetml.SheetInfo) error {
	content, err := sheetml.MapStyles(info.Part, t.style)
	if err != nil {
		return err
	}
	folder := path.Dir(t.into.Part.Name)
	name := t.draft.FreeName(strings.TrimPrefix(folder+"/worksheets/sheet%d.xml", "./"))
	t.draft.Add(name, worksheetType, t.flavoured(content))
	if err := t.moveRelated(info.Part.Name, name); err != nil {
		return err
	}
	id, err := t.draft.Relate(t.into.Part.Name, t.into.RelationType("worksheet"), "/"+name)
	t.sheets = append(t.sheets, sheetml.NewSheet{Name: info.Name, Relationship: id})
	return err
}

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// moveRelated moves the parts that a part leads to, under free names. Relationships
// are made in the order they stand, so that each keeps the id that the part knows it by.
func (t *transplant) moveRelated(source, newSource string) error {
	rels, err := t.from.Relationships(source)
	if err != nil {
		return err
	}
	for _, r := range rels {
		name, err := t.movePart(source, r)
		if err != nil {
			return err
		}
		id, err := t.draft.Relate(newSource, t.into.RelationType(r.Kind()), "/"+name)
		if err != nil {
			return err
		}
		if id != r.ID {
			return fmt.Errorf("%s: the relationship %s became %s", source, r.ID, id)
		}
	}
	return nil
}

// movePart moves a part that another leads to, once, and returns its new name.
func (t *transplant) movePart(source string, r opc.Relationship) (string, error) {
	part := t.from.Part(r.Target)
	if r.External || part == nil {
		return "", fmt.Errorf("%s leads to %s, which cannot be moved", source, r.Target)
	}
	if name, done := t.moved[part.Name]; done {
		return name, nil
	}
	content, err := part.Bytes()
	if err != nil {
		return "", err
	}
	name := t.draft.FreeName(numbered(part.Name))
	t.moved[part.Name] = name
	t.draft.Add(name, part.ContentType(), t.flavoured(content))
	return name, t.moveRelated(part.Name, name)
}

// numbered is a part's name with a place for its number: xl/charts/chart%d.xml.
func numbered(name string) string {
	extension := path.Ext(name)
	return strings.TrimRight(strings.TrimSuffix(name, extension), "0123456789") + "%d" + extension
}

// flavoured is a part of ours in the flavour of the workbook it goes into.
func (t *transplant) flavoured(content []byte) []byte {
	if !t.into.Strict {
		return content
	}
	return sheetml.InStrict(content)
}

// style is the number, in the workbook moved into, of a style of ours.
func (t *transplant) style(own int) (int, error) {
	if theirs, done := t.mapped[own]; done {
		return theirs, nil
	}
	theirs, ok := t.styles.AddFrom(t.own, own)
	if !ok {
		return 0, errTooManyFormats
	}
	t.mapped[own] = theirs
	return theirs, nil
}

var errTooManyFormats = fmt.Errorf("the workbook has so many cell formats that none can be added")

// list adds the moved sheets to the workbook part, with their own defined names
// and others.
func (t *transplant) list(marks []sheetml.DefinedName) error {
	edits, err := t.into.AddSheets(t.sheets)
	if err != nil {
		return err
	}
	var names []sheetml.DefinedName
	for _, n := range t.wb.Names {
		if n.Sheet >= 0 {
			n.Sheet += len(t.into.Sheets)
			names = append(names, n)
		}
	}
	t.draft.Edit(t.into.Part, append(edits, t.into.AddNames(append(names, marks...))...)...)
	return nil
}
