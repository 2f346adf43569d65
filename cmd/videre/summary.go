package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"

	"videre/budget"
	"videre/excel/reports"
)

// writeSummary writes the workbook that tells of the whole batch, beside the copies.
func (b *batch) writeSummary() {
	path := filepath.Join(b.together, reports.SummaryName(b.workbooks.budgetYear()))
	s := reports.Summary{
		Options: b.options(),
		Policy:  b.policy, BudgetYear: b.workbooks.budgetYear(), Across: b.across, Skipped: b.skippedFiles(math.MaxInt),
	}
	for _, w := range b.workbooks {
		s.Workbooks = append(s.Workbooks, b.summarised(w))
	}
	data, err := s.Write()
	if err == nil {
		_, err = b.save(b.under, path, data, b.commonMode())
	}
	if err != nil {
		b.broken = err
		b.fail(statusBroke)
	}
	b.summary = path
}

// summarised is a workbook as the summary tells of it.
func (b *batch) summarised(w *input) reports.Summarised {
	one := reports.Summarised{Path: shown(w.path, b.together), Review: w.review}
	if w.err != nil {
		one.Fault, one.Cure = b.sentence(one.Path, shown(w.output, b.together), w.err)
		one.Fault = strings.TrimPrefix(one.Fault, one.Path+": ")
		return one
	}
	if w.output != "" {
		one.Copy = relative(w.output, b.together)
	}
	return one
}

// shown is a path as the summary shows it: relative to the folder that holds the
// summary's own folder, so that the summary does not depend on where that is.
func shown(path, together string) string {
	if path == "" {
		return ""
	}
	return relative(path, filepath.Dir(together))
}

// relative is a path seen from a folder, with slashes; the whole path where there is
// no way from the one to the other.
func relative(path, folder string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	from, err := filepath.Abs(folder)
	if err != nil {
		return filepath.ToSlash(whole)
	}
	if way, err := filepath.Rel(from, whole); err == nil {
		return filepath.ToSlash(way)
	}
	return filepath.ToSlash(whole)
}

// skippedFiles tells which files were passed over, and why; of a kind at most so many are
// named, the rest counted.
func (b *batch) skippedFiles(most int) []string {
	var said []string
	for _, why := range []skip{skipLock, skipOwn, skipSame, skipLink, skipHidden, skipOutput, skipOther} {
		if paths := b.skipped[why]; len(paths) > 0 {
			said = append(said, b.say("skipped."+budget.Key(why), countOf("count", len(paths)))+
				" ("+b.named(paths, most)+")")
		}
	}
	return said
}

// named are paths as the summary shows them.
func (b *batch) named(paths []string, most int) string {
	var all []string
	for i, path := range paths {
		if i == most {
			all = append(all, b.say("skipped.more", countOf("count", len(paths)-most)))
			break
		}
		all = append(all, oneLine(shown(path, b.together)))
	}
	return strings.Join(all, ", ")
}

// commonMode is who may read a file that holds what the inputs say: those who may read each
// of those that were read.
func (b *batch) commonMode() os.FileMode {
	mode := os.FileMode(0o644)
	for _, w := range b.workbooks {
		if w.review != nil {
			mode &= w.mode()
		}
	}
	return mode
}
