package reading

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// judgement is what becomes of a column's cells, by its heading and by what stands in it.
type judgement struct {
	harmless string // why; "" when it is not
	money    bool   // it may be an amount, or decide what counts of one
}

// harmlessRoles are the roles of columns that concern nobody's financing, and why.
var harmlessRoles = map[notation.Role]string{
	notation.RoleInvestment:  string(notation.HarmlessInvestment),
	notation.RoleConsumption: string(notation.HarmlessConsumption),
	notation.RoleGrant:       string(notation.HarmlessGrant),
	notation.RolePayback:     string(notation.HarmlessPayback),
	notation.RoleCount:       string(notation.HarmlessCount),
	notation.RoleNumber:      string(notation.HarmlessReference),
	notation.RoleDate:        string(notation.HarmlessDate),
	notation.RoleResult:      whyDerived,

	// Of a project they are facts, and used; elsewhere they count persons.
	notation.RoleTarget:       whyCount,
	notation.RoleParticipants: whyCount,
	notation.RoleCapacity:     whyCount,
}

// deciding are the roles of columns that decide what counts of an amount.
var deciding = []notation.Role{
	notation.RoleShare, notation.RoleReimbursement, notation.RoleBudgeted, notation.RoleDeadweight,
	notation.RoleCashable, notation.RoleGiver, notation.RoleCommitted,
}

// decidingAll are the roles that decide, besides those, what the amounts of a row are.
var decidingAll = []notation.Role{notation.RoleUnit, notation.RolePayer}

// touching are words that touch money: what stands under them may decide what counts.
var touching = regexp.MustCompile(`(?i)budget|indarbejde|indregne|brutto|netto|refusion|tilsagn|tilfald|` +
	`\bincorporated|\bgross\b|\bnet\b|reimburse|committed`)

// touchesMoney reports whether the words of a heading touch money.
func touchesMoney(heading string, said notation.Heading) bool {
	return said.Money || touching.MatchString(heading)
}

// headingHarmless is why what stands under a heading concerns nobody's financing; "" when the
// heading does not say.
func (r *reader) headingHarmless(said notation.Heading) string {
	switch {
	case said.Harmless != "":
		return string(said.Harmless)
	case said.Derived:
		return whyDerived
	case said.Year != 0 && !said.Ahead && said.Year < r.base, said.To != 0 && said.To < r.base:
		return whyEarlier
	}
	return ""
}

// judge judges a column that is not known by its heading and its values.
func (r *reader) judge(heading string, said notation.Heading, values []workbook.Value) judgement {
	if why := r.headingHarmless(said); why != "" {
		return judgement{harmless: why}
	}
	touches := touchesMoney(heading, said)
	amounts, shown := r.amountsAmong(values)
	switch {
	case amounts > 0:
		return judgement{money: true}
	case touches:
		return judgement{money: true}
	case shown == len(values) && len(values) > 0:
		return judgement{harmless: r.harmlessFigures(values)}
	}
	return judgement{}
}

// amountsAmong counts the values that may be amounts of money, and the figures that are none.
func (r *reader) amountsAmong(values []workbook.Value) (amounts, others int) {
	for _, v := range values {
		switch {
		case r.harmlessFigure(v) != "":
			others++
		case isFigure(v):
			amounts++
		}
	}
	return amounts, others
}

// isFigure reports whether a value is a number, stored or typed.
func isFigure(v workbook.Value) bool {
	if v.Kind == workbook.Number || v.Uncached {
		return true
	}
	if v.Kind != workbook.Text {
		return false
	}
	t, ok := notation.ParseTyped(v.Text)
	return ok && !t.Percent && !t.Dash && !t.Unquantified
}

// harmlessFigure is why a figure is no amount, by itself: a day, a year, per cent, zero; ""
// for one that may be.
func (r *reader) harmlessFigure(v workbook.Value) string {
	if v.Kind == workbook.Text {
		if t, ok := notation.ParseTyped(v.Text); ok && t.Percent {
			return whyPercent
		}
		return ""
	}
	d, ok := notation.StoredNumber(v.Raw)
	if v.Kind != workbook.Number || !ok {
		return ""
	}
	switch format := r.Book.Format(v.Style); {
	case format.Moment != notation.NoMoment:
		return whyDate
	case format.Percent:
		return whyPercent
	case d.IsZero():
		return whyZero
	case d.IsInteger() && len(format.Units) == 0 && d.IntPart() >= 1990 && d.IntPart() <= 2060 && v.Formula == "":
		return whyYear
	}
	return ""
}

// harmlessFigures is why figures are no amounts.
func (r *reader) harmlessFigures(values []workbook.Value) string {
	for _, v := range values {
		if why := r.harmlessFigure(v); why != "" && why != whyZero {
			return why
		}
	}
	return whyZero
}

// hasOwnFigure reports whether a formula has a figure of its own but what scales.
func hasOwnFigure(formula string) bool {
	for _, figure := range ownFigure.FindAllString(formula, -1) {
		if bare := strings.TrimLeft(figure, "+-*/^(;,<>= "); !slices.Contains(scales, bare) {
			return true
		}
	}
	return false
}

var (
	ownFigure = regexp.MustCompile(`[-+*/^(;,<>= ]\d+(?:[.,]\d+)?(?:\b|$)`)
	scales    = []string{"0", "1", "2", "3", "4", "100", "1000", "1000000"}
)

// hidesMoney reports whether a table has a column of money that is not understood, so that
// no amount can be said to be missing.
func (r *reader) hidesMoney(t *Records) bool {
	for i := range t.Unknown {
		c := &t.Unknown[i]
		values := r.valuesIn(t, c.Col, t.RowNumbers)
		if j := r.judge(c.Heading, c.Said, values); len(values) > 0 && j.harmless == "" && j.money {
			return true
		}
	}
	return false
}

// valuesIn are the filled cells of a column in some rows.
func (r *reader) valuesIn(t *Records, col int, rows []int) []workbook.Value {
	var values []workbook.Value
	for _, row := range rows {
		if v := r.At(t.Sheet, workbook.Ref{Row: row, Col: col}); !v.Blank() {
			values = append(values, v)
		}
	}
	return values
}

// nearestRole is the known role that a heading comes nearest to: one that begins a word of
// five letters or more alike; "" for none.
func nearestRole(heading string) notation.Role {
	key := notation.HeadingKey(heading)
	best, most := "", 4
	for _, meaning := range notation.HeadingTable().Order {
		for _, text := range notation.HeadingTable().Listed[meaning] {
			if shared := sharedStart(key, notation.HeadingKey(strings.TrimSuffix(text, "*"))); shared > most {
				best, most = meaning, shared
			}
		}
	}
	return notation.Role(best)
}

// sharedStart is how many letters the words of two keys begin alike with, at most of any two.
func sharedStart(a, b string) int {
	most := 0
	for _, one := range strings.Fields(a) {
		for _, other := range strings.Fields(b) {
			n := 0
			for n < len(one) && n < len(other) && one[n] == other[n] {
				n++
			}
			most = max(most, n)
		}
	}
	return most
}

// nearestWord is the role that comes nearest to a heading, for a finding; nil for none.
func nearestWord(heading string) budget.Value {
	if role := nearestRole(heading); role != "" && notation.HeadingName(role, budget.Danish) != string(role) {
		return notation.RoleWord(role)
	}
	return nil
}

// columnAt is the table's column of a number, known or not; nil for none.
func columnAt(t *Records, col int) (c *layout.Column, known bool) {
	for i := range t.Columns {
		if t.Columns[i].Col == col {
			return &t.Columns[i], true
		}
	}
	for i := range t.Unknown {
		if t.Unknown[i].Col == col {
			return &t.Unknown[i], false
		}
	}
	return nil, false
}
