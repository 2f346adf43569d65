package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/forms"
	"videre/excel/reading"
)

// explainCommand tells what a code means, lists them all, or walks a project through.
func (a *app) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.say("explain.use"),
		Short: a.say("explain.short"),
		Long:  a.say("explain.long"),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 2 {
				return &usageError{key: "usage.explain"}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.explainWhat(args) },
	}
	a.flags.define(cmd, a.say)
	for _, name := range []string{"json", "jobs", "quiet"} {
		cmd.Flags().Lookup(name).Hidden = true
	}
	return cmd
}

// explainWhat tells what the arguments name: all codes, a file, the columns, a code, or a
// project of a file.
func (a *app) explainWhat(args []string) error {
	switch {
	case len(args) == 2:
		return a.explainProject(args[0], args[1])
	case len(args) == 0:
		a.listCodes()
		return nil
	case isFile(args[0]):
		return a.explainFile(args[0])
	case texts.Is("explain.columns", strings.ToLower(args[0])):
		fmt.Fprint(a.out, forms.Columns(a.language))
		return nil
	}
	code, ok := budget.ParseCode(args[0])
	if !ok {
		return &usageError{"usage.unknown-code", []budget.Arg{argOf("code", args[0])}}
	}
	a.explain(code)
	return nil
}

// listCodes lists every code with its severity and its title.
func (a *app) listCodes() {
	for _, code := range budget.Codes() {
		fmt.Fprintf(a.out, "%s  %s %s\n", code, pad(a.language.Word(code.Severity()), 11), a.codeText(code, ".title"))
	}
}

// explain writes what a code says: what, why, an example that fires, one that is
// accepted, how to put it right.
func (a *app) explain(code budget.Code) {
	fmt.Fprintf(a.out, "%s %s (%s)\n", code, a.codeText(code, ".title"), a.language.Word(code.Severity()))
	fmt.Fprintf(a.out, "\n%s\n", a.codeText(code, ".about"))
	fires, accepted := budget.Examples(code)
	if fires == "" {
		fires, accepted = reading.Examples(code)
	}
	for _, example := range []struct {
		head budget.Key
		text string
	}{{"explain.fires", fires}, {"explain.accepted", accepted}} {
		if example.text != "" {
			fmt.Fprintf(a.out, "\n%s\n\n%s", a.say(example.head), example.text)
		}
	}
	fmt.Fprintf(a.out, "\n%s %s\n", a.say("explain.fix"), a.cure(code))
}

// cure is how to put a code right, in general words.
func (a *app) cure(code budget.Code) string {
	if general := a.codeText(code, ".cure"); general != "" {
		return general
	}
	return a.codeText(code, ".fix")
}
