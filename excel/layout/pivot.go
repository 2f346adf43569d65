package layout

import "videre/excel/workbook"

// IsPivot reports whether a sheet holds a pivot table's result: what it sums stands elsewhere.
func (f *Finder) IsPivot(s *workbook.Sheet) bool { return f.isPivot(s) }
