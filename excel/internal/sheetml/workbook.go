package sheetml

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Workbook is the workbook part and what it leads to.
type Workbook struct {
	layout
	Part     *opc.Part
	Sheets   []SheetInfo
	Names    []DefinedName
	Date1904 bool
	// How it is computed (ECMA-376 part 1, 18.2.2): anew each time it is opened, since its
	// stored results are not relied on; with results as they are shown, not as they are.
	Recalculate, AsShown bool
	Strings              *opc.Part // shared strings; nil when there are none, or the part is missing
	Styles               *opc.Part // nil when there are none
	Theme                *opc.Part // its colours; nil when there are none
	relSpace             string    // namespace of relationship ids
	relation             string    // prefix of relationship types
}

// SheetInfo is a sheet as the workbook lists it.
type SheetInfo struct {
	Name   string
	ID     int // sheetId
	State  string
	Part   *opc.Part // nil for a module of Excel 5
	Kind   string    // of its relationship: worksheet, chartsheet, dialogsheet …
	Hidden bool
}

// DefinedName is a name of the workbook.
type DefinedName struct {
	Name   string
	Text   string // the formula
	Sheet  int    // index of the sheet it is local to, -1 for none
	Hidden bool
}

// ErrNoWorkbook is returned for a package that leads to no workbook.
var ErrNoWorkbook = errors.New("the package leads to no workbook")

// ErrBinary is returned for a workbook in the binary format (.xlsb).
var ErrBinary = errors.New("the workbook is in the binary format")

// binaryMain is the content type of the main part of an .xlsb, which is Microsoft's own.
const binaryMain = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"

// ReadWorkbook finds and reads the workbook of a package.
func ReadWorkbook(p *opc.Package) (*Workbook, error) {
	top, err := p.Relationships("")
	if err != nil {
		return nil, err
	}
	w := &Workbook{}
	for _, r := range top {
		if r.Kind() != "officeDocument" || r.External {
			continue
		}
		if w.Part = p.Part(r.Target); w.Part == nil {
			return nil, fmt.Errorf("%w: %s is missing", ErrNoWorkbook, r.Target)
		}
		w.relation = strings.TrimSuffix(r.Type, "officeDocument")
		break
	}
	if w.Part == nil {
		return nil, ErrNoWorkbook
	}
	if w.Part.ContentType() == binaryMain {
		return nil, ErrBinary
	}
	return w, w.read(p)
}

func (w *Workbook) read(p *opc.Package) error {
	rels, err := p.Relationships(w.Part.Name)
	if err != nil {
		return err
	}
	byID := make(map[string]opc.Relationship, len(rels))
	for _, r := range rels {
		byID[r.ID] = r
		switch r.Kind() {
		case "sharedStrings":
			w.Strings = p.Part(r.Target)
		case "styles":
			w.Styles = p.Part(r.Target)
		case "theme":
			w.Theme = p.Part(r.Target)
		}
	}
	layout, err := walk(w.Part, "workbook", func(s *xmltok.Scanner) error { return w.element(s, p, byID) })
	if err != nil {
		return err
	}
	w.layout = *layout
	w.relSpace = relSpace
	if w.Strict {
		w.relSpace = strictRelSpace
	}
	return nil
}

func (w *Workbook) element(s *xmltok.Scanner, p *opc.Package, byID map[string]opc.Relationship) error {
	switch string(s.Local()) {
	case "workbookPr":
		on, _ := s.AttrText("date1904")
		w.Date1904 = isTrue(on)
	case "calcPr":
		again, _ := s.AttrText("fullCalcOnLoad")
		full, stated := s.AttrText("fullPrecision")
		w.Recalculate, w.AsShown = isTrue(again), stated && !isTrue(full)
	case "sheets":
		return eachChild(s, func() error { return w.sheet(s, p, byID) })
	case "definedNames":
		return eachChild(s, func() error { return w.name(s) })
	}
	return nil
}

func (w *Workbook) sheet(s *xmltok.Scanner, p *opc.Package, byID map[string]opc.Relationship) error {
	var info SheetInfo
	info.Name, _ = s.AttrText("name")
	info.State, _ = s.AttrText("state")
	info.Hidden = info.State == "hidden" || info.State == "veryHidden"
	id, _ := s.Attr("sheetId")
	info.ID, _ = parseIndex(id)
	relID, ok := s.AttrIn(relSpaceEnd, "id")
	if ok && relID == "" {
		w.Sheets = append(w.Sheets, info) // a module sheet of Excel 5, which has no part
		return s.Skip()
	}
	r, found := byID[relID]
	if !ok || !found || r.External {
		return fmt.Errorf("the sheet %q leads to no part", info.Name)
	}
	if info.Part = p.Part(r.Target); info.Part == nil {
		return fmt.Errorf("the sheet %q leads to %s, which is missing", info.Name, r.Target)
	}
	info.Kind = r.Kind()
	if slices.ContainsFunc(w.Sheets, func(other SheetInfo) bool { return other.Part == info.Part }) {
		return fmt.Errorf("the sheet %q is in the part of another", info.Name)
	}
	w.Sheets = append(w.Sheets, info)
	if err := p.Budget().Spend(limit.Sheets, 1); err != nil {
		return err
	}
	return s.Skip()
}

func (w *Workbook) name(s *xmltok.Scanner) error {
	n := DefinedName{Sheet: -1}
	n.Name, _ = s.AttrText("name")
	hidden, _ := s.AttrText("hidden")
	n.Hidden = isTrue(hidden)
	if local, ok := s.Attr("localSheetId"); ok {
		if i, ok := parseIndex(local); ok {
			n.Sheet = i
		}
	}
	text, err := s.InnerText()
	n.Text = text
	w.Names = append(w.Names, n)
	if err != nil {
		return err
	}
	return w.Part.Budget().Spend(limit.Names, 1)
}

// Space is the namespace of the workbook's own elements.
func (w *Workbook) Space() string {
	if w.Strict {
		return StrictMainSpace
	}
	return MainSpace
}

// RelationType is the type of a relationship of the workbook's own flavour,
// Transitional or Strict.
func (w *Workbook) RelationType(kind string) string { return w.relation + kind }
