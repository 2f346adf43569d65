package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/forms"
)

// templateCommand writes the empty template.
func (a *app) templateCommand() *cobra.Command {
	var years, unit string
	cmd := &cobra.Command{
		Use:   a.say("template.use"),
		Short: a.say("template.short"),
		Long:  a.say("template.long"),
		Args:  a.oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			a.flags.unit = unit
			return a.writeTemplate(args[0], years)
		},
	}
	cmd.Flags().StringVar(&years, "years", "", a.say("flag.years"))
	cmd.Flags().StringVar(&unit, "unit", "kr", a.say("flag.template-unit"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite-file"))
	return cmd
}

func (a *app) writeTemplate(path, years string) error {
	set, err := a.flags.settings()
	if err != nil {
		return err
	}
	if years == "" {
		return &usageError{key: "usage.no-years"}
	}
	list, ok := forms.ParseYears(years)
	if !ok {
		return badValue("years", years)
	}
	t := forms.Template{Options: a.options(), Years: list, Unit: set.Unit, PriceLevel: list[0]}
	data, err := t.Write()
	if err != nil {
		return err
	}
	a.writeOwn(path, data, "template.written")
	return nil
}

// writeOwn writes a workbook that the user named, and tells.
func (a *app) writeOwn(path string, data []byte, key budget.Key) {
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		path += ".xlsx"
	}
	if _, err := a.save(filepath.Dir(path), path, data, 0o644); err != nil {
		a.fail(statusBroke)
		a.trouble.file(path, path, err)
		return
	}
	fmt.Fprintln(a.out, a.say(key, argOf("path", path)))
}
