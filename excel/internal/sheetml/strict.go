package sheetml

import (
	"bytes"
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

// isItem has what stands in them, by its name. In another namespace, where it may be passed
// over, it is as good as never anything but a trap for programs that heed no namespaces.
var isItem = map[string]bool{
	"v": true, "f": true, "is": true, "t": true, "r": true, "col": true, "mergeCell": true, "sheet": true, "definedName": true,
	"numFmt": true, "font": true, "fill": true, "border": true, "xf": true, "dxf": true,
}

// mayRepeat are those that a part may have several of.
var mayRepeat = map[string]bool{"cols": true, "conditionalFormatting": true, "si": true}

// mayStand fails for an element that may not stand right inside the root.
func (l *layout) mayStand(s *xmltok.Scanner, e *element) error {
	order, known := rootOrders[l.root]
	switch {
	case !known || s.IsAlternate():
		return nil
	case !e.main && (!s.Ignorable() || isRead[e.name]), e.main && !slices.Contains(order, e.name):
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
	case !s.Ignorable() || isRead[string(s.Local())] || isItem[string(s.Local())]:
		return opc.Breach(opc.UnknownElement, at, string(s.Name))
	}
	return skipUnread(s, at)
}

// skipUnread skips an element whose contents are not read. What would be read elsewhere may not
// stand in it: some programs read rows and cells wherever they stand.
func skipUnread(s *xmltok.Scanner, at string) error {
	for depth := s.Depth(); ; {
		kind, err := s.Next()
		if err != nil || kind == xmltok.End && s.Depth() < depth {
			return err
		}
		if kind == xmltok.Start && isMain(s) && isRead[string(s.Local())] {
			return opc.Breach(opc.UnknownElement, at, string(s.Name))
		}
	}
}

// attributesOf are the attributes that the elements have whose attributes are read. One that
// the format does not have is one that is misspelt, as a rule, and no program knows for what.
var attributesOf = map[string][]string{
	"row": {"r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed", "thickTop",
		"thickBot", "ph"},
	"col": {"min", "max", "width", "style", "hidden", "bestFit", "customWidth", "phonetic", "outlineLevel", "collapsed"},
	"f":   {"t", "aca", "ref", "dt2D", "dtr", "del1", "del2", "r1", "r2", "ca", "si", "bx"},
	"sheetFormatPr": {"baseColWidth", "defaultColWidth", "defaultRowHeight", "customHeight", "zeroHeight", "thickTop",
		"thickBottom", "outlineLevelRow", "outlineLevelCol"},
	"mergeCell": {"ref"},
	"sheet":     {"name", "sheetId", "state"},
	"workbookPr": {"date1904", "showObjects", "showBorderUnselectedTables", "filterPrivacy", "promptedSolutions",
		"showInkAnnotation", "backupFile", "saveExternalLinkValues", "updateLinks", "codeName", "hidePivotFieldList",
		"showPivotChartFilter", "allowRefreshQuery", "publishItems", "checkCompatibility", "autoCompressPictures",
		"refreshAllConnections", "defaultThemeVersion", "dateCompatibility"},
	"numFmt": {"numFmtId", "formatCode"},
	"xf": {"numFmtId", "fontId", "fillId", "borderId", "xfId", "quotePrefix", "pivotButton", "applyNumberFormat",
		"applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"},
}

// checkAttributes fails where the element just opened has an attribute, of no other namespace,
// that it does not have in the format.
func checkAttributes(s *xmltok.Scanner, at string) error {
	known := attributesOf[string(s.Local())]
	for _, a := range s.Attrs {
		if isOwn(a.Name) && !slices.Contains(known, string(a.Name)) {
			return opc.Breach(opc.UnknownAttribute, at, string(a.Name))
		}
	}
	return nil
}

// isOwn reports whether an attribute is the element's own: of no namespace, and declaring none.
func isOwn(name []byte) bool {
	return bytes.IndexByte(name, ':') < 0 && string(name) != "xmlns"
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
