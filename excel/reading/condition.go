package reading

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// conditions are the roles of columns that say whether the amounts of their row hold: approved,
// how probable, from and until which year.
var conditions = []notation.Role{notation.RoleApproved, notation.RoleProbability, notation.RoleFromYear, notation.RoleUntilYear}

// leaveConditions takes the columns of conditions out of a table's that has no amounts they
// could be said of: what they say there is not read.
func leaveConditions(t *Records) {
	if t.Lines || t.List {
		return
	}
	for i := 0; i < len(t.Columns); {
		c := t.Columns[i]
		if !isCondition(&c) {
			i++
			continue
		}
		t.Columns = append(t.Columns[:i:i], t.Columns[i+1:]...)
		t.Unknown = append(t.Unknown, c)
	}
}

func isCondition(c *layout.Column) bool {
	for _, role := range conditions {
		if c.Role == role && !c.Void && !c.Mapped {
			return true
		}
	}
	return false
}

// heedConditions makes the amounts of a saving, a funding or a reallocation unknown that the
// columns beside them say are not approved, not certain, or begin later.
func (r *reader) heedConditions(t *Records, l *budget.Line) {
	row := t.RefOf(l.Origin).Row
	if t.Sheet == nil || !statesAmount(l) || r.countsNothing(l) {
		return
	}
	for _, condition := range []struct {
		role notation.Role
		why  notation.Qualifier
		not  func(workbook.Value, *budget.Line) bool
	}{
		{notation.RoleApproved, notation.QualifiedUnrealised, r.isRefused},
		{notation.RoleProbability, notation.QualifiedPossible, r.isUncertain},
		{notation.RoleFromYear, notation.QualifiedLater, r.isLater},
		{notation.RoleUntilYear, notation.QualifiedOver, r.isOver},
	} {
		c := t.Column(condition.role)
		if c == nil {
			continue
		}
		v := r.cell(t, row, condition.role)
		if v.Blank() || !condition.not(v, l) {
			continue
		}
		words := c.Heading + ": " + v.Text
		r.doubtAmounts(t, l, notation.Qualified{Why: condition.why, Words: words}, budget.Field[string]{Text: v.Text, Origin: v.Origin})
		return
	}
}

// isRefused reports whether an answer says anything but yes.
func (r *reader) isRefused(v workbook.Value, _ *budget.Line) bool {
	if sign := notation.ReadSign(v.Text); sign != 0 {
		return sign < 0
	}
	meaning, ok := notation.WordTables()["answer"].Find(notation.WordKey(v.Text))
	if ok {
		return meaning != "answer.yes"
	}
	yes, rest, _ := notation.ReadAnswer(v.Text)
	if v.Kind != workbook.Text {
		return false // a day on which it was
	}
	return !yes && !notation.SaysDone(v.Text) || len(notation.ReadQualifiers(rest)) > 0
}

// isUncertain reports whether a probability is less than certain.
func (r *reader) isUncertain(v workbook.Value, _ *budget.Line) bool {
	if v.Kind == workbook.Text {
		t, ok := notation.ParseTyped(perCentWords.ReplaceAllString(v.Text, "%"))
		if !ok {
			return !notation.SaysSure(v.Text)
		}
		return !isWhole(t.Danish) && !isWhole(t.English)
	}
	d, ok := notation.StoredNumber(v.Raw)
	return !ok || !isWhole(d)
}

// isWhole reports whether a number is all of something: 1, or 100 per cent.
func isWhole(d decimal.Decimal) bool {
	return d.Equal(decimal.New(1, 0)) || d.Equal(decimal.New(100, 0))
}

// isLater reports whether a line has an amount in a judged year before the one that it begins in.
func (r *reader) isLater(v workbook.Value, l *budget.Line) bool {
	if notation.SaysAtOnce(v.Text) {
		return false
	}
	from := r.year(v)
	if !from.Known() || r.base == 0 {
		return !from.Known()
	}
	if l.Annual.Known() && !l.Annual.Value.IsZero() && from.Value > r.base {
		return true
	}
	for _, a := range l.Amounts {
		if a.Year >= r.base && a.Year < from.Value && a.Known() && !a.Value.IsZero() {
			return true
		}
	}
	return false
}

// tellCapital tells of a counting saving on the capital frame: what is saved there is mostly saved
// once, and the running cost that it is to pay for comes every year.
func (r *reader) tellCapital(l *budget.Line) {
	if l.Kind.Value != budget.Saving || l.Frame.Value != budget.CapitalFrame || !statesAmount(l) || r.countsNothing(l) {
		return
	}
	r.report(budget.Finding{
		Code: budget.CapitalSaving, Project: r.project, Origin: l.Frame.Origin, Have: budget.Quote(l.Item.Text),
	})
}

// isOver reports whether a line has an amount in a judged year after the last one that it holds for.
func (r *reader) isOver(v workbook.Value, l *budget.Line) bool {
	if until, certainty := notation.ReadCommitted(v.Text, r.base); certainty == notation.Certain && until.Always {
		return false
	}
	until := r.year(v)
	if !until.Known() || r.base == 0 {
		return !until.Known()
	}
	if l.Annual.Known() && !l.Annual.Value.IsZero() && until.Value < r.base+lastEstimate {
		return true
	}
	for _, a := range l.Amounts {
		if a.Year > until.Value && a.Year >= r.base && a.Known() && !a.Value.IsZero() {
			return true
		}
	}
	return false
}

// lastEstimate is how many years the last estimate year comes after the budget year.
const lastEstimate = 3

// heedLastYear makes the amounts of a saving unknown whose row has a last year under a heading of grants or
// of projects, in a table of lines alone. What is no judged year is the project's own.
func (r *reader) heedLastYear(t *Records, l *budget.Line) {
	if l.Kind.Value != budget.Saving || t.Projects || t.List || t.Sheet == nil || !statesAmount(l) || r.countsNothing(l) || r.base == 0 {
		return
	}
	for _, role := range []notation.Role{notation.RoleCommitted, notation.RoleExpiry} {
		c := t.Column(role)
		if c == nil || ofGrants.MatchString(c.Heading) {
			continue
		}
		v := r.Book.At(t.Sheet, workbook.Ref{Row: t.RefOf(l.Origin).Row, Col: c.Col})
		if year, ok := r.yearIn(v); ok && year >= r.base && !r.expiresIn(l, year) && r.isOver(v, l) {
			q := notation.Qualified{Why: notation.QualifiedOver, Words: c.Heading + ": " + v.Text}
			r.doubtAmounts(t, l, q, budget.Field[string]{Text: v.Text, Origin: v.Origin})
			return
		}
	}
}

// ofGrants are the words of a heading that asks of grants alone.
var ofGrants = regexp.MustCompile(`(?i)bevil|tilsagn|finans|commit|fund`)

// yearIn is the year that a cell is certain to hold.
func (r *reader) yearIn(v workbook.Value) (int, bool) {
	if v.Kind == workbook.Number && r.Book.Format(v.Style).Moment == notation.NoMoment {
		year, err := strconv.Atoi(v.Text)
		return year, err == nil && notation.PlausibleYear(year)
	}
	year, certainty := notation.ReadExpiry(v.Text)
	return year, certainty == notation.Certain
}

// expiresIn reports whether the project of a line expires in a year.
func (r *reader) expiresIn(l *budget.Line, year int) bool {
	return slices.ContainsFunc(r.sub.Projects, func(p budget.Project) bool {
		return p.Origin == r.projectOrigin(l) && p.Expiry.Known() && p.Expiry.Value == year
	})
}
