package workbook_test

import (
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/workbook"
)

func TestEveryClassOfUnreadableFileHasASentenceAndACure(t *testing.T) {
	for class := workbook.Damaged; class <= workbook.MacroSheet; class++ {
		for _, l := range budget.Languages() {
			if fault, cure := workbook.Explain(l, &workbook.Unreadable{Class: class}); fault == "" || cure == "" {
				t.Errorf("%s %s: %q %q", l, class, fault, cure)
			}
		}
	}
}

// TestEveryRuleOfTheFormatHasItsOwnSentence holds what is said of a damaged file: every rule
// that can be broken has a sentence of its own.
func TestEveryRuleOfTheFormatHasItsOwnSentence(t *testing.T) {
	for _, l := range budget.Languages() {
		said := map[string]opc.Rule{}
		for _, rule := range opc.Rules() {
			u := &workbook.Unreadable{Class: workbook.Damaged, Sheet: "Økonomi", Err: opc.Breach(rule, "F7", "12")}
			fault, _ := workbook.Explain(l, u)
			bare, _ := workbook.Explain(l, &workbook.Unreadable{Class: workbook.Damaged, Sheet: "Økonomi"})
			if other, taken := said[fault]; taken || fault == bare {
				t.Errorf("%s %s, %s: %q", l, rule, other, fault)
			}
			said[fault] = rule
		}
	}
}

// TestEveryLimitHasASentenceOfItsOwn holds that what a workbook has too much of is named with
// the most that is read, in every language, and nothing else in its words.
func TestEveryLimitHasASentenceOfItsOwn(t *testing.T) {
	for _, l := range budget.Languages() {
		seen := map[string]limit.Kind{}
		for _, kind := range limit.Kinds() {
			many := &limit.Exceeded{Kind: kind, Most: limit.Standard[kind]}
			fault, cure := workbook.Explain(l, &workbook.Unreadable{Class: workbook.TooLarge, Err: many})
			if other, twice := seen[fault]; twice || cure == "" {
				t.Errorf("%s %s: %q, as of %s; %q", l, kind, fault, other, cure)
			}
			seen[fault] = kind
			if most := (budget.Count(many.Shown())).In(l, nil); !strings.Contains(fault, most) {
				t.Errorf("%s %s: %q does not name %s", l, kind, fault, most)
			}
		}
	}
}
