package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"videre/excel"
	"videre/excel/forms"
	"videre/excel/reports"
)

// exportCommand gives what workbooks say as data: a row for each project, line and
// year, or each workbook in the template's layout.
func (a *app) exportCommand() *cobra.Command {
	var format string
	var stdout bool
	cmd := &cobra.Command{
		Use:   a.say("export.use"),
		Short: a.say("export.short"),
		Long:  a.say("export.long"),
		Args:  a.atLeastOneFile,
		RunE:  func(_ *cobra.Command, args []string) error { return a.export(args, format, stdout) },
	}
	a.flags.define(cmd, a.say)
	cmd.Flags().Lookup("json").Hidden = true
	cmd.Flags().StringVar(&format, "format", "csv", a.say("flag.format"))
	cmd.Flags().BoolVar(&stdout, "stdout", false, a.say("flag.stdout"))
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite"))
	return cmd
}

func (a *app) export(paths []string, format string, stdout bool) error {
	format = strings.ToLower(format)
	if !slices.Contains([]string{"csv", "json", "xlsx"}, format) || stdout && format == "xlsx" {
		return badValue("format", format)
	}
	b, err := a.batch(paths)
	if err != nil {
		return err
	}
	if format == "xlsx" {
		for _, w := range b.workbooks {
			w.target = b.templateName(w.target)
		}
		b.collide()
	}
	ctx, stop := b.interruptible()
	defer stop()
	rows := make([][]reports.Row, len(b.workbooks))
	b.each(ctx, b.newProgress(true), func(i int, w *input) {
		review := b.review(w)
		switch {
		case review == nil || w.own:
		case format == "xlsx":
			w.err = b.exportTemplate(w, review)
		default:
			rows[i] = reports.Rows(review.Review, shown(w.path, b.together))
		}
	})
	for _, w := range b.workbooks {
		switch {
		case w.err != nil:
			b.fail(statusBroke)
			b.trouble.file(w.path, w.output, w.err)
		case w.output != "":
			fmt.Fprintln(b.out, b.say("export.written", argOf("path", w.output)))
		}
	}
	if format == "xlsx" || ctx.Err() != nil { // half of the data is none
		return nil
	}
	return b.writeRows(slices.Concat(rows...), format, stdout)
}

// exportTemplate writes what a workbook says in the template's layout.
func (b *batch) exportTemplate(w *input, review *excel.Review) error {
	if !review.HasProjects() {
		return nil
	}
	data, err := forms.TemplateOf(review.Review, b.options()).Write()
	if err != nil {
		return err
	}
	w.output = w.target
	_, err = b.save(w.under, w.output, data, b.commonMode())
	return err
}

// templateName is the name of a workbook written in the template's layout, where its
// annotated copy would be.
func (a *app) templateName(target string) string {
	extension := filepath.Ext(target)
	stem := strings.TrimSuffix(target, extension)
	return stem[:len(stem)-len(filepath.Ext(stem))] + a.say("export.mark") + ".xlsx"
}

// writeRows writes the rows of all workbooks as one file, or on standard output.
func (b *batch) writeRows(rows []reports.Row, format string, stdout bool) error {
	var data bytes.Buffer
	var err error
	if format == "csv" {
		err = reports.WriteCSV(&data, b.language, rows)
	} else {
		err = reports.WriteJSON(&data, rows)
	}
	if err != nil {
		return err
	}
	if stdout {
		_, err = b.out.Write(data.Bytes())
		return err
	}
	path := filepath.Join(b.together, b.say("export.file")+"."+format)
	if _, err := b.save(b.under, path, data.Bytes(), b.commonMode()); err != nil {
		b.fail(statusBroke)
		b.trouble.file(path, path, err)
		return nil
	}
	fmt.Fprintln(b.out, b.say("export.written", argOf("path", path)))
	return nil
}
