package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/inconshreveable/mousetrap"

	"videre/budget"
)

// waitIfDropped keeps the window open until Enter is pressed, when the program was
// started by dropping files on its icon.
func waitIfDropped(in io.Reader, out io.Writer, l budget.Language) {
	if mousetrap.StartedByExplorer() {
		fmt.Fprint(out, "\n"+texts.Text(l, "dropped.wait"))
		_, _ = bufio.NewReader(in).ReadString('\n')
	}
}
