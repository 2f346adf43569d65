package workbook_test

import (
	"testing"

	"videre/budget"
	"videre/excel/workbook"
)

func TestEveryClassOfUnreadableFileHasASentenceAndACure(t *testing.T) {
	for class := workbook.Damaged; class <= workbook.ChangedCopy; class++ {
		for _, l := range budget.Languages() {
			if fault, cure := workbook.Explain(l, &workbook.Unreadable{Class: class}); fault == "" || cure == "" {
				t.Errorf("%s %s: %q %q", l, class, fault, cure)
			}
		}
	}
}
