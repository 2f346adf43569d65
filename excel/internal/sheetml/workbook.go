package sheetml

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

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

// Workbook is the workbook part and what it leads to.
type Workbook struct {
	layout
	Part     *opc.Part
	Sheets   []SheetInfo
	Names    []DefinedName
	Date1904 bool
	Strings  *opc.Part // shared strings; nil when there are none, or the part is missing
	Styles   *opc.Part // nil when there are none
	relSpace string    // namespace of relationship ids
	relation string    // prefix of relationship types
}

// ErrNoWorkbook is returned for a package that leads to no workbook.
var ErrNoWorkbook = errors.New("the package leads to no workbook")

// ErrBinary is returned for a workbook in the binary format (.xlsb).
var ErrBinary = errors.New("the workbook is in the binary format")

// The main parts' content types (ECMA-376 part 1, 12.3.23, and Microsoft's for macros).
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
	w.Sheets = append(w.Sheets, info)
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
	return err
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

// NewSheet is a sheet to be listed.
type NewSheet struct{ Name, Relationship string }

// AddSheets are the edits that list sheets after the others.
func (w *Workbook) AddSheets(sheets []NewSheet) ([]opc.Edit, error) {
	list := w.child("sheets")
	if list == nil || list.empty {
		return nil, fmt.Errorf("%s lists no sheets", w.Part.Name)
	}
	id := 0
	for _, s := range w.Sheets {
		id = max(id, s.ID)
	}
	var b strings.Builder
	for _, s := range sheets {
		id++
		b.WriteString(`<` + w.prefix + `sheet xmlns:vr="` + w.relSpace + `" name="` + xmltok.Escape(s.Name) + `"` +
			` sheetId="` + strconv.Itoa(id) + `" vr:id="` + s.Relationship + `"/>`)
	}
	return []opc.Edit{{At: list.inner, Insert: b.String()}}, nil
}

// workbookOrder is the order of the workbook's elements (ECMA-376 part 1, 18.2.27).
var workbookOrder = []string{"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
	"functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches",
	"smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"}

// AddNames are the edits that add defined names after the others.
func (w *Workbook) AddNames(names []DefinedName) []opc.Edit {
	var b strings.Builder
	for _, n := range names {
		b.WriteString(`<` + w.prefix + `definedName name="` + xmltok.Escape(n.Name) + `"`)
		if n.Sheet >= 0 {
			b.WriteString(` localSheetId="` + strconv.Itoa(n.Sheet) + `"`)
		}
		if n.Hidden {
			b.WriteString(` hidden="1"`)
		}
		b.WriteString(`>` + xmltok.Escape(n.Text) + `</` + w.prefix + `definedName>`)
	}
	tag := w.prefix + "definedNames"
	switch list := w.child("definedNames"); {
	case len(names) == 0:
		return nil
	case list == nil:
		return []opc.Edit{{At: w.insertAt(workbookOrder, "definedNames"), Insert: enclosed(tag, b.String())}}
	case list.empty:
		return []opc.Edit{{At: list.inner, Remove: 2, Insert: `>` + b.String() + `</` + tag + `>`}}
	default:
		return []opc.Edit{{At: list.inner, Insert: b.String()}}
	}
}

// Removal is what is taken off a workbook's lists.
type Removal struct {
	Sheets  map[int]bool           // by their place
	Names   func(name string) bool // which defined names
	Instead []DefinedName          // names that are added
}

// Remove are the edits that take off sheets and defined names, as AddSheets and AddNames
// added them. Names that are local to those sheets go too, and what refers to a sheet by
// its place is numbered anew.
func (w *Workbook) Remove(r Removal) ([]opc.Edit, error) {
	sheet, dropped := -1, 0
	var numbers []opc.Edit
	edits, err := opc.Cut(w.Part, func(s *xmltok.Scanner) bool {
		switch string(s.Local()) {
		case "sheet":
			sheet++
			return r.Sheets[sheet]
		case "workbookView":
			numbers = append(numbers, w.renumbered(s, r.Sheets, "activeTab", "firstSheet")...)
		case "definedName":
			if r.drops(s) {
				dropped++
				return true
			}
			numbers = append(numbers, w.renumbered(s, r.Sheets, "localSheetId")...)
		}
		return false
	})
	if err != nil {
		return nil, err
	}
	edits = append(edits, numbers...)
	if list := w.child("definedNames"); list != nil && dropped > 0 && dropped == len(w.Names) && len(r.Instead) == 0 {
		// The list goes with the last of its names: AddNames makes one where there is none.
		edits = slices.DeleteFunc(edits, func(e opc.Edit) bool { return e.At >= list.start && e.At < list.end })
		edits = append(edits, opc.Edit{At: list.start, Remove: list.end - list.start})
	}
	return append(edits, w.AddNames(r.Instead)...), nil
}

// drops reports whether the defined name just opened is taken off.
func (r *Removal) drops(s *xmltok.Scanner) bool {
	name, _ := s.AttrText("name")
	local, isLocal := s.Attr("localSheetId")
	i, ok := parseIndex(local)
	return r.Names(name) || isLocal && ok && r.Sheets[i]
}

// renumbered are the edits that number anew attributes that hold a sheet's place; one
// that held that of the last sheets now holds the last that is left.
func (w *Workbook) renumbered(s *xmltok.Scanner, without map[int]bool, names ...string) []opc.Edit {
	var edits []opc.Edit
	for _, a := range s.Attrs {
		was, ok := parseIndex(a.Value)
		if !ok || was >= len(w.Sheets) || !slices.Contains(names, string(a.Name)) {
			continue
		}
		now := was
		for index := range without {
			if index < was {
				now--
			}
		}
		if now = max(0, min(now, len(w.Sheets)-len(without)-1)); now != was {
			edits = append(edits, opc.Edit{At: a.Offset, Remove: int64(len(a.Value)), Insert: strconv.Itoa(now)})
		}
	}
	return edits
}
