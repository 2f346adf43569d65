package workbook

import (
	"testing"

	"videre/budget"
)

func TestEveryClassOfUnreadableFileHasASentenceAndACure(t *testing.T) {
	for class := Damaged; class <= ChangedCopy; class++ {
		for _, l := range budget.Languages() {
			if fault, cure := Explain(l, &Unreadable{Class: class}); fault == "" || cure == "" {
				t.Errorf("%s %s: %q %q", l, class, fault, cure)
			}
		}
	}
}
