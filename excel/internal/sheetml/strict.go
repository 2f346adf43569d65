package sheetml

import (
	"slices"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// What other programs would read otherwise than this one is not read at all: an element that
// the format does not have, one that stands twice, alternate contents. Those of other
// namespaces are passed over only where the part says that they may be (ECMA-376 part 3, 7.2).

// rootOrders are the elements that may stand right inside a part's root, by the root's name.
var rootOrders = map[string][]string{
	"worksheet": sheetOrder, "workbook": workbookOrder, "styleSheet": styleOrder, "sst": {"si", "extLst"},
}

// isRead has the elements of which those right inside a root are read: they stand there once,
// and in no alternate content, with what stands in them.
var isRead = map[string]bool{
	"sheetFormatPr": true, "cols": true, "sheetData": true, "mergeCells": true, "conditionalFormatting": true,
	"workbookPr": true, "sheets": true, "definedNames": true, "calcPr": true,
	"numFmts": true, "fonts": true, "fills": true, "borders": true, "cellXfs": true, "dxfs": true,
	"si": true, "row": true, "c": true,
}

// mayRepeat are those that a part may have several of.
var mayRepeat = map[string]bool{"cols": true, "conditionalFormatting": true, "si": true}

// mayStand fails for an element that may not stand right inside the root.
func (l *layout) mayStand(s *xmltok.Scanner, e *element) error {
	order, known := rootOrders[l.root]
	switch {
	case !known || s.IsAlternate():
		return nil
	case !e.main && !s.Ignorable(), e.main && !slices.Contains(order, e.name):
		return opc.Breach(opc.UnknownElement, "", string(s.Name))
	case e.main && isRead[e.name] && !mayRepeat[e.name] && l.child(e.name) != nil:
		return opc.Breach(opc.RepeatedElement, "", e.name)
	}
	return nil
}

// mainName is the name of an element of SpreadsheetML; of any other, nothing.
func mainName(s *xmltok.Scanner) []byte {
	if isMain(s) {
		return s.Local()
	}
	return nil
}

// passOver skips an element that is none of those that may stand there, where the part
// allows it.
func passOver(s *xmltok.Scanner, at string) error {
	switch {
	case s.IsAlternate():
		return opc.Breach(opc.AlternateContent, at, string(s.Name))
	case !s.Ignorable():
		return opc.Breach(opc.UnknownElement, at, string(s.Name))
	}
	return s.Skip()
}

// eachNamed calls each at the Start of every element of one name inside the one just opened,
// which holds no others.
func eachNamed(s *xmltok.Scanner, name string, each func() error) error {
	return eachChild(s, func() error {
		if string(mainName(s)) != name {
			return passOver(s, "")
		}
		return each()
	})
}
