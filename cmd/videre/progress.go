package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"videre/budget"
)

// progress tells how far a batch has come: a bar with the current file on a
// terminal, a line for each file elsewhere, nothing for one file or with --quiet.
type progress struct {
	mu    *sync.Mutex // of standard error
	bar   *progressbar.ProgressBar
	lines io.Writer
	say   func(key budget.Key, args ...budget.Arg) string
	done  int
	all   int
}

// newProgress starts telling; it writes on standard error. Lines are for one pass over
// the files only.
func (b *batch) newProgress(lines bool) *progress {
	all := len(b.workbooks)
	p := &progress{mu: &b.trouble.mu, all: all, say: b.say}
	if all < 2 || b.flags.quiet {
		return p
	}
	if f, ok := b.trouble.out.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(all,
			progressbar.OptionSetWriter(f),
			progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionSetWidth(24))
	} else if lines {
		p.lines = b.trouble.out
	}
	return p
}

// begin names the file that is begun.
func (p *progress) begin(path string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.bar != nil:
		p.bar.Describe(oneLine(filepath.Base(path)))
	case p.lines != nil:
		p.done++
		fmt.Fprintln(p.lines, p.say("progress.line",
			countOf("done", p.done), countOf("all", p.all), argOf("path", path)))
	}
}

// end counts a file that is finished.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn harms nothing
	}
}

// close takes the bar away.
func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
