package main

import (
	"context"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel"
)

// app is one run of the program.
type app struct {
	voice
	in      io.Reader
	out     *plain
	trouble *trouble
	status  int // the exit status so far
	flags   flags
	env     func(string) string

	// interruptible gives a context that ends when the user interrupts the run.
	interruptible func() (context.Context, context.CancelFunc)
}

// Exit statuses; the larger one wins.
const (
	statusFine  = 0
	statusFault = 1 // some finding of severity error
	statusBroke = 2 // could not do the job: usage, a file unread or unwritten
)

// fail raises the exit status.
func (a *app) fail(status int) { a.status = max(a.status, status) }

// run is the program with its streams and environment given; it returns the exit
// status.
func run(args []string, in io.Reader, out, errors io.Writer, env func(string) string) int {
	return newApp(args, in, out, errors, env).run(args)
}

// newApp is a run that nothing has come of yet.
func newApp(args []string, in io.Reader, out, errors io.Writer, env func(string) string) *app {
	v := voice{languageOf(args, env)}
	return &app{
		voice: v, in: in, out: &plain{out: out}, trouble: &trouble{voice: v, out: &plain{out: errors}},
		env: env, interruptible: interruptible,
	}
}

// run does what the arguments ask for and returns the exit status.
func (a *app) run(args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetOut(a.out)
	root.SetErr(a.trouble.out)
	if err := root.Execute(); err != nil && err != a.out.err {
		a.trouble.usage(err)
		a.fail(statusBroke)
	}
	waitIfDropped(a.in, a.out, a.language)
	if a.out.err != nil {
		a.trouble.line(a.say("write.stream", argOf("detail", firstLine(a.out.err.Error()))), a.say("write.stream.fix"))
		a.fail(statusBroke)
	}
	return a.status
}

// languageOf finds the language before anything is said: --lang, else VIDERE_LANG,
// else Danish.
func languageOf(args []string, env func(string) string) budget.Language {
	language, _ := budget.ParseLanguage(env("VIDERE_LANG"))
	for i, arg := range args {
		value, joined := strings.CutPrefix(arg, "--lang=")
		if !joined {
			value = ""
		}
		if arg == "--lang" && i+1 < len(args) {
			value = args[i+1]
		}
		if named, ok := budget.ParseLanguage(value); ok {
			language = named
		}
	}
	return language
}

// root is the command that assesses; the others hang under it.
func (a *app) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:     a.say("root.use"),
		Short:   a.say("root.short"),
		Long:    a.say("root.long"),
		Example: a.say("root.example"),
		Version: programVersion(),
		Args:    a.atLeastOneFile,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if _, ok := budget.ParseLanguage(a.flags.lang); !ok {
				return badValue("lang", a.flags.lang, languageCodes())
			}
			return nil
		},
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(_ *cobra.Command, args []string) error { return a.assess(args) },
	}
	cmd.SetVersionTemplate("videre {{.Version}}\n")
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.PersistentFlags().StringVar(&a.flags.lang, "lang", a.language.String(), a.say("flag.lang", languageCodes()))
	a.flags.define(cmd, a.say)
	cmd.Flags().StringVar(&a.flags.out, "out", "", a.say("flag.out"))
	cmd.Flags().BoolVar(&a.flags.overwrite, "overwrite", false, a.say("flag.overwrite"))
	cmd.AddCommand(
		a.checkCommand(), a.explainCommand(), a.mapCommand(), a.exportCommand(),
		a.templateCommand(), a.stripCommand(), a.policyCommand(), a.compareCommand(),
	)
	a.translate(cmd)
	return cmd
}

// atLeastOneFile asks for a file in words.
func (a *app) atLeastOneFile(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return &usageError{key: "usage.no-file"}
	}
	return nil
}

// oneFile asks for the name of one file in words.
func (a *app) oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return &usageError{key: "usage.one-file"}
	}
	return nil
}

// programVersion is the version of a release, else what the build says of itself.
func programVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "dev"
}

// options are how workbooks of ours are written.
func (a *app) options() excel.Options {
	return excel.Options{Language: a.language, Version: programVersion()}
}
