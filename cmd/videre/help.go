package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// translate gives a command and those under it headings and words of help in the
// language.
func (a *app) translate(cmd *cobra.Command) {
	cmd.InitDefaultHelpCmd()
	cmd.SetUsageTemplate(a.usageTemplate())
	a.translateFlags(cmd)
	for _, sub := range cmd.Commands() {
		if sub.Name() == "help" {
			sub.Short, sub.Long, sub.Use = a.say("help.short"), a.say("help.short"), a.say("help.use")
		}
		a.translateFlags(sub)
	}
}

func (a *app) translateFlags(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	for name, key := range map[string]string{"help": a.say("flag.help"), "version": a.say("flag.version")} {
		if f := cmd.Flags().Lookup(name); f != nil {
			f.Usage = key
		}
	}
	// What stands without being asked for is said in the texts.
	cmd.Flags().VisitAll(func(f *pflag.Flag) { f.DefValue = zeroOf(f) })
	cmd.PersistentFlags().VisitAll(func(f *pflag.Flag) { f.DefValue = zeroOf(f) })
}

func zeroOf(f *pflag.Flag) string {
	return map[string]string{"int": "0", "bool": "false"}[f.Value.Type()]
}

// usageTemplate is cobra's, with our headings.
func (a *app) usageTemplate() string {
	const template = `{usage}:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} {command} …{{end}}{{if .HasExample}}

{examples}:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

{commands}:{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

{flags}:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

{global}:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

{more}{{end}}
`
	return strings.NewReplacer(
		"{usage}", a.say("help.usage"),
		"{command}", a.say("help.command"),
		"{examples}", a.say("help.examples"),
		"{commands}", a.say("help.commands"),
		"{flags}", a.say("help.flags"),
		"{global}", a.say("help.global"),
		"{more}", a.say("help.more"),
	).Replace(template)
}
