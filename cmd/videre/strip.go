package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel"
	"videre/excel/workbook"
)

// stripCommand takes what the program added off annotated copies.
func (a *app) stripCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.say("strip.use"),
		Short: a.say("strip.short"),
		Long:  a.say("strip.long"),
		Args:  a.atLeastOneFile,
		RunE:  func(_ *cobra.Command, args []string) error { return a.strip(args) },
	}
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.strip-out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite-file"))
	cmd.Flags().StringVar(&a.flags.policy, "policy", "", a.say("flag.strip-policy"))
	return cmd
}

func (a *app) strip(paths []string) error {
	policy, err := a.policy()
	if err != nil {
		return err
	}
	written := map[string]string{}
	for _, path := range paths {
		target := strippedName(path, a.say("strip.mark"))
		if a.flags.out != "" {
			target = filepath.Join(a.flags.out, filepath.Base(target))
		}
		var exact bool
		var err error = &collision{other: written[fold(target)]}
		if written[fold(target)] == "" {
			written[fold(target)] = path
			exact, err = a.stripOne(path, target, policy)
		}
		switch {
		case err != nil:
			a.trouble.file(path, target, err)
			a.fail(statusBroke)
		case exact:
			fmt.Fprintln(a.out, a.say("strip.exact", argOf("path", target)))
		default:
			fmt.Fprintln(a.out, a.say("strip.by-meaning", argOf("path", target)))
		}
	}
	return nil
}

func (a *app) stripOne(path, target string, policy *budget.Policy) (exact bool, err error) {
	data, err := workbook.ReadFile(path)
	if err != nil {
		return false, err
	}
	stripped, exact, err := excel.Strip(data, policy)
	if err != nil {
		return false, err
	}
	if _, err = a.save(filepath.Dir(target), target, stripped, 0o644); err == nil && !exact {
		a.tellStripped(path, data, policy)
	}
	return exact, err
}

// tellStripped names what was taken off a corrected copy, and what stood there and was left.
func (a *app) tellStripped(path string, data []byte, policy *budget.Policy) {
	in, err := excel.Read(data, policy)
	if err != nil {
		return // it was stripped: what it holds is known
	}
	a.tellRemoved(path, in)
	var kept []string
	for _, k := range in.Kept {
		kept = append(kept, in.SheetName(k.Sheet)+"!"+k.Range.String())
	}
	if len(kept) > 0 {
		a.trouble.note(a.say("note.kept", argOf("path", path), argOf("list", strings.Join(kept, ", "))))
	}
}

// strippedName is the name of what a copy was made of: the copy's own without the
// word that marks it, else with the mark given, and never the copy's own.
func strippedName(path, stripped string) string {
	folder, name := filepath.Split(path)
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	if mark := filepath.Ext(stem); strings.EqualFold(mark, ".vurderet") {
		return filepath.Join(folder, strings.TrimSuffix(stem, mark)+extension)
	}
	return filepath.Join(folder, stem+stripped+extension)
}
