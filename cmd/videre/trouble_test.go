package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/files"
	"videre/excel/workbook"
)

// TestEveryWayOfFailingHasASentenceOfItsOwn: each names the file, and has a cure.
func TestEveryWayOfFailingHasASentenceOfItsOwn(t *testing.T) {
	ways := map[string]error{
		"kept":        files.ErrKept,
		"no copy":     annotate.ErrNoCopy,
		"own fault":   &ownFault{what: "index out of range", where: "excel.read (reader.go:7)"},
		"is input":    errIsInput,
		"interrupted": errInterrupted,
		"collision":   &collision{other: "b.xlsx"},
		"permission":  &fs.PathError{Op: "open", Path: "o.xlsx", Err: fs.ErrPermission},
		"unreadable":  &workbook.Unreadable{Class: workbook.Damaged},
		"other":       errors.New("the device is gone\nsecond line"),
	}
	for _, l := range budget.Languages() {
		told := voice{l}
		said := map[string]string{}
		for way, err := range ways {
			fault, cure := told.sentence("a.xlsx", "o.xlsx", fmt.Errorf("wrapped: %w", err))
			named := strings.Contains(fault, "a.xlsx") || strings.Contains(fault, "o.xlsx")
			if !named || strings.ContainsAny(fault, "{}\n") {
				t.Errorf("%s, %s: %q", l, way, fault)
			}
			if cure == "" || strings.ContainsAny(cure, "{}") {
				t.Errorf("%s, %s: the cure is %q", l, way, cure)
			}
			if other := said[cure]; other != "" {
				t.Errorf("%s: %s and %s have one cure: %q", l, way, other, cure)
			}
			said[cure] = way
		}
	}
}

// TestAnInterruptedRunBeginsNoMore: what was not begun is told as such.
func TestAnInterruptedRunBeginsNoMore(t *testing.T) {
	b := &batch{app: &app{}, intake: &intake{workbooks: []*input{{path: "a.xlsx"}, {path: "b.xlsx"}, {path: "c.xlsx"}}}}
	b.trouble = &trouble{out: &plain{out: &bytes.Buffer{}}}
	ctx, interrupt := context.WithCancel(t.Context())
	begun := 0
	b.each(ctx, b.newProgress(false), func(int, *input) {
		begun++
		interrupt()
	})
	for i, w := range b.workbooks {
		if interrupted := errors.Is(w.err, errInterrupted); interrupted != (i >= begun) {
			t.Errorf("%s of %d begun: %v", w.path, begun, w.err)
		}
	}
	if begun == 0 || begun == len(b.workbooks) {
		t.Errorf("%d were begun", begun)
	}
}

// TestANoteIsOneLine: it is no fault, and has no cure.
func TestANoteIsOneLine(t *testing.T) {
	for _, l := range budget.Languages() {
		var out bytes.Buffer
		told := &trouble{voice: voice{l}, out: &plain{out: &out}}
		told.note(told.say("write.signed", argOf("path", "a.xlsx")))
		said := out.String()
		if strings.Count(said, "\n") != 1 || !strings.Contains(said, "a.xlsx") ||
			strings.Contains(said, told.say("trouble.error")) {
			t.Errorf("%s: %q", l, said)
		}
	}
}
