package main

import (
	"os"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/reading"
)

// input is one file of a call, and what became of it.
type input struct {
	path   string
	info   os.FileInfo // as it was found; nil when it could not be looked at
	target string      // where its annotated copy goes
	under  string      // the folder that the user named and the copy lies in
	found  bool        // in a folder, where the program's own outputs are passed over
	output string      // where its copy is; empty for none
	saved  files.Saved
	review *reading.Judged // nil when it could not be read
	own    bool            // an output of this program, passed over
	err    error           // why it could not be read, or its copy not written
}

// hasErrors reports whether some finding is an error.
func (w *input) hasErrors() bool {
	return w.review.Report.Count()[budget.SeverityError] > 0
}

// mode is who may read the file; its owner alone where it could not be looked at.
func (w *input) mode() os.FileMode {
	if w.info == nil {
		return 0o600
	}
	return w.info.Mode().Perm()
}

// fail notes why a file was not worked on, unless that is known already.
func (w *input) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// inputs are the files of a call, in the order in which they are told of.
type inputs []*input

// several reports whether there is more than one.
func (all inputs) several() bool { return len(all) > 1 }

// read counts those that were read.
func (all inputs) read() int {
	n := 0
	for _, w := range all {
		if w.review != nil {
			n++
		}
	}
	return n
}

// unread reports whether some could not be read.
func (all inputs) unread() bool { return all.read() < len(all) }

// reports are their reports, nil for those not read.
func (all inputs) reports() []*budget.Report {
	reports := make([]*budget.Report, len(all))
	for i, w := range all {
		if w.review != nil {
			reports[i] = w.review.Report
		}
	}
	return reports
}

// budgetYear is the year of the first that has one; 0 when none has.
func (all inputs) budgetYear() int {
	for _, w := range all {
		if w.review != nil && w.review.Report.BudgetYear != 0 {
			return w.review.Report.BudgetYear
		}
	}
	return 0
}
