package excel

import (
	"strings"

	"videre/budget"
)

// Explain says what is wrong with a file that cannot be read, and the cure.
func Explain(l budget.Language, u *Unreadable) (fault, cure string) {
	detail := ""
	if u.Class == Damaged && u.Err != nil {
		detail = u.Err.Error()
	}
	part := u.Part
	if part == "" {
		part = texts.Text(l, "unreadable.whole")
	}
	at := func(budget.Origin) string { return "" }
	fault = say(l, u.Class.Key(), at, arg("part", budget.Quote(part)), arg("detail", budget.Quote(detail)))
	return strings.TrimSpace(fault), texts.Text(l, u.Class.Key()+".fix")
}
