package main

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel"
	"videre/excel/files"
)

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

// judge judges workbooks, writes what is to be written, and tells what came of it.
func (a *app) judge(paths []string, write bool) error {
	b, err := a.batch(paths)
	if err != nil {
		return err
	}
	if b.write = write; write {
		b.collide()
	}
	ctx, stop := b.interruptible()
	defer stop()
	b.each(ctx, b.newProgress(true), b.process)
	b.dropOwn()
	if len(b.workbooks) == 0 {
		return &usageError{key: "usage.no-workbooks"}
	}
	b.across = budget.Across(b.workbooks.reports())
	switch {
	case ctx.Err() != nil:
		b.fail(statusBroke)
	case b.write && b.workbooks.several():
		b.writeSummary()
	}
	return b.report()
}

// process judges a workbook and writes its copy. What is kept of it afterwards does
// not grow with the size of its sheets.
func (b *batch) process(_ int, w *input) {
	review := b.review(w)
	if review == nil || w.own || !b.write || !review.HasProjects() {
		return
	}
	w.err = b.writeCopy(w, review)
}

// review reads and judges a workbook, notes what is kept of that, and whether it is an
// output of the program found in a folder. It is nil when the workbook cannot be read.
func (b *batch) review(w *input) *excel.Review {
	if w.err != nil {
		return nil
	}
	review, err := excel.ReviewFile(w.path, b.set, b.policy)
	if err != nil {
		w.err = err
		return nil
	}
	b.tellRemoved(w.path, review.Input)
	w.review, w.own = review.Judged(), b.isOwn(w, review)
	return review
}

// tellRemoved names what of the program's own was taken off a corrected copy.
func (a *app) tellRemoved(path string, in *excel.Input) {
	if len(in.Removed) > 0 {
		a.trouble.note(a.say("note.removed", argOf("path", path), argOf("list", strings.Join(in.Removed, ", "))))
	}
}

// writeCopy writes the annotated copy of a workbook.
func (b *batch) writeCopy(w *input, review *excel.Review) error {
	w.output = w.target
	if review.Book.IsSigned() {
		b.trouble.note(b.say("write.signed", argOf("path", w.path)))
	}
	data, err := review.Annotate(b.options())
	if err != nil {
		return err
	}
	if existing, err := os.Stat(w.output); err == nil && os.SameFile(w.info, existing) {
		return compareWithSelf(w, data)
	}
	if w.saved, err = b.save(w.under, w.output, data, w.mode()); err != nil {
		return err
	}
	if files.CarryMark(w.path, w.output) != nil {
		b.trouble.note(b.say("write.unmarked", argOf("output", w.output)))
	}
	return nil
}

// save writes a file of ours. All that the program writes goes this way. Below the folder
// that the user named no link is followed.
func (a *app) save(under, path string, data []byte, mode os.FileMode) (files.Saved, error) {
	saved, err := files.SaveIn(under, path, data, mode, a.flags.overwrite)
	if saved.Has(files.Unflushed) {
		a.trouble.once("write.unflushed")
	}
	if saved.Has(files.Unguarded) {
		a.trouble.once("write.unguarded")
	}
	return saved, err
}

// errIsInput is returned when the copy would be put where its input is.
var errIsInput = errors.New("the copy would replace its own input")

// compareWithSelf is for an input that lies where its copy would: the input is
// never written to, and need not be when it is that copy already.
func compareWithSelf(w *input, data []byte) error {
	same, err := files.SameContent(w.path, data)
	if err != nil {
		return err
	}
	if !same {
		return errIsInput
	}
	w.saved = files.Unchanged
	return nil
}

// namedOnTerminal is how many files of a kind that were passed over are named on the terminal.
const namedOnTerminal = 5

// report settles the exit status and tells what came of the run.
func (b *batch) report() error {
	b.settle()
	o := &outcome{
		workbooks: b.workbooks, policy: b.policy, across: b.across,
		skipped: b.skippedFiles(namedOnTerminal), summary: b.summary, broken: b.broken,
	}
	if b.flags.json {
		return writeJSON(b.out, b.jsonRun(o))
	}
	p := printer{b.voice, b.out}
	p.results(o, b.write && b.workbooks.several())
	for _, w := range b.workbooks {
		if w.err != nil {
			b.trouble.file(w.path, w.output, w.err)
		}
	}
	if b.broken != nil {
		b.trouble.file(b.summary, b.summary, b.broken)
	} else if b.summary != "" {
		p.summary(b.summary)
	}
	if b.workbooks.read() > 0 {
		p.foot()
	}
	return nil
}

// settle raises the exit status by what became of the workbooks and what was found.
func (b *batch) settle() {
	for _, w := range b.workbooks {
		switch {
		case w.err != nil:
			b.fail(statusBroke)
		case w.review != nil && w.hasErrors():
			b.fail(statusFault)
		}
	}
	for _, f := range b.across.Findings {
		if b.policy.SeverityOf(f.Code) == budget.SeverityError {
			b.fail(statusFault)
		}
	}
}
