package sheets

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
)

const paperA4 = 9 // ECMA-376 part 1, 18.3.1.63

// setPage sets the sheet up for A4 landscape, one page wide, the row of headings
// repeated, with a footer that holds no date.
func (s *Sheet) setPage(l budget.Language, o Setup) {
	if s.book.err != nil {
		return
	}
	file, fail, pages := s.book.file, s.book.fail, 0 // as many as it takes
	if o.One {
		pages = 1
	}
	fail(file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	fail(file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: new(paperA4), Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(pages),
	}))
	fail(file.SetSheetProps(s.name, &excelize.SheetPropsOptions{
		FitToPage: new(true), TabColorRGB: new("FF" + accent),
	}))
	fail(file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{ // inches
		Left: new(0.4), Right: new(0.4), Top: new(0.5), Bottom: new(0.6),
		Header: new(0.25), Footer: new(0.3),
	}))
	// File and sheet on the left, the program's word in the middle, the page on the right
	// (codes of ECMA-376 part 1, 18.3.1.46).
	fail(file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8&F – &A&C&8" + text.Of(l, "foot") + "&R&8" + text.Of(l, "page") + " &P / &N",
	}))
	if o.Head > 0 {
		row := "$" + strconv.Itoa(o.Head)
		fail(file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: sheetml.QuoteSheet(s.name) + "!" + row + ":" + row,
		}))
	}
}
