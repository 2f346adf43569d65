package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"videre/budget"
)

// TestAPanicOnOneWorkbookTellsWhereItWas lets the work on one workbook of two panic, in
// this module's code and in a library that it calls.
func TestAPanicOnOneWorkbookTellsWhereItWas(t *testing.T) {
	var line int
	here := func() { _, _, line, _ = runtime.Caller(1) }
	var none []int
	var nowhere map[string]int
	for what, fails := range map[string]func(){
		"index out of range":     func() { here(); _ = none[len(none)] },
		"nil map":                func() { here(); nowhere["a"] = 1 },
		"negative Repeat":        func() { here(); _ = strings.Repeat("a", len(none)-1) },
		"two lines, one of them": func() { here(); panic("two lines, one of them\nthe other") },
	} {
		b := &batch{app: &app{}, intake: &intake{workbooks: []*input{{path: "a.xlsx"}, {path: "b.xlsx"}}}}
		b.trouble = &trouble{out: &plain{out: &bytes.Buffer{}}}
		finished := 0
		b.each(t.Context(), b.newProgress(false), func(i int, _ *input) {
			if i == 0 {
				fails()
			}
			finished++
		})
		if b.workbooks[0].err == nil || b.workbooks[1].err != nil || finished != 1 {
			t.Fatalf("%s: %v and %v, %d finished", what, b.workbooks[0].err, b.workbooks[1].err, finished)
		}
		place := fmt.Sprintf("(fault_test.go:%d)", line)
		for _, l := range budget.Languages() {
			told := voice{l}
			fault, cure := told.sentence("a.xlsx", "", b.workbooks[0].err)
			for _, part := range []string{"a.xlsx", what, place, "TestAPanicOnOneWorkbookTellsWhereItWas"} {
				if !strings.Contains(fault, part) {
					t.Errorf("%s: %q does not say %q", l, fault, part)
				}
			}
			if strings.ContainsAny(fault, "\n{}") || cure == "" {
				t.Errorf("%s: %q %q", l, fault, cure)
			}
		}
	}
}
