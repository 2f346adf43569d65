package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel"
)

// workbook is one input and what became of it.
type workbook struct {
	path   string
	output string // where its annotated copy is; empty for none
	saved  excel.Saved
	review *excel.Review
	err    error // why it could not be read, or its copy not written
}

// assess judges workbooks and writes their annotated copies.
func (a *app) assess(paths []string) error { return a.judge(paths, true) }

// checkCommand judges and writes nothing.
func (a *app) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check " + a.say("root.files"),
		Short: a.say("check.short"),
		Long:  a.say("check.long"),
		Args:  a.atLeastOneFile,
		RunE:  func(_ *cobra.Command, args []string) error { return a.judge(args, false) },
	}
	a.flags.define(cmd, a.say)
	return cmd
}

func (a *app) judge(paths []string, write bool) error {
	set, err := a.flags.settings()
	if err != nil {
		return err
	}
	policy := budget.DefaultPolicy()
	var done []*workbook
	for _, path := range paths {
		w := &workbook{path: path}
		w.review, w.err = excel.ReviewFile(path, set, &policy)
		if w.err == nil && write && w.review.HasProjects() {
			w.err = a.writeCopy(w)
		}
		if w.err != nil {
			a.fail(statusBroke)
		} else if w.hasErrors() {
			a.fail(statusFault)
		}
		done = append(done, w)
	}
	if a.flags.json {
		return a.printJSON(done, &policy)
	}
	for _, w := range done {
		if w.review != nil {
			a.printReview(w)
		}
		if w.err != nil {
			a.trouble.file(w.path, w.output, w.err)
		}
	}
	return nil
}

// hasErrors reports whether some finding is an error.
func (w *workbook) hasErrors() bool {
	for _, f := range w.review.Report.Findings {
		if w.review.Report.Policy.SeverityOf(f.Code) == budget.SeverityError {
			return true
		}
	}
	return false
}

// writeCopy writes the annotated copy of a workbook.
func (a *app) writeCopy(w *workbook) error {
	info, err := os.Stat(w.path)
	if err != nil {
		return err
	}
	w.output = a.target(w.path)
	data, err := w.review.Annotate(w.review.Report, excel.Options{Language: a.language, Version: programVersion()})
	if err != nil {
		return err
	}
	if existing, err := os.Stat(w.output); err == nil && os.SameFile(info, existing) {
		return a.compareWithSelf(w, data)
	}
	if err := os.MkdirAll(filepath.Dir(w.output), 0o777); err != nil {
		return err
	}
	excel.ClearStale(filepath.Dir(w.output))
	w.saved, err = excel.Save(w.output, data, info.Mode(), a.flags.overwrite)
	return err
}

// errIsInput is returned when the copy would be put where its input is.
var errIsInput = errors.New("the copy would replace its own input")

// compareWithSelf is for an input that lies where its copy would: the input is
// never written to, and need not be when it is that copy already.
func (a *app) compareWithSelf(w *workbook, data []byte) error {
	same, err := excel.SameContent(w.path, data)
	if err != nil {
		return err
	}
	if !same {
		return errIsInput
	}
	w.saved = excel.Unchanged
	return nil
}

// target is where a workbook's copy is put: in --out, else in the folder vurderet
// beside it. A copy that lies in such a folder already stays there.
func (a *app) target(path string) string {
	name := excel.CopyName(filepath.Base(path))
	if a.flags.out != "" {
		return filepath.Join(a.flags.out, name)
	}
	folder := filepath.Dir(path)
	if name == filepath.Base(path) && strings.EqualFold(folderName(folder), excel.CopyFolder) {
		return filepath.Join(folder, name)
	}
	return filepath.Join(folder, excel.CopyFolder, name)
}

// folderName is the name of a folder, also of the one the program stands in.
func folderName(folder string) string {
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	return filepath.Base(folder)
}
