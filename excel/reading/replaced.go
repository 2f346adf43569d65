package reading

import (
	"slices"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// Figures that are corrected often stand in a table of their own, below the first or on another sheet:
// "Rettede tal efter møde med Økonomi". They stand in the place of the first and are not added to them,
// and which of the two hold is for a person to say.

// tellReplaced makes the amounts of a project unknown that two tables state, where the second says that
// its amounts are corrected ones, or has the same line with other amounts.
func (r *reader) tellReplaced() {
	byKind := map[ofProject][]int{}
	var order []ofProject
	for i := range r.sub.Lines {
		l := &r.sub.Lines[i]
		if key := (ofProject{r.projectKey(l), l.Kind.Value}); l.Kind.Known() && key.project != "" && statesAmount(l) {
			if byKind[key] == nil {
				order = append(order, key)
			}
			byKind[key] = append(byKind[key], i)
		}
	}
	told := map[budget.Origin]bool{}
	for _, key := range order {
		if lines := byKind[key]; len(lines) > 1 && !r.tellCorrected(lines, told) {
			r.tellTwofold(lines)
		}
	}
}

// tellCorrected tells of lines whose table says that they are corrected ones, beside others of the kind.
func (r *reader) tellCorrected(lines []int, told map[budget.Origin]bool) bool {
	for _, i := range lines {
		says, at := r.replacing(i)
		if says == notation.ReplacesNothing || !r.stands(i, lines, says) {
			continue
		}
		l := &r.sub.Lines[i]
		r.unknownMoney(r.projectOrigin(l), at.Origin, l.Kind.Value)
		if !told[at.Origin] {
			told[at.Origin] = true
			r.report(budget.Finding{
				Code: budget.ContradictingRemark, Origin: at.Origin, Have: budget.Quote(at.Text),
				Want: budget.Phrase(budget.Message{Key: budget.Key("remark." + string(notation.Replaced))}),
			})
		}
		return true
	}
	return false
}

// stands reports whether another table that says nothing of corrections has a line that one would stand
// in the place of: of the same name, or any where the words are sure.
func (r *reader) stands(corrected int, lines []int, says notation.Replacing) bool {
	return slices.ContainsFunc(lines, func(i int) bool {
		if other, _ := r.replacing(i); other != notation.ReplacesNothing {
			return false
		}
		return says == notation.Replaces || r.sameLine(corrected, i)
	})
}

// replacing is how surely the words around a line say that its amounts are corrected ones, and where
// they stand.
func (r *reader) replacing(line int) (says notation.Replacing, at workbook.Value) {
	t, l := r.sources[line], &r.sub.Lines[line]
	texts := slices.Clone(t.Caption.Titles)
	if s := t.SectionOf(t.RefOf(l.Origin).Row); s != nil {
		texts = append(texts, s.Value)
	}
	texts = append(texts, t.Caption.Lead...)
	texts = append(texts, workbook.Value{Text: t.Name, Origin: t.HeadAt()}, workbook.Value{Text: l.Kind.Text, Origin: l.Kind.Origin})
	for _, v := range texts {
		if _, named := r.projectNamed(v.Text); named {
			continue
		}
		if found := notation.ReadReplacing(v.Text); found > says {
			says, at = found, v
		}
	}
	return says, at
}

// sameLine reports whether two lines are called the same, of the same area and payer.
func (r *reader) sameLine(one, other int) bool {
	a, b := &r.sub.Lines[one], &r.sub.Lines[other]
	return r.itemKey(a) == r.itemKey(b) && r.fold(a.Area.Text) == r.fold(b.Area.Text) && a.Payer.Value == b.Payer.Value
}

// tellTwofold tells of a saving or a funding that two tables in sight state under one name, with other
// amounts for the same years.
func (r *reader) tellTwofold(lines []int) {
	for n, i := range lines {
		for _, before := range lines[:n] {
			l, first := &r.sub.Lines[i], &r.sub.Lines[before]
			if !slices.Contains(financing, l.Kind.Value) || l.Item.Text == "" || r.sources[i] == r.sources[before] ||
				r.countsNothing(l) || !r.sameLine(i, before) || !r.differ(l, first) {
				continue
			}
			r.unknownMoney(r.projectOrigin(l), l.Item.Origin, l.Kind.Value)
			r.report(budget.Finding{
				Code: budget.TwofoldLine, Project: r.nameOf(r.projectOrigin(l)), Origin: l.Item.Origin,
				Have: budget.Quote(l.Item.Text), Related: []budget.Origin{first.Item.Origin},
			})
			return
		}
	}
}

// differ reports whether two lines both state amounts for some judged year, and other ones.
func (r *reader) differ(one, other *budget.Line) bool {
	for year := r.base; year <= r.base+lastEstimate; year++ {
		a, b := one.In(year), other.In(year)
		stated := a.Known() && b.Known() && !a.Value.Equal(decimal.Zero) && !b.Value.Equal(decimal.Zero)
		if stated && !a.Value.Equal(b.Value) {
			return true
		}
	}
	return false
}
