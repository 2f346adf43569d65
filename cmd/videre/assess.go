package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel"
	"videre/excel/files"
	"videre/excel/reading"
)

// input is one file of a call, and what became of it.
type input struct {
	path   string
	target string // where its annotated copy goes
	found  bool   // in a folder, where the program's own outputs are passed over
	output string // where its copy is; empty for none
	saved  files.Saved
	review *reading.Judged // nil when it could not be read
	own    bool            // an output of this program, passed over
	err    error           // why it could not be read, or its copy not written
}

// batch is one call: what was asked for, and what came of it.
type batch struct {
	*app
	*intake
	set     reading.Settings
	policy  *budget.Policy
	write   bool
	across  *budget.Portfolio
	summary string // the summary workbook; empty for none
	broken  error  // why the summary was not written
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
	b.lookAcross()
	switch {
	case ctx.Err() != nil:
		b.fail(statusBroke)
	case b.write && b.several():
		b.writeSummary()
	}
	return b.report(ctx)
}

// interruptible is a context that ends when the user interrupts: those workbooks under
// way are finished. A second interrupt ends the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// batch turns arguments and flags into a batch that can begin.
func (a *app) batch(paths []string) (*batch, error) {
	set, err := a.flags.settings()
	if err != nil {
		return nil, err
	}
	policy, err := a.policy()
	if err != nil {
		return nil, err
	}
	in, err := a.gather(paths)
	if err != nil {
		return nil, err
	}
	b := &batch{app: a, intake: in, set: set, policy: policy}
	return b, b.oneYear()
}

// dropOwn takes the program's own outputs out of the batch.
func (b *batch) dropOwn() {
	b.workbooks = slices.DeleteFunc(b.workbooks, func(w *input) bool {
		if w.own {
			b.skipped[skipOwn]++
		}
		return w.own
	})
}

// several reports whether the batch is of more than one workbook.
func (b *batch) several() bool { return len(b.workbooks) > 1 }

// oneYear sees to it that the workbooks of a batch are for one budget year, where
// neither the user nor the policy says which: nothing is written before that is
// settled.
func (b *batch) oneYear() error {
	if !b.several() || b.set.Asked || b.policy.BudgetYear != 0 {
		return nil
	}
	years := make([]int, len(b.workbooks))
	b.each(context.Background(), b.newProgress(false), func(i int, w *input) {
		if w.err != nil {
			return
		}
		if review, err := excel.ReviewFile(w.path, b.set, b.policy); err == nil && !(w.found && review.Input.FromCopy) {
			years[i] = review.Report.BudgetYear
		}
	})
	var list budget.List
	first, differ := 0, false
	for i, year := range years {
		if year == 0 {
			continue
		}
		if first == 0 {
			first = year
		}
		differ = differ || year != first
		list = append(list, budget.Quote(fmt.Sprintf("%s (%d)", b.workbooks[i].path, year)))
	}
	if differ {
		return &usageError{"usage.years-differ", []budget.Arg{{Name: "list", Value: list}}}
	}
	return nil
}

// each does something with every workbook, several at once. When the run is
// interrupted, those under way are finished and no more are begun.
func (b *batch) each(ctx context.Context, progress *progress, do func(int, *input)) {
	jobs := min(b.flags.jobs, len(b.workbooks))
	next := make(chan int)
	var done sync.WaitGroup
	for range max(jobs, 1) {
		done.Go(func() {
			for i := range next {
				if ctx.Err() != nil {
					b.workbooks[i].fail(errInterrupted)
					continue
				}
				progress.begin(b.workbooks[i].path)
				b.try(i, do)
				progress.end()
			}
		})
	}
	for i := range b.workbooks {
		next <- i
	}
	close(next)
	done.Wait()
	progress.close()
}

// try does something with a workbook. A fault of the program's own ends that workbook
// and not the others.
func (b *batch) try(i int, do func(int, *input)) {
	w := b.workbooks[i]
	defer func() {
		if fault := recover(); fault != nil {
			w.review, w.err = nil, faultOf(fault)
		}
	}()
	do(i, w)
}

// errInterrupted is why a workbook was not begun.
var errInterrupted = errors.New("the run was interrupted")

func (w *input) fail(err error) {
	if w.err == nil {
		w.err = err
	}
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
	w.review, w.own = review.Judged(), w.found && review.Input.FromCopy
	return review
}

// hasErrors reports whether some finding is an error.
func (w *input) hasErrors() bool {
	return w.review.Report.Count()[budget.SeverityError] > 0
}

// writeCopy writes the annotated copy of a workbook.
func (b *batch) writeCopy(w *input, review *excel.Review) error {
	info, err := os.Stat(w.path)
	if err != nil {
		return err
	}
	w.output = w.target
	if review.Book.IsSigned() {
		b.trouble.note(b.say("write.signed", argOf("path", w.path)))
	}
	data, err := review.Annotate(b.options())
	if err != nil {
		return err
	}
	if existing, err := os.Stat(w.output); err == nil && os.SameFile(info, existing) {
		return compareWithSelf(w, data)
	}
	w.saved, err = b.save(w.output, data, info.Mode())
	return err
}

// save writes a file of ours. All that the program writes goes this way.
func (a *app) save(path string, data []byte, mode os.FileMode) (files.Saved, error) {
	return files.Save(path, data, mode, a.flags.overwrite)
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

// lookAcross looks at all workbooks together.
func (b *batch) lookAcross() {
	b.across = budget.Across(b.reports())
}

// budgetYear is the year of the first workbook that has one.
func (b *batch) budgetYear() int {
	for _, w := range b.workbooks {
		if w.review != nil && w.review.Report.BudgetYear != 0 {
			return w.review.Report.BudgetYear
		}
	}
	return 0
}

// report settles the exit status and prints what came of the run.
func (b *batch) report(ctx context.Context) error {
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
	if b.flags.json {
		return b.printJSON()
	}
	b.printRun()
	return nil
}
