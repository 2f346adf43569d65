package annotate

import (
	"fmt"
	"path"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/sheets"
)

// sheetAdder adds the sheets of a workbook of ours to a draft of somebody else's, with
// their styles, drawings and charts. They are listed last, so that nothing that refers to
// a sheet by its number changes its meaning.
type sheetAdder struct {
	draft     *opc.Draft
	into      *sheetml.Workbook  // the workbook added to
	styles    *sheetml.StyleEdit // its cell formats
	from      *opc.Package
	own       *sheetml.Workbook
	ownStyles *sheetml.Styles
	mapped    map[int]int       // styles, ours to theirs
	added     map[string]string // parts, ours to theirs
	sheets    []sheetml.NewSheet
}

// addSheets adds the sheets that a builder holds; they are still to be listed.
func addSheets(
	b *sheets.Builder, draft *opc.Draft, into *sheetml.Workbook, styles *sheetml.StyleEdit,
) (*sheetAdder, error) {
	built, err := b.Bytes()
	if err != nil {
		return nil, err
	}
	from, err := opc.Open(built, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	a := &sheetAdder{
		draft: draft, into: into, styles: styles, from: from,
		mapped: map[int]int{0: 0}, added: map[string]string{},
	}
	if a.own, err = sheetml.ReadWorkbook(from); err != nil {
		return nil, err
	}
	if a.ownStyles, err = sheetml.ReadStyles(a.own.Styles); err != nil {
		return nil, err
	}
	for _, info := range a.own.Sheets {
		if err := a.add(info); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// add gives a sheet a part, and its drawings theirs. Its texts stand in its own cells:
// the builder of sheets keeps no table of shared strings.
func (a *sheetAdder) add(info sheetml.SheetInfo) error {
	content, err := sheetml.MapStyles(info.Part, a.mapStyle)
	if err != nil {
		return err
	}
	folder := path.Dir(a.into.Part.Name)
	name := a.draft.FreeName(strings.TrimPrefix(folder+"/worksheets/sheet%d.xml", "./"))
	a.draft.Add(name, worksheetType, a.inFlavour(content))
	if err := a.addRelated(info.Part.Name, name); err != nil {
		return err
	}
	id, err := a.draft.Relate(a.into.Part.Name, a.into.RelationType("worksheet"), "/"+name)
	a.sheets = append(a.sheets, sheetml.NewSheet{Name: info.Name, Relationship: id})
	return err
}

const worksheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// addRelated adds the parts that a part leads to, under free names. Relationships
// are made in the order they stand, so that each keeps the id that the part knows it by.
func (a *sheetAdder) addRelated(source, newSource string) error {
	rels, err := a.from.Relationships(source)
	if err != nil {
		return err
	}
	for _, r := range rels {
		name, err := a.addPart(source, r)
		if err != nil {
			return err
		}
		id, err := a.draft.Relate(newSource, a.into.RelationType(r.Kind()), "/"+name)
		if err != nil {
			return err
		}
		if id != r.ID {
			return fmt.Errorf("%s: the relationship %s became %s", source, r.ID, id)
		}
	}
	return nil
}

// addPart adds a part that another leads to, once, and returns its new name.
func (a *sheetAdder) addPart(source string, r opc.Relationship) (string, error) {
	part := a.from.Part(r.Target)
	if r.External || part == nil {
		return "", fmt.Errorf("%s leads to %s, which cannot be added", source, r.Target)
	}
	if name, done := a.added[part.Name]; done {
		return name, nil
	}
	content, err := part.Bytes()
	if err != nil {
		return "", err
	}
	name := a.draft.FreeName(numbered(part.Name))
	a.added[part.Name] = name
	a.draft.Add(name, part.ContentType(), a.inFlavour(content))
	return name, a.addRelated(part.Name, name)
}

// numbered is a part's name with a place for its number: xl/charts/chart%d.xml.
func numbered(name string) string {
	extension := path.Ext(name)
	return strings.TrimRight(strings.TrimSuffix(name, extension), "0123456789") + "%d" + extension
}

// inFlavour is a part of ours in the flavour of the workbook it goes into.
func (a *sheetAdder) inFlavour(content []byte) []byte {
	if !a.into.Strict {
		return content
	}
	return sheetml.InStrict(content)
}

// mapStyle is the number, in the workbook added to, of a style of ours.
func (a *sheetAdder) mapStyle(own int) (int, error) {
	if theirs, done := a.mapped[own]; done {
		return theirs, nil
	}
	theirs, ok := a.styles.AddFrom(a.ownStyles, own)
	if !ok {
		return 0, errTooManyFormats
	}
	a.mapped[own] = theirs
	return theirs, nil
}

var errTooManyFormats = fmt.Errorf("the workbook has so many cell formats that none can be added")

// list adds the new sheets to the workbook part, with their own defined names
// and others.
func (a *sheetAdder) list(marks []sheetml.DefinedName) error {
	edits, err := a.into.AddSheets(a.sheets)
	if err != nil {
		return err
	}
	var names []sheetml.DefinedName
	for _, n := range a.own.Names {
		if n.Sheet >= 0 {
			n.Sheet += len(a.into.Sheets)
			names = append(names, n)
		}
	}
	a.draft.Edit(a.into.Part, append(edits, a.into.AddNames(append(names, marks...))...)...)
	return nil
}
