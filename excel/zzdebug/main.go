package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"videre/excel/internal/notation"
)

func main() {
	s := bufio.NewScanner(os.Stdin)
	for s.Scan() {
		h := notation.ReadHeading(strings.Split(s.Text(), " > ")...)
		fmt.Printf("%-60s role=%s under=%s subj=%q pay=%v doubt=%s harm=%s money=%v unexpl=%v yr=%d %d-%d tot=%v ann=%v yes=%s units=%v near=%s q=%v derived=%v\n", s.Text(), h.Role, h.Under, h.Subject, h.Payers, h.Doubt, h.Harmless, h.Money, h.Unexplained, h.Year, h.From, h.To, h.Total, h.Annual, h.Yes, h.Units, h.Near, h.Question, h.Derived)
	}
}
