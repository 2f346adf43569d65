// Videre reads the workbooks in which a municipality's departments report the
// costs and savings of their social investments, holds every amount against the
// governance rules, and gives each workbook back annotated with a preliminary,
// technical verdict on each project. The council decides.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

// version is set when a release is built: -ldflags "-X main.version=1.2.3".
var version = ""

func main() {
	cobra.MousetrapHelpText = "" // staff drop files on the program's icon
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
