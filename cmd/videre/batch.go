package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"

	"golang.org/x/sync/semaphore"

	"videre/budget"
	"videre/excel"
	"videre/excel/files"
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
	summary string                 // where the summary workbook is; empty for none
	broken  error                  // why the summary was not written
	digests func() map[string]bool // of the inputs, asked for when a copy is among them
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
	b.digests = sync.OnceValue(func() map[string]bool { return digestsOf(slices.Clone(in.workbooks)) })
	return b, b.oneYear()
}

// dropOwn takes the program's own outputs out of the batch.
func (b *batch) dropOwn() {
	b.workbooks = slices.DeleteFunc(b.workbooks, func(w *input) bool {
		if w.own {
			b.skip(skipOwn, w.path)
		}
		return w.own
	})
}

// isOwn reports whether a workbook found in a folder is an untouched copy of another input
// of the run. One whose original is not there is judged: what it says would be lost else.
func (b *batch) isOwn(w *input, review *excel.Review) bool {
	return w.found && review.Input.FromCopy && b.digests()[review.Book.SHA256]
}

// digestsOf are the SHA-256 of files, those that can be read.
func digestsOf(workbooks inputs) map[string]bool {
	all := map[string]bool{}
	for _, w := range workbooks {
		if data, err := files.Read(w.path); err == nil {
			digest := sha256.Sum256(data)
			all[hex.EncodeToString(digest[:])] = true
		}
	}
	return all
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
		if review, err := excel.ReviewFile(w.path, b.set, b.policy); err == nil && !b.isOwn(w, review) {
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
	room := semaphore.NewWeighted(weightAtOnce)
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
				b.inTurn(room, i, do)
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

// weightAtOnce is how much the workbooks that are read at once may come to, unpacked, in bytes:
// the memory of a run is bounded so, however many jobs it has. Ordinary workbooks are a hundredth
// of it; one that is larger has the run to itself.
const weightAtOnce = 96 << 20

// inTurn does something with a workbook when there is room for it beside those under way.
func (b *batch) inTurn(room *semaphore.Weighted, i int, do func(int, *input)) {
	weight := min(files.Weight(b.workbooks[i].path), weightAtOnce)
	if err := room.Acquire(context.Background(), weight); err == nil { // it only fails when the context ends
		defer room.Release(weight)
	}
	b.try(i, do)
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
