package sheetml

import (
	"errors"
	"fmt"
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
	Strings              *opc.Part       // shared strings; nil when there are none, or the part is missing
	Styles               *opc.Part       // nil when there are none
	Theme                *opc.Part       // its colours; nil when there are none
	relSpace             string          // namespace of relationship ids
	relation             string          // prefix of relationship types
	named                map[string]bool // the sheets' names, in lower case
	parts                map[*opc.Part]bool
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

// ErrMacros is returned for a workbook with a sheet of macros, as before Visual Basic, which
// has cells that are not read.
var ErrMacros = errors.New("a sheet of macros")

// binaryMain is the content type of the main part of an .xlsb, which is Microsoft's own.
const binaryMain = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"

// ReadWorkbook finds and reads the workbook of a package.
func ReadWorkbook(p *opc.Package) (*Workbook, error) {
	top, err := p.Relationships("")
	if err != nil {
		return nil, err
	}
	w := &Workbook{named: map[string]bool{}, parts: map[*opc.Part]bool{}}
	for _, r := range top {
		if r.Kind() != "officeDocument" || r.External {
			continue
		}
		part := p.Part(r.Target)
		switch {
		case part == nil:
			return nil, fmt.Errorf("%w: %s is missing", ErrNoWorkbook, r.Target)
		case w.Part != nil && w.Part != part:
			return nil, &opc.Error{Part: part.Name, Err: opc.Breach(opc.SeveralParts, "", r.Target)}
		}
		w.Part, w.relation = part, strings.TrimSuffix(r.Type, "officeDocument")
	}
	if w.Part == nil {
		return nil, ErrNoWorkbook
	}
	if w.Part.ContentType() == binaryMain {
		return nil, ErrBinary
	}
	if err := isTyped(w.Part, "main"); err != nil {
		return nil, err
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
		if err := w.lead(p, r); err != nil {
			return w.Part.Fault(err)
		}
	}
	layout, err := walk(w.Part, "workbook", func(s *xmltok.Scanner) error { return w.element(s, p, byID) })
	if err != nil {
		return err
	}
	if len(w.Sheets) == 0 {
		return w.Part.Fault(opc.Breach(opc.NoSheets, "", ""))
	}
	w.layout = *layout
	w.relSpace = relSpace
	if w.Strict {
		w.relSpace = strictRelSpace
	}
	return nil
}

// lead notes a part that the workbook leads to, of which it has one.
func (w *Workbook) lead(p *opc.Package, r opc.Relationship) error {
	to := map[string]**opc.Part{"sharedStrings": &w.Strings, "styles": &w.Styles, "theme": &w.Theme}[r.Kind()]
	if to == nil {
		return nil
	}
	part := p.Part(r.Target)
	switch {
	case r.External:
		return opc.Breach(opc.BadRelationship, "", r.ID)
	case *to != nil && part != nil && *to != part:
		return opc.Breach(opc.SeveralParts, "", r.Target)
	case part != nil:
		*to = part
		return isTyped(part, r.Kind())
	}
	return nil
}

// isTyped fails for a part that is stated to be another kind of office part than the one that
// is wanted. A type that is no office's says nothing.
func isTyped(part *opc.Part, wanted string) error {
	stated := strings.ToLower(part.ContentType())
	if strings.HasPrefix(stated, officeTypes) && !strings.HasSuffix(stated, strings.ToLower(wanted)+"+xml") {
		return &opc.Error{Part: part.Name, Err: opc.Breach(opc.WrongType, "", part.ContentType())}
	}
	return nil
}

const officeTypes = "application/vnd.openxmlformats-"

func (w *Workbook) element(s *xmltok.Scanner, p *opc.Package, byID map[string]opc.Relationship) error {
	switch string(s.Local()) {
	case "workbookPr":
		on, stated := s.AttrText("date1904")
		w.Date1904 = isTrue(on)
		if stated && !w.Date1904 && !isFalse(on) {
			return opc.Breach(opc.BadValue, "", "date1904="+on)
		}
		return checkAttributes(s, "")
	case "calcPr":
		again, _ := s.AttrText("fullCalcOnLoad")
		full, stated := s.AttrText("fullPrecision")
		w.Recalculate, w.AsShown = isTrue(again), stated && !isTrue(full)
	case "sheets":
		return eachNamed(s, "sheet", func() error { return w.sheet(s, p, byID) })
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
	if err := checkAttributes(s, ""); err != nil {
		return err
	}
	if err := w.listed(&info); err != nil {
		return err
	}
	relID, ok := w.relationID(s)
	if ok && relID == "" && info.Hidden {
		w.Sheets = append(w.Sheets, info) // a module sheet of Excel 5, which has no part
		return s.Skip()
	}
	r, found := byID[relID]
	if info.Part = p.Part(r.Target); !ok || !found || r.External || info.Part == nil {
		return opc.Breach(opc.NoSheetPart, "", info.Name)
	}
	info.Kind = r.Kind()
	if err := w.checkSheet(&info); err != nil {
		return err
	}
	w.Sheets = append(w.Sheets, info)
	if err := p.Budget().Spend(limit.Sheets, 1); err != nil {
		return err
	}
	return s.Skip()
}

// relationID is the relationship of the element just opened. The namespace is the office's, of
// either flavour.
func (w *Workbook) relationID(s *xmltok.Scanner) (string, bool) {
	if id, ok := s.AttrIn(relSpace, "id"); ok {
		return id, true
	}
	return s.AttrIn(strictRelSpace, "id")
}

// listed fails for a sheet without a name, or with that of another.
func (w *Workbook) listed(info *SheetInfo) error {
	key := strings.ToLower(info.Name)
	if key == "" || w.named[key] {
		return opc.Breach(opc.DuplicateSheet, "", info.Name)
	}
	w.named[key] = true
	return nil
}

// checkSheet fails for a sheet whose part is another's too, or is not of the kind that it says.
func (w *Workbook) checkSheet(info *SheetInfo) error {
	if w.parts[info.Part] {
		return opc.Breach(opc.SharedSheet, "", info.Name)
	}
	w.parts[info.Part] = true
	root, known := sheetRoots[info.Kind]
	if !known {
		return opc.Breach(opc.UnknownSheet, "", info.Name)
	}
	if root == macroSheet {
		return &opc.Error{Part: info.Part.Name, Sheet: info.Name, Err: ErrMacros}
	}
	if info.Kind == "worksheet" { // that it is one is seen when it is read
		return isTyped(info.Part, "worksheet")
	}
	if is, err := rootOf(info.Part); err != nil || is != root {
		return opc.Breach(opc.UnknownSheet, "", info.Name)
	}
	return nil
}

// sheetRoots are the kinds of sheets, and the root of each one's part; those of macros are
// Microsoft's own ([MS-XLSX] 2.1.11).
var sheetRoots = map[string]string{
	"worksheet": "worksheet", "chartsheet": "chartsheet", "dialogsheet": "dialogsheet",
	"http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet":     macroSheet,
	"http://schemas.microsoft.com/office/2006/relationships/xlIntlMacrosheet": macroSheet,
}

const macroSheet = "macrosheet"

// rootOf is the local name of a part's root.
func rootOf(part *opc.Part) (string, error) {
	in, err := part.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	for {
		switch kind, err := s.Next(); {
		case err != nil:
			return "", err
		case kind == xmltok.Start:
			return string(s.Local()), nil
		}
	}
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
