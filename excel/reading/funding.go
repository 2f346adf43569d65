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
		r.giverAmongPayers(t, l, get(notation.RolePayer))
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
	for _, v := range []workbook.Value{item, {Text: l.Kind.Text, Origin: l.Kind.Origin}} {
		if l.CommittedUntil.State == budget.Blank && !l.Forever.Known() && notation.FundedForever(v.Text, r.base) {
			l.Forever = budget.Field[bool]{State: budget.Given, Value: true, Text: v.Text, Origin: v.Origin}
		}
	}
}

// commitBySaid takes how long a funding is committed, where no column and no name of it says, from its
// remark, and from the footnote that a star behind its name or its heading refers to.
func (r *reader) commitBySaid(t *Records, l *budget.Line) {
	said := []budget.Field[string]{l.Remark}
	for _, text := range []string{l.Item.Text, l.Kind.Text} {
		if end := starEnd.FindStringSubmatch(text); end != nil {
			said = append(said, r.footnote(t.Index, end[1]+end[2]))
		}
	}
	for _, f := range said {
		if l.Kind.Value != budget.Funding || l.CommittedUntil.State != budget.Blank || l.Forever.Known() {
			return
		}
		c, ok := notation.CommittedIn(f.Text, r.base)
		switch {
		case ok && c.Always:
			l.Forever = budget.Field[bool]{State: budget.Given, Value: true, Text: f.Text, Origin: f.Origin}
		case ok:
			l.CommittedUntil = budget.Field[int]{State: budget.Given, Value: c.Until, Text: f.Text, Origin: f.Origin}
		}
	}
}

// footnote is the one text of a sheet that begins with a star; blank where there are several.
func (r *reader) footnote(sheet int, star string) (note budget.Field[string]) {
	s := r.Book.Sheets[sheet]
	for i := range s.Cells {
		c := &s.Cells[i]
		if begin := starStart.FindStringSubmatch(c.Text); c.Kind != workbook.Text || begin == nil || begin[1] != star {
			continue
		}
		if note.Text != "" {
			return budget.Field[string]{}
		}
		note = budget.Field[string]{State: budget.Given, Text: c.Text, Value: c.Text, Origin: s.Origin(c.Ref())}
	}
	return note
}

// giverAmongPayers takes who is named in a funding's row for its giver, where the column is headed as
// that of payers and givers both: "Giver / hvem tilfalder det".
func (r *reader) giverAmongPayers(t *Records, l *budget.Line, v workbook.Value) {
	c := t.Column(notation.RolePayer)
	if l.Giver.Known() || v.Blank() || c == nil || !ofGivers.MatchString(c.Heading) {
		return
	}
	if payer, certainty := notation.ReadPayer(v.Text); certainty == notation.Unread || payer != budget.Municipality {
		l.Giver = budget.Field[budget.Giver]{State: budget.Given, Value: budget.External, Text: v.Text, Origin: v.Origin}
	}
}

// ofGivers is in the heading of a column that names givers.
var ofGivers = regexp.MustCompile(`(?i)\b(?:giver|giveren|tilskudsgiver|bidragsyder|donor|donator|funder)\b`)

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
