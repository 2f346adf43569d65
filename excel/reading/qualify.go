package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// The kinds of lines that a qualifier concerns.
var (
	everyKind  = budget.Kinds()
	financing  = []budget.Kind{budget.Saving, budget.Funding, budget.Reallocation}
	onlySaving = []budget.Kind{budget.Saving}
	onlyCost   = []budget.Kind{budget.Cost}
)

// qualifiedKinds are the lines whose amounts a qualifier makes unknown. A cost that may come
// is a cost still, and a saving without a part of it is no more than it says.
var qualifiedKinds = map[notation.Qualifier][]budget.Kind{
	notation.QualifiedPossible:    financing,
	notation.QualifiedUnrealised:  financing,
	notation.QualifiedLost:        financing,
	notation.QualifiedCeased:      {budget.Funding},
	notation.QualifiedBorrowed:    financing,
	notation.QualifiedTransferred: onlySaving,
	notation.QualifiedTime:        onlySaving,
	notation.QualifiedEarlier:     financing,
	notation.QualifiedAccumulated: everyKind,
	notation.QualifiedPeriod:      everyKind,
	notation.QualifiedPhased:      financing,
	notation.QualifiedVoid:        financing,
	notation.QualifiedUnit:        everyKind,
	notation.QualifiedExcluded:    onlyCost,
	notation.QualifiedNetOf:       onlyCost,
	notation.QualifiedShare:       onlyCost,
	notation.QualifiedPart:        everyKind,
	notation.QualifiedDearer:      onlySaving,
	notation.QualifiedValued:      onlySaving,
	notation.QualifiedIncome:      onlySaving,
	notation.QualifiedRepaid:      {budget.Funding},
	notation.QualifiedAlternative: financing,
	notation.QualifiedFormer:      financing,
	notation.QualifiedMonths:      everyKind,
	notation.QualifiedLater:       financing,
	notation.QualifiedRecurring:   {budget.OneOff},
	notation.QualifiedRaised:      financing,
	notation.QualifiedLeast:       onlyCost,
	notation.QualifiedClosing:     {budget.Funding},
	notation.QualifiedOver:        financing,
	notation.QualifiedUncounted:   financing,
	notation.QualifiedForeign:     onlySaving,
}

// heed applies what the words of a line's kind, its name and its section say of its amounts:
// as a value where that is certain, and else the amounts are unknown, told once where the
// words stand.
func (r *reader) heed(t *Records, l *budget.Line) {
	if !l.Kind.Known() || r.countsNothing(l) {
		return
	}
	r.heedRecurring(t, l)
	r.tellCapital(l)
	if slices.Contains(financing, l.Kind.Value) {
		r.heedConditions(t, l)
		r.heedLastYear(t, l)
	}
	for _, f := range r.wordsOf(t, l) {
		for _, q := range r.qualifiersOf(t, l, f) {
			switch {
			case q.Why == notation.QualifiedDraft:
				r.tellDraft(t, q, f)
			case q.Why == notation.QualifiedClosing && t.RefOf(f.Origin).Row != t.RefOf(l.Origin).Row:
				// a title of projects that close, and not of givers
			case r.applied(l, q, f):
			case slices.Contains(qualifiedKinds[q.Why], l.Kind.Value) && !r.overruled(l, q) && statesAmount(l):
				r.doubtAmounts(t, l, q, f)
				if q.Why == notation.QualifiedRecurring {
					r.unknownMoney(r.projectOrigin(l), f.Origin, budget.OneOff, budget.Cost)
				}
				return // one cause is one finding
			}
		}
	}
}

// heedRecurring tells of a one-off cost that is called what is paid every year, "Løn", and stands
// with one amount in each judged year: then it is a running cost.
func (r *reader) heedRecurring(t *Records, l *budget.Line) {
	years := amountsOf(l)
	if l.Kind.Value != budget.OneOff || len(years) < recurringYears || years[0] != (decimal.Decimal{}) {
		return
	}
	for _, amount := range years {
		if !amount.Equal(years[r.base]) {
			return
		}
	}
	if said := r.Heading(l.Item.Text); said.Role != notation.RoleCost {
		return
	}
	q := notation.Qualified{Why: notation.QualifiedRecurring, Words: l.Item.Text}
	r.doubtAmounts(t, l, q, l.Item)
	r.unknownMoney(r.projectOrigin(l), l.Item.Origin, budget.OneOff, budget.Cost)
}

// recurringYears is in how many years a one-off cost recurs.
const recurringYears = 3

// countsNothing reports whether a line counts nothing whatever its words say.
func (r *reader) countsNothing(l *budget.Line) bool {
	elsewhere := l.Payer.Known() && l.Payer.Value != budget.Municipality
	return l.Kind.Value == budget.Saving && (elsewhere || l.Budgeted.Value)
}

// wordsOf are the texts that speak of a line's amounts, each place once.
func (r *reader) wordsOf(t *Records, l *budget.Line) []budget.Field[string] {
	texts := []budget.Field[string]{{Text: l.Kind.Text, Origin: l.Kind.Origin}}
	if l.Item.Origin != l.Kind.Origin {
		texts = append(texts, l.Item)
	}
	add := func(text string, at budget.Origin) {
		if at != l.Kind.Origin && at != l.Item.Origin {
			texts = append(texts, budget.Field[string]{Text: text, Origin: at})
		}
	}
	if l.Kind.Value == budget.Funding {
		for _, role := range []notation.Role{notation.RoleGiver, notation.RoleInvestor, notation.RolePayer, notation.RoleArea} {
			if v := r.cell(t, t.RefOf(l.Origin).Row, role); !v.Blank() {
				add(v.Text, v.Origin)
			}
		}
	}
	if c := t.Column(notation.RoleKind); c != nil && !t.Lines { // of what kind the heading's kind is
		if v := r.cell(t, t.RefOf(l.Origin).Row, c.Role); !v.Blank() {
			add(v.Text, v.Origin)
		}
	}
	for i := range t.Unknown {
		c := &t.Unknown[i]
		if v := r.Book.At(t.Sheet, workbook.Ref{Row: t.RefOf(l.Origin).Row, Col: c.Col}); v.Kind == workbook.Text {
			add(v.Text, v.Origin)
		}
	}
	if s := t.SectionOf(t.RefOf(l.Origin).Row); s != nil {
		add(s.Value.Text, s.Value.Origin)
	}
	for _, words := range r.sheetWords(t) {
		add(words, t.HeadAt())
	}
	for _, c := range t.Amounts() {
		if notation.ListKinds[c.Role] == 0 {
			add(c.Heading, t.Origin(c.At))
		}
	}
	for _, v := range t.Caption.Titles {
		if r.qualifiesAll(v.Text) && !r.statesEffect(v.Origin) {
			add(v.Text, v.Origin)
		}
	}
	return texts
}

// sheetWords are the name of a table's sheet and its last words, which may say that it is an
// old one: "Økonomi gammel". A project's name says nothing of the kind.
func (r *reader) sheetWords(t *Records) []string {
	if _, named := r.projectNamed(t.Name); named || t.Hidden { // of a hidden one it is told already
		return nil
	}
	words := strings.Fields(t.Name)
	texts := []string{t.Name}
	for last := 1; last <= 2 && last < len(words); last++ {
		texts = append(texts, strings.Join(words[len(words)-last:], " "))
	}
	return texts
}

// tellDraft tells, once for each place, of words that say that the amounts are not final; they
// are used as they stand.
func (r *reader) tellDraft(t *Records, q notation.Qualified, f budget.Field[string]) {
	key := heeding{q.Why, q.Words, t.Index, t.RefOf(f.Origin).Row}
	if _, told := r.heeded[key]; told {
		return
	}
	r.heeded[key] = len(r.sub.Findings)
	r.report(budget.Finding{Code: budget.ProvisionalFigures, Origin: f.Origin, Have: budget.Quote(f.Text)})
}

// statesEffect reports whether a text above a table is what a project's own table says of its
// effect: "realiseret i regnskab 2024" is said of no amount below.
func (r *reader) statesEffect(at budget.Origin) bool {
	return slices.ContainsFunc(r.sub.Projects, func(p budget.Project) bool {
		return at == p.Social.Origin || at == p.Economic.Origin || at == p.Documentation.Origin
	})
}

// longestTitle is how long a title over a table is, in bytes, that is read for what its words
// say of the amounts; a longer one is a note.
const longestTitle = 80

// qualifiesAll reports whether a title speaks of money and says something of all amounts
// under it. "Udgifter pr. borger" may be of another table.
func (r *reader) qualifiesAll(title string) bool {
	if len(title) > longestTitle || notation.IsSignLegend(title) {
		return false
	}
	list := r.qualifiers(title, true)
	of := func(q notation.Qualified) bool {
		return q.Why == notation.QualifiedUnit || q.Why == notation.QualifiedShare || q.Why == notation.QualifiedPart
	}
	return len(list) > 0 && !slices.ContainsFunc(list, of) && r.Heading(title).Money
}

// qualifiersOf are the qualifiers of a text. A kind or a name in a cell of the line's own row
// that ends in a question mark is only possible; a label may ask.
func (r *reader) qualifiersOf(t *Records, l *budget.Line, f budget.Field[string]) []notation.Qualified {
	own := t.RefOf(f.Origin).Row == t.RefOf(l.Origin).Row
	list := r.qualifiers(f.Text, !own)
	label := l.Kind.Origin == l.Item.Origin || len(t.Columns) == 0 && f.Origin == l.Kind.Origin
	if own && !label && strings.HasSuffix(strings.TrimRight(f.Text, " )"), "?") {
		list = append(list, notation.Qualified{Why: notation.QualifiedPossible, Words: f.Text})
	}
	return list
}

// qualifiers are those of a text; those of texts that many lines have are read once.
func (r *reader) qualifiers(text string, shared bool) []notation.Qualified {
	if !shared {
		return notation.ReadQualifiers(text)
	}
	list, done := r.qualified[text]
	if !done {
		list = notation.ReadQualifiers(text)
		r.qualified[text] = list
	}
	return list
}

// applied states in a line what a qualifier says with certainty: a share, or that a cost is
// avoided.
func (r *reader) applied(l *budget.Line, q notation.Qualified, f budget.Field[string]) bool {
	switch {
	case l.Kind.Value != budget.Saving:
		return false
	case q.Why == notation.QualifiedAvoided && l.Avoided.State == budget.Blank:
		l.Avoided = budget.Field[bool]{State: budget.Given, Value: true, Text: f.Text, Origin: f.Origin}
	case q.Why == notation.QualifiedShare && l.Share.State == budget.Blank:
		l.Share = budget.Field[decimal.Decimal]{State: budget.Given, Value: *q.Share, Text: f.Text, Origin: f.Origin}
	default:
		return false
	}
	return true
}

// overruled reports whether a qualifier says nothing against the line: a year that is judged
// or unknown, a funding that stops in a year and has no amount after it, time that a column
// says can be cashed.
func (r *reader) overruled(l *budget.Line, q notation.Qualified) bool {
	switch q.Why {
	case notation.QualifiedEarlier:
		return !slices.ContainsFunc(q.Years, func(year int) bool { return year < r.base })
	case notation.QualifiedCeased, notation.QualifiedClosing:
		return len(q.Years) > 0 && nothingFrom(l, slices.Max(q.Years)+1)
	case notation.QualifiedTime:
		return l.Avoided.Known() && !l.Avoided.Value
	}
	return false
}

// reasonKey is the text of a qualifier.
func reasonKey(q notation.Qualifier) budget.Key { return budget.Key("qualified." + string(q)) }

// heeding is words in a row of a sheet, and why they make amounts unknown: those of a group of
// headings are one cause.
type heeding struct {
	why        notation.Qualifier
	words      string
	sheet, row int
}

// doubtAmounts makes a line's amounts unknown, and tells why, once for each place.
func (r *reader) doubtAmounts(t *Records, l *budget.Line, q notation.Qualified, f budget.Field[string]) {
	doubt := func(a *budget.Amount) {
		if a.Known() && !a.Value.IsZero() {
			a.State = budget.Unreadable
		}
	}
	doubt(&l.Annual)
	for i := range l.Amounts {
		doubt(&l.Amounts[i].Amount)
	}
	if r.contradicted(f.Origin) {
		return
	}
	own := t.RefOf(f.Origin).Row == t.RefOf(l.Origin).Row
	key := heeding{q.Why, q.Words, t.Index, t.RefOf(f.Origin).Row}
	if at, told := r.heeded[key]; told && !own {
		first := &r.sub.Findings[at]
		if f.Origin != first.Origin && !slices.Contains(first.Related, f.Origin) {
			first.Related = append(first.Related, f.Origin)
		}
		return
	}
	r.heeded[key] = len(r.sub.Findings)
	found := budget.Finding{Code: budget.QualifiedAmount, Origin: f.Origin, Have: budget.Quote(q.Words)}
	found.Want = budget.Phrase(budget.Message{Key: reasonKey(q.Why)})
	if own { // elsewhere it may be of several projects
		found.Project = r.project
	}
	r.report(found)
}

// contradicted reports whether the words of a cell are told of already.
func (r *reader) contradicted(at budget.Origin) bool {
	return slices.ContainsFunc(r.sub.Findings, func(f budget.Finding) bool {
		return f.Code == budget.ContradictingRemark && f.Origin == at
	})
}

// statesAmount reports whether a line states an amount that is not zero.
func statesAmount(l *budget.Line) bool {
	for a := range l.Stated {
		if a.Known() && !a.Value.IsZero() {
			return true
		}
	}
	return false
}

// nothingFrom reports whether a line has an amount for each year by itself, and none from a
// year on.
func nothingFrom(l *budget.Line, year int) bool {
	return l.Annual.State == budget.Blank && !slices.ContainsFunc(l.Amounts, func(a budget.YearAmount) bool {
		return a.Year >= year && !(a.State == budget.Blank || a.Known() && a.Value.IsZero())
	})
}
