package reading

import (
	"regexp"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// complete fills in what a row says of its line besides what every line has: a funding's
// giver and end, whether a saving can be cashed, what would have come anyway.
func (r *reader) complete(t *Records, row int, l *budget.Line) {
	get := func(role notation.Role) workbook.Value { return r.cell(t, row, role) }
	if l.Kind.Known() && l.Kind.Value == budget.Funding {
		r.completeFunding(l, get)
	}
	if v := get(notation.RoleCashable); !v.Blank() && l.Kind.Value == budget.Saving {
		l.Avoided = r.avoided(v)
	}
	if c := t.Column(notation.RoleDeadweight); c != nil && l.Kind.Value == budget.Saving {
		l.Deadweight = r.share(get(notation.RoleDeadweight), c.Heading, r.perCent(t, c))
	}
}

// completeFunding finds out whose money a funding is, and how long it is committed: in
// columns of their own, else in the line's own words.
func (r *reader) completeFunding(l *budget.Line, get func(notation.Role) workbook.Value) {
	item := workbook.Value{Text: l.Item.Text, Origin: l.Item.Origin}
	kind := workbook.Value{Text: giverFrom(l.Kind.Text), Origin: l.Kind.Origin}
	for _, v := range []workbook.Value{get(notation.RoleGiver), get(notation.RoleInvestor), get(notation.RolePayer),
		get(notation.RoleArea), item, kind} {
		if giver, certainty := notation.ReadGiver(v.Text); certainty == notation.Certain {
			l.Giver = budget.Field[budget.Giver]{State: budget.Given, Value: giver, Text: v.Text, Origin: v.Origin}
			break
		}
	}
	if v := get(notation.RoleGiver); !l.Giver.Known() && !v.Blank() {
		l.Giver = budget.Field[budget.Giver]{State: budget.Given, Value: budget.External, Text: v.Text, Origin: v.Origin}
	}
	for _, v := range []workbook.Value{item, get(notation.RoleGiver), {Text: l.Kind.Text, Origin: l.Kind.Origin}} {
		if until := notation.FundedUntil(v.Text); l.CommittedUntil.State == budget.Blank && until != 0 && !l.Forever.Known() {
			l.CommittedUntil = budget.Field[int]{State: budget.Given, Value: until, Text: v.Text, Origin: v.Origin}
		}
	}
}

// fromGiver sets off the giver in the words of a kind: "Ekstern finansiering fra Lindebjerg Fonden".
var fromGiver = regexp.MustCompile(`(?i)(?:\b(?:fra|af|from|by) |, |\(|: )(.+)$`)

// giverFrom is the giver that the words of a kind name behind it.
func giverFrom(kind string) string {
	if m := fromGiver.FindStringSubmatch(kind); m != nil {
		return m[1]
	}
	return ""
}

// committed reads until when a funding of a table is committed.
func (r *reader) committed(t *Records, row int, l *budget.Line) {
	r.commit(l, r.cell(t, row, notation.RoleCommitted))
	l.CommittedUntil = missing(t, notation.RoleCommitted, l.CommittedUntil)
}

// commit reads until when a funding is committed: a year, or without end.
func (r *reader) commit(l *budget.Line, v workbook.Value) {
	until, certainty := notation.ReadCommitted(v.Text, r.base)
	if certainty == notation.Certain && until.Always {
		l.Forever = budget.Field[bool]{State: budget.Given, Value: true, Text: v.Text, Origin: v.Origin}
		return
	}
	if certainty == notation.Certain {
		l.CommittedUntil = budget.Field[int]{State: budget.Given, Value: until.Until, Text: v.Text, Origin: v.Origin}
		return
	}
	l.CommittedUntil = r.year(v)
}

// avoided reads whether a saving is only an avoided cost, under a heading that asks whether it can
// be cashed: a nej, or words for it.
func (r *reader) avoided(v workbook.Value) budget.Field[bool] {
	if cashable, certainty := notation.ReadCashable(v.Text); certainty == notation.Certain {
		return budget.Field[bool]{State: budget.Given, Value: !cashable, Text: v.Text, Origin: v.Origin}
	}
	return negated(r.yesNo(v))
}

// negated is the other answer.
func negated(f budget.Field[bool]) budget.Field[bool] {
	f.Value = f.Known() && !f.Value
	return f
}
