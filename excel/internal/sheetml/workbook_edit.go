package sheetml

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

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
