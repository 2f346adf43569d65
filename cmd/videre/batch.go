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

	"videre/budget"
	"videre/excel"
	"videre/excel/reading"
)

// batch is one call: what was asked for, and what came of it.
type batch struct {
	*app
	*intake
	set     reading.Settings
	policy  *budget.Policy
	write   bool
	across  *budget.Portfolio
	summary string // where the summary workbook is; empty for none
	broken  error  // why the summary was not written
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

// oneYear sees to it that the workbooks of a batch are for one budget year, where
// neither the user nor the policy says which: nothing is written before that is
// settled.
func (b *batch) oneYear() error {
	if !b.workbooks.several() || b.set.Asked || b.policy.BudgetYear != 0 {
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

// interruptible is a context that ends when the user interrupts: those workbooks under
// way are finished. A second interrupt ends the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
