package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"videre/excel"
	"videre/excel/forms"
)

// mapCommand writes a map of a workbook's headings, to be filled in.
func (a *app) mapCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.say("map.use"),
		Short: a.say("map.short"),
		Args:  a.atLeastOneFile,
		RunE:  func(_ *cobra.Command, args []string) error { return a.writeMaps(args) },
	}
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite"))
	return cmd
}

func (a *app) writeMaps(paths []string) error {
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + a.say("map.mark") + ".xlsx"
		target := filepath.Join(filepath.Dir(path), name)
		if a.flags.out != "" {
			target = filepath.Join(a.flags.out, name)
		}
		if err := a.writeMap(path, target); err != nil {
			a.trouble.file(path, target, err)
			a.fail(statusBroke)
			continue
		}
		fmt.Fprintln(a.out, a.say("map.written", argOf("path", target)))
	}
	return nil
}

func (a *app) writeMap(path, target string) error {
	book, err := excel.Open(path)
	if err != nil {
		return err
	}
	data, err := forms.WriteMap(book.Book, a.language)
	if err != nil {
		return err
	}
	_, err = a.save(filepath.Dir(target), target, data, 0o644)
	return err
}
