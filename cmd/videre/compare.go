package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/reports"
)

// compareCommand tells what moved between two editions of a file or a folder.
func (a *app) compareCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.say("compare.use"),
		Short: a.say("compare.short"),
		Long:  a.say("compare.long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &usageError{key: "usage.two-editions"}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.compare(args[0], args[1]) },
	}
	a.flags.define(cmd, a.say)
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.compare-out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite-file"))
	return cmd
}

func (a *app) compare(old, new string) error {
	before, err := a.edition(old)
	if err != nil {
		return err
	}
	after, err := a.edition(new)
	if err != nil {
		return err
	}
	for _, w := range slices.Concat(before.workbooks, after.workbooks) {
		if w.err != nil {
			a.fail(statusBroke)
			a.trouble.file(w.path, "", w.err)
		}
	}
	c := &comparison{voice: a.voice, before: before.workbooks, after: after.workbooks}
	c.moved = budget.Compare(c.before.reports(), c.after.reports())
	if a.flags.out != "" {
		a.writeComparison(c)
	}
	if a.flags.json {
		return writeJSON(a.out, c.json())
	}
	c.print(a.out)
	return nil
}

// edition reads and judges one edition.
func (a *app) edition(path string) (*batch, error) {
	out := a.flags.out
	a.flags.out = "" // where the comparison goes says nothing of where inputs lie
	defer func() { a.flags.out = out }()
	b, err := a.batch([]string{path})
	if err != nil {
		return nil, err
	}
	b.each(context.Background(), b.newProgress(true), func(_ int, w *input) { b.review(w) })
	b.dropOwn()
	if len(b.workbooks) == 0 {
		return nil, &usageError{key: "usage.no-workbooks"}
	}
	return b, nil
}

// writeComparison writes a comparison as a workbook.
func (a *app) writeComparison(c *comparison) {
	told := reports.Comparison{Options: a.options()}
	for i := range c.moved {
		told.Differences = append(told.Differences, c.difference(&c.moved[i]))
	}
	data, err := told.Write()
	path := filepath.Join(a.flags.out, a.say("compare.file"))
	if err == nil {
		_, err = a.save(a.flags.out, path, data, 0o644)
	}
	if err != nil {
		a.fail(statusBroke)
		a.trouble.file(path, path, err)
		return
	}
	if !a.flags.json {
		fmt.Fprintf(a.out, "%s\n\n", a.say("export.written", argOf("path", path)))
	}
}
