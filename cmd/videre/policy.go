package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/forms"
	"videre/excel/workbook"
)

// policyCommand writes the rules as a workbook, or checks one.
func (a *app) policyCommand() *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use:   a.say("policy.use"),
		Short: a.say("policy.short"),
		Long:  a.say("policy.long"),
		Args:  a.oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if check {
				return a.checkPolicy(args[0])
			}
			return a.writePolicy(args[0])
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, a.say("flag.check"))
	cmd.Flags().StringVar(&a.flags.policy, "policy", "", a.say("flag.policy-from"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite-file"))
	return cmd
}

// writePolicy writes the rules in force.
func (a *app) writePolicy(path string) error {
	policy, err := a.policy()
	if err != nil {
		return err
	}
	data, err := forms.WritePolicy(policy, a.options())
	if err != nil {
		return err
	}
	a.writeOwn(path, data, "policy.written")
	return nil
}

// checkPolicy tells whether rules can be used.
func (a *app) checkPolicy(path string) error {
	policy, err := a.readPolicy(path)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.say("policy.good", argOf("path", path), argOf("name", policy.Name),
		countOf("rows", len(policy.Decision)), countOf("waivers", len(policy.Waivers)),
		argOf("fingerprint", policy.Fingerprint())))
	return nil
}

// policy is the rules in force: those the user named, else those VIDERE_POLICY names,
// else the program's own.
func (a *app) policy() (*budget.Policy, error) {
	path := a.flags.policy
	if path == "" {
		path = a.env("VIDERE_POLICY")
	}
	if path == "" {
		policy := budget.DefaultPolicy()
		return &policy, nil
	}
	return a.readPolicy(path)
}

// readPolicy reads a workbook of rules.
func (a *app) readPolicy(path string) (*budget.Policy, error) {
	return readForm(path, forms.ReadPolicy)
}

// readForm reads a workbook that people filled in, as it stands. One with faults is refused
// whole, with each of them told.
func readForm[T any](path string, read func(*workbook.Book) (T, []forms.Fault)) (value T, err error) {
	book, err := workbook.Open(path)
	if err != nil {
		return value, &faultyForm{path: path, err: err}
	}
	value, faults := read(book)
	if len(faults) > 0 {
		return value, &faultyForm{path: path, faults: faults}
	}
	return value, nil
}
