package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"videre/excel/reading"
)

// isFile reports whether an argument is the path of a file.
func isFile(arg string) bool {
	info, err := os.Stat(arg)
	return err == nil && !info.IsDir()
}

// explainFile tells how a workbook was read: what stands on each sheet, how the headings were
// taken, the projects with their verdicts, and what was not understood.
func (a *app) explainFile(path string) error {
	review, err := a.reviewed(path)
	if review == nil {
		return err
	}
	w := walk{printer{a.voice, a.out}, review}
	fmt.Fprintln(a.out, oneLine(filepath.Base(path)))
	parts := review.Parts(a.language)
	for _, s := range review.Account.Sheets(a.language, review.Book.SheetName) {
		w.sheet(s, parts)
	}
	w.verdicts()
	fmt.Fprintf(a.out, "\n%s\n", a.say("print.foot"))
	return nil
}

// sheet writes what stands on a sheet, and what was not used of it.
func (w walk) sheet(s reading.SheetAccount, parts []reading.Part) {
	fmt.Fprintf(w.out, "\n%s\n", s.Sheet)
	for _, p := range parts {
		if w.review.Book.SheetName(p.Sheet) == s.Sheet {
			w.wrapped(fmt.Sprintf("%s %s: ", p.Range, p.What), p.Headings)
		}
	}
	if s.Harmless != "" {
		w.wrapped(w.say("explain.harmless")+" ", strings.Split(s.Harmless, " · "))
	}
	for _, said := range s.NotUnderstood {
		fmt.Fprintf(w.out, "  %s %s\n", w.say("explain.gap"), said)
	}
}

// widest is how long a line may be before it is broken.
const widest = 110

// wrapped writes items after a lead, on as many lines as they need.
func (w walk) wrapped(lead string, items []string) {
	line := "  " + lead
	for i, item := range items {
		if i > 0 {
			item = " · " + item
		}
		if len([]rune(line))+len([]rune(item)) > widest {
			fmt.Fprintln(w.out, line)
			line, item = "     ", strings.TrimPrefix(item, " · ")
		}
		line += item
	}
	fmt.Fprintln(w.out, line)
}

// verdicts writes the projects with their verdicts.
func (w walk) verdicts() {
	w.head("explain.projects")
	if len(w.review.Report.Assessments) == 0 {
		fmt.Fprintf(w.out, "  %s\n", w.say("print.no-projects"))
	}
	for i := range w.review.Report.Assessments {
		s := &w.review.Report.Assessments[i]
		name := s.Name()
		if name == "" {
			name = w.say("print.nameless", argOf("cell", w.review.Book.Locate(s.Project.Origin)))
		}
		fmt.Fprintf(w.out, "  %s  %s\n", pad(name, 24), w.language.Say(s.Title(), w.review.Book.Locate))
	}
}
