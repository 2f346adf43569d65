package reading

import (
	"slices"

	"videre/budget"
)

// unknownMoney makes amounts of a project unknown, or of every project, for what stands in a
// cell: those of the kinds named, or of any.
func (r *reader) unknownMoney(project, at budget.Origin, kinds ...budget.Kind) {
	r.sub.Unread = append(r.sub.Unread, budget.Unread{Project: project, Origin: at, Money: true, Kinds: kinds})
}

// kindsOfLines are the kinds of lines, each once; none, for any, where one's is not known.
func kindsOfLines(lines ...*budget.Line) []budget.Kind {
	var kinds []budget.Kind
	for _, l := range lines {
		if !l.Kind.Known() {
			return nil
		}
		if !slices.Contains(kinds, l.Kind.Value) {
			kinds = append(kinds, l.Kind.Value)
		}
	}
	return kinds
}
